"""A draft invoice as the operator wants it, and the parameters that make or change it (Stripe API: invoices)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..billing_dates import DAY
from ..field_errors import FieldError
from ..invoices.lines import price_of_line
from ..json_object import Json, id_of
from ..money import LARGEST, Money
from ..objects.invoice import currency_of, issued_at, subscription_of
from ..objects.nested import rows_of

MOST_FIELDS, FIELD_NAME, FIELD_VALUE = 4, 40, 140
"""Custom fields of an invoice, and the longest name and value in characters (Stripe API: custom_fields)."""
MOST_LINES = 100
LONGEST_LINE, LONGEST_MEMO = 500, 1_500
"""Characters that the form takes; Stripe's own limits are higher or not documented."""
MOST_DAYS = 3_650
BY_EMAIL, BY_CARD = "send_invoice", "charge_automatically"


@dataclass(frozen=True)
class DraftLine:
    """A `price` with a `quantity`, a `unit` amount with a `quantity` (Stripe makes a price of it), or an `amount` for
    the whole line. `rates` are ids of tax rates, `period` is (start, end) in Unix seconds. `id` is the line's id, ""
    for a new one; a `fixed` line comes from a subscription and cannot be changed."""

    description: str = ""
    amount: Money | None = None
    price: str = ""
    unit: Money | None = None
    quantity: int = 1
    rates: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    id: str = ""
    fixed: bool = False


@dataclass(frozen=True)
class Draft:
    """`days` (until due) or `due` (Unix seconds) if it is sent by email; neither if it is charged automatically.
    `takes_pending`: also the invoice items that wait for the next invoice."""

    customer: str
    currency: str
    lines: tuple[DraftLine, ...] = ()
    days: int | None = None
    due: int | None = None
    memo: str = ""
    footer: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    takes_pending: bool = False
    subscription: str = ""

    @property
    def by_email(self) -> bool:
        return self.days is not None or self.due is not None


def draft_errors(draft: Draft, now: int) -> list[FieldError]:
    """What Stripe would refuse, by field; `lines.0` is the first line. `now` in Unix seconds."""
    found = []
    if not draft.lines and not draft.takes_pending:
        found.append(FieldError("lines", "no_lines"))
    for number, line in enumerate(draft.lines):
        found += [FieldError(f"lines.{number}", code) for code in _line_errors(line, draft.currency)]
    if draft.due is not None and draft.due <= now:
        found.append(FieldError("due", "due_past"))
    if draft.days is not None and not 0 <= draft.days <= MOST_DAYS:
        found.append(FieldError("due", "due_days"))
    if len(draft.memo) > LONGEST_MEMO:
        found.append(FieldError("memo", "too_long"))
    if len(draft.footer) > LONGEST_MEMO:
        found.append(FieldError("footer", "too_long"))
    for name, value in draft.fields:
        if not name or not value:
            found.append(FieldError("fields", "half_field"))
        elif len(name) > FIELD_NAME or len(value) > FIELD_VALUE:
            found.append(FieldError("fields", "long_field"))
    if len(draft.fields) > MOST_FIELDS:
        found.append(FieldError("fields", "many_fields"))
    return found


def _line_errors(line: DraftLine, currency: str) -> list[str]:
    if line.fixed:
        return []
    found = []
    stated = line.amount or line.unit
    if not line.price and stated is None:
        found.append("no_amount")
    if line.unit is not None and line.unit.amount < 0:
        found.append("negative_unit")
    if line.unit is not None and line.unit.amount * line.quantity > LARGEST:
        found.append("too_large")
    if stated is not None and stated.currency != currency:
        found.append("other_currency")
    if not line.price and not line.description:
        found.append("no_description")
    if len(line.description) > LONGEST_LINE:
        found.append("too_long")
    if line.period is not None and line.period[1] < line.period[0]:
        found.append("bad_period")
    return found


def header_params(draft: Draft) -> dict[str, Any]:
    """What `create` and `update` share."""
    found: dict[str, Any] = {
        "description": draft.memo,
        "footer": draft.footer,
        "collection_method": BY_EMAIL if draft.by_email else BY_CARD,
        "custom_fields": [{"name": name, "value": value} for name, value in draft.fields] or "",
    }
    if draft.days is not None:
        found["days_until_due"] = draft.days
    elif draft.due is not None:
        found["due_date"] = draft.due
    return found


def create_params(draft: Draft) -> dict[str, Any]:
    found = {name: value for name, value in header_params(draft).items() if value != ""}
    found |= {"customer": draft.customer, "currency": draft.currency, "auto_advance": False}
    found["pending_invoice_items_behavior"] = "include" if draft.takes_pending else "exclude"
    return found | ({"subscription": draft.subscription} if draft.subscription else {})


