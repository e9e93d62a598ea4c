"""The Usage tab through the window: charts, meters, one event sent, canceled, corrected (E1, E2, E3, E5, E8)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from billing_desk.domain.usage.record import SentState
from billing_desk.domain.usage.series import DAY, Range
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.usage.detail import MeterDetail
from billing_desk.ui.usage.meter_form import MeterForm, RenameMeterDialog
from billing_desk.ui.usage.page import UsagePage
from billing_desk.ui.usage.send import SendUsageDialog
from billing_desk.ui.usage.sent import SentDialog
from billing_desk.ui.usage.view import UsageView
from billing_desk.ui.usage.view_controls import ALL
from billing_desk.ui.usage.wiring import WiringDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk, writes
from .shared import until_listed
from .test_invoice_drafts import said

EVENTS = "/v1/billing/meter_events"


async def metered(operator: Operator, stripe: StripeSide, *, aggregation: str = "sum") -> tuple[str, str]:
    """A meter of API calls that bills the operator's customer ¥2 a call; (meter, customer)."""
    customer = str(operator.page.detail.id)
    fields = {"default_aggregation[formula]": aggregation, "display_name": "API calls", "event_name": "api_calls"}
    meter = str((await stripe.call("post", "/v1/billing/meters", **fields))["id"])
    recurring = {"recurring[interval]": "month", "recurring[usage_type]": "metered", "recurring[meter]": meter}
    named = {"product_data[name]": "API", "unit_amount": "2", "currency": "jpy"}
    price = await stripe.call("post", "/v1/prices", **named, **recurring)
    items = {"items[0][price]": price["id"]}
    made = await stripe.call("post", "/v1/subscriptions", customer=customer, **items)
    operator.services.refresh()
    await until_listed(operator, "subscription", str(made["id"]))
    return meter, customer


async def used(stripe: StripeSide, customer: str, value: int, at: int | None = None) -> None:
    fields = {"event_name": "api_calls", "payload[stripe_customer_id]": customer, "payload[value]": str(value)}
    await stripe.call("post", EVENTS, **fields, **({} if at is None else {"timestamp": str(at)}))


async def tab(operator: Operator, meter: str) -> UsageView:
    await until_listed(operator, "meter", meter)
    operator.window.commands.go_to_tab("meter")
    page = operator.page
    assert isinstance(page, UsagePage)
    page.select(meter)
    detail = page.detail
    assert isinstance(detail, MeterDetail)
    await until(lambda: detail.id == meter and detail.view is not None)
    view = detail.view
    assert view is not None
    await until(lambda: view.overview is not None and view.overview.read_at is not None)
    return view


def cells(table: Any) -> list[list[str]]:
    return [[table.item(row, place).text() for place in range(table.columnCount())] for row in range(table.rowCount())]


async def test_usage_is_ranked_charted_and_compared(qapp: QApplication, tmp_path: Path) -> None:
    """E8: this period and the one before, sums, the running bill by Stripe's preview, the data as a table."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        now = int(simulator.states()[0].now())
        today = now - now % DAY
        for value, at in ((300, None), (200, today - 3 * DAY), (100, today - 33 * DAY)):
            await used(stripe, customer, value, at)
        view = await tab(operator, meter)
        view.controls.range.setCurrentIndex(view.controls.range.findData(Range.DAYS_30))
        await until(lambda: view.overview is not None and view.overview.ranks[0].now == 500)
        assert cells(view.ranking)[0][:4] == ["Ito Aoi", "500", "100", "5 times"]
        (line,) = view.chart.lines
        assert (len(line.starts), sum(line.values)) == (30, 500)
        view.controls.cumulative.setChecked(True)
        assert view.chart.lines[0].values[-1] == 500
        view.controls.compared.setChecked(True)
        assert [(line.values[-1], line.dim) for line in view.chart.lines] == [(500, False), (100, True)]
        view.ranking.selectRow(0)
        await until(lambda: "Running bill" in view.bill.text())
        assert "¥600" in view.bill.text(), "300 calls since the subscription began, at ¥2"
        assert cells(view.why)[0][0] == "Ito Aoi"
        view.controls.who.setCurrentIndex(view.controls.who.findData(ALL))
        view.ranking.clearSelection()
        path = tmp_path / "usage.csv"
        view.controls.cumulative.setChecked(False)
        view.controls.compared.setChecked(False)
        await view.write(path)
        rows = path.read_text(encoding="utf-8-sig").splitlines()
        assert rows[0] == "Begins (UTC),All customers"
        assert sum(int(row.split(",")[1]) for row in rows[1:]) == 500
        await view.write(tmp_path / "usage.png")
        assert (tmp_path / "usage.png").read_bytes().startswith(b"\x89PNG")


async def _send(operator: Operator, view: UsageView, value: str) -> SendUsageDialog:
    view.ranking.selectRow(0)
    page = operator.page
    assert isinstance(page, UsagePage)
    page.send_usage()
    dialog = await operator.dialog(SendUsageDialog)
    operator.enter(dialog.value, value)
    return dialog


async def test_an_event_is_sent_once_checked_while_typing_and_canceled(qapp: QApplication, tmp_path: Path) -> None:
    """E2, E3: each rule says its reason; the identifier is the idempotency key; a lost answer counts once."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        view = await tab(operator, meter)
        dialog = await _send(operator, view, "1.5")
        assert "whole numbers only" in dialog._rows["value"].problem
        operator.enter(dialog.value, "1234567890123456")
        assert "15 digits" in dialog._rows["value"].problem
        operator.enter(dialog.at, "2020-01-01 00:00")
        operator.enter(dialog.value, "41")
        assert "35 days" in dialog._rows["at"].problem
        operator.enter(dialog.at, "tomorrow")
        assert "2026-12-24 18:30" in dialog._rows["at"].problem
        operator.enter(dialog.at, "")
        operator.enter(dialog.identifier, "x" * 101)
        assert "100 characters" in dialog._rows["identifier"].problem
        operator.click(dialog.primary)
        assert not [path for path, _ in writes(simulator) if path == EVENTS]
        operator.enter(dialog.identifier, "call-1")
        simulator.faults.add(Fault(f"POST {EVENTS}", "drop_after", times=1))
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "Send 41" in preview.primary.text()
        await operator.confirm()
        await operator.gone(dialog)
        assert [key for path, key in writes(simulator) if path == EVENTS] == ["call-1", "call-1"]
        span = {"customer": customer, "start_time": "1700000040", "end_time": "1999999980"}
        (summary,) = (await stripe.call("get", f"/v1/billing/meters/{meter}/event_summaries", **span))["data"]
        assert summary["aggregated_value"] == 41
        again = await _send(operator, view, "1")
        operator.enter(again.identifier, "call-1")
        operator.click(again.primary)
        await until(lambda: "already sent" in again._rows["identifier"].problem)
        await operator.leave(again)
        page = operator.page
        assert isinstance(page, UsagePage)
        page.run_action("usage_sent")
        sent = await operator.dialog(SentDialog)
        await until(lambda: len(sent.events) == 1)
        assert "Can be canceled for" in sent.said.text()
        operator.click(sent.cancel)
        await operator.confirm()
        await until(lambda: sent.events[0].state is SentState.CANCELED)
        await operator.leave(sent)
        summaries = await stripe.call("get", f"/v1/billing/meters/{meter}/event_summaries", **span)
        assert summaries["data"] == []


