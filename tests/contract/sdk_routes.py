"""Which parameters each of Stripe's addresses takes, read from the SDK's services."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import stripe

from .sdk_types import namespace

FOLDERS = (
    "",
    "billing",
    "billing_portal",
    "checkout",
    "radar",
    "reporting",
    "test_helpers",
    "v2.billing",
    "v2.core",
)


@dataclass(frozen=True)
class SdkRoute:
    """`params` is the TypedDict of the parameters, None where the method takes none."""

    method: str
    template: str
    params: Any

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"\{[^}]*\}", "[^/]+", self.template) + "$")

    @property
    def plain(self) -> str:
        """The template with every id written alike, for comparing addresses."""
        return re.sub(r"\{[^}]*\}", "{}", self.template)


@cache
def routes() -> tuple[SdkRoute, ...]:
    """Every route of the services that this project could use."""
    found = []
    root = Path(stripe.__file__).parent
    for folder in FOLDERS:
        package = f"stripe.{folder}" if folder else "stripe"
        for module in pkgutil.iter_modules([str(root.joinpath(*folder.split(".")))]):
            if module.name.endswith("_service"):
                found += _routes_of(f"{package}.{module.name}")
    return tuple(found)


def _routes_of(module_name: str) -> list[SdkRoute]:
    source = Path(importlib.import_module(module_name).__file__ or "").read_text(encoding="utf-8")
    found = []
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "_request" and len(node.args) >= 2:
                    found.append(SdkRoute(_text(node.args[0]), _text(node.args[1]), _params(function, module_name)))
    return found


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Call):  # "…{customer}…".format(…)
        node = node.func.value if isinstance(node.func, ast.Attribute) else node
    return str(ast.literal_eval(node))


def _params(function: ast.FunctionDef, module_name: str) -> Any:
    for argument in function.args.args:
        if argument.arg == "params" and argument.annotation is not None:
            names = re.findall(r"\w+Params", ast.unparse(argument.annotation))
            return namespace(module_name).get(names[0]) if names else None
    return None


@cache
def route_of(method: str, path: str) -> SdkRoute | None:
    """The SDK's route for this request; literal paths win over templates."""
    fitting = [r for r in routes() if r.method == method and (r.template == path or r.pattern.match(path))]
    return min(fitting, key=lambda r: r.template.count("{"), default=None)
