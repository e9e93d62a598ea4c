"""One line of the table of figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`value` and `beside` in milliseconds, unless the name says another unit; `ratio` is value over beside."""

    what: str
    value: float
    beside: float
    against: str
    ratio: float
    aim: str


def figure(what: str, value: float, beside: float, against: str, aim: str) -> Figure:
    return Figure(what, round(value, 1), round(beside, 1), against, round(value / beside, 2) if beside else 0, aim)
