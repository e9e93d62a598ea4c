"""Events in words, and the worklist of what needs attention, through the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from billing_desk.desk import Desk
from billing_desk.domain.access.watching import DesktopNotices
from billing_desk.domain.events.kinds import EventKind
from billing_desk.services.events.feed import EventFilter
from billing_desk.services.sync.event_poller import KEPT, POSITION
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.window import waiting

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import RecordedCallbacks, empty_simulator, on_loopback, until, with_desk
from .actions import add_card, owes
from .operator_fixture import at_desk


def cells(table: QTableWidget, column: int) -> list[str]:
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, column)) is not None]


async def opened(operator: Operator, tab: str) -> ActivityPanel:
    await operator.key({"attention": "Ctrl+Shift+J", "events": "Ctrl+Shift+E"}[tab])
    panel = await operator.dialog(ActivityPanel)
    assert panel.tabs.currentWidget() is getattr(panel, tab)
    return panel


async def test_what_happened_is_told_in_words_with_before_and_after(qapp: QApplication, tmp_path: Path) -> None:
    """C10, C8: drafted, finalized, failed, why, and when next; before and after of a change; links to objects."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _simulator):
        customer = operator.page.detail.id
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        await owes(operator, stripe, 980)
        await stripe.call("post", f"/v1/customers/{customer}", name="Ito Aoi II")
        panel = await opened(operator, "events")
        events = panel.events
        await until(lambda: any("failed (invoice" in text for text in cells(events.table, 1)))
        said = next(text for text in cells(events.table, 1) if "failed (invoice" in text)
        assert said.startswith("Payment of ¥980 by Ito Aoi")
        assert "declined" in said
        assert "Stripe does not try again." in said, "this invoice is not collected automatically"
        assert any("finalized" in text for text in cells(events.table, 1))
        await until(lambda: "Customer updated." in cells(events.table, 1))
        events.table.selectRow(cells(events.table, 1).index("Customer updated."))
        assert (cells(events.fields, 0)[0], cells(events.fields, 1)[0], cells(events.fields, 2)[0]) == (
            *("Name", "Ito Aoi", "Ito Aoi II"),
        )
        events.kind.setCurrentIndex(events.kind.findData(EventKind.CUSTOMER))
        await until(lambda: set(cells(events.table, 3)) <= {"customer.created", "customer.updated"})
        operator.enter(events.filter, "customer.created")
        await until(lambda: cells(events.table, 3) == ["customer.created"])
        QTest.keyClick(events.open, Qt.Key.Key_Space)
        await operator.gone(panel)
        assert operator.page.detail.id == customer


async def test_only_one_customer_and_events_of_old_versions(qapp: QApplication, tmp_path: Path) -> None:
    """E11: an event of an old version is shown by its name and object."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        other = await stripe.customer(name="Mori", email="mori@example.jp")
        state = simulator.states()[0]
        old: dict[str, Any] = {
            "id": "evt_1Old",
            "object": "event",
            "api_version": "2019-02-19",
            "created": state.now(),
            "livemode": False,
            "pending_webhooks": 0,
            "request": {"id": None, "idempotency_key": None},
            "type": "invoice.payment_failed",
            "data": {"object": {"id": "in_old", "object": "invoice", "customer": other, "subscription": "sub_1"}},
        }
        state.add("event", old)
        panel = await opened(operator, "events")
        events = panel.events
        await until(lambda: "invoice.payment_failed · in_old" in cells(events.table, 1))
        events.table.selectRow(cells(events.table, 1).index("invoice.payment_failed · in_old"))
        assert "2019-02-19" in cells(events.fields, 2)
        operator.click(events.only)
        await until(lambda: set(cells(events.table, 2)) == {"Mori"})
        operator.click(events.whose)
        await until(lambda: "Ito Aoi" in cells(events.table, 2))


async def test_the_worklist_clears_when_anyone_has_handled_it(qapp: QApplication, tmp_path: Path) -> None:
    """C10, A1: paid by somebody else, marked here, and asked for again by the next failure."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _simulator):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        first, second = await owes(operator, stripe, 980, 1_200)
        await until(lambda: operator.window.top.activity.text() == "2", 20)
        panel = await opened(operator, "attention")
        attention = panel.attention
        await until(lambda: sorted(cells(attention.table, 2)) == ["¥1,200", "¥980"])
        assert panel.tabs.tabText(panel.tabs.indexOf(attention)) == "Attention (2)"
        await stripe.call("post", f"/v1/invoices/{first}/pay", paid_out_of_band="true")
        await until(lambda: cells(attention.table, 2) == ["¥1,200"], 20)
        assert "Ito Aoi · ¥1,200" in attention.detail.text()
        QTest.keyClick(attention.mark, Qt.Key.Key_Space)
        await until(lambda: not cells(attention.table, 2))
        assert attention.empty.isVisible()
        attention.with_handled.click()
        await until(lambda: cells(attention.table, 2) == ["¥1,200"])
        assert cells(attention.table, 5)[0].count("20") >= 1, "who and when"
        operator.click(attention.unmark)
        await until(lambda: attention.mark.isEnabled())
        operator.click(attention.open)
        await operator.gone(panel)
        await until(lambda: operator.page.detail.id == second)


