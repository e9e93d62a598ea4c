"""Tables through the real window: found by three letters, totalled, viewed, copied, exported, offline, at any size."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from billing_desk.domain.billing_dates import local, month_start
from billing_desk.domain.filters import Filter, parse
from billing_desk.domain.list_query import Query
from billing_desk.domain.writes.operation import Mode
from billing_desk.services.exports.plan import Format
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.accounts.large import large_state
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import RealClock
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.ui.tab.export_dialog import ExportDialog
from billing_desk.ui.tables.view_dialog import ViewDialog
from billing_desk.vault import SessionVault

from ..driver import Operator, seated
from ..support import TEST_KEY, on_loopback, until


def _words(operator: Operator) -> str:
    return operator.page.filter.text


async def _listed(operator: Operator, count: int) -> None:
    await until(lambda: operator.page.model.whole and len(operator.page.model.numbers) == count)


async def test_three_letters_have_the_row(qapp: QApplication, tmp_path: Path) -> None:
    """F2, F3: Typed key by key; two characters of a Japanese name, any width and case, last four digits, beginnings
    of ids."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        wanted = (await operator.rows("customer", "sato"))[0]
        name = str((await operator.services.queries.get("customer", wanted))["name"])
        await operator.rows("customer", "")
        await operator.key("/")
        QTest.keyClicks(operator.page.filter.field, "sat")
        await until(lambda: wanted in operator.shown and len(operator.page.model.numbers) < 250)
        for text in (name[:2], name[1:3].strip() or name[:2], "ＳＡＴＯ", "sA", wanted, wanted[:8]):
            assert wanted in await operator.rows("customer", text), text
        card = (await operator.rows("card"))[0]
        last4 = str((await operator.services.queries.get("card", card))["card"]["last4"])
        assert card in await operator.rows("card", last4)
        owner = str((await operator.services.queries.get("card", card))["customer"])
        assert card in await operator.rows("card", owner), "what belongs to an id is found by it"
        assert await operator.rows("customer", "zzzzzz") == []
        assert "No results match" in operator.page.empty_text


