"""Fault injection: network and server failures on request."""

from __future__ import annotations

import random
import re
import warnings
from dataclasses import dataclass, field
from typing import Literal

from ..errors import ApiError
from ..http.answer import Answer, answer

Kind = Literal[
    "delay", "status", "drop_before", "drop_after", "not_json", "slow_body", "permission", "network_gone", "crash"
]


LONGEST_PATTERN, LONGEST_LINE = 200, 300
"""Maximum characters of a pattern, and of the "METHOD /path" it is matched against."""


class ConnectionDropped(Exception):
    """The connection is closed without a complete answer."""


@dataclass
class Fault:
    """Applies to requests whose "METHOD /path" matches `pattern`, at most `times` times (None: always).

    `delay` delays the request by `seconds`; `status` answers with that status and does not run the request;
    `drop_before` and `drop_after` close the connection before or after the request took effect; `network_gone` is
    `drop_before` until cleared; `not_json` answers an HTML page; `slow_body` spreads the answer over `seconds`;
    `crash` fails with 500, which the idempotency key keeps; `permission` answers 403 as for a restricted key.
    With `chance` below 1 the fault applies to that share of the requests, deterministic for a seed.
    """

    pattern: str
    kind: Kind
    times: int | None = 1
    seconds: float = 0.0
    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)
    chance: float = 1.0
    hits: int = 0
    over: bool = False

    def __post_init__(self) -> None:
        check_pattern(self.pattern)

    def matches(self, line: str) -> bool:
        spent = self.times is not None and self.kind != "network_gone" and self.hits >= self.times
        return not spent and re.search(self.pattern, line[:LONGEST_LINE]) is not None

    def early(self) -> Answer | None:
        """The answer to a request that does not run; None: the request runs."""
        if self.kind in ("drop_before", "network_gone"):
            return Answer(200, b"", cut=True)
        if self.kind == "not_json":
            return Answer(200, b"<html>Sign in to the network</html>", media="text/html")
        if self.kind == "permission":
            error = ApiError(403, "The provided key does not have the required permissions for this endpoint.")
            return answer(403, error.body(), {"Request-Id": "req_fault"})
        if self.kind == "status":
            type_, code = ("invalid_request_error", "rate_limit") if self.status == 429 else ("api_error", None)
            error = ApiError(self.status, "An error occurred on purpose.", type_=type_, code=code)
            return answer(self.status, error.body(), {"Request-Id": "req_fault", **self.headers})
        return None

    def late(self, found: Answer) -> Answer:
        """Modify the answer of a request that ran."""
        if self.kind == "drop_after":
            return Answer(200, b"", cut=True)
        if self.kind == "slow_body":
            found.pause = self.seconds
        return found


def check_pattern(pattern: str) -> None:
    """Raises ValueError for a pattern that could be slow. Allowed are at most two repetitions, of single characters,
    without lookaround or backreferences."""
    if not isinstance(pattern, str) or len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"a pattern is a text of at most {LONGEST_PATTERN} characters")
    plain = re.sub(r"\\[^0-9A-Za-z]|\[\^?\]?[^\]]*\]", "x", pattern)
    slow = "(?" in plain or "\\" in plain or re.search(r"\)[*+?{]|[*+?}][*+{]", plain)
    if slow or len(re.findall(r"[*+?]|\{\d*,", plain)) > 2 or plain.count("|") > 8:
        raise ValueError("a pattern may repeat single characters only, such as .* or [^/]+, twice at most")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, Warning) as error:
        raise ValueError(f"not a pattern: {error}") from error


class Faults:
    """The active faults; the first that matches a request applies and is counted."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._random = random.Random(1)

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """Remove all faults; requests that are being delayed continue."""
        for fault in self._faults:
            fault.over = True
        self._faults.clear()

    def seed(self, seed: int) -> None:
        """Seed the random choice of faults with `chance` below 1."""
        self._random.seed(seed)

    def take(self, method: str, path: str) -> Fault | None:
        for fault in self._faults:
            if fault.matches(f"{method} {path}") and (fault.chance >= 1 or self._random.random() < fault.chance):
                fault.hits += 1
                return fault
        return None
