"""Usage from a file through the window: mapped, checked, sent exactly once, resumed, canceled (E6, E10)."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from billing_desk.domain.usage.record import SentState
from billing_desk.domain.usage.rows import Numbers
from billing_desk.services.sync import event_poller
from billing_desk.services.usage.imports import running, runs
from billing_desk.services.usage.imports.runs import Way
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.usage.imports.import_file import ImportDialog
from billing_desk.ui.usage.imports.past_imports import ImportsDialog
from billing_desk.ui.usage.page import UsagePage
from billing_desk.ui.usage.rejected import RejectedDialog
from billing_desk.ui.usage.send import SendUsageDialog
from billing_desk.ui.widgets.base_dialog import Question

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .operator_fixture import at_desk, writes
from .shared import until_listed
from .test_usage import EVENTS, cells, metered, tab

STREAM = "/v2/billing/meter_event_stream"


def file_of(folder: Path, customer: str, count: int, now: int) -> tuple[Path, int]:
    """A file with `count` good rows, and what they add up to."""
    rows = [f"{customer},{number},{now - number},row-{number}" for number in range(1, count + 1)]
    path = folder / "usage.csv"
    path.write_text("\n".join(["customer,value,timestamp,identifier", *rows]), encoding="utf-8")
    return path, count * (count + 1) // 2


async def opened(operator: Operator, path: Path) -> ImportDialog:
    page = operator.page
    assert isinstance(page, UsagePage)
    page.run_action("usage_import")
    dialog = await operator.dialog(ImportDialog)
    await dialog.open_file(path)
    return dialog


async def checked(operator: Operator, dialog: ImportDialog) -> None:
    operator.click(dialog.primary)
    await until(lambda: dialog.dry is not None)


async def total(stripe: StripeSide, meter: str, customer: str) -> Any:
    span = {"customer": customer, "start_time": "1700000040", "end_time": "1999999980"}
    rows = (await stripe.call("get", f"/v1/billing/meters/{meter}/event_summaries", **span))["data"]
    return rows[0]["aggregated_value"] if rows else 0


async def listed(operator: Operator) -> ImportsDialog:
    page = operator.page
    assert isinstance(page, UsagePage)
    page.run_action("usage_imports")
    dialog = await operator.dialog(ImportsDialog)
    await until(lambda: bool(dialog.sources))
    return dialog


@pytest.mark.parametrize("way", list(Way))
async def test_a_file_is_checked_and_each_good_row_is_sent_once(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    """E6, E10: each good row once, by either way; the same file again sends nothing."""
    monkeypatch.setattr(runs, "SINGLE_UP_TO", 10_000 if way is Way.SINGLE else 0)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        count = 50 if way is Way.SINGLE else 250
        path, wanted = file_of(tmp_path, customer, count, int(simulator.states()[0].now()))
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{customer},7,2020-01-01,old\ncus_nobody,7,,x\n{customer},9,1,row-1\n{customer},1.5,1,y\n")
            file.write(f"{customer},100,{int(simulator.states()[0].now())},row-1\n")
        dialog = await opened(operator, path)
        assert dialog.fields.columns["at"].currentText() == "timestamp"
        await checked(operator, dialog)
        assert f"{count} of {count + 5} rows will be sent to API calls" in dialog.said.text()
        assert cells(dialog.tables.outcome)[0] == ["Will be sent", str(count)]
        assert ["The identifier is in the file twice; the first one counts.", "1"] in cells(dialog.tables.outcome)
        assert len(cells(dialog.tables.faults)) == 5, "also what was refused for its identifier"
        assert not [path for path, _ in writes(simulator) if path in (EVENTS, STREAM)], "nothing is sent by the check"
        assert not dialog.primary.isEnabled(), "a number is written in a way that has to be chosen"
        dialog.fields.numbers.setCurrentIndex(dialog.fields.numbers.findData(Numbers.COMMAS))
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        assert f"Send {count} events" in dialog.primary.text()
        operator.click(dialog.primary)
        await until(lambda: f"{count} events sent" in dialog.said.text())
        await operator.leave(dialog)
        assert await total(stripe, meter, customer) == wanted
        paths = [path for path, _ in writes(simulator)]
        assert (paths.count(EVENTS), paths.count(STREAM)) == ((count, 0) if way is Way.SINGLE else (0, 3))
        again = await opened(operator, path)
        again.fields.numbers.setCurrentIndex(again.fields.numbers.findData(Numbers.COMMAS))
        await checked(operator, again)
        assert ["The identifier was already sent from here.", str(count + 1)] in cells(again.tables.outcome)
        assert not again.primary.isEnabled(), "nothing is left that was not sent"
        await operator.leave(again)


@pytest.mark.parametrize("way", list(Way))
async def test_an_interrupted_import_goes_on_at_the_row(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    """E3, E10: the network goes in the middle, after Stripe has taken some: what was perhaps sent is sent with the same
    identifier."""
    monkeypatch.setattr(runs, "SINGLE_UP_TO", 10_000 if way is Way.SINGLE else 0)
    monkeypatch.setattr(running, "CHUNK", {"single": 10, "stream": 200})
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        count = 60 if way is Way.SINGLE else 120
        path, wanted = file_of(tmp_path, customer, count, int(simulator.states()[0].now()))
        dialog = await opened(operator, path)
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        line = f"POST ({EVENTS}|{STREAM})"
        often = {"times": None, "chance": 0.5} if way is Way.SINGLE else {"times": 1}
        simulator.faults.add(Fault(line, "drop_after", **often))
        monkeypatch.setattr("billing_desk.gateway.stripe_gateway.TROUBLE_ATTEMPTS", 1)
        operator.click(dialog.primary)
        await until(lambda: "are left" in dialog.said.text())
        assert dialog.problem.text(), "why it stopped"
        simulator.faults.clear()
        await operator.leave(dialog)
        await operator.page._actions.name_unfinished()  # type: ignore[attr-defined]  # as when the tab is first shown
        assert "usage.csv is not finished" in operator.notice
        imports = await listed(operator)
        assert imports.sources[0].left > 0
        operator.click(imports.resume)
        await until(lambda: "sent." in imports.said.text())
        assert imports.sources[0].counts == {SentState.SENT: count}
        assert await total(stripe, meter, customer) == wanted
        operator.click(imports.cancel)
        asked = (await until(lambda: [each for each in imports.findChildren(Question) if each.isVisible()]))[0]
        await until(asked.primary.isEnabled)
        operator.click(asked.primary)
        await until(lambda: f"{count} events canceled" in imports.said.text())
        assert await total(stripe, meter, customer) == 0
        await operator.leave(imports)


async def test_what_stripe_refuses_is_named_and_the_rest_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        taken = {"event_name": "api_calls", "identifier": "row-2", "payload[value]": "1"}
        await stripe.call("post", EVENTS, **taken, **{"payload[stripe_customer_id]": customer})
        path, wanted = file_of(tmp_path, customer, 3, int(simulator.states()[0].now()))
        dialog = await opened(operator, path)
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        operator.click(dialog.primary)
        await until(lambda: "2 events sent. 1 failed" in dialog.said.text())
        await until(lambda: cells(dialog.tables.faults))
        assert cells(dialog.tables.faults) == [["3", "Stripe has this identifier already.", "row-2"]]
        assert await total(stripe, meter, customer) == wanted - 2 + 1
        await operator.leave(dialog)


async def test_a_refused_request_of_the_stream_is_divided(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E6: one event that Stripe does not take costs itself alone."""
    monkeypatch.setattr(runs, "SINGLE_UP_TO", 0)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        path, wanted = file_of(tmp_path, customer, 40, int(simulator.states()[0].now()))
        dialog = await opened(operator, path)
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        simulator.faults.add(Fault(f"POST {STREAM}", "status", status=400, times=2))
        operator.click(dialog.primary)
        await until(lambda: "40 events sent" in dialog.said.text())
        assert await total(stripe, meter, customer) == wanted
        assert [path for path, _ in writes(simulator)].count(STREAM) == 3, "the halves that were not refused"
        await operator.leave(dialog)


