"""Creating, editing and ending plans, coupons and promotion codes through the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel

from billing_desk.domain.catalog.new_price import Scheme
from billing_desk.ui.plans.coupon_forms import CodeForm, CouponForm
from billing_desk.ui.plans.coupons import CouponsDialog
from billing_desk.ui.plans.edit import EditPlanDialog
from billing_desk.ui.plans.form import PlanForm
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk
from .shared import until_listed
from .subscribing import price


async def _form(operator: Operator) -> PlanForm:
    operator.window.commands.desk_action("new_plan")
    return await operator.dialog(PlanForm)


def _choose(box: Any, data: Any) -> None:
    place = box.findData(data)
    assert place >= 0, data
    box.setCurrentIndex(place)


async def _create(operator: Operator, dialog: Any) -> None:
    await until(dialog.primary.isEnabled)
    operator.click(dialog.primary)
    await operator.confirm()
    await operator.gone(dialog)


async def test_a_plan_with_an_id_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    """C1: id, name, interval and count, currency with its exponent, statement descriptor, trial days."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        dialog = await _form(operator)
        _choose(dialog.api, "plan")
        operator.enter(dialog.name, "Basic")
        operator.enter(dialog.descriptor, "BASIC <PLAN>")
        assert "not allowed" in dialog._descriptor.problem, "checked while typing"
        operator.enter(dialog.descriptor, "BASIC PLAN")
        operator.enter(dialog.name_id, "basic-monthly")
        _choose(dialog.currency, "kwd")
        operator.enter(dialog.amounts.amount, "1.250")
        dialog.count.setValue(37)
        operator.click(dialog.primary)
        assert "at most 36" in dialog._count.problem
        dialog.count.setValue(2)
        dialog.trial_days.setValue(14)
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(QLabel))
        assert "can never be changed later" in said
        await operator.confirm()
        await operator.gone(dialog)
        made = await stripe.call("get", "/v1/plans/basic-monthly")
        assert (made["amount"], made["currency"], made["interval_count"]) == (1_250, "kwd", 2)
        assert made["trial_period_days"] == 14
        product = await stripe.call("get", f"/v1/products/{made['product']}")
        assert (product["name"], product["statement_descriptor"]) == ("Basic", "BASIC PLAN")
        await until(lambda: "Plan created." in operator.notice)


async def test_a_price_with_tiers_packages_and_currencies(qapp: QApplication, tmp_path: Path) -> None:
    """C1: the calculator shows what Stripe charges; the lookup key moves only if that was asked for."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        customer = str(operator.page.detail.id)
        dialog = await _form(operator)
        operator.enter(dialog.name, "Seats")
        operator.enter(dialog.name_id, "seats")
        _choose(dialog.currency, "jpy")
        _choose(dialog.amounts.scheme, Scheme.GRADUATED)
        first, last = dialog.amounts.tiers.lines
        operator.enter(first.up_to, "100")
        operator.enter(first.flat, "5,000")
        operator.enter(last.unit, "30")
        dialog.amounts.units.setValue(250)
        assert "250 units cost ¥9,500" in dialog.amounts.cost.text()
        await _create(operator, dialog)
        (made,) = (await stripe.call("get", "/v1/prices", **{"lookup_keys[0]": "seats"}))["data"]
        items = {"items[0][price]": made["id"], "items[0][quantity]": "250"}
        subscription = await stripe.call("post", "/v1/subscriptions", customer=customer, **items)
        invoice = await stripe.call("get", f"/v1/invoices/{subscription['latest_invoice']}")
        assert invoice["total"] == 9_500

        dialog = await _form(operator)
        operator.enter(dialog.name, "Packs")
        operator.enter(dialog.name_id, "seats")
        _choose(dialog.currency, "jpy")
        _choose(dialog.amounts.scheme, Scheme.PACKAGE)
        operator.enter(dialog.amounts.amount, "1,000")
        assert "250 units cost ¥3,000" in dialog.amounts.cost.text()
        dialog.options.add("usd", "8.50")
        operator.click(dialog.primary)
        await until(lambda: "Another price has this key" in dialog._name_id.problem)
        dialog.transfer.setChecked(True)
        await _create(operator, dialog)
        (moved,) = (await stripe.call("get", "/v1/prices", **{"lookup_keys[0]": "seats"}))["data"]
        assert moved["transform_quantity"] == {"divide_by": 100, "round": "up"}
        whole = await stripe.call("get", f"/v1/prices/{moved['id']}", **{"expand[0]": "currency_options"})
        assert whole["currency_options"]["usd"]["unit_amount"] == 850


async def test_a_metered_price_with_half_a_yen(qapp: QApplication, tmp_path: Path) -> None:
    """C1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        meter = await stripe.call(
            "post",
            "/v1/billing/meters",
            **{"display_name": "Calls", "event_name": "calls", "default_aggregation[formula]": "sum"},
        )
        operator.services.refresh()
        await until_listed(operator, "meter", meter["id"])
        dialog = await _form(operator)
        operator.enter(dialog.name, "API")
        _choose(dialog.currency, "jpy")
        _choose(dialog.usage, meter["id"])
        operator.enter(dialog.amounts.amount, "0.5")
        dialog.amounts.units.setValue(3)
        assert "3 units cost ¥2" in dialog.amounts.cost.text()
        await _create(operator, dialog)
        (made,) = (await stripe.call("get", "/v1/prices"))["data"]
        assert (made["unit_amount"], made["unit_amount_decimal"]) == (None, "0.5")
        assert made["recurring"]["meter"] == meter["id"]


