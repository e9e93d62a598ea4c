"""Card numbers are found however they are written, in linear time, and stand nowhere that the program writes to."""

from __future__ import annotations

import csv
import json
import time
import unicodedata
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from billing_desk.domain.objects.tax_id import is_corporate_number
from billing_desk.domain.text.card_number_guard import card_numbers, has_card_number, luhn, masked
from billing_desk.domain.text.masking import masked_values
from billing_desk.services.exports.audit import write_audit
from billing_desk.services.exports.texts import leaving
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.tab.export_dialog import ExportDialog
from billing_desk.ui.widgets.clipboard import clear_secrets, copy

from ..driver import Operator
from ..flows.operator_fixture import at_desk
from ..support import TEST_KEY, until

NETWORKS = (
    *(("4", 13), ("4", 16), ("4", 19), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15)),
    *(
        ("6011", 16),
        ("622126", 16),
        ("644", 16),
        ("65", 19),
        ("300", 14),
        ("305", 16),
        ("36", 14),
        ("38", 14),
        ("39", 19),
    ),
    *(
        ("3528", 16),
        ("3589", 19),
        ("2131", 15),
        ("1800", 15),
        ("62", 16),
        ("62", 17),
        ("62", 18),
        ("62", 19),
        ("81", 16),
    ),
    *(("5018", 12), ("5020", 13), ("5038", 19), ("6304", 16), ("6759", 16), ("6763", 12), ("0604", 16), ("2200", 16)),
    *(("2204", 19), ("508", 16), ("606282", 16), ("9792", 16), ("8600", 16), ("9860", 16), ("1", 15), ("31", 19)),
)
"""Beginnings and lengths of the card networks' numbers."""
SEPARATORS = (
    *("", " ", "-", ",", ", ", ".", "/", "_", ":", "     ", "\t", "\n", " - ", "|", "*", ") ("),
    *("\u00ad", "\u200b", "\u3000", "\uff0c", "\u00b7", "\u2013", "\u2028"),
)


def a_number(beginning: str, length: int, filler: str = "0") -> str:
    body = (beginning + filler * length)[: length - 1]
    return next(body + str(check) for check in range(10) if luhn(body + str(check)))


@pytest.mark.parametrize(("beginning", "length"), NETWORKS)
def test_every_network_and_length(beginning: str, length: int) -> None:
    number = a_number(beginning, length)
    for text in (
        number,
        f"card_{number}",
        f"pm_{number}",
        f"visa{number}",
        f"番号{number}です",
        f"({number})",
        f"no={number};",
    ):
        assert has_card_number(text), text
        assert number not in masked(text)


@given(
    st.sampled_from(NETWORKS),
    st.lists(st.integers(1, 6), min_size=8, max_size=8),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["0", "\u0660", "\u0966", "\uff10", "\U0001d7ce"]),
    st.sampled_from(["", "card: ", "カード", "x ", "1 ", "(", "order 17, "]),
    st.sampled_from(["", " 12/27", " 123", "です", ")", ". Thanks"]),
    st.integers(0, 9),
)
@settings(max_examples=5_000, deadline=None)
def test_any_grouping_separator_script_and_neighbour(
    network: tuple[str, int], sizes: list[int], separator: str, zero: str, before: str, after: str, filler: int
) -> None:
    number = a_number(*network, filler=str(filler))
    assume(not is_corporate_number(number))  # a Japanese company's number, which is told from a card
    groups, at = [], 0
    for size in [*sizes, 99]:
        groups.append(number[at : at + size])
        at += size
    written = "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in separator.join(filter(None, groups)))
    # A word that touches the number does not hide it; a digit before it stands apart.
    text = f"{before}{written}{after}"
    assert has_card_number(text), text
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else "" for c in masked(text))
    assert number not in plain


