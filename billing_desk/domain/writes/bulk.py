"""Bulk edits: what an edit does to each customer or card, and which ones it skips and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from ..objects.customer import CustomerFields, field_errors, fields_of
from ..objects.note import is_own

DEFAULT = "default"
TAGS = "tags"
"""The metadata key with a customer's tags, separated by commas; Stripe has no tags of its own."""


class EditKind(StrEnum):
    """The kinds of edits, in the order of the menu."""

    ADD_TAG = "customer.add_tag"
    REMOVE_TAG = "customer.remove_tag"
    SET_METADATA = "customer.set_metadata"
    REMOVE_METADATA = "customer.remove_metadata"
    DESCRIBE = "customer.describe"
    UNDESCRIBE = "customer.undescribe"
    SEND_LINK = "card.send_link"
    CONTACTED = "card.contacted"
    NOT_CONTACTED = "card.not_contacted"
    MAKE_DEFAULT = "card.make_default"
    MOVE = "subscription.move"
    GIVE_DISCOUNT = "subscription.give_discount"
    END = "subscription.end_many"
    HOLD = "subscription.hold"
    RETRY = "subscription.retry"
    CARD_LINK = "subscription.card_link"
    SET_SUBSCRIPTION_METADATA = "subscription.set_metadata"
    APPROVE = "invoice.approve"
    FINALIZE = "invoice.finalize_many"
    SEND = "invoice.send_many"
    COLLECT = "invoice.collect"
    WRITE_OFF = "invoice.write_off_many"
    SET_INVOICE_METADATA = "invoice.set_metadata"
    PROVISION = "sign_up.provision"

    @property
    def entity(self) -> str:
        """The entity that is edited: customer, card, subscription or invoice; sign_up for users of a directory."""
        return self.value.partition(".")[0]

    @property
    def makes_links(self) -> bool:
        """Whether each row creates a link to a card page."""
        return self in (EditKind.SEND_LINK, EditKind.CARD_LINK)

    @property
    def needs_key(self) -> bool:
        setting = (EditKind.SET_METADATA, EditKind.SET_SUBSCRIPTION_METADATA, EditKind.SET_INVOICE_METADATA)
        return self in (*setting, EditKind.REMOVE_METADATA)

    @property
    def needs_value(self) -> bool:
        """Whether the operator has to enter a text."""
        if self.entity in ("subscription", "invoice"):
            wanted = (EditKind.GIVE_DISCOUNT, EditKind.SET_SUBSCRIPTION_METADATA, EditKind.SET_INVOICE_METADATA)
            return self in wanted
        return self.entity == "customer" and self not in (EditKind.REMOVE_METADATA, EditKind.UNDESCRIBE)


class RowState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Edit:
    """`key` is a metadata key; `value` is its value, a tag, a description, or the day (ISO) of a contact. For links
    to a card page `key` is DEFAULT if the new card is to become the default. For moves `value` is the id of the new
    price, and `key` says whether the change is prorated: Stripe's `proration_behavior`."""

    kind: EditKind
    key: str = ""
    value: str = ""

    @property
    def problem(self) -> str | None:
        """Why the edit is invalid (empty, own_key, tag_with_comma, or a customer field's code); None if valid."""
        if (self.kind.needs_key and not self.key) or (self.kind.needs_value and not self.value):
            return "empty"
        if self.kind is EditKind.MOVE and not self.value:
            return "empty"
        if self.kind.needs_key and is_own(self.key):
            return "own_key"
        if self.kind in (EditKind.ADD_TAG, EditKind.REMOVE_TAG) and "," in self.value:
            return "tag_with_comma"
        found = field_errors(edited(CustomerFields(), self)) if self.kind.entity == "customer" else []
        return found[0].code if found else None


@dataclass(frozen=True)
class Planned:
    """One row of the dry run: the edited text before and after, or the reason why it is skipped (`skip`). `owner` is
    the customer's id in edits of cards and subscriptions. In minor units of `currency`: `revenue` is what it brings a
    month before and after, `amount` what it is about: charged,
    finalized, sent, written off or approved. `seen` is what must still be true when the row is sent; otherwise
    it is skipped as `changed`."""

    subject: str
    title: str
    skip: str = ""
    before: str = ""
    after: str = ""
    owner: str = ""
    currency: str = ""
    revenue: tuple[int, int] = (0, 0)
    amount: int = 0
    seen: str = ""


@dataclass(frozen=True)
class BulkRow:
    """`operation` is the operation's id in the journal; `note` is why the row was skipped or failed; `round` counts the
    retries; `seen`: see Planned."""

    position: int
    subject: str
    title: str
    state: RowState
    operation: str = ""
    note: str = ""
    round: int = 0
    seen: str = ""


