"""The same edit for many customers or cards: what it does to each, and which it leaves out and why. Pure."""

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
"""The metadata key that holds a customer's tags, separated by commas: Stripe itself has none."""


class EditKind(StrEnum):
    """In the order in which they are offered."""

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

    @property
    def entity(self) -> str:
        """Of what it is made to many."""
        return self.value.partition(".")[0]

    @property
    def needs_key(self) -> bool:
        return self in (EditKind.SET_METADATA, EditKind.REMOVE_METADATA)

    @property
    def needs_value(self) -> bool:
        """A text that a person writes."""
        return self.entity == "customer" and self not in (EditKind.REMOVE_METADATA, EditKind.UNDESCRIBE)


class RowState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Edit:
    """`key` is a metadata key, `value` its value, a tag, a description, or the day (ISO) on which somebody was
    contacted. For links `key` says whether the card that comes is to be the DEFAULT."""

    kind: EditKind
    key: str = ""
    value: str = ""

    @property
    def problem(self) -> str | None:
        """Why it cannot be made to anybody: empty, own_key, or the code of the customer's field that refuses it."""
        if (self.kind.needs_key and not self.key) or (self.kind.needs_value and not self.value):
            return "empty"
        if self.kind.needs_key and is_own(self.key):
            return "own_key"
        if self.kind in (EditKind.ADD_TAG, EditKind.REMOVE_TAG) and "," in self.value:
            return "tag_with_comma"
        found = field_errors(edited(CustomerFields(), self)) if self.kind.entity == "customer" else []
        return found[0].code if found else None


@dataclass(frozen=True)
class Planned:
    """One row of the dry run: the edited text before and after, or why it is left out (`skip`). `owner` is the
    customer where several rows may be of one."""

    subject: str
    title: str
    skip: str = ""
    before: str = ""
    after: str = ""
    owner: str = ""


@dataclass(frozen=True)
class BulkRow:
    """`operation` is the journal's; `note` says why it was left out or failed; `round` counts how often it was tried
    again."""

    position: int
    subject: str
    title: str
    state: RowState
    operation: str = ""
    note: str = ""
    round: int = 0


@dataclass(frozen=True)
class Bulk:
    """One reason and ticket for all. `made` and `ended` in Unix seconds."""

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
    """What the edit would do to a customer as Stripe's JSON has it."""
    before = fields_of(customer)
    subject, title = str(customer["id"]), before.name or before.email or str(customer["id"])
    skip = "deleted" if customer.get("deleted") else skipped(before, edit)
    return Planned(subject, title, skip, _text(before, edit), _text(edited(before, edit), edit))


def _text(fields: CustomerFields, edit: Edit) -> str:
    """What the edit is about."""
    if edit.kind in (EditKind.DESCRIBE, EditKind.UNDESCRIBE):
        return fields.description
    tags = edit.kind in (EditKind.ADD_TAG, EditKind.REMOVE_TAG)
    return fields.metadata.get(TAGS if tags else edit.key, "")


def skipped(before: CustomerFields, edit: Edit) -> str:
    """Why a customer is left out: same, or the code of the problem that the edit would make; "" if it is not."""
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


def apart(rows: Sequence[Planned], edit: Edit) -> tuple[Planned, ...]:
    """One customer gets one link, however many of their cards are chosen; of several cards none becomes the default,
    because nobody has said which."""
    if edit.kind not in (EditKind.SEND_LINK, EditKind.MAKE_DEFAULT):
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
"""The metadata key of a card whose owner was contacted about it; its value is the day, as YYYY-MM-DD."""


def planned_card(card: Mapping[str, Any], owner: Mapping[str, Any], edit: Edit, today: date) -> Planned:
    """`card` and `owner` by the columns of the local copy."""
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
