"""The place of an object in its table. FTS5 wants rows in rising order, and Stripe's lists are newest first; so a row's
number falls with its time, and rows in their own order are newest first."""

from __future__ import annotations

import zlib

_SECONDS, _WITHIN = 34, 28
LATEST = (1 << _SECONDS) - 2
"""Unix seconds: the last moment whose rows have a place."""


def row_number(created: int | None, id_: str) -> int:
    """Within one second by the id's checksum; whoever comes second to the same number takes the next free one."""
    return first_row(created or 0) | zlib.crc32(id_.encode()) & ((1 << _WITHIN) - 1)


def first_row(created: int) -> int:
    """The least number that a row of this Unix second can have."""
    return ((1 << _SECONDS) - created) << _WITHIN