async def test_a_notification_comes_only_when_asked_for_and_names_nobody(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C10: off by default, quiet hours, only when no window is in front."""
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(waiting, "desktop_notice", lambda _, title, text, __: shown.append((title, text)))
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _simulator):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        await until(lambda: operator.app.desks.current.status.phase is Phase.CURRENT)  # type: ignore[union-attr]
        await owes(operator, stripe, 500)
        await until(lambda: operator.window.top.activity.text() == "1", 20)
        assert shown == [], "off by default"
        settings = operator.app.settings
        settings.save(replace(settings.value, notices=DesktopNotices(enabled=True, quiet_from=0, quiet_until=0)))
        await owes(operator, stripe, 700)
        await until(lambda: shown, 20)
        assert shown == [("Billing Desk · Test", "Payment failed: 1")]


@pytest.mark.parametrize(
    ("quiet", "hour", "silent"),
    [((20, 8), 23, True), ((20, 8), 7, True), ((20, 8), 8, False), ((9, 17), 12, True), ((0, 0), 3, False)],
)
def test_quiet_hours_can_go_over_midnight(quiet: tuple[int, int], hour: int, silent: bool) -> None:
    assert DesktopNotices(True, *quiet).is_quiet(hour) is silent


async def _ids(desk: Desk) -> set[str]:
    return {row.logged.record.id for row in await desk.services.feed.page(EventFilter())}


async def test_after_an_hour_without_a_network_the_feed_has_no_gap() -> None:
    """C10."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        state = simulator.states()[0]

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            stripe = StripeSide(route.address or "", desk.plan.key)
            desk.start()
            await until(lambda: heard.phase is Phase.CURRENT)
            simulator.faults.add(Fault("GET /v1/events", "network_gone", times=None))
            await until(lambda: heard.phase is Phase.OFFLINE)
            for number in range(6):
                await stripe.customer(email=f"c{number}@example.jp")
                simulator.advance(600)
            simulator.faults.clear()
            wanted = {event["id"] for event in state.table("event").rows()}
            await until(lambda: heard.phase is Phase.CURRENT, 40)
            assert wanted <= await _ids(desk)
            assert len(wanted) == 6

        await with_desk(route, use)


async def test_events_of_before_the_first_start_are_read_and_a_gap_is_said(tmp_path: Path) -> None:
    """C10: Stripe keeps 30 days; what was missed is named, what was kept here stays."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:

        async def first(desk: Desk, heard: RecordedCallbacks) -> None:
            stripe = StripeSide(route.address or "", desk.plan.key)
            await stripe.customer(email="early@example.jp")
            simulator.advance(2 * 86_400)
            desk.start()
            await until(lambda: heard.phase is Phase.CURRENT)
            while len(await _ids(desk)) < 1:
                await until(lambda: True)
            assert (await desk.services.feed.reach()).gaps == ()

        await with_desk(route, first, tmp_path)
        simulator.advance(40 * 86_400)

        async def later(desk: Desk, heard: RecordedCallbacks) -> None:
            before = int(await desk._events.note(POSITION))
            desk.start()
            await until(lambda: heard.phase is Phase.CURRENT)
            assert len(await _ids(desk)) >= 1, "kept beyond 30 days"
            ((since, until_then),) = (await desk.services.feed.reach()).gaps
            assert since == before
            assert abs(until_then - (simulator.states()[0].now() - KEPT)) < 60

        await with_desk(route, later, tmp_path)
