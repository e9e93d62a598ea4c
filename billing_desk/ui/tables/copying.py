"""Rows as text for the clipboard, including rows that are not loaded."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.text.card_number_guard import masked
from ...services.queries import Queries
from ..wording.text import Wording
from .column import Column

MOST = 50_000
"""Maximum number of rows; for more there is the export."""
_AT_ONCE = 2_000


async def as_text(
    reading: Queries, kind: str, numbers: Sequence[int], columns: Sequence[Column], wording: Wording
) -> str:
    """Tab-separated, with the columns' titles, in the given order; card numbers are masked."""
    lines = ["\t".join(column.title() for column in columns)]
    for at in range(0, min(len(numbers), MOST), _AT_ONCE):
        chunk = numbers[at : at + _AT_ONCE]
        rows = await reading.rows(kind, chunk)
        found = (row for number in chunk if (row := rows.get(number)) is not None)
        lines += ["\t".join(_one_line(column.text(row, wording)) for column in columns) for row in found]
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return masked(" ".join(text.split()))
