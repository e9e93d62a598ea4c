"""Stripe's limits on metadata, and the program's own keys in it.

The customer's keys always win: own keys are written only if there is room, and removed if the customer's need the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

METADATA_KEYS, METADATA_KEY, METADATA_VALUE = 50, 40, 500
"""Keys of an object; characters of a key and of a value."""
OWN_ID, REASON, TICKET = "bd_op", "bd_reason", "bd_ticket"
"""The operation that created an object (used by the outcome lookup), the reason and the ticket of the last change."""
OWN_KEYS = frozenset({OWN_ID, REASON, TICKET})
EXTERNAL_ID = "external_id"
"""The customer's id in the operator's own system. It belongs to the customer."""


def count_of_theirs(keys: Iterable[str]) -> int:
    """How many keys count against the limit whatever happens: all but the program's own."""
    return sum(key not in OWN_KEYS for key in keys)


def with_own(changes: Mapping[str, str], own: Mapping[str, str], held: Iterable[str] = ()) -> dict[str, str]:
    """The metadata parameter of a write: `changes` ("" removes a key) to an object that has the keys `held`, with as
    many of the own keys as there is room for. Own keys that have no room are left out, and removed from the object."""
    there = set(held)
    after = {*there, *changes} - {key for key, value in changes.items() if value == ""}
    wanted = {key: value[:METADATA_VALUE] for key, value in {**changes, **own}.items() if key in OWN_KEYS and value}
    room = max(0, METADATA_KEYS - count_of_theirs(after))
    # The own keys of this write first, then those that the object has.
    kept = [*own, *(key for key in sorted(OWN_KEYS & after) if key not in own)][:room]
    found = {key: value for key, value in changes.items() if key not in OWN_KEYS or value == ""}
    found |= {key: value for key, value in wanted.items() if key in kept}
    return found | {key: "" for key in sorted(OWN_KEYS & there) if key not in kept}


def after_write(held: Iterable[str], changes: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that the object has after the write."""
    return tuple(key for key in dict.fromkeys([*held, *changes]) if changes.get(key) != "")