@given(st.integers(1_420_070_400, 2_177_452_800), st.timedeltas(timedelta(), timedelta(days=800)))
@settings(max_examples=3_000)
def test_dates_times_and_periods_are_none(seconds: int, more: timedelta) -> None:
    """They stand in every description, note and line of the log."""
    moment = datetime.fromtimestamp(seconds, UTC)
    later = moment + more
    for text in (
        f"{moment:%Y-%m-%d} – {later:%Y-%m-%d}",
        f"{moment:%Y/%m/%d}~{later:%Y/%m/%d}",
        f"{moment:%Y-%m-%d %H:%M} – {later:%Y-%m-%d %H:%M}",
        f"{moment:%Y-%m-%d %H:%M:%S},123 / {later:%H:%M:%S}",
        f"{moment:%Y.%m.%d %H:%M:%S.%f}"[:23],
    ):
        assert not has_card_number(text), text


@given(st.lists(st.integers(1_000, 99_999_999_999), min_size=1, max_size=8), st.sampled_from([" ", " / ", "; ", "\n"]))
@settings(max_examples=2_000)
def test_lists_of_amounts_are_none(amounts: list[int], between: str) -> None:
    text = between.join(f"{amount:,}" for amount in amounts)
    assert not has_card_number(text), text


@pytest.mark.parametrize(
    "text",
    [
        "42424242424242421228",
        "4242424242424242122028",
        "42424242424242421228123",
        "3782822463100051228",
        "+378282246310005",
        "Card: +3782 822463 10005",
        "sub_4242-4242-4242-4242",
        "price_4242 4242 4242 4242",
        "4,242,424,242,424,242",
    ],
)
def test_what_stands_around_it_does_not_hide_it(text: str) -> None:
    assert has_card_number(text)
    assert "42424" not in masked(text)


@given(st.text(max_size=80))
@settings(max_examples=2_000)
def test_masking_leaves_nothing_and_changes_nothing_else(text: str) -> None:
    said = masked(text)
    assert not has_card_number(said)
    if not has_card_number(text):
        assert said == text


