"""The exact requests of an operation as text to read and copy, with the API key left out."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping

from ..domain.operation import Operation
from ..domain.references import named
from ..domain.request import Request

_MARK = "\0"
"""Before a step's answer: no text that a person types can look like it."""


def as_curl(operation: Operation, address: str = "https://api.stripe.com") -> str:
    """One command a step; what an earlier step answers stands as a shell variable."""
    return "\n\n".join(
        _curl(named(step.request, f"{_MARK}STEP{{step}}_{{field}}"), step.key, address) for step in operation.steps
    )


def _curl(request: Request, key: str, address: str) -> str:
    path = request.path.replace(_MARK, "$")
    lines = [f"curl -X {request.method.upper()} {address}{path}", '-u "$STRIPE_KEY:"']
    lines.append(f"-H {shlex.quote(f'Idempotency-Key: {key}')}")
    for name, value in form_pairs(request.params):
        pair = f"{name}={value}"
        # A step's answer is a variable, which quotes would keep the shell from reading.
        variable = '-d "' + pair.replace(_MARK, "$") + '"'
        lines.append(variable if value.startswith(_MARK) else f"-d {shlex.quote(pair)}")
    return " \\\n  ".join(lines)


def as_python(operation: Operation) -> str:
    """The same with Stripe's library."""
    lines = ["import os, stripe", "", 'client = stripe.StripeClient(os.environ["STRIPE_KEY"])']
    for number, step in enumerate(operation.steps, 1):
        request = named(step.request, _MARK + "{{step{step}.data['{field}']}}")
        path = f"f{request.path.replace(_MARK, '')!r}" if _MARK in request.path else repr(request.path)
        lines += ["", f"step{number} = client.raw_request(", f'    "{request.method}", {path},']
        lines += [f"    {name}={_literal(value)}," for name, value in request.params.items()]
        lines += [f'    idempotency_key="{step.key}",', ")"]
    return "\n".join(lines)


def _literal(value: object) -> str:
    """A reference is written as the expression it stands for."""
    if isinstance(value, str) and value.startswith(_MARK):
        return value[2:-1]
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return repr(value)


def form_pairs(value: object, name: str = "") -> list[tuple[str, str]]:
    """Parameters as Stripe's form encoding has them."""
    if isinstance(value, Mapping):
        return [pair for key, item in value.items() for pair in form_pairs(item, f"{name}[{key}]" if name else key)]
    if isinstance(value, list | tuple):
        return [pair for place, item in enumerate(value) for pair in form_pairs(item, f"{name}[{place}]")]
    if isinstance(value, bool):
        return [(name, json.dumps(value))]
    return [(name, str(value))]