async def test_what_was_perhaps_sent_long_ago_is_not_sent_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E3, E10: after 23 hours neither the import nor the same file again sends it."""
    monkeypatch.setattr("billing_desk.gateway.stripe_gateway.TROUBLE_ATTEMPTS", 1)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        path, wanted = file_of(tmp_path, customer, 2, int(simulator.states()[0].now()))
        dialog = await opened(operator, path)
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        simulator.faults.add(Fault(f"POST {EVENTS}", "drop_after", times=1))
        operator.click(dialog.primary)
        await until(lambda: "are left" in dialog.said.text())
        await operator.leave(dialog)
        simulator.advance(24 * 3_600)
        await operator.services.queries.refresh("meter", meter)
        imports = await listed(operator)
        operator.click(imports.resume)
        await until(lambda: "1 failed" in imports.said.text())
        await operator.leave(imports)
        assert await total(stripe, meter, customer) == wanted, "it had been taken"
        again = await opened(operator, path)
        await checked(operator, again)
        assert ["The identifier was already sent from here.", "2"] in cells(again.tables.outcome)
        await operator.leave(again)


async def test_the_effect_on_the_bill_is_said_before_anything_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    """E10: from Stripe's preview of the running bill; usage from before the running period is named."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        other = await stripe.customer(name="Sato Hanako", email="hanako@example.jp")
        operator.services.refresh()
        await until_listed(operator, "customer", other)
        await tab(operator, meter)
        before = int(simulator.states()[0].now()) - 3_600
        path = tmp_path / "usage.csv"
        path.write_text(f"customer,value,time\n{customer},1200,\n{customer},75,\n{customer},5,{before}\n{other},3,\n")
        dialog = await opened(operator, path)
        dialog.fields.columns["at"].setCurrentIndex(0)
        await checked(operator, dialog)
        said = dialog.said.text()
        assert "4 of 4 rows" in said
        assert "Running bills of 1 customer: ≈ +¥2,560, before discounts and tax." in said
        assert "1 customer has no subscription to this meter" in said
        assert "No finalized invoice is touched." in said
        path.write_text(f"customer,value,time\n{customer},1200,{before + 3_600}\n{customer},5,{before}\n")
        await dialog.open_file(path)
        await checked(operator, dialog)
        assert "1 event is dated before the running period" in dialog.said.text()
        assert "≈ +¥2,400" in dialog.said.text()
        dialog.way.setCurrentIndex(dialog.way.findData(Way.SINGLE))
        await operator.leave(dialog)
        assert not [path for path, _ in writes(simulator) if path in (EVENTS, STREAM)]