def line_params(line: DraftLine) -> dict[str, Any]:
    """A new line."""
    found: dict[str, Any] = {"description": line.description} if line.description else {}
    if line.price:
        found |= {"pricing": {"price": line.price}, "quantity": line.quantity}
    elif line.unit is not None:
        found |= _price_data(line, line.unit)
    elif line.amount is not None:
        found["amount"] = line.amount.amount
    if line.rates:
        found["tax_rates"] = list(line.rates)
    if line.period is not None:
        found["period"] = {"start": line.period[0], "end": line.period[1]}
    return found


def _price_data(line: DraftLine, unit: Money) -> dict[str, Any]:
    """A price made for this line alone; its product is named as the line."""
    product = {"name": line.description}
    data = {"currency": unit.currency, "unit_amount": unit.amount, "product_data": product}
    return {"price_data": data, "quantity": line.quantity}


@dataclass(frozen=True)
class Edits:
    """What takes a draft from one state to another: parameters of `update`, `update_lines`, `remove_lines` and
    `add_lines`; empty where nothing changes."""

    header: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[Mapping[str, Any], ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[Mapping[str, Any], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.header or self.changed or self.removed or self.added)


def edits(before: Draft, after: Draft) -> Edits:
    """Lines are told apart by id; lines of a subscription stay as they are."""
    old, new = header_params(before), header_params(after)
    header = {name: value for name, value in new.items() if value != old.get(name)}
    due = {"days_until_due", "due_date"}
    if "collection_method" in header or due & set(header):
        header |= {name: new[name] for name in ("collection_method", *due) if name in new}
    held = {line.id: line for line in before.lines if line.id and not line.fixed}
    kept = {line.id: line for line in after.lines if line.id and not line.fixed}
    changed = tuple(
        {"id": id_, **_changed_params(held[id_], line)}
        for id_, line in kept.items()
        if id_ in held and line != held[id_]
    )
    added = tuple(line_params(line) for line in after.lines if not line.id)
    return Edits(header, changed, tuple(id_ for id_ in held if id_ not in kept), added)


def _changed_params(before: DraftLine, after: DraftLine) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if after.description != before.description:
        found["description"] = after.description
    if after.price and (after.price, after.quantity) != (before.price, before.quantity):
        found |= {"pricing": {"price": after.price}, "quantity": after.quantity}
    elif after.unit is not None and (after.unit, after.quantity) != (before.unit, before.quantity):
        found |= _price_data(after, after.unit)
    elif not after.price and after.amount is not None and after.amount != before.amount:
        found["amount"] = after.amount.amount
    if after.rates != before.rates:
        found["tax_rates"] = list(after.rates) or ""
    if after.period != before.period and after.period is not None:
        found["period"] = {"start": after.period[0], "end": after.period[1]}
    return found


def draft_of(invoice: Json, *, anew: bool = False) -> Draft:
    """An invoice as a draft; `anew`: for a copy of it, whose lines are new and whose due date counts from its own day.
    Of a copy, lines with a price keep the amount that they had."""
    lines = tuple(_line_of(line, currency_of(invoice), anew=anew) for line in rows_of(invoice, "lines"))
    days, due = None, None
    if invoice.get("collection_method") == BY_EMAIL:
        stated, fixed = invoice.get("days_until_due"), invoice.get("due_date")
        if fixed is not None and not anew:
            due = int(fixed)
        elif stated is not None or fixed is None:
            days = int(stated or 0)
        else:
            days = max(0, round((int(fixed) - issued_at(invoice)) / DAY))
    return Draft(
        str(id_of(invoice.get("customer")) or ""),
        currency_of(invoice),
        lines,
        days,
        due,
        str(invoice.get("description") or ""),
        str(invoice.get("footer") or ""),
        tuple((str(each["name"]), str(each["value"])) for each in invoice.get("custom_fields") or ()),
        subscription="" if anew else subscription_of(invoice) or "",
    )


def _line_of(line: Json, currency: str, *, anew: bool) -> DraftLine:
    period = line.get("period") or {}
    start, end = period.get("start"), period.get("end")
    details = [tax.get("tax_rate_details") or {} for tax in line.get("taxes") or ()]
    price = "" if anew else price_of_line(line) or ""
    return DraftLine(
        description=str(line.get("description") or ""),
        amount=None if price else Money(int(line.get("amount") or 0), currency),
        price=price,
        quantity=int(line.get("quantity") or 1),
        rates=tuple(rate for each in details if (rate := id_of(each.get("tax_rate")))),
        period=(int(start), int(end)) if start and end and start != end else None,
        id="" if anew else str(line.get("id") or ""),
        fixed=not anew and (line.get("parent") or {}).get("type") == "subscription_item_details",
    )
