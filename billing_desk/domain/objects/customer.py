"""A customer's editable fields, Stripe's limits on them, and the parameters of a create or an update."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from ..field_errors import FieldError
from ..text.display_text import is_blank
from ..writes.operation import FieldChange
from ..writes.own_metadata import METADATA_KEY, METADATA_KEYS, METADATA_VALUE, OWN_KEYS, count_of_theirs, with_own

LIMITS = {"name": 256, "email": 512, "phone": 20, "description": 350}
TAX_EXEMPT = ("none", "exempt", "reverse")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Address:
    line1: str = ""
    line2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True)
class CustomerFields:
    """The fields of the form. Empty text means "not set"."""

    name: str = ""
    email: str = ""
    phone: str = ""
    description: str = ""
    address: Address = field(default_factory=Address)
    preferred_locales: tuple[str, ...] = ()
    tax_exempt: str = "none"
    metadata: Mapping[str, str] = field(default_factory=dict)


def display_name(customer: Mapping[str, Any]) -> str:
    """Name, else email, else id."""
    found = (str(customer.get(field) or "") for field in ("name", "email", "id"))
    return next((text for text in found if not is_blank(text)), "")


def fields_of(customer: Mapping[str, Any]) -> CustomerFields:
    """From Stripe's JSON; missing and null fields count as not set."""
    address = customer.get("address") or {}
    return CustomerFields(
        name=customer.get("name") or "",
        email=customer.get("email") or "",
        phone=customer.get("phone") or "",
        description=customer.get("description") or "",
        address=Address(**{key: address.get(key) or "" for key in asdict(Address())}),
        preferred_locales=tuple(customer.get("preferred_locales") or ()),
        tax_exempt=customer.get("tax_exempt") or "none",
        metadata={key: str(value) for key, value in (customer.get("metadata") or {}).items()},
    )


def field_errors(fields: CustomerFields, before: CustomerFields | None = None) -> list[FieldError]:
    """Everything Stripe would refuse (docs: customers, metadata limits), one error per field. Values equal to those in
    `before` are not sent and therefore not checked."""
    old = before or CustomerFields()
    found = [
        FieldError(name, "too_long", {"limit": str(limit)})
        for name, limit in LIMITS.items()
        if len(getattr(fields, name)) > limit and getattr(fields, name) != getattr(old, name)
    ]
    if fields.email != old.email and fields.email and not _EMAIL.fullmatch(fields.email):
        found.append(FieldError("email", "not_an_email"))
    country = fields.address.country
    if country != old.address.country and country and not re.fullmatch("[A-Z]{2}", country):
        found.append(FieldError("country", "not_a_country"))
    if fields.preferred_locales != old.preferred_locales:
        found += _locale_problems(fields.preferred_locales)
    changed = {key: value for key, value in fields.metadata.items() if old.metadata.get(key) != value}
    return found + metadata_errors(changed, count_of_theirs(fields.metadata))


def _locale_problems(locales: tuple[str, ...]) -> list[FieldError]:
    bad = [locale for locale in locales if not _LOCALE.fullmatch(locale)]
    if bad:
        return [FieldError("preferred_locales", "not_a_locale", {"locale": bad[0]})]
    # The API cannot clear the list of languages, because an empty list is not sent.
    return [] if locales else [FieldError("preferred_locales", "cannot_be_emptied")]


def metadata_errors(changed: Mapping[str, str], count: int = 0) -> list[FieldError]:
    """What Stripe would refuse in the metadata: in the `changed` entries, one error each, or because of the `count` in
    total."""
    if changed and count > METADATA_KEYS:
        return [FieldError("metadata", "too_many_keys", {"limit": str(METADATA_KEYS)})]
    found = [(key, _entry_error(key, value)) for key, value in changed.items()]
    return [FieldError("metadata", code, {"key": key}) for key, code in found if code]


def _entry_error(key: str, value: str) -> str:
    if not key or "[" in key or "]" in key:
        return "bad_key"
    if len(key) > METADATA_KEY or len(value) > METADATA_VALUE:
        return "metadata_too_long"
    return "" if value else "empty_value"


def update_params(before: CustomerFields, after: CustomerFields) -> dict[str, Any]:
    """The parameters that turn `before` into `after`: changed fields only, with "" to clear a field at Stripe."""
    params: dict[str, Any] = {
        name: getattr(after, name)
        for name in ("name", "email", "phone", "description", "tax_exempt")
        if getattr(before, name) != getattr(after, name)
    }
    if before.address != after.address:
        params["address"] = asdict(after.address) if after.address != Address() else ""
    if before.preferred_locales != after.preferred_locales:
        params["preferred_locales"] = list(after.preferred_locales)
    removed = {key: "" for key in before.metadata if key not in after.metadata}
    written = {key: value for key, value in after.metadata.items() if before.metadata.get(key) != value}
    if removed or written:
        params["metadata"] = with_own({**removed, **written}, {}, before.metadata)
    return params


def in_steps(params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The parameters of an update as one request; as two, of which the first removes metadata, if one would have more
    entries than Stripe accepts."""
    metadata = params.get("metadata") or {}
    if len(metadata) <= METADATA_KEYS:
        return [dict(params)]
    removed = {key: value for key, value in metadata.items() if value == ""}
    return [{"metadata": removed}, {**params, "metadata": {k: v for k, v in metadata.items() if k not in removed}}]


def create_params(fields: CustomerFields) -> dict[str, Any]:
    """The parameters of a create: only fields that are set."""
    params = update_params(CustomerFields(), fields)
    if "address" in params:
        params["address"] = {key: value for key, value in params["address"].items() if value}
    return params


def field_changes(before: CustomerFields, after: CustomerFields) -> tuple[FieldChange, ...]:
    """Every changed field, flattened: `address.city`, `metadata.crm_id`."""
    old, new = _flat(before), _flat(after)
    return tuple(
        FieldChange(name, old.get(name) or None, new.get(name) or None)
        for name in dict.fromkeys([*old, *new])
        if (old.get(name) or None) != (new.get(name) or None)
    )


def _flat(fields: CustomerFields) -> dict[str, str]:
    flat = {name: getattr(fields, name) for name in (*LIMITS, "tax_exempt")}
    flat["preferred_locales"] = ", ".join(fields.preferred_locales)
    flat |= {f"address.{key}": value for key, value in asdict(fields.address).items()}
    return flat | {f"metadata.{key}": value for key, value in fields.metadata.items() if key not in OWN_KEYS}


def rebased(before: CustomerFields, after: CustomerFields, held: CustomerFields) -> CustomerFields:
    """The edit from `before` to `after`, applied to the fields that Stripe holds now."""

    def chosen(name: str) -> Any:
        return getattr(after if getattr(before, name) != getattr(after, name) else held, name)

    old, new = asdict(before.address), asdict(after.address)
    address = {key: new[key] if new[key] != old[key] else kept for key, kept in asdict(held.address).items()}
    metadata = dict(held.metadata)
    for key in {**before.metadata, **after.metadata}:
        if before.metadata.get(key) != after.metadata.get(key):
            metadata.pop(key, None)
            metadata |= {key: after.metadata[key]} if key in after.metadata else {}
    plain = {name: chosen(name) for name in (*LIMITS, "tax_exempt", "preferred_locales")}
    return CustomerFields(**plain, address=Address(**address), metadata=metadata)
