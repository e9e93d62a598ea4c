"""The order of a table's rows, and the difference between two orders."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BLOCK = 4_096


@dataclass(frozen=True)
class Difference:
    """`removed` rows from `start` on are replaced by `added` rows; the rows before and after stay."""

    start: int
    removed: int
    added: int


def difference(old: array[int], new: array[int]) -> Difference:
    """The one range outside of which the two orders are equal."""
    shorter = min(len(old), len(new))
    start = _same(old, new, shorter, from_end=False)
    behind = _same(old, new, shorter - start, from_end=True)
    return Difference(start, len(old) - start - behind, len(new) - start - behind)


def _same(old: array[int], new: array[int], most: int, *, from_end: bool) -> int:
    """The number of equal rows from one end, compared in blocks."""
    same, step = 0, BLOCK
    while step:
        while same + step <= most and _block(old, same, step, from_end) == _block(new, same, step, from_end):
            same += step
        step //= 2
    return same


def _block(rows: array[int], at: int, length: int, from_end: bool) -> array[int]:
    if from_end:
        return rows[len(rows) - at - length : len(rows) - at]
    return rows[at : at + length]


def places(rows: array[int], wanted: frozenset[int]) -> list[int]:
    """The positions of the wanted row numbers, in order."""
    return [place for place, row in enumerate(rows) if row in wanted] if wanted else []


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as ranges (first, last) without gaps."""
    start = previous = None
    for number in numbers:
        if previous is not None and number == previous + 1:
            previous = number
            continue
        if start is not None and previous is not None:
            yield start, previous
        start = previous = number
    if start is not None and previous is not None:
        yield start, previous
