"""The one notice that something changed, and who listens to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """Objects of a kind changed; no ids: any of them may have."""

    kind: str
    ids: frozenset[str] = frozenset()


CARD_ARRIVED, PAGE_COMPLETED = "card_arrived", "card_page"
"""Kinds of changes that tell what came by itself: ids of cards that were attached, of sessions of pages."""
Listener = Callable[[Change], None]


class Changes:
    """Tells every listener, in order of subscription, on the thread that publishes."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Returns what ends the subscription; calling it twice is harmless."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
