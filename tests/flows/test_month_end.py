"""Closing a month through the window: it ties out, is exported and kept; and what is overdue by age (G5, F7, F12)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget

from billing_desk.domain.invoices.month_close import Figure
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.invoices.month import MonthDialog
from billing_desk.ui.invoices.page import InvoicesPage
from billing_desk.ui.widgets.base_dialog import Question

from ..driver import Operator
from ..support import until
from .actions import add_card
from .operator_fixture import at_desk
from .test_invoice_life import BY_EMAIL, invoice


async def _dialog(operator: Operator, month: int = 0) -> MonthDialog:
    """`month`: how many months back."""
    operator.window.commands.desk_action("invoice_month")
    dialog = await operator.dialog(MonthDialog)
    dialog.month.setCurrentIndex(month)
    await until(lambda: dialog.report is not None)
    return dialog


def _shown(dialog: MonthDialog, tab: str) -> dict[str, list[str]]:
    """The rows of a tab, by their first cell."""
    place = next(n for n in range(dialog.tabs.count()) if dialog.tabs.tabText(n) == tab)
    found = dialog.tabs.widget(place)
    assert isinstance(found, QTableWidget)

    def text(row: int, column: int) -> str:
        item = found.item(row, column)
        return item.text() if item else ""

    columns = range(1, found.columnCount())
    return {text(row, 0): [text(row, column) for column in columns] for row in range(found.rowCount())}


async def test_a_month_ties_out_is_exported_and_kept(qapp: QApplication, tmp_path: Path) -> None:
    """G5, F7, F12: every figure, the bank, the files read back with other libraries, and what changed since."""
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        rate = await stripe.call("post", "/v1/tax_rates", display_name="消費税", percentage="10", inclusive="false")
        ids = {status: await invoice(stripe, customer, status) for status in ("paid", "open", "void", "uncollectible")}
        taxed = await stripe.call("post", "/v1/invoices", customer=customer, **{"default_tax_rates[0]": rate["id"]})
        item = {"amount": "1000", "currency": "jpy", "description": "Goods"}
        await stripe.call("post", "/v1/invoiceitems", customer=customer, invoice=taxed["id"], **item)
        await stripe.call("post", f"/v1/invoices/{taxed['id']}/pay")
        await stripe.call("post", "/v1/credit_notes", invoice=ids["open"], amount="700")
        for id_ in (*ids.values(), str(taxed["id"])):
            await operator.services.queries.refresh("invoice", id_)
        dialog = await _dialog(operator)
        assert dialog.report is not None
        close = dialog.report.close
        (jpy,) = close.currencies
        assert close.ties_out
        assert {figure: amount for figure, amount in jpy.figures.items() if amount} == {
            Figure.INVOICED: 21_100,
            Figure.COLLECTED: 6_100,
            Figure.OPEN: 4_300,
            Figure.CREDITED: 700,
            Figure.VOIDED: 5_000,
            Figure.WRITTEN_OFF: 5_000,
        }
        assert "tie out to zero" in dialog.said.text()
        assert _shown(dialog, "Figures")["Difference"] == ["¥0"]
        assert _shown(dialog, "Tax by rate")["消費税 10 %"][1:3] == ["¥1,000", "¥100"]
        assert _shown(dialog, "Bank")["Payments"] == ["¥6,100"]
        xlsx, pdf = tmp_path / "month.xlsx", tmp_path / "month.pdf"
        await dialog.write(dialog.report, xlsx)
        await dialog.write(dialog.report, pdf)
        book = openpyxl.load_workbook(xlsx)
        rows = list(book["Invoices"].iter_rows(min_row=2, values_only=True))
        assert sorted(row[6] for row in rows) == [1_100, 5_000, 5_000, 5_000, 5_000]
        assert all(str(row[-1]).startswith("=ROUND(") for row in rows), "each row checks itself"
        values = openpyxl.load_workbook(xlsx, data_only=True)
        assert {row[-1] for row in values["Invoices"].iter_rows(min_row=2, values_only=True)} == {0}
        text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
        assert "¥21,100" in text
        assert "消費税" in text
        await until(dialog.primary.isEnabled)
        operator.click(dialog.primary)
        asked = await until(lambda: [each for each in dialog.findChildren(Question) if each.isVisible()])
        assert "not over" in asked[0].windowTitle()
        await until(asked[0].primary.isEnabled)
        operator.click(asked[0].primary)
        await operator.gone(dialog)
        await until(lambda: "5 invoices kept" in operator.notice)
        await stripe.call("post", f"/v1/invoices/{ids['open']}/void")
        await operator.services.queries.refresh("invoice", ids["open"])
        dialog = await _dialog(operator)
        await until(lambda: "1 invoice changed since" in dialog.said.text())
        ((before, after),) = _shown(dialog, "Changed since").values()
        assert ("Open" in before, "Void" in after) == (True, True)
        await operator.leave(dialog)


@pytest.mark.libreoffice
async def test_libreoffice_recalculates_the_same_sums(qapp: QApplication, tmp_path: Path) -> None:
    """G5: every check formula of the XLSX is 0, and every sum is the same, when another program calculates them."""
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        for status in ("paid", "open", "void", "uncollectible"):
            await operator.services.queries.refresh("invoice", await invoice(stripe, customer, status))
        dialog = await _dialog(operator)
        assert dialog.report is not None
        await dialog.write(dialog.report, tmp_path / "month.xlsx")
        await operator.leave(dialog)
    _without_values(tmp_path / "month.xlsx", tmp_path / "bare.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "out"), str(tmp_path / "bare.xlsx")], check=True, capture_output=True)
    ours = openpyxl.load_workbook(tmp_path / "month.xlsx", data_only=True)
    theirs = openpyxl.load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True)
    assert sum(1 for sheet in ours for row in sheet.iter_rows() for cell in row if cell.value) > 50
    for sheet in ours:
        for row in sheet.iter_rows():
            for cell in row:
                found = theirs[sheet.title][cell.coordinate].value
                assert ("" if found is None else found) == ("" if cell.value is None else cell.value), cell


def _without_values(path: Path, target: Path) -> None:
    """The same workbook with formulas alone: openpyxl writes no results, so that a reader has to calculate them."""
    book = openpyxl.load_workbook(path)
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > 10
    book.save(target)


async def test_what_does_not_add_up_is_listed_and_opens(qapp: QApplication, tmp_path: Path) -> None:
    """G5: a payment that vanished, and a line that was changed behind Stripe's back."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        lost, changed = [await invoice(stripe, customer, "paid") for _ in range(2)]
        state = simulator.states()[0]
        for payment in state.of("invoice_payment", "invoice", lost):
            payment["status"] = "canceled"
            state.changed("invoice_payment", payment)
        odd = state.get("invoice", changed)
        odd["lines"]["data"][0]["amount"] = 4_000
        state.changed("invoice", odd)
        for id_ in (lost, changed):
            await operator.services.queries.refresh("invoice", id_)
        dialog = await _dialog(operator)
        assert dialog.report is not None
        found = {each.id: (str(each.reason), each.amount) for each in dialog.report.close.differences}
        assert found == {lost: ("payment", 5_000), changed: ("lines", 1_000)}
        assert "2 differences" in dialog.said.text()
        table = dialog.tabs.widget(1)
        assert isinstance(table, QTableWidget)
        first = dialog.report.close.differences[0].id
        dialog.tabs.setCurrentIndex(1)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        await operator.gone(dialog)
        await until(lambda: operator.page.detail.id == first)


