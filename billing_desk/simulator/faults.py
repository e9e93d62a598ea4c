"""Troubles on demand: what a bad day on the network or at Stripe looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["delay", "status", "drop_before", "drop_after", "not_json"]


class ConnectionDropped(Exception):
    """The connection ends without an answer."""


@dataclass
class Fault:
    """Applies to requests whose "METHOD /path" matches `pattern`, at most `times` times (None: always).

    `delay` waits `seconds` first; `status` answers with that status and never runs the request; `drop_before` and
    `drop_after` cut the connection before or after the request took effect; `not_json` answers a page of HTML.
    """

    pattern: str
    kind: Kind
    times: int | None = 1
    seconds: float = 0.0
    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)
    hits: int = 0

    def matches(self, line: str) -> bool:
        spent = self.times is not None and self.hits >= self.times
        return not spent and re.search(self.pattern, line) is not None


class Faults:
    """The faults in force; the first that matches a request applies and is counted."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, path: str) -> Fault | None:
        for fault in self._faults:
            if fault.matches(f"{method} {path}"):
                fault.hits += 1
                return fault
        return None