@pytest.mark.parametrize(
    "text",
    [
        "4 " * 200_000,
        "4" * 400_000,
        "4\u00ad" * 200_000,
        "\uff14\u3000" * 200_000,
        "4a" * 200_000,
        "card_" * 80_000,
        "+4-" * 130_000,
        "\u0301" * 400_000,
        "4242 " * 80_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_the_time_is_linear(text: str) -> None:
    """Twenty times the text takes no more than some forty times as long; each a part of what it once took."""
    small, large = text[: len(text) // 20], text
    first, second = _seconds(small), _seconds(large)
    assert second < max(40 * first, 0.5), (first, second)


def _seconds(text: str) -> float:
    """Processor time, which other processes do not lengthen."""
    best = 9.0
    for _ in range(3):
        began = time.thread_time()
        has_card_number(text)
        best = min(best, time.thread_time() - began)
    return best


@pytest.mark.parametrize(
    "text",
    [
        "pm_1OAXsKAPJYkqHRznBJEn1J2Y",
        "in_1OAXsKAPJYkqHRzn",
        "2026-11-25 10:30:15",
        "¥4,242,424",
        "+81 3 5550 1234",
        "v4.2.4",
        "20261028-873921-178",
        "2029/12/01~2029/12/31",
        "500,238 206,665 60,074 42,424 2,424,242 4,242",
        "sub_42424242424242",
    ],
)
def test_ordinary_texts_are_none(text: str) -> None:
    assert not has_card_number(text)
    assert card_numbers(text) == frozenset()


def test_masking_goes_through_json_with_its_keys() -> None:
    number = a_number("4", 16)
    value = {"a": [number, {"b": f"x {number}"}], number: 5, "n": None}
    said = json.dumps(masked_values(value))
    assert number not in said
    assert masked_values({"id": "in_1", "amount": 5}) == {"id": "in_1", "amount": 5}


async def test_a_number_that_stood_at_stripe_is_in_no_file_of_ours(qapp: QApplication, tmp_path: Path) -> None:
    """Description and metadata hold one; changed away, it is masked in the journal, the audit log and its exports, in
    every export of the table, and on the clipboard; and the change is not taken back into it."""
    number = a_number("4", 16, "7")
    async with at_desk(qapp, tmp_path / "data") as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await stripe.call("post", f"/v1/customers/{customer}", description=f"card {number}", **{"metadata[no]": number})
        await operator.services.customers.refresh(customer)
        form = await operator.edit(name=number[:4] + " Trading", description="cleaned")
        await operator.confirm()
        await operator.gone(form)
        entry = (await operator.services.log.newest())[0]
        assert "cleaned" in str(entry.operation)
        assert number not in str(entry.operation)
        assert entry.operation.undo == (), "undoing would write it again"
        results = await operator.services.log.results(entry.operation.id)
        assert number not in json.dumps(results)
        assert number not in json.dumps(await operator.services.audit.newest())
        await _audit_exports(operator, tmp_path, number)
        await _table_exports(operator, tmp_path, number)


async def _audit_exports(operator: Operator, folder: Path, number: str) -> None:
    operator.window.commands.show_activity()
    panel = await operator.dialog(ActivityPanel)
    for name in ("log.csv", "log.jsonl"):
        await panel.audit.write(folder / name)
        assert number not in (folder / name).read_text(encoding="utf-8-sig")
    await operator.leave(panel)


async def _table_exports(operator: Operator, folder: Path, number: str) -> None:
    await operator.services.queries._mirror.put(
        [{"id": "cus_card", "object": "customer", "created": 9, "name": f"Card {number}", "email": f"{number}@x.jp"}],
        1e12,
    )
    operator.page.model.reload()
    await until(lambda: "cus_card" in operator.shown)
    for format_ in ("csv", "xlsx", "jsonl"):
        operator.page.export()
        dialog = await operator.dialog(ExportDialog)
        dialog.format.setCurrentIndex(dialog.format.findData(format_))
        operator.enter(dialog.path, str(folder / f"rows.{format_}"))
        operator.click(dialog.primary)
        await until((folder / f"rows.{format_}").exists)
    assert "Card ••••" in (folder / "rows.csv").read_text(encoding="utf-8-sig")
    for path in folder.glob("rows.*"):
        assert number.encode() not in _unzipped(path)
    operator.page.table.selectAll()
    operator.page.copy()
    await until(lambda: "Card ••••" in QApplication.clipboard().text())
    assert number not in QApplication.clipboard().text()


def _unzipped(path: Path) -> bytes:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return b"".join(book.read(name) for name in book.namelist())


def test_old_entries_of_the_audit_log_leave_masked(tmp_path: Path) -> None:
    """Written by a version that did not mask; the line says that its hash does not fit any more."""
    number = a_number("5", 16)
    entry = json.dumps({"at": 1, "reason": f"x {number}", "changes": [["d", number, None]]})
    rows = [(1, entry, "hash"), (2, json.dumps({"at": 1}), "hash")]
    for name in ("a.csv", "a.jsonl"):
        write_audit(rows, tmp_path / name, ZoneInfo("UTC"))
        assert number not in (tmp_path / name).read_text(encoding="utf-8-sig")
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    assert [line.get("masked", False) for line in lines] == [True, False]
    assert list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))[1][8] == "x ••••"


def test_the_clipboard_is_cleared_of_keys_and_numbers_and_of_nothing_else(qapp: QApplication) -> None:
    clipboard = QApplication.clipboard()
    for secret in (
        TEST_KEY,
        "rk_live_abcdefgh1234",
        "whsec_abcdefgh",
        a_number("4", 16),
        f"my card {a_number('37', 15)}",
        "0f" * 32,
    ):
        clipboard.setText(secret)
        clear_secrets()
        assert clipboard.text() == ""
    clipboard.setText("cus_123")
    clear_secrets()
    assert clipboard.text() == "cus_123"
    copy(f"x {a_number('4', 16)}")
    assert clipboard.text() == "x ••••"


async def test_locking_clears_the_clipboard(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        QApplication.clipboard().setText("rk_live_copied0for0a0field")
        await operator.key("Ctrl+L")
        await until(lambda: QApplication.clipboard().text() == "")
        await until(lambda: operator.app.desks.current is None)


@given(st.text(max_size=50))
def test_what_leaves_is_not_without_end(text: str) -> None:
    said: Any = leaving(text * 2_000)
    assert len(said) <= 32_000
