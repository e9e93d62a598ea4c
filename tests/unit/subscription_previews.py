"""Previews of changes of subscriptions that several tests make."""

from __future__ import annotations

from dataclasses import replace

from billing_desk.desk import Desk
from billing_desk.domain.objects.subscription import items_of
from billing_desk.domain.writes.operation import Preview
from billing_desk.domain.writes.subscription_change import When, edits_of


async def preview_quantity(
    desk: Desk, subscription: str, item: str, quantity: int, when: When = When.NEXT
) -> Preview | None:
    now, _ = await desk.services.reader.read("subscription", subscription)
    edits = [replace(e, quantity=quantity) if e.id == item else e for e in edits_of(items_of(now))]
    changes = desk.services.subscription_changes
    return await changes.preview(subscription, edits, when, changes.now())