async def test_after_a_day_the_negative_value_is_prepared(qapp: QApplication, tmp_path: Path) -> None:
    """E3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        view = await tab(operator, meter)
        dialog = await _send(operator, view, "70")
        operator.click(dialog.primary)
        await operator.confirm()
        await operator.gone(dialog)
        simulator.advance(DAY + 60)
        await operator.services.queries.refresh("meter", meter)
        page = operator.page
        assert isinstance(page, UsagePage)
        page.run_action("usage_sent")
        sent = await operator.dialog(SentDialog)
        await until(lambda: len(sent.events) == 1 and sent.counter.isEnabled())
        assert not sent.cancel.isEnabled()
        operator.click(sent.counter)
        counter = await operator.dialog(SendUsageDialog)
        assert (counter.value.text(), counter.identifier.text() != sent.events[0].identifier) == ("-70", True)
        operator.click(counter.primary)
        assert "ends below 0 is billed as 0" in said(await operator.dialog(PreviewDialog))
        await operator.confirm()
        await operator.gone(counter)
        await operator.leave(sent)
        span = {"customer": customer, "start_time": "1700000040", "end_time": "1999999980"}
        (summary,) = (await stripe.call("get", f"/v1/billing/meters/{meter}/event_summaries", **span))["data"]
        assert summary["aggregated_value"] == 0


async def test_meters_are_made_renamed_and_switched(qapp: QApplication, tmp_path: Path) -> None:
    """E1: what cannot be changed later is said; the wiring check names what is missing."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        operator.window.commands.go_to_tab("meter")
        page = operator.page
        assert isinstance(page, UsagePage)
        page.run_action("meter_new")
        form = await operator.dialog(MeterForm)
        operator.click(form.primary)
        await until(lambda: "Enter a text" in form.rows["name"].problem)
        operator.enter(form.name, "Storage")
        operator.enter(form.event_name, "storage_gb")
        operator.click(form.primary)
        assert "Only the name can be changed later" in said(await operator.dialog(PreviewDialog))
        await operator.confirm()
        await operator.gone(form)
        (meter,) = (await stripe.call("get", "/v1/billing/meters"))["data"]
        assert (meter["event_name"], meter["value_settings"]) == ("storage_gb", {"event_payload_key": "value"})
        page.run_action("usage_wiring")
        wiring = await operator.dialog(WiringDialog)
        await until(lambda: len(wiring.faults) == 1)
        assert "No active price" in cells(wiring.table)[0][1]
        await operator.leave(wiring)
        page.select(str(meter["id"]))
        await until(lambda: page.detail.id == meter["id"])
        await press(operator, "Rename…")
        rename = await operator.dialog(RenameMeterDialog)
        operator.enter(rename.name, "Disk")
        operator.click(rename.primary)
        await operator.confirm()
        await operator.gone(rename)
        await press(operator, "Deactivate…")
        assert "are rejected from now on" in said(await operator.dialog(PreviewDialog))
        await operator.confirm()
        await until(lambda: "Meter deactivated." in operator.notice)
        (meter,) = (await stripe.call("get", "/v1/billing/meters"))["data"]
        assert (meter["display_name"], meter["status"]) == ("Disk", "inactive")