async def test_a_key_that_may_not_read_the_bank_still_closes(qapp: QApplication, tmp_path: Path) -> None:
    """D4, E1: what could not be read is said; without a network nothing is closed, and nothing is lost."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        id_ = await invoice(stripe, str(operator.page.detail.id), "open")
        await operator.services.queries.refresh("invoice", id_)
        simulator.faults.add(Fault("GET /v1/(balance_transactions|credit_notes)", "permission", times=None))
        dialog = await _dialog(operator)
        assert "may not read credit notes" in dialog.said.text()
        assert "balance transactions" in dialog.said.text()
        assert dialog.primary.isEnabled()
        await operator.leave(dialog)


async def test_what_is_overdue_by_age_filters_the_table(qapp: QApplication, tmp_path: Path) -> None:
    """F2, G5: a click lists exactly the invoices behind the amount."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        ids = []
        for days in (0, 40, 60):
            simulator.advance(days * 86_400)
            ids.append(await invoice(stripe, customer, "open", **{**BY_EMAIL, "days_until_due": "1"}))
        simulator.advance(2 * 86_400)
        operator.services.clock.ahead = 102 * 86_400
        for id_ in ids:
            await operator.services.queries.refresh("invoice", id_)
        await operator.rows("invoice", "")
        page = operator.page
        assert isinstance(page, InvoicesPage)
        if page.ageing.inside.isHidden():
            operator.click(page.ageing.toggle)
        await until(lambda: [bucket.place for bucket in page.ageing.buckets] == [0, 2, 3])
        assert [bucket.amount for bucket in page.ageing.buckets] == [5_000, 5_000, 5_000]
        buttons = [b for b in page.ageing.inside.findChildren(QPushButton) if b.isVisible()]
        operator.click(buttons[1])
        await until(lambda: operator.shown == [ids[1]])
        assert "late>60 late<91" in page.filter.text
