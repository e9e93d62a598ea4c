"""Checks plain JSON against the SDK's own types: resource classes for answers, TypedDicts for parameters.

The classes' annotations mix objects and strings; strings are resolved where they were written, with the imports
that the SDK makes for type checkers only.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union

import typing_extensions
from stripe import StripeContext
from stripe._expandable_field import ExpandableField
from stripe._list_object import ListObject
from stripe._object_classes import OBJECT_CLASSES, V2_OBJECT_CLASSES
from stripe._stripe_object import StripeObject, UntypedStripeObject
from stripe.events._event_classes import get_v2_event_class

OPTIONS = {"api_key", "stripe_version", "stripe_account", "idempotency_key", "max_network_retries", "headers"}


@cache
def namespace(module_name: str) -> dict[str, Any]:
    """A module's names together with those it imports under TYPE_CHECKING."""
    module = sys.modules.get(module_name) or importlib.import_module(module_name)
    names = {**vars(typing), **vars(typing_extensions), **vars(module), "StripeContext": StripeContext}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            for line in node.body:
                if isinstance(line, ast.ImportFrom) and line.module:
                    source = importlib.import_module(line.module)
                    for alias in line.names:
                        names[alias.asname or alias.name] = getattr(source, alias.name, None)
    return names


def resolve(annotation: Any, module_name: str) -> Any:
    """A string or ForwardRef as the type it names."""
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        return eval(annotation, namespace(module_name))
    return annotation


def object_problems(data: Any, path: str = "") -> list[str]:
    """What is wrong with an answer, by the class that the SDK would build for its `object`."""
    kind = data.get("object") if isinstance(data, Mapping) else None
    if kind is None and isinstance(data, Mapping) and "next_page_url" in data:
        return [p for n, item in enumerate(data["data"]) for p in object_problems(item, f"{path}[{n}]")]
    if kind == "search_result":
        missing = [f"{path}.{k}: missing" for k in ("data", "has_more", "url", "next_page") if k not in data]
        return missing + [p for n, item in enumerate(data["data"]) for p in object_problems(item, f"{path}[{n}]")]
    if kind == "list":
        missing = [f"{path}.{key}: missing" for key in ("data", "has_more", "url") if key not in data]
        return missing + [p for n, item in enumerate(data["data"]) for p in object_problems(item, f"{path}[{n}]")]
    if kind in V2_OBJECT_CLASSES:
        return _v2_problems(data, path or kind)
    if kind not in OBJECT_CLASSES:
        return [f"{path}: unknown object {kind!r}"]
    if data.get("deleted") and kind != "discount":
        return [] if set(data) == {"id", "object", "deleted"} else [f"{path}: a deleted object holds {sorted(data)}"]
    return class_problems(data, class_of(kind), path or kind)


def _v2_problems(data: Mapping[str, Any], path: str) -> list[str]:
    module, name = V2_OBJECT_CLASSES[data["object"]]
    if set(data) == {"id", "object"}:
        return []  # what a deletion answers
    cls: Any = getattr(importlib.import_module(module), name)
    if data["object"] == "v2.core.event":
        cls = get_v2_event_class(data["type"]) or cls
        # An entry of a list leaves out what only the event itself tells.
        found = class_problems(data, cls, path)
        absent = [] if "data" in data else [f"{path}.data: missing"]
        absent += [] if "related_object" in data else [f"{path}.related_object: missing"]
        return [problem for problem in found if problem not in absent]
    return class_problems(data, cls, path)


@cache
def class_of(kind: str) -> type[StripeObject]:
    module, name = OBJECT_CLASSES[kind]
    found: type[StripeObject] = getattr(importlib.import_module(module), name)
    return found


def class_problems(data: Any, cls: type[Any], path: str) -> list[str]:
    if not isinstance(data, Mapping):
        return [f"{path}: expected an object, got {type(data).__name__}"]
    found = []
    known: set[str] = set()
    for name, raw in fields_of(cls):
        wire = name.rstrip("_") if name in ("from_", "in_") else name
        known.add(wire)
        annotation = resolve(raw, cls.__module__)
        if wire in data:
            found += value_problems(data[wire], annotation, f"{path}.{wire}", cls.__module__)
        elif not _may_be_absent(annotation):
            found.append(f"{path}.{wire}: missing")
    found += [f"{path}.{name}: not in the SDK" for name in data if name not in known and not _is_untyped(cls)]
    return found


