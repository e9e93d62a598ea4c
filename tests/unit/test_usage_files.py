"""Files of usage: small ugly ones, each with its expected dry run or one clear reason (E10)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.usage.event import NEWEST, OLDEST, Aggregation, EventCode, Meter, MeterEvent, event_errors
from billing_desk.domain.usage.rejected import identifiers_of, key_of
from billing_desk.domain.usage.rows import By, ImportMap, Numbers, RowFault, Times, amount_of
from billing_desk.services.usage.imports.bad_file import BadFile
from billing_desk.services.usage.imports.checking import SEVERAL, Checker, write_refused
from billing_desk.services.usage.imports.table_file import FileKind, opened, preview_of
from billing_desk.ui.wording.billing import import_words

NOW = 1_795_219_200
"""2026-11-21 00:00 UTC."""
METER = Meter("mtr_1", "API calls", "api_calls", Aggregation.SUM, "stripe_customer_id", "value", "", is_active=True)
KOELN = "Müller & Söhne, Köln – ß"
CUSTOMERS = {
    "cus_A": "cus_A",
    "cus_B": "cus_B",
    "髙﨑Ⅲ": "cus_A",
    "ソ連": "cus_B",
    KOELN: "cus_B",
    "twice": SEVERAL,
}
PLAIN = ImportMap(0, 1, 2, 3, "Asia/Tokyo")


def checker(path: Path, mapped: ImportMap = PLAIN) -> Checker:
    return Checker(opened(path), mapped, METER, CUSTOMERS, "bd-test", NOW)


def made(folder: Path, name: str, body: bytes) -> Path:
    path = folder / name
    path.write_bytes(body)
    return path


HEAD = "customer,value,time,identifier"
ROW = "{},5,2026-11-20 10:00,{}"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "cus_A"),
        ("utf-8-sig", "髙﨑Ⅲ"),
        ("cp932", "髙﨑Ⅲ"),
        ("cp932", "ソ連"),
        ("utf-16", "髙﨑Ⅲ"),
        ("euc_jp", "ソ連"),
        ("cp1252", KOELN),
    ],
)
def test_the_encoding_is_detected(tmp_path: Path, encoding: str, name: str) -> None:
    """E10: also characters that Shift JIS lacks, and those whose second byte is a backslash (ソ)."""
    text = "\r\n".join([HEAD, *(ROW.format(f'"{name}"', number) for number in range(3))])
    found = checker(made(tmp_path, "a.csv", text.encode(encoding))).run()
    assert (found.good, found.faults) == (3, {})
    assert found.sums == {CUSTOMERS[name]: 15}


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_detected(tmp_path: Path, separator: str) -> None:
    rows = [HEAD, ROW.format("cus_A", 1), ROW.format("cus_B", 2)]
    path = made(tmp_path, "a.csv", "\n".join(rows).replace(",", separator).encode())
    assert opened(path).separator == separator
    assert checker(path).run().good == 2


def test_line_breaks_in_quotes_belong_to_the_row_and_lines_are_physical(tmp_path: Path) -> None:
    text = f'{HEAD},note\ncus_A,1,2026-11-20 10:00,a,"two\nlines"\n\ncus_X,1,2026-11-20 10:00,b,\n'
    found = checker(made(tmp_path, "a.csv", text.encode())).run()
    assert found.good == 1
    assert [(bad.line, bad.fault) for bad in found.bad] == [(5, RowFault.UNKNOWN_CUSTOMER)]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("1234", Numbers.PLAIN, 1_234),
        ("1,234", Numbers.PLAIN, RowFault.AMBIGUOUS_NUMBER),
        ("10,0", Numbers.PLAIN, RowFault.AMBIGUOUS_NUMBER),
        ("1.234", Numbers.PLAIN, RowFault.AMBIGUOUS_NUMBER),
        ("1,234", Numbers.COMMAS, 1_234),
        ("1,234.0", Numbers.COMMAS, 1_234),
        ("10,0", Numbers.COMMAS, EventCode.NOT_WHOLE),
        ("1.234", Numbers.COMMAS, EventCode.NOT_WHOLE),
        ("1.234", Numbers.POINTS, 1_234),
        ("10,0", Numbers.POINTS, 10),
        ("10,5", Numbers.POINTS, EventCode.NOT_WHOLE),
        ("-7", Numbers.PLAIN, -7),
        ("1e3", Numbers.PLAIN, EventCode.NOT_WHOLE),
        ("\u0661", Numbers.PLAIN, EventCode.NOT_WHOLE),
        ("", Numbers.PLAIN, EventCode.NO_VALUE),
        ("9" * 15, Numbers.PLAIN, int("9" * 15)),
        ("1" + "0" * 15, Numbers.PLAIN, EventCode.TOO_MANY_DIGITS),
        ("0" * 5_000 + "1", Numbers.PLAIN, 1),
        ("-007", Numbers.PLAIN, -7),
    ],
)
def test_a_number_is_never_read_ten_times_too_large(text: str, numbers: Numbers, expected: object) -> None:
    assert amount_of(text, numbers) == expected


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_whole_number_is_read_in_each_way_of_writing_it(value: int) -> None:
    assert amount_of(str(value), Numbers.PLAIN) == value
    assert amount_of(f"{value:,}", Numbers.COMMAS) == value
    assert amount_of(f"{value:,}".replace(",", "."), Numbers.POINTS) == value


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-11-20 09:00", "Asia/Tokyo", NOW - 86_400),
        ("2026/11/20 9:00:00", "Asia/Tokyo", NOW - 86_400),
        ("2026-11-20T00:00:00Z", "Asia/Tokyo", NOW - 86_400),
        ("2026-11-20T09:00:00+09:00", "UTC", NOW - 86_400),
        (str(NOW), "Asia/Tokyo", NOW),
        (f"{NOW}123", "Asia/Tokyo", NOW),
        ("2026-03-08 02:30", "America/New_York", RowFault.SKIPPED_TIME),
        ("20.11.2026", "UTC", RowFault.BAD_TIME),
        ("soon", "UTC", RowFault.BAD_TIME),
        ("0001-01-01T00:00:00", "Asia/Tokyo", RowFault.BAD_TIME),
        ("9999-12-31 23:59:59", "America/New_York", RowFault.BAD_TIME),
    ],
)
def test_times_are_read_in_the_chosen_zone(text: str, zone: str, expected: object) -> None:
    assert Times(zone).read(text) == expected


@given(st.datetimes(timezones=st.sampled_from([ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")])))
def test_a_time_that_exists_is_read_to_the_second(moment: object) -> None:
    assert isinstance(moment, datetime)
    there = datetime.fromtimestamp(int(moment.timestamp()), UTC).astimezone(moment.tzinfo)
    zone = str(moment.tzinfo)
    if there.year > 1_970 and there.utcoffset() is not None and there.utcoffset().microseconds == 0:  # type: ignore[union-attr]
        read = Times(zone).read(there.isoformat(sep=" "))
        assert read == int(there.timestamp())


@pytest.mark.parametrize(
    ("at", "fault"),
    [
        (NOW - OLDEST, None),
        (NOW - OLDEST - 1, EventCode.TOO_OLD),
        (NOW + NEWEST, None),
        (NOW + NEWEST + 1, EventCode.IN_FUTURE),
    ],
)
def test_the_limits_of_time_hold_to_the_second(tmp_path: Path, at: int, fault: EventCode | None) -> None:
    found = checker(made(tmp_path, "a.csv", f"{HEAD}\ncus_A,5,{at},a\n".encode())).run()
    assert [bad.fault for bad in found.bad] == ([fault] if fault else [])
    event = MeterEvent("api_calls", "cus_A", 5, at, "a")
    assert [error.code for error in event_errors(METER, event, NOW)] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("length", "fault"), [(0, EventCode.NO_IDENTIFIER), (100, None), (101, EventCode.LONG_IDENTIFIER)]
)
def test_the_limits_of_identifiers_hold(tmp_path: Path, length: int, fault: EventCode | None) -> None:
    found = checker(made(tmp_path, "a.csv", f"{HEAD}\ncus_A,5,{NOW},{'x' * length}\n".encode())).run()
    assert [bad.fault for bad in found.bad] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b" \n ", "empty"),
        ("a.csv", b"\x00\x01\x02\x00", "binary"),
        ("a.csv", f'{HEAD}\n"{"x" * 200_000}'.encode(), "long_cell"),
        ("a.csv", HEAD.encode() + b"\n" + b"x" * 10_000_000, "long_cell"),
        ("a.csv", f'{HEAD},note\ncus_A,5,1,a,"open\ncus_A,5,1,b,\n'.encode(), "quotes"),
        ("a.csv", f'{HEAD}\n"cus_A{"x" * 40}\n{"cus_A,5,1,a" * 3}'.encode() + b"\n" * 60 + b'",1,1,b\n', "quotes"),
        ("a.csv", HEAD.encode() + b"\n" + b"x," * 1_500_000, "long_cell"),
        ("a.jsonl", b'{"a": "' + b"x" * 3_000_000, "long_cell"),
        ("a.xlsx", b"no workbook", "not_xlsx"),
        ("a.xlsx", b"PK\x03\x04 nor this", "not_xlsx"),
        ("a.jsonl", b'{"customer": 1}\nno json\n', "not_json"),
        ("a.jsonl", b"[1, 2]\n", "not_json"),
        ("a.jsonl", b"[" * 100_000, "not_json"),
        ("a.csv", HEAD.encode() + b"\n" + b"cus_A,5,1,a\n" * 100_000 + b"\xff\xfe\xff", "encoding"),
    ],
)
def test_what_cannot_be_read_has_one_sentence(tmp_path: Path, name: str, body: bytes, code: str) -> None:
    def read() -> None:
        file = opened(made(tmp_path, name, body))
        Checker(file, PLAIN, METER, CUSTOMERS, "bd", NOW).run()

    with pytest.raises(BadFile) as caught:
        read()
    assert caught.value.code == code
    assert import_words.bad_file(code, caught.value.line, caught.value.message)


SAMPLES = Path(__file__).parent.parent / "data" / "usage"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.name != "expected.json"))
def test_every_sample_gives_a_result_or_one_reason(name: str) -> None:
    """E10: each of the files in tests/data/usage has its dry run in expected.json, read by hand."""
    result: dict[str, object]
    try:
        found = checker(SAMPLES / name).run()
    except BadFile as error:
        result = {"unreadable": error.code, "line": error.line}
    else:
        refused = [[bad.line, str(bad.fault)] for bad in found.bad]
        result = {"rows": found.rows, "sums": dict(found.sums), "refused": refused}
    assert result == EXPECTED[name]
    assert set(EXPECTED) == {path.name for path in SAMPLES.iterdir()} - {"expected.json"}


def test_a_header_alone_and_a_single_column_give_a_result(tmp_path: Path) -> None:
    assert checker(made(tmp_path, "a.csv", HEAD.encode())).run().rows == 0
    found = checker(made(tmp_path, "b.csv", b"customer\ncus_A\ncus_B\n")).run()
    assert found.faults == {RowFault.MISSING_CELLS: 2}


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as caught:
        opened(tmp_path / "nothing.csv")
    assert caught.value.code == "unreadable"


def test_a_spreadsheet_and_json_lines_are_read_like_text(tmp_path: Path) -> None:
    day = date(2026, 11, 20)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD.split(","))
    sheet.append(["cus_A", 5, datetime.combine(day, time(9)), "a"])
    sheet.append(["cus_B", 2.5, datetime.combine(day, time(9)), "b"])
    book.save(tmp_path / "a.xlsx")
    found = checker(tmp_path / "a.xlsx").run()
    assert (found.sums, found.first) == ({"cus_A": 5}, NOW - 86_400)
    assert [(bad.line, bad.fault) for bad in found.bad] == [(3, RowFault.AMBIGUOUS_NUMBER)]
    line = '{"event_name": "api_calls", "payload": {"stripe_customer_id": "cus_A", "value": "7"}, "identifier": "c"}\n'
    file = opened(made(tmp_path, "a.jsonl", line.encode()))
    assert file.kind is FileKind.JSON
    names, _ = preview_of(file)
    places = {name: place for place, name in enumerate(names)}
    columns = (places["payload.stripe_customer_id"], places["payload.value"], None, places["identifier"])
    assert Checker(file, ImportMap(*columns, "UTC"), METER, CUSTOMERS, "bd", NOW).run().sums == {"cus_A": 7}


def test_refused_rows_are_exported_with_line_and_reason(tmp_path: Path) -> None:
    path = made(tmp_path, "a.csv", f"{HEAD}\ncus_A,5,{NOW},a\ntwice,5,{NOW},b\n,5,{NOW},c\n".encode())
    assert write_refused(checker(path), tmp_path / "out.csv") == 2
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [["3", "several_customers"], ["4", "no_customer"]]


@pytest.mark.parametrize("identifier", ["a\nb", "a\x00b", "a\x0bb", "\ud800"])
def test_an_identifier_that_no_header_can_hold_is_refused(tmp_path: Path, identifier: str) -> None:
    """It would stop an import at its row for ever."""
    line = json.dumps({"customer": "cus_A", "value": 1, "time": NOW, "identifier": identifier})
    found = checker(made(tmp_path, "a.jsonl", line.encode())).run()
    assert found.faults == {EventCode.BAD_IDENTIFIER: 1}
    event = MeterEvent("api_calls", "cus_A", 1, NOW, identifier)
    assert [error.code for error in event_errors(METER, event, NOW)] == [EventCode.BAD_IDENTIFIER]


def test_a_key_is_a_header_and_leads_back_to_its_identifier() -> None:
    """E5: error reports name the key."""
    assert key_of("row-1", 0) == "row-1"
    assert "row-1" in identifiers_of(key_of("row-1", 1))
    assert identifiers_of("order#12")[0] == "order#12", "an identifier that looks like a second try comes first"
    assert key_of("行1", 0).isascii()


def test_a_cell_far_away_does_not_take_the_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "customer", 1
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(BadFile) as caught:
        opened(tmp_path / "far.xlsx")
    assert caught.value.code == "too_large"
    assert import_words.bad_file("too_large", 0, "")


def test_a_refused_row_is_no_formula_in_the_export(tmp_path: Path) -> None:
    path = made(tmp_path, "a.csv", f"{HEAD}\n=1+1,5,{NOW},a\n".encode())
    assert write_refused(checker(path), tmp_path / "out.csv") == 1
    assert "'=1+1" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_the_same_rows_mean_something_else_for_another_meter(tmp_path: Path) -> None:
    file = opened(made(tmp_path, "a.csv", f"{HEAD}\ncus_A,5,{NOW},a\n".encode()))
    assert file.content("a", 4, 1) == file.content("a", 4, 1)
    assert len({file.content("a", 4, 1), file.content("b", 4, 1), file.content("a", 4, 2)}) == 3


def test_customers_are_found_by_email_whatever_its_case(tmp_path: Path) -> None:
    path = made(tmp_path, "a.csv", f"{HEAD}\nAoi@Example.JP,5,{NOW},a\n".encode())
    mapped = ImportMap(0, 1, 2, 3, "UTC", By.EMAIL)
    found = Checker(opened(path), mapped, METER, {"aoi@example.jp": "cus_A"}, "bd", NOW).run()
    assert found.sums == {"cus_A": 5}


def test_a_check_stops_when_it_is_told_to(tmp_path: Path) -> None:
    path = made(tmp_path, "a.csv", (f"{HEAD}\n" + f"cus_A,5,{NOW},a\n" * 10_000).encode())
    stop: Callable[[int], bool] = lambda count: count < 4_000  # noqa: E731 - as short as it is
    found = checker(path).run(progress=stop)
    assert (found.stopped, found.rows) == (True, 4_000)
