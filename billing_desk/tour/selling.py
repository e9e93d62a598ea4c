"""The part of the tour about plans and subscriptions."""

from __future__ import annotations

from typing import Any

from ..domain.catalog.new_price import Scheme
from ..domain.writes.new_subscription import FeeWay, Start
from ..domain.writes.subscription_change import When
from ..ui.plans.coupon_forms import CouponForm
from ..ui.plans.coupons import CouponsDialog
from ..ui.plans.form import PlanForm
from ..ui.subscriptions.change import ChangeDialog
from ..ui.subscriptions.end_dialogs import CancelDialog, PauseDialog
from ..ui.subscriptions.new import NewSubscriptionDialog
from ..ui.subscriptions.term_dialogs import DiscountDialog, FeeDialog, TrialDialog
from ..ui.writing.preview import PreviewDialog
from .stage import Stage


async def shoot(tour: Stage) -> None:
    """Pictures of every dialog, and of a subscription with a planned change."""
    await _plans(tour)
    await _new(tour)
    await _worklist(tour)
    await _change(tour)
    for name, kind, fill in (
        ("cancel-subscription", CancelDialog, _cancel_now),
        ("pause-subscription", PauseDialog, None),
        ("trial", TrialDialog, None),
        ("discount", DiscountDialog, None),
        ("setup-fee", FeeDialog, None),
    ):
        action = {"cancel-subscription": "cancel", "pause-subscription": "pause", "setup-fee": "fee"}.get(name, name)
        tour.commands.desk_action(action)
        dialog: Any = await tour.opened(kind)
        if fill is not None:
            fill(dialog)
        await tour.settled()
        await tour.shoot_dialog(dialog, name)
    tour.commands.go_to_tab("customer")


async def _plans(tour: Stage) -> None:
    """A new price with tiers, and the coupons."""
    tour.commands.desk_action("new_plan")
    form = await tour.opened(PlanForm)
    form.name.setText("チーム席")
    form.amounts.scheme.setCurrentIndex(form.amounts.scheme.findData(Scheme.GRADUATED))
    first, last = form.amounts.tiers.lines
    first.up_to.setText("100")
    first.flat.setText("5000")
    last.unit.setText("30")
    form.amounts.changed.emit()
    await tour.settled()
    await tour.shoot_dialog(form, "new-plan")
    tour.commands.desk_action("coupons")
    coupons = await tour.opened(CouponsDialog)
    await tour.until(lambda: coupons.rows is not None)
    coupons.new.click()
    coupon = await tour.opened(CouponForm)
    coupon.value.setText("25")
    await tour.settled()
    tour.shoot_widget(coupon, "new-coupon")
    coupon.done(0)
    await tour.until(lambda: tour.top() is coupons)
    await tour.settled()
    await tour.shoot_dialog(coupons, "coupons")


async def _new(tour: Stage) -> None:
    """Aligned to the 1st, with a setup fee; then its preview."""
    tour.commands.go_to_tab("customer")
    page = tour.window.desk.page if tour.window.desk else None
    assert page is not None
    page.filter.set_text("currency:jpy delinquent:no")
    await tour.settled()
    page.table.selectRow(0)
    await tour.settled()
    tour.commands.customer_action("subscribe")
    dialog = await tour.opened(NewSubscriptionDialog)
    plan = dialog.items.lines[0].plan
    plan.setCurrentIndex(next(n for n in range(plan.count()) if "Pro Monthly" in plan.itemText(n)))
    dialog.items.lines[0].quantity.setValue(3)
    dialog.start.start.setCurrentIndex(dialog.start.start.findData(Start.PART_NOW))
    dialog.fee.way.setCurrentIndex(dialog.fee.way.findData(FeeWay.NEXT))
    dialog.fee.amount.setText("5,000")
    dialog.fee.changed.emit()
    await tour.until(lambda: any(map(str.isdigit, dialog.bills.say.text())))
    await tour.settled()
    tour.shoot_widget(dialog, "new-subscription")
    dialog.primary.click()
    await tour.until(lambda: isinstance(tour.top(), PreviewDialog))
    preview = tour.top()
    assert isinstance(preview, PreviewDialog)
    await tour.settled()
    tour.shoot_widget(preview, "new-subscription-preview")
    preview.done(0)
    await tour.until(lambda: tour.top() is dialog)
    await tour.settled()
    dialog.done(0)
    await tour.until(lambda: tour.top() is None)


async def _worklist(tour: Stage) -> None:
    tour.commands.go_to_tab("subscription")
    page = tour.window.desk.page if tour.window.desk else None
    assert page is not None
    view = next(view for view in page.filter.all_views() if view.filter == "status:past_due")
    page.filter.choose(view)
    await tour.shoot_settled("past-due")
    page.filter.choose(page.filter.all_views()[0])
    await tour.settled()


async def _change(tour: Stage) -> None:
    """Another plan at the renewal, and the subscription with the planned change."""
    page = tour.window.desk.page if tour.window.desk else None
    assert page is not None
    page.filter.set_text("status:active")
    await tour.settled()
    page.table.selectRow(0)
    await tour.settled()
    tour.commands.desk_action("change")
    dialog = await tour.opened(ChangeDialog)
    plan = dialog.items.lines[0].plan
    held = dialog.items.lines[0].price
    other = next(n for n in range(plan.count()) if held is None or plan.itemData(n) != held.id)
    plan.setCurrentIndex(other)
    await tour.until(lambda: any(map(str.isdigit, dialog.say.text())))
    dialog.choose(When.RENEWAL)
    await tour.settled()
    tour.shoot_widget(dialog, "change-subscription")
    dialog.primary.click()
    await tour.until(lambda: isinstance(tour.top(), PreviewDialog))
    preview = tour.top()
    assert isinstance(preview, PreviewDialog)
    await tour.settled()
    tour.shoot_widget(preview, "change-subscription-preview")
    await tour.confirm(preview)
    await tour.until(lambda: tour.top() is None)
    await tour.shoot_settled("subscription-planned")


def _cancel_now(dialog: CancelDialog) -> None:
    dialog.when.setCurrentIndex(dialog.when.findData("now"))
    dialog.unused.setCurrentIndex(dialog.unused.findData("credit"))
