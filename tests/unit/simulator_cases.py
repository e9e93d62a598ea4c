"""What tests of the simulator's billing ask again and again."""

from __future__ import annotations

from typing import Any

from ..simulated import Asked

HOUR = 3_600


def statuses(asked: Asked, subscription: dict[str, Any]) -> list[tuple[str, int, str]]:
    return [(i["status"], i["total"], i["billing_reason"]) for i in asked.invoices(subscription=subscription["id"])]


def now_of(asked: Asked, subscription: dict[str, Any]) -> dict[str, Any]:
    return asked.get(f"/v1/subscriptions/{subscription['id']}")