async def test_totals_of_all_and_of_the_selection(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice", "currency:kwd")
        table, reading = operator.page.table, operator.services.queries
        every = await reading.totals(operator.page.model.query)
        wording = operator.app.wording
        await until(lambda: f"Total {wording.money(every[0].money)} (" in operator.page.footer_text)
        table.setFocus()
        table.selectAll()
        assert table.has_all()
        await until(lambda: f"selected  ·  Total {wording.money(every[0].money)}" in operator.page.footer_text)
        table.clearSelection()
        for place in (0, 2, 3):
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            table.selectionModel().select(operator.page.model.index(place, 0), flags)
        chosen = await reading.totals_of("invoice", table.selected_numbers())
        await until(lambda: f"3 selected  ·  Total {wording.money(chosen[0].money)}" in operator.page.footer_text)
        before = operator.selected
        operator.services.refresh()
        await operator.current()
        operator.page.model.ask(Query("invoice", operator.page.model.query.filter, "total", zone=wording.zone))
        await until(lambda: operator.page.model.query.sort == "total" and set(operator.selected) == set(before))


async def test_a_view_with_a_name_a_shortcut_and_its_columns(qapp: QApplication, tmp_path: Path) -> None:
    """F8: Saved by keyboard, there at the next start, and it brings filter, order and columns back."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice", "status:overdue currency:jpy")
        page = operator.page
        number = [column.key for column in page.model.columns].index("attempts")
        page.table.setColumnHidden(number, True)
        page.table.horizontalHeader().sectionClicked.emit(3)
        await until(lambda: page.model.query.sort == "total")
        await operator.key("Ctrl+S")
        dialog = await operator.dialog(ViewDialog)
        operator.enter(dialog.field, "Yen overdue")
        shortcut = dialog.shortcut
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        await operator.gone(dialog)
        await until(lambda: "Yen overdue" in [view.name for view in page.filter.all_views()])
        await operator.key("Alt+1")
        await until(lambda: _words(operator) == "" and page.model.query.sort == "created")
        page.table.setColumnHidden(number, False)
        await operator.key(shortcut)
        await until(lambda: _words(operator) == "status:overdue currency:jpy" and page.model.query.sort == "total")
        assert page.table.isColumnHidden(number)
        page.filter.delete_asked.emit("Yen overdue")
        await until(lambda: "Yen overdue" not in [view.name for view in page.filter.all_views()])


def _expires_before(row: dict[str, Any], months: int) -> bool:
    """Counted from this month."""
    today = datetime.now(ZoneInfo("Asia/Tokyo"))
    year, month = divmod(int(row["expiry"]), 100)
    return year * 12 + month < today.year * 12 + today.month + months


VIEWS: dict[str, dict[str, Callable[[dict[str, Any]], bool]]] = {
    "invoice": {
        "Overdue": lambda row: row["standing"] == "overdue",
        "This month": lambda row: row["created"] is not None,
    },
    "card": {
        "Expiring within 30 days": lambda row: _expires_before(row, 1),
        "Expiring within 60 days": lambda row: _expires_before(row, 2),
        "Needs review": lambda row: row["funding"] in ("prepaid", "unknown"),
        "Failed": lambda row: bool(row["last_result"]),
    },
    "subscription": {"Trials ending": lambda row: row["standing"] == "trialing"},
    "meter": {"Meter errors": lambda row: row["errors"] > 0},
}


def _shows(operator: Operator, wanted: Filter) -> bool:
    return operator.page.model.whole and operator.page.model.query.filter == wanted


@pytest.mark.parametrize("tab", VIEWS)
async def test_shipped_views(qapp: QApplication, tmp_path: Path, tab: str) -> None:
    """F8."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.current()  # payments of cards are read after the lists
        operator.window.commands.go_to_tab(tab)
        page = operator.page
        if tab == "meter":
            await until(lambda: any((page.model.row(n) or {}).get("errors") for n in range(len(page.model.numbers))))
        for view, check in VIEWS[tab].items():
            chosen = next(each for each in page.filter.all_views() if each.name == view)
            page.filter.choose(chosen)
            await until(partial(_shows, operator, parse(chosen.filter, frozenset(ENTITIES[tab].fields))))
            await until(lambda: page.model.whole and page.model.numbers)  # what is read last comes in afterwards
            rows = (await operator.services.queries.page(page.model.query, 50)).rows
            assert rows, f"the practice account has some for {view}"
            assert all(check(row) for _, row in rows), view


async def test_export_what_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    """F7, F12."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        ids = await operator.rows("invoice", "status:open currency:jpy")
        titles = [column.title() for column in operator.page.table.columns.shown()]
        await operator.key("Ctrl+E")
        dialog = await operator.dialog(ExportDialog)
        target = tmp_path / "invoices.csv"
        operator.enter(dialog.path, str(tmp_path / "missing" / "x.csv"))
        assert not dialog.primary.isEnabled()
        assert "does not exist" in dialog.problem.text()
        operator.enter(dialog.path, str(target))
        operator.click(dialog.primary)
        await operator.gone(dialog)
        await until(lambda: "exported to" in operator.notice)
        rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
        titles.insert(titles.index("Total") + 1, "Currency")
        assert [title.removesuffix(" (Asia/Tokyo)") for title in rows[0]] == [*titles, "Invoice ID", "Customer ID"]
        assert len(rows) - 1 == len(ids)
        assert {len(row) for row in rows} == {len(rows[0])}, "no ragged lines"
        beside = (tmp_path / "invoices totals.csv").read_text(encoding="utf-8-sig")
        (total, remaining) = csv.DictReader(beside.splitlines())
        assert total["Time zone"] == "Asia/Tokyo"
        assert total["Filter"] == "status:open currency:jpy"
        assert total["As of"]
        for line, column in ((total, "Total"), (remaining, "Remaining")):
            place = rows[0].index(column)
            assert line["Amount"] == str(sum(int(row[place]) for row in rows[1:])), column
            assert line["Amount"] in operator.page.footer_text.replace(",", "")
        operator.page.table.selectRow(0)
        await operator.key("Ctrl+E")
        dialog = await operator.dialog(ExportDialog)
        dialog.selected.setChecked(True)
        dialog.format.setCurrentIndex(dialog.format.findData(Format.JSON_LINES))
        assert dialog.path.text().endswith(".jsonl")
        operator.enter(dialog.path, str(tmp_path / "one.jsonl"))
        operator.click(dialog.primary)
        await until(lambda: (tmp_path / "one.jsonl").exists())
        lines = [json.loads(line) for line in (tmp_path / "one.jsonl").read_text(encoding="utf-8").splitlines()]
        assert len(lines) == 3


async def test_copy_takes_rows_that_were_never_scrolled_to(qapp: QApplication, tmp_path: Path) -> None:
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice", "")
        operator.page.table.setFocus()
        operator.page.table.selectAll()
        QApplication.clipboard().clear()
        QTest.keyClick(operator.page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: QApplication.clipboard().text())
        lines = QApplication.clipboard().text().split("\n")
        assert len(lines) == len(operator.page.model.numbers) + 1
        assert all("…" not in line for line in lines)


async def test_the_menu_writes_the_same_tokens(qapp: QApplication, tmp_path: Path) -> None:
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice", "")
        bar = operator.page.filter
        await until(lambda: bar._values)
        bar._fill_menu()
        menus = {menu.title(): [a.text() for a in menu.actions()] for menu in bar._menu.findChildren(QMenu)}
        assert "currency:kwd" in menus["currency"], "a currency of this account"
        assert "created:month-1" in menus["created"]
        action = next(a for m in bar._menu.findChildren(QMenu) for a in m.actions() if a.text() == "currency:kwd")
        bar._menu_chosen(action)
        assert bar.text == "currency:kwd"
        bar._menu_chosen(action)
        assert bar.text == "currency:kwd", "once is enough"


async def test_ten_thousand_invoices_stream_in_and_stay_when_offline(qapp: QApplication, tmp_path: Path) -> None:
    """F2: The first rows are there while the rest comes; the selected row stays selected; all is read without a
    network."""
    simulator = Simulator({TEST_KEY: Grant(large_state(RealClock(), 400))})
    vault = SessionVault()
    vault.durable = True
    with on_loopback(simulator) as route:
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.window.shell.accounts.add(TEST_KEY, Mode.TEST, route.address, "Large")
            account = operator.window.shell.accounts.all()[0].id
            operator.app.open_desk(account, "test")
            await until(lambda: operator.window.desk is not None)
            operator.window.commands.go_to_tab("invoice")
            page = operator.page
            await until(lambda: len(page.model.numbers) > 50)
            page.table.selectRow(7)
            chosen = operator.selected
            desk = operator.app.desks.current
            assert desk is not None
            await until(lambda: desk.status.phase is Phase.CURRENT, 40)
            await _listed(operator, 2_000)
            assert operator.selected == chosen
            page.table.scrollToBottom()
            await until(lambda: page.model.cache.get(page.model.numbers[-1]) is not None)
            end = page.model.index(len(page.model.numbers) - 1, 0)
            page.table.setCurrentIndex(end)
            last = (await operator.services.queries.ids(page.model.query))[-1]
            await until(lambda: page.detail.id == last)
    # The server is gone now.
    async with seated(qapp, tmp_path, vault=vault) as again:
        await until(lambda: again.window.desk is not None)
        again.window.commands.go_to_tab("invoice")
        await _listed(again, 2_000)
        await until(lambda: "Stripe" in again.notice or "network" in again.notice.lower(), 20)
        assert len(await again.rows("invoice", "status:open")) > 50


async def test_invoices_of_the_fiscal_year_and_their_columns(qapp: QApplication, tmp_path: Path) -> None:
    """F2, F12, G5: the year begins where the settings say; days overdue, tax and reasons are in the list."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice", "created:year")
        query = replace(operator.page.model.query, year_begins=4)
        wording, now = operator.app.wording, operator.services.clock.now()
        here = local(now, wording.zone).date()
        began = month_start(here, wording.zone, -((here.month - 4) % 12))
        reading = operator.services.queries
        for row in (await reading.rows("invoice", await reading.numbers(query))).values():
            assert row["created"] >= began
        for row in (await reading.rows("invoice", await reading.numbers(replace(query, filter=Filter())))).values():
            obj = await reading.get("invoice", row["id"])
            assert obj is not None
            if obj.get("total_excluding_tax") is not None:
                assert row["total"] - row["tax"] == obj["total_excluding_tax"]
            late = row["standing"] == "overdue"
            assert (row["overdue_days"] is not None) == late
            if late and row["due"]:
                assert row["overdue_days"] == (now - row["due"]) // 86_400
        overdue = await operator.rows("invoice", "status:overdue late>30")
        shown = await reading.rows_of("invoice", overdue)
        assert overdue
        assert all(row["overdue_days"] > 30 for row in shown.values())