async def test_an_import_is_paused_and_stopped_and_the_rest_given_up(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CHUNK", {"single": 5, "stream": 200})
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        path, _ = file_of(tmp_path, customer, 300, int(simulator.states()[0].now()))
        dialog = await opened(operator, path)
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        operator.click(dialog.primary)
        run = await until(lambda: dialog.running.run)
        await until(lambda: run.done >= 5)
        operator.click(dialog.running.pause)
        assert dialog.running.pause.text() == "Resume"
        await until(lambda: run.done == [path for path, _ in writes(simulator)].count(EVENTS))
        paused = run.done
        assert paused < 300
        operator.click(dialog.running.pause)
        await until(lambda: run.done > paused)
        operator.click(dialog.close_button)
        await until(lambda: "are left" in dialog.said.text())
        assert dialog.isVisible(), "what was sent is still to be read"
        await operator.leave(dialog)
        sent = [path for path, _ in writes(simulator)].count(EVENTS)
        imports = await listed(operator)
        assert imports.sources[0].counts == {SentState.SENT: sent, SentState.WAITING: 300 - sent}
        operator.click(imports.dismiss)
        asked = (await until(lambda: [each for each in imports.findChildren(Question) if each.isVisible()]))[0]
        operator.click(asked.primary)
        await until(lambda: imports.sources[0].ended)
        assert imports.sources[0].counts == {SentState.SENT: sent, SentState.FAILED: 300 - sent}
        assert not imports.resume.isEnabled()
        await operator.leave(imports)
        verbs = [entry["verb"] for entry in await operator.services.audit.newest()]
        assert verbs[:2] == ["usage.import_end", "usage.import"]


async def test_what_stripe_rejects_later_is_joined_corrected_and_sent_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E5: counted on the tab, by meter and reason, with file and row; sent again with the same identifier."""
    monkeypatch.setattr(runs, "SINGLE_UP_TO", 0)
    monkeypatch.setattr(event_poller, "SELDOM", 1)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        path, _ = file_of(tmp_path, customer, 3, int(simulator.states()[0].now()))
        dialog = await opened(operator, path)
        await checked(operator, dialog)
        await until(dialog.primary.isEnabled)
        await stripe.call("post", f"/v1/billing/meters/{meter}/deactivate")
        operator.click(dialog.primary)
        await until(lambda: "3 events sent" in dialog.said.text())
        await operator.leave(dialog)
        assert await total(stripe, meter, customer) == 0
        await stripe.call("post", f"/v1/billing/meters/{meter}/reactivate")
        simulator.advance(20)
        operator.services.refresh()
        desk = operator.window.desk
        assert desk is not None
        await until(lambda: desk._tabs.tabText(5) == "Usage (3)")
        page = operator.page
        assert isinstance(page, UsagePage)
        page.run_action("usage_rejected")
        rejected = await operator.dialog(RejectedDialog)
        await until(lambda: bool(cells(rejected.table)))
        (row,) = cells(rejected.table)
        assert row[:3] == ["API calls", "The meter is deactivated. Reactivate it, or correct the event name.", "3"]
        samples = cells(rejected.samples)
        assert [cell[0] for cell in samples] == ["row-1", "row-2", "row-3"]
        assert [cell[1] for cell in samples] == ["Ito Aoi"] * 3
        assert [(cell[5], cell[6]) for cell in samples] == [(f"usage.csv, row {line}", "Failed") for line in (2, 3, 4)]
        rejected.samples.selectRow(1)
        operator.click(rejected.correct)
        again = await operator.dialog(SendUsageDialog)
        assert (again.value.text(), again.identifier.text()) == ("2", "row-2")
        operator.enter(again.value, "20")
        operator.click(again.primary)
        await operator.confirm()
        await operator.gone(again)
        assert await total(stripe, meter, customer) == 20
        assert [key for path, key in writes(simulator) if path == EVENTS] == ["row-2#2"]
        await until(lambda: cells(rejected.samples)[1][6] == "Sent")
        await operator.leave(rejected)


async def test_a_file_is_dropped_on_the_dialog_and_only_one_at_a_time(qapp: QApplication, tmp_path: Path) -> None:
    """E10: not while another one is checked or sent."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        meter, customer = await metered(operator, stripe)
        await tab(operator, meter)
        path, _ = file_of(tmp_path, customer, 3, int(simulator.states()[0].now()))
        page = operator.page
        assert isinstance(page, UsagePage)
        page.run_action("usage_import")
        dialog = await operator.dialog(ImportDialog)
        drop(dialog, path)
        await until(lambda: dialog.primary.isEnabled() and dialog.tables.preview.rowCount() == 3)
        operator.click(dialog.primary)
        await until(lambda: not dialog.choose.isEnabled())
        other = tmp_path / "other.csv"
        other.write_text("customer,value\n", encoding="utf-8")
        drop(dialog, other)
        await until(lambda: dialog.dry is not None)
        assert dialog.file is not None
        assert dialog.file.path == path, "what is checked is what is shown"
        await operator.leave(dialog)


def drop(dialog: ImportDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # PySide6 6.12 has no other way to make them
        entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
        dropped = QDropEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(dialog, entered)
    if entered.isAccepted():
        QApplication.sendEvent(dialog, dropped)
