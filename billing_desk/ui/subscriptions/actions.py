"""The actions for a subscription in its detail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.json_object import id_of
from ...domain.objects.subscription import Item, items_of
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.subscriptions import WRITE
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..widgets.whom import whom_of
from ..wording.text import translate
from ..writing.preview import Again
from ..writing.run import button, carry_out
from .quantity import QuantityDialog

OVER = ("canceled", "incomplete_expired")


class SubscriptionActions:
    def __init__(self, context: Context[SubscriptionServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def buttons(self, subscription: dict[str, Any], title: str) -> list[QPushButton]:
        """No buttons if the subscription has ended."""
        if subscription.get("status") in OVER:
            return []
        lacking = WRITE in self._context.services.guard.lacking
        id_ = str(subscription["id"])
        ends, paused = bool(subscription.get("cancel_at_period_end")), bool(subscription.get("pause_collection"))
        made = [
            button(_ending(ends), self._run(lambda: self._end(id_, title, ends=not ends)), lacking=lacking),
            button(_pausing(paused), self._run(lambda: self._pause(id_, title, paused=not paused)), lacking=lacking),
        ]
        licensed = [item for item in items_of(subscription) if item.price.usage_type != "metered"]
        if len(licensed) == 1:
            text = translate("Subscriptions", "Update quantity…")
            made.insert(0, button(text, self._run(lambda: self._count(id_, title, licensed[0])), lacking=lacking))
        return made

    def _run(self, work: Callable[[], Any]) -> Callable[[], None]:
        def run() -> None:
            self._jobs.start(work())

        return run

    async def _end(self, id_: str, title: str, *, ends: bool) -> None:
        service = self._context.services.subscriptions
        act, done = (
            (
                translate("Subscriptions", "Cancel {name} at period end"),
                translate("Subscriptions", "The subscription will be canceled at period end."),
            )
            if ends
            else (
                translate("Subscriptions", "Don't cancel {name}"),
                translate("Subscriptions", "The subscription will not be canceled."),
            )
        )
        await self._write(id_, title, lambda: service.preview_ending(id_, ends=ends), act.format(name=title), done)

    async def _pause(self, id_: str, title: str, *, paused: bool) -> None:
        service = self._context.services.subscriptions
        act, done = (
            (
                translate("Subscriptions", "Pause collection of {name}"),
                translate("Subscriptions", "Collection paused."),
            )
            if paused
            else (
                translate("Subscriptions", "Resume collection of {name}"),
                translate("Subscriptions", "Collection resumed."),
            )
        )
        await self._write(id_, title, lambda: service.preview_pause(id_, paused=paused), act.format(name=title), done)

    async def _count(self, id_: str, title: str, item: Item) -> None:
        service = self._context.services.subscriptions
        subscription = await self._context.services.queries.get("subscription", id_) or {}
        customer = await self._context.services.queries.get("customer", id_of(subscription.get("customer")) or "")
        whom = whom_of(customer) if customer else None
        heading = translate("Subscriptions", "Update quantity of {name}").format(name=title)
        dialog = QuantityDialog(self._context, self._parent, heading, item.quantity, whom)
        if not await shown(dialog):
            return
        quantity = dialog.quantity
        text = translate("Subscriptions", "Update quantity of {name} to {count}").format(name=title, count=quantity)
        done = translate("Subscriptions", "Quantity updated.")
        await self._write(id_, title, lambda: service.preview_quantity(id_, item.id, quantity), text, done)

    async def _write(self, id_: str, title: str, make: Again, act: str, done: str) -> None:
        await carry_out(self._context, self._parent, make, act, done, ("subscription", id_, title))


def _ending(ends: bool) -> str:
    if ends:
        return translate("Subscriptions", "Don't cancel…")
    return translate("Subscriptions", "Cancel at period end…")


def _pausing(paused: bool) -> str:
    if paused:
        return translate("Subscriptions", "Resume collection…")
    return translate("Subscriptions", "Pause collection…")
