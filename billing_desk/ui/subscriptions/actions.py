"""The actions for a subscription, from its detail, from other tabs and from the keyboard. Dialogs are imported when
they are opened."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.subscription import OVER, currency_of, ends_on, items_of, own_card
from ...domain.writes.subscription_change import When
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.subscriptions import WRITE, SubscriptionOverview
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..widgets.whom import Whom, whom_of
from ..wording.notices import Notice, notice_of
from ..wording.text import joined, translate
from ..writing.preview import Again
from ..writing.run import button, carry_out


def title_of(subscription: Json) -> str:
    """Its plans, or its id."""
    names = (item.price.nickname or item.price.id for item in items_of(subscription))
    return joined(names) or str(subscription["id"])


class SubscriptionActions:
    """One action at a time: a second one does not start while another is running."""

    def __init__(self, context: Context[SubscriptionServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def buttons(self, seen: SubscriptionOverview) -> list[QPushButton]:
        """What the state asks for first; none if the subscription has ended."""
        now = seen.subscription
        if now.get("status") in OVER:
            return []
        lacking = WRITE in self._context.services.guard.lacking

        def made(text: str, name: str, *, primary: bool = False) -> QPushButton:
            return button(text, partial(self.run, name, str(now["id"])), lacking=lacking, primary=primary)

        unpaid = now.get("status") in ("past_due", "unpaid", "incomplete")
        first = []
        if unpaid:
            first.append(made(translate("Subscriptions", "Collect…"), "collect", primary=True))
        if now.get("status") == "paused" or now.get("pause_collection"):
            whole = now.get("status") == "paused"
            text = translate("Subscriptions", "Resume…") if whole else translate("Subscriptions", "Resume collection…")
            first.append(made(text, "resume", primary=not unpaid))
        if ends_on(now) is not None:
            first.append(made(translate("Subscriptions", "Don't cancel…"), "keep"))
        change = made(translate("Subscriptions", "Change…"), "change", primary=not first)
        rest = [
            ("trial", translate("Subscriptions", "Trial…")),
            ("discount", translate("Subscriptions", "Discount…")),
            ("fee", translate("Subscriptions", "Setup fee…")),
            ("method", translate("Subscriptions", "Payment method…")),
        ]
        if not now.get("pause_collection") and now.get("status") != "paused":
            rest.insert(0, ("pause", translate("Subscriptions", "Pause…")))
        if seen.planned:
            rest.insert(0, ("unschedule", translate("Subscriptions", "Cancel planned change…")))
        if (now.get("billing_mode") or {}).get("type") == "classic":
            rest.append(("migrate", translate("Subscriptions", "Flexible billing…")))
        cancel = made(translate("Subscriptions", "Cancel…"), "cancel")
        return [*first, change, cancel, *(made(text, name) for name, text in rest)]

    def run(self, name: str, id_: str) -> None:
        """Run an action by its name: for the subscription `id_`, or for a customer (`subscribe`) or a price
        (`subscribe_price`)."""
        service: dict[str, Callable[[str], Coroutine[Any, Any, None]]] = {
            "subscribe": self._subscribe,
            "subscribe_price": partial(self._subscribe_any, ""),
            "change": self._change,
            "cancel": self._cancel,
            "keep": self._keep,
            "pause": self._pause,
            "resume": self._resume,
            "trial": self._trial,
            "discount": self._discount,
            "fee": self._fee,
            "method": self._method,
            "collect": self._collect,
            "unschedule": self._unschedule,
            "migrate": self._migrate,
        }
        self._jobs.alone("action", service[name](id_))

    async def _subscribe(self, customer_id: str, price: str = "") -> None:
        from .new import NewSubscriptionDialog

        offer = await self._context.services.new_subscriptions.offer(customer_id)
        if offer is None:
            text = translate("Subscriptions", "This customer was deleted, or is not in the local copy yet.")
            self._context.say(Notice(text, "warn"))
            return
        dialog = NewSubscriptionDialog(self._context, self._parent, offer, price)
        if not await shown(dialog) or dialog.made is None:
            return
        if dialog.made.get("status") == "incomplete":
            await self._collect(str(dialog.made["id"]), link=dialog.sends_page)

    async def _subscribe_any(self, _: str, price: str) -> None:
        """For a customer who is chosen first."""
        from ..writing.pick_customer import PickCustomerDialog

        picker = PickCustomerDialog(self._context, self._parent)
        if await shown(picker) and picker.chosen:
            await self._subscribe(picker.chosen, price)

    async def _seen(self, id_: str) -> tuple[SubscriptionOverview, Whom | None, str] | None:
        seen = await self._context.services.subscriptions.overview(id_)
        if seen is None:
            return None
        return seen, whom_of(seen.customer) if seen.customer else None, title_of(seen.subscription)

    async def _change(self, id_: str) -> None:
        from .change import ChangeDialog
        from .items_editor import Offered

        if (found := await self._seen(id_)) is None:
            return
        seen, whom, title = found
        prices = await self._context.services.subscription_changes.prices_for(seen.subscription)
        offered = [Offered(price, product) for price, product in prices]
        known = {each.price.id for each in offered}
        held = [item.price for item in items_of(seen.subscription) if item.price.id not in known]
        offered = [*(Offered(price, translate("Subscriptions", "Archived")) for price in held), *offered]
        dialog = ChangeDialog(self._context, self._parent, seen.subscription, offered, title, whom)
        if seen.subscription.get("schedule"):
            dialog.choose(When.RENEWAL)
        await shown(dialog)

    async def _cancel(self, id_: str) -> None:
        from .end_dialogs import CancelDialog

        if (found := await self._seen(id_)) is None:
            return
        _, whom, title = found
        try:
            offer = await self._context.services.subscription_ending.offer(id_)
        except DeskError as error:
            self._context.say(notice_of(error))
            return
        await shown(CancelDialog(self._context, self._parent, (id_, title), offer, whom))

    async def _keep(self, id_: str) -> None:
        service = self._context.services.subscription_ending
        text = translate("Subscriptions", "Don't cancel {name}")
        done = translate("Subscriptions", "The subscription will not be canceled.")
        await self._write(id_, lambda: service.preview_ending(id_, ends=False), text, done)

    async def _pause(self, id_: str) -> None:
        from .end_dialogs import PauseDialog

        if (found := await self._seen(id_)) is not None:
            await shown(PauseDialog(self._context, self._parent, (id_, found[2]), found[1]))

    async def _resume(self, id_: str) -> None:
        service = self._context.services.subscription_pausing
        text = translate("Subscriptions", "Resume {name}")
        done = translate("Subscriptions", "Resumed.")
        await self._write(id_, lambda: service.preview_pause(id_, paused=False), text, done)

    async def _trial(self, id_: str) -> None:
        from .term_dialogs import TrialDialog

        if (found := await self._seen(id_)) is not None:
            seen, whom, title = found
            await shown(TrialDialog(self._context, self._parent, (id_, title), seen.subscription, whom))

    async def _discount(self, id_: str) -> None:
        from .term_dialogs import DiscountDialog

        if (found := await self._seen(id_)) is not None:
            seen, whom, title = found
            held = bool(seen.subscription.get("discounts"))
            await shown(DiscountDialog(self._context, self._parent, (id_, title), held, whom))

    async def _fee(self, id_: str) -> None:
        from .term_dialogs import FeeDialog

        if (found := await self._seen(id_)) is not None:
            seen, whom, title = found
            currency = currency_of(seen.subscription)
            await shown(FeeDialog(self._context, self._parent, (id_, title), currency, whom))

    async def _method(self, id_: str) -> None:
        from .term_dialogs import MethodDialog

        if (found := await self._seen(id_)) is not None:
            seen, whom, title = found
            own = own_card(seen.subscription) or ""
            await shown(MethodDialog(self._context, self._parent, (id_, title), seen.cards, own, whom))

    async def _collect(self, id_: str, *, link: bool = False) -> None:
        from .collect import collect

        await collect(self._context, self._parent, id_, link=link)

    async def _unschedule(self, id_: str) -> None:
        service = self._context.services.subscription_changes
        text = translate("Subscriptions", "Cancel planned change of {name}")
        done = translate("Subscriptions", "The planned change was canceled.")
        await self._write(id_, lambda: service.preview_unscheduled(id_), text, done)

    async def _migrate(self, id_: str) -> None:
        service = self._context.services.subscription_terms
        text = translate("Subscriptions", "Change {name} to flexible billing")
        done = translate("Subscriptions", "Billing mode changed.")
        await self._write(id_, lambda: service.preview_migration(id_), text, done)

    async def _write(self, id_: str, make: Again, act: str, done: str) -> None:
        subscription = await self._context.services.queries.get("subscription", id_) or {"id": id_}
        title = title_of(subscription)
        link = ("subscription", id_, title)
        await carry_out(self._context, self._parent, make, act.format(name=title), done, link)
