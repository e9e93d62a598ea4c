"""Stripe's own report runs through the window: started once, watched, downloaded, used again (G5)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.invoices.report import RunState
from billing_desk.services import polling
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.invoices.month import MonthDialog
from billing_desk.ui.invoices.reports import ReportsDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..support import until
from .actions import add_card
from .operator_fixture import at_desk, writes
from .test_invoice_drafts import said
from .test_invoice_life import invoice

RUNS = "/v1/reporting/report_runs"


async def _dialog(operator: Operator, report: str = "charges.itemized.1") -> ReportsDialog:
    operator.window.commands.desk_action("invoice_reports")
    dialog = await operator.dialog(ReportsDialog)
    await until(lambda: dialog.primary.isEnabled())
    dialog.type.setCurrentIndex(dialog.type.findData(report))
    return dialog


async def _run(operator: Operator, dialog: ReportsDialog, start: str, end: str) -> None:
    operator.enter(dialog.start, start)
    operator.enter(dialog.end, end)
    operator.click(dialog.primary)
    await operator.confirm()
    await until(lambda: bool(dialog.runs) and dialog.runs[0].state is RunState.SUCCEEDED)


async def test_a_report_is_run_watched_and_downloaded(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        await invoice(stripe, customer, "paid")
        (charge,) = (await stripe.call("get", "/v1/charges", customer=customer))["data"]
        simulator.advance(2 * 86_400)  # Stripe has the data of a day on the next one, of UTC as of Tokyo
        dialog = await _dialog(operator)
        assert "No report was run yet" in dialog.said.text()
        await _run(operator, dialog, "today-7", "today-2")
        assert [path for path, _ in writes(simulator) if path == RUNS] == [RUNS]
        dialog.table.selectRow(0)
        path = tmp_path / "report.csv"
        await dialog.save(dialog.runs[0], path)
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [(row["charge_id"], row["gross"]) for row in rows] == [(charge["id"], str(charge["amount"]))]
        assert "Report saved" in operator.notice
        assert "Report saved" in dialog._note.text(), "the window's notice is behind the dialog"
        operator.enter(dialog.start, "today")
        operator.click(dialog.again)
        start = dialog.runs[0].period
        assert start is not None
        assert dialog.start.text() == dialog.context.wording.day(start[0])


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("today", "today-7", "ends before it begins"),
        ("2001-01", "2001-02", "no data that old"),
        ("today-7", "today+40", "not have the data"),
        ("soon", "today", "Enter a day"),
    ],
)
async def test_a_period_stripe_has_no_data_of_is_said_before_sending(
    qapp: QApplication, tmp_path: Path, start: str, end: str, said: str
) -> None:
    async with at_desk(qapp, tmp_path / "desk") as (operator, _, simulator):
        dialog = await _dialog(operator)
        operator.enter(dialog.start, start)
        operator.enter(dialog.end, end)
        operator.click(dialog.primary)
        await until(lambda: said in dialog._start.problem + dialog._end.problem)
        assert RUNS not in [path for path, _ in writes(simulator)]


@pytest.mark.parametrize("kind", ["status", "drop_before", "not_json", "permission"])
async def test_a_download_that_fails_leaves_the_old_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path / "desk") as (operator, _, simulator):
        simulator.advance(86_400)
        dialog = await _dialog(operator)
        await _run(operator, dialog, "today-7", "today-2")
        path = tmp_path / "report.csv"
        path.write_text("old", encoding="utf-8")
        simulator.faults.add(Fault("GET /v1/files/.*/contents", kind))  # type: ignore[arg-type]
        await dialog.save(dialog.runs[0], path)
        assert dialog.problem.text()
        assert path.read_text(encoding="utf-8") == "old"
        assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["report.csv"]


async def test_a_lost_answer_of_a_run_is_looked_up(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, simulator):
        dialog = await _dialog(operator)
        simulator.faults.add(Fault(f"POST {RUNS}", "drop_after", times=1))
        await _run(operator, dialog, "today-7", "today-2")
        assert len((await stripe.call("get", RUNS))["data"]) == 1


async def test_the_month_dialog_leads_to_the_reports_and_an_unknown_currency_is_said(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with at_desk(qapp, tmp_path / "desk") as (operator, _, simulator):
        operator.window.commands.desk_action("invoice_month")
        month = await operator.dialog(MonthDialog)
        await until(lambda: month.report is not None)
        operator.click(month.reports)
        dialog = await operator.dialog(ReportsDialog)
        await until(lambda: dialog.primary.isEnabled())
        operator.enter(dialog.currency, "yen")
        operator.click(dialog.primary)
        await until(lambda: "currency code" in dialog._currency.problem)
        assert RUNS not in [path for path, _ in writes(simulator)]
        operator.enter(dialog.currency, "JPY")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "JPY" in said(preview)
        assert dialog.start.text() in said(preview), "the period is previewed"
        await operator.leave(preview)
        await operator.leave(dialog)
