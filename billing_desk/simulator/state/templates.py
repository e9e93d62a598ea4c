"""Validates and converts parameters from their wire format.

A shape is called with the decoded value and the parameter's full name; it returns the value or raises `ApiError`.
An empty text becomes `UNSET` where the parameter may be unset.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from ..errors import ApiError, exclusive, invalid, missing_parameter, unknown_parameter

Shape = Callable[[Any, str], Any]


class _Unset:
    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


METADATA_KEYS = 50
UNSET = _Unset()


def plain(value: Any) -> Any:
    """None for UNSET, any other value unchanged."""
    return None if value is UNSET else value


def emptied(value: Any) -> Any:
    """Replace UNSET by None inside dicts and lists; a top-level UNSET is unchanged."""
    if isinstance(value, dict):
        return {name: plain(emptied(item)) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(emptied(item)) for item in value]
    return value


def empty(name: str) -> ApiError:
    return ApiError(
        400,
        f"You passed an empty string for '{name}'. We assume empty values are an attempt to unset a parameter; however "
        f"'{name}' cannot be unset. You should remove '{name}' from your request or supply a non-empty value.",
        code="parameter_invalid_empty",
        param=name,
    )


def text(max_length: int = 5000, *, may_be_empty: bool = True) -> Shape:
    def check(value: Any, name: str) -> Any:
        if not isinstance(value, str):
            raise invalid(name, f"Invalid string: {value!r}")
        if value == "":
            if not may_be_empty:
                raise empty(name)
            return UNSET
        if len(value) > max_length:
            raise invalid(
                name,
                f"Invalid string: {value[:20]}...; must be at most {max_length} characters",
                code="parameter_invalid_string_too_long",
            )
        return value

    return check


def email(value: Any, name: str) -> Any:
    value = text(512)(value, name)
    if value is not UNSET and not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        raise invalid(name, f"Invalid email address: {value}", code="email_invalid")
    return value


def url(value: Any, name: str) -> Any:
    value = text(may_be_empty=False)(value, name)
    try:
        parts = urlsplit(value)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or any(not letter.isprintable() or letter.isspace() for letter in value):
        raise invalid(name, "Invalid URL: An explicit scheme (such as https) must be provided.", code="url_invalid")
    return value


_CURRENCIES = (
    " usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf "
    " chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf "
    " idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop "
    " mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd "
    " scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof "
    " xpf yer zar zmw "
)


def currency(value: Any, name: str) -> Any:
    value = text(may_be_empty=False)(value, name).lower()
    if f" {value} " not in _CURRENCIES:
        raise invalid(name, f"Invalid currency: {value}. Stripe currently supports these currencies: usd, eur, jpy, …")
    return value


_LARGEST = 253_402_300_799
"""The last second of the year 9999; above any amount that can be charged."""


def integer(value: Any, name: str) -> Any:
    if value == "":
        raise empty(name)
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,18}", str(value)) or abs(int(value)) > _LARGEST:
        raise invalid(name, f"Invalid integer: {value}", code="parameter_invalid_integer")
    return int(value)


def between(least: int, most: int) -> Shape:
    def check(value: Any, name: str) -> Any:
        number = integer(value, name)
        if not least <= number <= most:
            word = f"greater than or equal to {least}" if number < least else f"less than or equal to {most}"
            raise invalid(name, f"This value must be {word}.", code="parameter_invalid_integer")
        return number

    return check


def json_integer(value: Any, name: str) -> Any:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
        raise invalid(name, f"Invalid integer: {value!r}")
    return value


def number(value: Any, name: str) -> Any:
    return decimal_text(value, name)


def decimal_text(value: Any, name: str) -> Any:
    if value == "":
        raise empty(name)
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", str(value)):
        raise invalid(name, f"Invalid decimal: {value}")
    return str(value)


def boolean(value: Any, name: str) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if value == "":
        raise empty(name)
    raise invalid(name, f"Invalid boolean: {value}")


def json_boolean(value: Any, name: str) -> Any:
    if isinstance(value, bool):
        return value
    raise invalid(name, f"Invalid boolean: {value!r}")


def one_of(*options: Any) -> Shape:
    def check(value: Any, name: str) -> Any:
        if value in options:
            return value
        if value == "":
            raise empty(name)
        allowed = ", ".join(map(str, options[:-1])) + f", or {options[-1]}" if len(options) > 1 else str(options[0])
        raise invalid(name, f"Invalid {name}: must be one of {allowed}")

    return check


def unset_or(shape: Shape) -> Shape:
    """UNSET for an empty text, otherwise this shape."""

    def check(value: Any, name: str) -> Any:
        return UNSET if value == "" else shape(value, name)

    return check


def either(shapes: list[Shape]) -> Shape:
    """The first shape that fits. If none fits, raises the last error about a nested parameter, else the first error."""

    def check(value: Any, name: str) -> Any:
        trouble: ApiError | None = None
        for shape in shapes:
            try:
                return shape(value, name)
            except ApiError as error:
                if trouble is None or error.param != name:
                    trouble = error
        assert trouble is not None
        raise trouble

    return check


def array(item: Shape, max_items: int = 100) -> Shape:
    def check(value: Any, name: str) -> Any:
        if value == "":
            raise empty(name)
        if not isinstance(value, list):
            raise invalid(name, "Invalid array")
        if len(value) > max_items:
            raise invalid(name, f"Array {name} exceeded maximum {max_items} allowed elements.")
        return [item(each, f"{name}[{index}]") for index, each in enumerate(value)]

    return check


def mapping(item: Shape) -> Shape:
    """An object with any names, whose values have this shape."""

    def check(value: Any, name: str) -> Any:
        if not isinstance(value, dict):
            raise empty(name) if value == "" else invalid(name, "Invalid object")
        return {key: item(each, f"{name}[{key}]") for key, each in value.items()}

    return check


def metadata(value: Any, name: str) -> Any:
    """At most 50 keys of 40 characters with values of 500 (Stripe's page on metadata limits)."""
    if value == "":
        return UNSET
    if not isinstance(value, dict):
        raise invalid(name, "Invalid object")
    if len(value) > METADATA_KEYS:
        raise invalid(name, f"You can have up to {METADATA_KEYS} keys")
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
        if not isinstance(value, dict):
            raise empty(name) if value == "" else invalid(name, "Invalid object")
        for key in value:
            if key not in known:
                raise unknown_parameter(f"{name}[{key}]" if name else key)
        for key in required:
            if key not in value:
                raise missing_parameter(f"{name}[{key}]" if name else key)
        return {key: known[key](item, f"{name}[{key}]" if name else key) for key, item in value.items()}

    return check


def reject_both(params: Mapping[str, Any], *names: str, inside: str = "") -> None:
    """Raises ApiError if more than one of these is given, as Stripe does."""
    given = [name for name in names if name in params]
    if len(given) > 1:
        full = [f"{inside}[{name}]" if inside else name for name in given]
        raise exclusive(*full)


def require_one(params: Mapping[str, Any], *names: str) -> str:
    """The name that is given. Raises ApiError if none or several are."""
    reject_both(params, *names)
    for name in names:
        if name in params:
            return name
    raise missing_parameter(names[0])
