"""Change notices and their listeners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """The kinds of objects in the mirror and in the journal (`STEP`: a step of an operation was done), what comes from
    outside (attached cards, completed hosted pages, recorded events, deliveries to webhooks), and the marks of
    checks."""

    CUSTOMER = "customer"
    CARD = "card"
    PRICE = "price"
    PRODUCT = "product"
    SUBSCRIPTION = "subscription"
    INVOICE = "invoice"
    METER = "meter"
    EVENT = "event"
    WEBHOOK = "webhook"
    ATTENTION = "attention"
    CHECKS = "checks"
    OPERATION = "operation"
    STEP = "step"
    BULK = "bulk"
    NEW_CARD = "new_card"
    CARD_PAGE = "card_page"


@dataclass(frozen=True)
class Change:
    """Objects of this kind changed; without ids any of them may have changed."""

    kind: ChangeKind
    ids: frozenset[str] = frozenset()


Listener = Callable[[Change], None]


class Changes:
    """Calls every listener in order of subscription, on the thread that publishes."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Returns a function that ends the subscription; calling it twice is harmless."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
