"""The actions for plans. Dialogs are imported when they are opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.catalog.plan import Price, price_of
from ...services.desk_services import PlanServices
from ...services.plans.creating import can_be_deleted
from ...services.plans.plans import WRITE, PriceOverview
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..widgets.plain import set_tip
from ..wording.text import translate
from ..writing.run import button, carry_out


class PlanActions:
    """One action at a time: a second one does not start while another is running."""

    def __init__(self, context: Context[PlanServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def buttons(self, seen: PriceOverview) -> list[QPushButton]:
        """New subscription first; an archived price offers its restoration."""
        price, lacking = price_of(seen.price), WRITE in self._context.services.guard.lacking
        subscribe = button(
            translate("Plans", "New subscription…"),
            partial(self._context.act, "subscribe_price", price.id),
            primary=price.active,
        )
        subscribe.setEnabled(price.active)
        if not price.active:
            set_tip(subscribe, translate("Plans", "An archived plan accepts no new subscriptions."))
        duplicate = button(translate("Plans", "Duplicate…"), partial(self.new, price), lacking=lacking)
        who = button(translate("Plans", "Subscribers"), partial(self._subscribers, price.id))
        made = [subscribe, who, duplicate]
        if seen.price.get("object") == "price":
            text = translate("Plans", "Archive…") if price.active else translate("Plans", "Restore…")
            archive = button(text, partial(self._archive, price), lacking=lacking, primary=not price.active)
            edit = button(translate("Plans", "Edit…"), partial(self._edit, price, seen.product or {}), lacking=lacking)
            made = [*([] if price.active else [archive]), *made, edit, *([archive] if price.active else [])]
        delete = button(translate("Plans", "Delete…"), partial(self._delete, price), lacking=lacking)
        if not can_be_deleted(price):
            delete.setEnabled(False)
            set_tip(delete, translate("Plans", "Stripe cannot delete prices. Archive it instead."))
        return [*made, delete]

    def _subscribers(self, price_id: str) -> None:
        self._context.open_list("subscription", f"price:{price_id}")

    def new(self, like: Price | None = None) -> None:
        """A new plan; `like` is a price to start from."""
        self._jobs.alone("action", self._new(like))

    async def _new(self, like: Price | None) -> None:
        from .form import PlanForm

        service = self._context.services.new_plans
        products, meters = await service.products(), await service.meters()
        await shown(PlanForm(self._context, self._parent, products, meters, like))

    def coupons(self) -> None:
        self._jobs.alone("action", self._coupons())

    async def _coupons(self) -> None:
        from .coupons import CouponsDialog

        await shown(CouponsDialog(self._context, self._parent))

    def _edit(self, price: Price, product: dict[str, object]) -> None:
        self._jobs.alone("action", self._edited(price, product))

    async def _edited(self, price: Price, product: dict[str, object]) -> None:
        from .edit import EditPlanDialog

        await shown(EditPlanDialog(self._context, self._parent, price, product))

    def _archive(self, price: Price) -> None:
        self._jobs.alone("action", self._archived(price))

    async def _archived(self, price: Price) -> None:
        plans, name = self._context.services.plans, price.nickname or price.id
        text = translate("Plans", "Archive {name}") if price.active else translate("Plans", "Restore {name}")
        done = translate("Plans", "Plan archived.") if price.active else translate("Plans", "Plan restored.")
        await carry_out(
            self._context,
            self._parent,
            lambda: plans.preview_archive(price.id, archived=price.active),
            text.format(name=name),
            done,
            ("price", price.id, name),
        )

    def _delete(self, price: Price) -> None:
        self._jobs.alone("action", self._deleted(price))

    async def _deleted(self, price: Price) -> None:
        service, name = self._context.services.new_plans, price.nickname or price.id
        await carry_out(
            self._context,
            self._parent,
            lambda: service.preview_delete(price.id),
            translate("Plans", "Delete {name} permanently").format(name=name),
            translate("Plans", "Plan deleted."),
        )
