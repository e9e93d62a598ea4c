"""Files as other programs read them: complete or not there, harmless in a spreadsheet, in the named zone."""

from __future__ import annotations

import asyncio
import csv
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.errors import Unwritable
from billing_desk.domain.filters import parse
from billing_desk.domain.list_query import Query
from billing_desk.domain.money import Money
from billing_desk.services.exports.cells import Zoned, major, price
from billing_desk.services.exports.exporting import Exports
from billing_desk.services.exports.plan import ExportColumn, ExportPlan, Format
from billing_desk.services.exports.texts import harmless
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY

TOKYO = ZoneInfo("Asia/Tokyo")
MIDNIGHT = 1_795_186_800
"""2026-11-21 00:00 in Tokyo."""
COLUMNS = (
    ExportColumn("number", "Number"),
    ExportColumn("customer_name", "Customer"),
    ExportColumn("standing", "Status", "text", lambda row: str(row["standing"]).upper()),
    ExportColumn("total", "Total", "money"),
    ExportColumn("currency", "Currency"),
    ExportColumn("attempts", "Attempts", "count"),
    ExportColumn("created", "Created", "day"),
    ExportColumn("due", "Due", "day"),
)
ABOUT = (("Account", "みなとソフト"), ("Filter", "-status:void"), ("Time zone", "Asia/Tokyo"))


def _invoice(place: int, **values: Any) -> dict[str, Any]:
    base = {"id": f"in_{place}", "object": "invoice", "created": MIDNIGHT + place, "number": f"A-{place}"}
    return {**base, "currency": "jpy", "total": 1_000 * place, "status": "paid", "customer_name": "花子", **values}


def _plan(format_: Format, filter_: str = "", numbers: list[int] | None = None, sort: str = "created") -> ExportPlan:
    parsed = parse(filter_, frozenset(ENTITIES["invoice"].fields))
    return ExportPlan(Query("invoice", parsed, sort, zone=TOKYO), COLUMNS, format_, ABOUT, 3, numbers)


@pytest.fixture
def mirror(tmp_path: Path) -> Any:
    made = Mirror(tmp_path / "mirror.db", DATABASE_KEY)
    yield made
    made.close()


async def _fill(mirror: Mirror) -> None:
    await mirror.put(
        [
            _invoice(1),
            _invoice(2, currency="kwd", total=-12_345, customer_name="=HYPERLINK(1)", due_date=MIDNIGHT),
            _invoice(3, currency="usd", total=5, customer_name="@cmd", number="+1", status="void"),
        ],
        1.0,
    )


async def _exported(mirror: Mirror, path: Path, plan: ExportPlan) -> int:
    return await Exports(mirror).write(plan, path, lambda _: None)


