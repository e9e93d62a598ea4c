"""Masks card numbers and secrets in values that are stored in the journal and the audit log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..writes.operation import Operation
from .card_number_guard import has_card_number, masked

_SECRET = re.compile(r"(?:\w*_)?(?:secret|token)")
"""Fields such as `client_secret` and `signing_secret`; the ids of tokens are fields of other names."""
_HIDDEN = "…"


def masked_values(value: Any) -> Any:
    """The same JSON value with card numbers masked in every text, and without the values of secrets."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Mapping):
        return {
            masked(str(name)): _HIDDEN if _SECRET.fullmatch(str(name)) and item else masked_values(item)
            for name, item in value.items()
        }
    return [masked_values(item) for item in value] if isinstance(value, list | tuple) else value


def without_card_numbers(operation: Operation) -> Operation:
    """The operation with its recorded changes masked. Its undo is removed if the undo would write a card number."""
    changes = tuple(
        replace(
            change,
            field=masked(change.field),
            before=change.before and masked(change.before),
            after=change.after and masked(change.after),
        )
        for change in operation.changes
    )
    undo = tuple(step for step in operation.undo if not _holds_card_number(step[1].params))
    return replace(operation, changes=changes, undo=undo if len(undo) == len(operation.undo) else ())


def _holds_card_number(value: Any) -> bool:
    if isinstance(value, str):
        return has_card_number(value)
    if isinstance(value, Mapping):
        return any(has_card_number(str(name)) or _holds_card_number(item) for name, item in value.items())
    return any(map(_holds_card_number, value)) if isinstance(value, list | tuple) else False