async def test_a_plan_is_duplicated_edited_archived_and_deleted(qapp: QApplication, tmp_path: Path) -> None:
    """C1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        basic = await price(operator, stripe, 980, "Basic monthly", lookup_key="basic")
        operator.window.open_object("price", basic)
        await until(lambda: operator.page.detail._painted == basic)
        await press(operator, "Duplicate")
        dialog = await operator.dialog(PlanForm)
        assert dialog.amounts.amount.text() == "980"
        operator.enter(dialog.amounts.amount, "1,280")
        await _create(operator, dialog)
        rows = (await stripe.call("get", "/v1/prices"))["data"]
        assert sorted(row["unit_amount"] for row in rows) == [980, 1_280]
        assert len({row["product"] for row in rows}) == 1

        operator.window.open_object("price", basic)
        await until(lambda: operator.page.detail._painted == basic)
        await press(operator, "Edit")
        edit = await operator.dialog(EditPlanDialog)
        operator.enter(edit.nickname, "Basic 2026")
        _choose(edit.tax, "inclusive")
        operator.enter(edit.name, "Basic product")
        await _create(operator, edit)
        now = await stripe.call("get", f"/v1/prices/{basic}")
        assert (now["nickname"], now["tax_behavior"], now["lookup_key"]) == ("Basic 2026", "inclusive", "basic")
        assert (await stripe.call("get", f"/v1/products/{now['product']}"))["name"] == "Basic product"

        await press(operator, "Archive")
        await operator.confirm()
        await until(lambda: "Plan archived." in operator.notice)
        assert not (await stripe.call("get", f"/v1/prices/{basic}"))["active"]

        own = {"id": "old-plan", "currency": "jpy", "interval": "month", "amount": "500", "product": now["product"]}
        await stripe.call("post", "/v1/plans", **own)
        operator.services.refresh()
        await until_listed(operator, "price", "old-plan")
        operator.window.open_object("price", "old-plan")
        await until(lambda: operator.page.detail._painted == "old-plan")
        await press(operator, "Delete")
        await operator.confirm()
        await until(lambda: "Plan deleted." in operator.notice)
        plans = (await stripe.call("get", "/v1/plans"))["data"]
        assert "old-plan" not in {plan["id"] for plan in plans}


async def test_a_plan_leads_to_its_subscribers(qapp: QApplication, tmp_path: Path) -> None:
    """C1: also if it is the second item of a subscription; with revenue in the list."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        customer = str(operator.page.detail.id)
        basic = await price(operator, stripe, 980)
        extra = await price(operator, stripe, 12_000, "Support yearly", **{"recurring[interval]": "month"})
        made = await stripe.call(
            "post",
            "/v1/subscriptions",
            **{"customer": customer, "items[0][price]": basic, "items[1][price]": extra, "items[1][quantity]": "2"},
        )
        await operator.services.queries.refresh("subscription", made["id"])
        row = (await operator.services.queries.rows_of("price", [extra]))[extra]
        assert (row["subscribers"], row["revenue"]) == (1, 24_000)
        operator.window.open_object("price", extra)
        await until(lambda: operator.page.detail._painted == extra)
        await until(lambda: "¥24,000" in operator.text())
        await press(operator, "Subscribers")
        await until(lambda: operator.window.desk is not None and operator.window.desk.kind == "subscription")
        await until(lambda: operator.shown == [made["id"]])


async def test_coupons_and_codes_are_made_used_and_archived(qapp: QApplication, tmp_path: Path) -> None:
    """C12."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        customer = str(operator.page.detail.id)
        basic = await price(operator, stripe, 980)
        operator.window.commands.desk_action("coupons")
        coupons = await operator.dialog(CouponsDialog)
        await until(lambda: coupons.rows == [])
        operator.click(coupons.new)
        form = await operator.dialog(CouponForm)
        operator.enter(form.value, "120")
        operator.click(form.primary)
        assert "up to 100" in form.rows["percent"].problem
        operator.enter(form.name, "Spring")
        operator.enter(form.id, "SPRING")
        operator.enter(form.value, "12.5")
        _choose(form.duration, "repeating")
        await _create(operator, form)
        made = await stripe.call("get", "/v1/coupons/SPRING")
        assert (made["percent_off"], made["duration_in_months"]) == (12.5, 3)
        await until(lambda: coupons.rows and coupons.rows[0].coupon.id == "SPRING")
        coupons.choose("Spring")
        operator.click(coupons.new_code)
        code = await operator.dialog(CodeForm)
        operator.enter(code.code, "HELLO2026")
        operator.enter(code.expires, "2020-01-01")
        operator.click(code.primary)
        assert "future" in code.rows["redeem_by"].problem
        operator.enter(code.expires, "today+30")
        operator.enter(code.least, "5.00")
        await _create(operator, code)
        await until(lambda: coupons.rows and len(coupons.rows[0].codes) == 1)
        (row,) = (await stripe.call("get", "/v1/promotion_codes"))["data"]
        assert (row["code"], row["restrictions"]["minimum_amount"]) == ("HELLO2026", 500)
        await stripe.call(
            "post",
            "/v1/subscriptions",
            **{"customer": customer, "items[0][price]": basic, "discounts[0][coupon]": "SPRING"},
        )
        operator.click(coupons.users)
        await until(lambda: "Ito Aoi" in coupons.state.text())
        coupons.choose("HELLO2026")
        operator.click(coupons.end)
        await operator.confirm()
        await until(lambda: coupons.rows and not coupons.rows[0].codes[0].active)
        assert not (await stripe.call("get", f"/v1/promotion_codes/{row['id']}"))["active"]
        coupons.choose("Spring")
        operator.click(coupons.end)
        await operator.confirm()
        await until(lambda: coupons.rows == [])
        await operator.leave(coupons)