async def test_csv_is_what_is_shown_with_totals_and_zone(mirror: Mirror, tmp_path: Path) -> None:
    """F7."""
    await _fill(mirror)
    path = tmp_path / "out.csv"
    assert await _exported(mirror, path, _plan(Format.CSV, "-status:void")) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes it for UTF-8"
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == [
        *("Number", "Customer", "Status", "Total", "Currency", "Attempts"),
        *("Created (Asia/Tokyo)", "Due (Asia/Tokyo)"),
    ]
    assert rows[1] == [
        "A-2",
        "'=HYPERLINK(1)",
        "PAID",
        "-12.345",
        "KWD",
        "0",
        "2026-11-21 00:00:02",
        "2026-11-21 00:00:00",
    ]
    assert rows[2] == ["A-1", "花子", "PAID", "1000", "JPY", "0", "2026-11-21 00:00:01", ""]
    assert {len(row) for row in rows} == {len(COLUMNS)}, "no ragged lines: other programs read it as it is"
    totals = list(csv.reader((tmp_path / "out totals.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert totals[0] == ["Figure", "Status", "Currency", "Rows", "Amount", "Account", "Filter", "Time zone"]
    assert totals[1] == ["total", "paid", "JPY", "1", "1000", "みなとソフト", "'-status:void", "Asia/Tokyo"]
    assert totals[2][:5] == ["total", "paid", "KWD", "1", "-12.345"]


async def test_xlsx_is_typed_and_frozen(mirror: Mirror, tmp_path: Path) -> None:
    """F7."""
    await _fill(mirror)
    path = tmp_path / "out.xlsx"
    assert await _exported(mirror, path, _plan(Format.XLSX)) == 3
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        totals = book.read("xl/worksheets/sheet2.xml").decode()
        about = book.read("xl/worksheets/sheet3.xml").decode()
    assert 'topLeftCell="A2"' in sheet
    assert 'state="frozen"' in sheet
    assert "<v>-12.345</v>" in sheet, "an amount is a number"
    assert "=HYPERLINK(1)" in sheet, "a text is a text"
    assert "<f>" not in sheet, "and never a formula"
    serial = (datetime(2026, 11, 21, 0, 0, 1, tzinfo=UTC) - datetime(1899, 12, 30, tzinfo=UTC)).total_seconds() / 86_400
    assert f"<v>{serial:.16G}"[:12] in sheet, "a time is a time, in the zone"
    assert sheet.count("<row ") == 4, "titles and rows only, so that a column can be added up"
    assert "<v>-12.345</v>" in totals
    assert "KWD" in totals
    assert "みなとソフト" in about
    assert "Asia/Tokyo" in about


async def test_json_lines(mirror: Mirror, tmp_path: Path) -> None:
    """F7."""
    await _fill(mirror)
    path = tmp_path / "out.jsonl"
    chosen = [await mirror.place("invoice", id_) or 0 for id_ in ("in_1", "in_3")]
    assert await _exported(mirror, path, _plan(Format.JSON_LINES, numbers=chosen)) == 2
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"about": dict(ABOUT)}
    assert [line["number"] for line in lines[1:-1]] == ["A-1", "+1"], "the chosen rows in the given order"
    assert lines[1]["total"] == "1000"
    assert lines[1]["created"] == "2026-11-21 00:00:01"
    assert lines[-1] == {
        "totals": [
            {"figure": "total", "status": "paid", "currency": "jpy", "rows": 1, "amount": "1000"},
            {"figure": "total", "status": "void", "currency": "usd", "rows": 1, "amount": "0.05"},
        ]
    }


async def test_a_stopped_export_leaves_no_file(mirror: Mirror, tmp_path: Path) -> None:
    """F7."""
    await _fill(mirror)
    await mirror.put([_invoice(n) for n in range(10, 20_000)], 2.0)
    path = tmp_path / "out.csv"
    path.write_text("an earlier one")
    seen: list[int] = []
    task = asyncio.get_running_loop().create_task(Exports(mirror).write(_plan(Format.CSV), path, seen.append))
    async with asyncio.timeout(10):
        while not seen:
            await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert seen[-1] < 19_000
    assert path.read_text() == "an earlier one"
    assert not list(tmp_path.glob(".out*"))
    assert len(await mirror.ids(Query("invoice"))) == 19_993, "the copy is none the worse"


async def test_a_folder_that_is_not_there(mirror: Mirror, tmp_path: Path) -> None:
    """F7."""
    await _fill(mirror)
    with pytest.raises(Unwritable):
        await _exported(mirror, tmp_path / "nowhere" / "out.csv", _plan(Format.CSV))


@given(st.integers(-(10**12), 10**12), st.sampled_from(["jpy", "usd", "kwd", "isk"]))
def test_amounts_as_plain_decimals(amount: int, currency: str) -> None:
    text = major(amount, currency)
    assert text == format(Money(amount, currency).major, "f")
    assert price(str(amount), currency) == format(Money(amount, currency).major.normalize(), "f")


@given(
    st.integers(0, 4_000_000_000),
    st.sampled_from(["Asia/Tokyo", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"]),
)
def test_times_in_every_zone(seconds: int, name: str) -> None:
    """F12."""
    zone = ZoneInfo(name)
    expected = datetime.fromtimestamp(seconds, UTC).astimezone(zone).replace(tzinfo=None)
    assert Zoned(zone).time(seconds) == expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_no_formula_gets_through(text: str) -> None:
    assert harmless(text) == "'" + text
    assert harmless("a" + text) == "a" + text
