"""The same edit for many customers: what it does to each, and whom it leaves out and why. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from .customer import CustomerFields, fields_of, problems
from .operation import OWN_KEYS

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

    @property
    def needs_key(self) -> bool:
        return self in (EditKind.SET_METADATA, EditKind.REMOVE_METADATA)

    @property
    def needs_value(self) -> bool:
        return self not in (EditKind.REMOVE_METADATA, EditKind.UNDESCRIBE)


class RowState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Edit:
    """`key` is a metadata key, `value` its value, a tag or a description."""

    kind: EditKind
    key: str = ""
    value: str = ""

    @property
    def problem(self) -> str | None:
        """Why it cannot be made to anybody: empty, own_key, or the code of the customer's field that refuses it."""
        if (self.kind.needs_key and not self.key) or (self.kind.needs_value and not self.value):
            return "empty"
        if self.kind.needs_key and self.key in OWN_KEYS:
            return "own_key"
        if self.kind in (EditKind.ADD_TAG, EditKind.REMOVE_TAG) and "," in self.value:
            return "tag_with_comma"
        found = problems(edited(CustomerFields(), self))
        return found[0].code if found else None


@dataclass(frozen=True)
class Planned:
    """One row of the dry list: the edited text before and after, or why this customer is left out (`skip`)."""

    subject: str
    title: str
    skip: str = ""
    before: str = ""
    after: str = ""


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
    found = [problem for problem in problems(after) if problem not in problems(before)]
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
