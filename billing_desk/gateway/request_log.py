"""The most recent requests, for the activity panel. Bodies and query strings are not kept."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class LoggedRequest:
    """`at` in Unix seconds; `outcome` is "ok" or the error's class; `took` in milliseconds."""

    at: float
    method: str
    path: str
    outcome: str
    request_id: str
    took: int
    attempt: int


class RequestLog:
    """Keeps the newest entries. Two threads append to it; deque.append is thread-safe."""

    def __init__(self, size: int = 1_000) -> None:
        self._entries: deque[LoggedRequest] = deque(maxlen=size)

    def add(self, entry: LoggedRequest) -> None:
        self._entries.append(entry)

    def newest(self) -> list[LoggedRequest]:
        return list(reversed(tuple(self._entries)))