def fields_of(cls: type[Any]) -> list[tuple[str, Any]]:
    pairs: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if isinstance(base, type) and issubclass(base, StripeObject) and base is not StripeObject:
            pairs.update(base.__dict__.get("__annotations__", {}))
    return [(n, a) for n, a in pairs.items() if not n.startswith("_") and "ClassVar" not in str(a)]


def _is_untyped(cls: type[Any]) -> bool:
    return cls is StripeObject or cls.__name__ == "UntypedStripeObject"


def _may_be_absent(annotation: Any) -> bool:
    arms = typing.get_args(annotation) if _is_union(annotation) else (annotation,)
    return type(None) in arms


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (Union, types.UnionType)


def value_problems(value: Any, annotation: Any, path: str, module: str) -> list[str]:
    """What is wrong with one value; unions hold if one arm does, and the nearest miss is told."""
    annotation = resolve(annotation, module)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if _is_union(annotation):
        return _union(value, arguments, path, module)
    if annotation is Any or annotation is object:
        return []
    if annotation is type(None):
        return [] if value is None else [f"{path}: expected null"]
    if value is None:
        return [f"{path}: may not be null"]
    if origin is Literal:
        return [] if value in arguments else [f"{path}: {value!r} is not one of {arguments[:6]}"]
    if origin is ExpandableField:
        return _union(value, (str, *arguments), path, module)
    if origin in (list, typing.List):  # noqa: UP006 - the SDK writes both
        if not isinstance(value, list):
            return [f"{path}: expected a list"]
        return [p for n, item in enumerate(value) for p in value_problems(item, arguments[0], f"{path}[{n}]", module)]
    if origin in (dict, UntypedStripeObject) or annotation is UntypedStripeObject:
        return [] if isinstance(value, Mapping) else [f"{path}: expected an object"]
    if origin is ListObject:
        return object_problems(value, path)
    return _plain(value, annotation, path)


UNKNOWN_WORDS: set[str] = set()
"""Texts met where the SDK lists the ones it knows; the types allow others, a typo would look the same."""


def _union(value: Any, arms: tuple[Any, ...], path: str, module: str) -> list[str]:
    resolved = [resolve(arm, module) for arm in arms]
    known = [word for arm in resolved if typing.get_origin(arm) is Literal for word in typing.get_args(arm)]
    if isinstance(value, str) and known and value not in known and str in resolved:
        place = re.sub(r"\[[0-9]+\]", "[]", path)
        UNKNOWN_WORDS.add(f"{place}: {value}")
    tried = [value_problems(value, arm, path, module) for arm in arms if arm is not type(None) or value is None]
    return min(tried, key=len, default=[f"{path}: may not be null"])


def _plain(value: Any, annotation: Any, path: str) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, StripeObject):
        if isinstance(value, Mapping) and isinstance(kind := value.get("object"), str) and kind in OBJECT_CLASSES:
            return object_problems(value, path)
        return class_problems(value, annotation, path)
    if typing_extensions.is_typeddict(annotation):
        return params_problems(value, annotation, path)
    wanted: tuple[type, ...] = {
        float: (int, float),
        Decimal: (str, Decimal),
        int: (int,),
        bool: (bool,),
        str: (str,),
    }.get(annotation, (object,))
    wrong_bool = isinstance(value, bool) and bool not in wanted and object not in wanted
    if isinstance(value, wanted) and not wrong_bool:
        return []
    return [f"{path}: expected {getattr(annotation, '__name__', annotation)}, got {type(value).__name__}"]


def params_problems(params: Any, typed_dict: Any, path: str = "") -> list[str]:
    """What is wrong with a request's parameters. Options are refused: they would be sent as form fields."""
    if not isinstance(params, Mapping):
        return [f"{path}: expected object, got {type(params).__name__}"]
    hints = hints_of(typed_dict)
    found = [f"{path}.{key}: missing" for key in typed_dict.__required_keys__ if key not in params]
    for key, value in params.items():
        if key in OPTIONS:
            found.append(f"{path}.{key}: an option, not a parameter")
        elif key not in hints:
            found.append(f"{path}.{key}: not a parameter")
        else:
            found += value_problems(value, hints[key], f"{path}.{key}", typed_dict.__module__)
    return found


@cache
def hints_of(typed_dict: Any) -> dict[str, Any]:
    """The types of a TypedDict's keys, resolved."""
    names = {"StripeContext": StripeContext, "Mapping": Mapping, "UntypedStripeObject": UntypedStripeObject}
    return dict(typing_extensions.get_type_hints(typed_dict, None, names))
