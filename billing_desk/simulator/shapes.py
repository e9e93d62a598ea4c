"""What a parameter may look like on the wire, and how its text becomes a value.

A shape is called with the decoded value and the parameter's full name; it returns the value or raises `ApiError`.
An empty string means "unset" wherever a parameter is optional, and arrives as `UNSET`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .errors import ApiError, invalid, missing_parameter, unknown_parameter

Shape = Callable[[Any, str], Any]


class _Unset:
    def __repr__(self) -> str:
        return "UNSET"


UNSET = _Unset()


def text(max_length: int = 5000) -> Shape:
    def check(value: Any, name: str) -> Any:
        if not isinstance(value, str):
            raise invalid(name, f"Invalid string: {value!r}")
        if value == "":
            return UNSET
        if len(value) > max_length:
            raise invalid(
                name, f"Invalid string: must be at most {max_length} characters", code="parameter_invalid_string_blank"
            )
        return value

    return check


def email(value: Any, name: str) -> Any:
    value = text(512)(value, name)
    if value is not UNSET and not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        raise invalid(name, f"Invalid email address: {value}", code="email_invalid")
    return value


def integer(value: Any, name: str) -> Any:
    if value == "":
        return UNSET
    if isinstance(value, bool) or not re.fullmatch(r"-?\d+", str(value)):
        raise invalid(name, f"Invalid integer: {value}", code="parameter_invalid_integer")
    return int(value)


def decimal_text(value: Any, name: str) -> Any:
    if not re.fullmatch(r"-?\d+(\.\d{1,12})?", str(value)):
        raise invalid(name, f"Invalid decimal: {value}")
    return str(value)


def boolean(value: Any, name: str) -> Any:
    if value in ("true", "false"):
        return value == "true"
    raise invalid(name, f"Invalid boolean: {value}")


def one_of(*options: str) -> Shape:
    def check(value: Any, name: str) -> Any:
        if value == "":
            return UNSET
        if value not in options:
            allowed = ", ".join(options[:-1]) + f", or {options[-1]}" if len(options) > 1 else options[0]
            raise invalid(name, f"Invalid {name}: must be one of {allowed}")
        return value

    return check


def array(item: Shape, max_items: int = 100) -> Shape:
    def check(value: Any, name: str) -> Any:
        if value == "":
            return UNSET
        if not isinstance(value, list):
            raise invalid(name, "Invalid array")
        if len(value) > max_items:
            raise invalid(name, f"Array {name} exceeded maximum {max_items} allowed elements.")
        return [item(each, f"{name}[{index}]") for index, each in enumerate(value)]

    return check


def metadata(value: Any, name: str) -> Any:
    """At most 50 keys of 40 characters with values of 500 (docs: metadata limits)."""
    if value == "":
        return UNSET
    if not isinstance(value, dict):
        raise invalid(name, "Invalid object")
    for key, item in value.items():
        if not isinstance(item, str):
            raise invalid(f"{name}[{key}]", "Metadata values must be strings")
        if len(key) > 40:
            raise invalid(name, f"Metadata key {key!r} is longer than 40 characters")
        if len(item) > 500:
            raise invalid(f"{name}[{key}]", "Metadata values can have up to 500 characters")
    return value


def fields(known: Mapping[str, Shape], required: tuple[str, ...] = ()) -> Shape:
    def check(value: Any, name: str) -> Any:
        if value == "":
            return UNSET
        if not isinstance(value, dict):
            raise invalid(name, "Invalid object")
        full = {key: f"{name}[{key}]" if name else key for key in [*value, *required]}
        for key in value:
            if key not in known:
                raise unknown_parameter(full[key])
        for key in required:
            if key not in value:
                raise missing_parameter(full[key])
        return {key: known[key](item, full[key]) for key, item in value.items()}

    return check


created_range = fields(dict.fromkeys(("gt", "gte", "lt", "lte"), integer))


def created(value: Any, name: str) -> Any:
    """A timestamp, or a range of them."""
    return created_range(value, name) if isinstance(value, dict) else integer(value, name)


address = fields({key: text() for key in ("city", "country", "line1", "line2", "postal_code", "state")})

PAGING: Mapping[str, Shape] = {
    "limit": integer,
    "starting_after": text(),
    "ending_before": text(),
}


def listing(**filters: Shape) -> Shape:
    """The parameters of a list call: the cursors and these filters."""
    return fields({**PAGING, **filters})


def reject_both(params: Mapping[str, Any], first: str, second: str) -> None:
    if first in params and second in params:
        raise ApiError(
            400,
            f"You may only specify one of these parameters: {first}, {second}.",
            code="parameters_exclusive",
            param=first,
        )