@dataclass(frozen=True)
class Bulk:
    """A bulk edit with one reason and ticket for all rows. `made` and `ended` are in Unix seconds."""

    id: str
    edit: Edit
    reason: str
    ticket: str
    made: int
    ended: int | None = None
    counts: Mapping[RowState, int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        return self.counts.get(RowState.WAITING, 0)


def planned(customer: Mapping[str, Any], edit: Edit) -> Planned:
    """What the edit would do to a customer, given as Stripe's JSON."""
    before = fields_of(customer)
    subject, title = str(customer["id"]), before.name or before.email or str(customer["id"])
    skip = "deleted" if customer.get("deleted") else skipped(before, edit)
    return Planned(subject, title, skip, _text(before, edit), _text(edited(before, edit), edit))


def _text(fields: CustomerFields, edit: Edit) -> str:
    """The text that the edit changes."""
    if edit.kind in (EditKind.DESCRIBE, EditKind.UNDESCRIBE):
        return fields.description
    tags = edit.kind in (EditKind.ADD_TAG, EditKind.REMOVE_TAG)
    return fields.metadata.get(TAGS if tags else edit.key, "")


def skipped(before: CustomerFields, edit: Edit) -> str:
    """Why a customer is skipped: same, or the error code that the edit would cause; "" if it is not skipped."""
    after = edited(before, edit)
    if after == before:
        return "same"
    found = [problem for problem in field_errors(after) if problem not in field_errors(before)]
    return found[0].code if found else ""


def edited(before: CustomerFields, edit: Edit) -> CustomerFields:
    metadata = dict(before.metadata)
    match edit.kind:
        case EditKind.DESCRIBE:
            return replace(before, description=edit.value)
        case EditKind.UNDESCRIBE:
            return replace(before, description="")
        case EditKind.SET_METADATA:
            metadata[edit.key] = edit.value
        case EditKind.REMOVE_METADATA:
            metadata.pop(edit.key, None)
        case EditKind.ADD_TAG | EditKind.REMOVE_TAG:
            tags = [tag for tag in tags_of(before) if tag.casefold() != edit.value.casefold()]
            if edit.kind is EditKind.ADD_TAG:
                tags = tags_of(before) if len(tags) < len(tags_of(before)) else [*tags, edit.value]
            metadata.pop(TAGS, None)
            metadata |= {TAGS: ", ".join(tags)} if tags else {}
    return replace(before, metadata=metadata)


def tags_of(fields: CustomerFields) -> list[str]:
    return [tag.strip() for tag in fields.metadata.get(TAGS, "").split(",") if tag.strip()]


def skip_same_customer(rows: Sequence[Planned], edit: Edit) -> tuple[Planned, ...]:
    """Skips rows of the same customer: each customer gets one link, and if several cards of a customer are chosen as
    the default, none of them becomes it."""
    if not edit.kind.makes_links and edit.kind is not EditKind.MAKE_DEFAULT:
        return tuple(rows)
    default = edit.kind is EditKind.MAKE_DEFAULT
    counts = Counter(row.owner for row in rows if not row.skip or (default and row.skip != "unattached"))
    why = "one_of_several" if default else "same_customer"
    seen: set[str] = set()
    found = []
    for row in rows:
        several = not row.skip and counts[row.owner] > 1
        too_many = several and (default or row.owner in seen)
        found.append(replace(row, skip=why) if too_many else row)
        seen |= {row.owner} if not row.skip else set()
    return tuple(found)


CONTACTED = "bd_contacted"
"""The metadata key of a card whose owner was contacted about it; the value is the day (YYYY-MM-DD)."""


def planned_card(card: Mapping[str, Any], owner: Mapping[str, Any], edit: Edit, today: date) -> Planned:
    """`card` and `owner` are rows of the mirror."""
    title = f"{card.get('brand') or ''} *{card.get('last4') or ''}  {card.get('customer_name') or ''}".strip()
    before, after = {
        EditKind.SEND_LINK: ("", str(owner.get("email") or "")),
        EditKind.MAKE_DEFAULT: (
            str(owner.get("card") or "").replace(" ·", " *"),
            f"{card.get('brand')} *{card.get('last4')}",
        ),
    }.get(edit.kind, (str(card.get("contacted") or ""), edit.value))
    return Planned(str(card["id"]), title, _skip(card, edit, today), before, after, str(card.get("customer") or ""))


def _skip(card: Mapping[str, Any], edit: Edit, today: date) -> str:
    if not card.get("customer") or card.get("state") != "attached":
        return "unattached"
    if edit.kind in (EditKind.CONTACTED, EditKind.NOT_CONTACTED):
        return "same" if (card.get("contacted") or "") == edit.value else ""
    if edit.kind is EditKind.SEND_LINK:
        return ""
    if card.get("is_default"):
        return "same"
    if card.get("review"):
        return "funding"
    expiry = int(card.get("expiry") or 0)
    return "expired" if expiry and expiry < today.year * 100 + today.month else ""
