"""Row numbers. FTS5 returns rows in ascending order and Stripe's lists are newest first, so row numbers decrease with
creation time: ascending row numbers are newest first."""

from __future__ import annotations

import zlib

_SECONDS, _WITHIN = 34, 28
LATEST = (1 << _SECONDS) - 2
"""Unix seconds: the latest creation time that has row numbers."""


def row_number(created: int | None, id_: str) -> int:
    """The row number by creation time and the id's CRC-32; on a collision MirrorWriter takes the next free number."""
    return first_row(created or 0) | zlib.crc32(id_.encode()) & ((1 << _WITHIN) - 1)


def first_row(created: int) -> int:
    """The lowest row number for this Unix second."""
    return ((1 << _SECONDS) - created) << _WITHIN
