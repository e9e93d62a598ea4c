"""Files that leave the program: nothing in them runs, and they are written through no link and over no other file."""

from __future__ import annotations

import csv
import io
import os
import stat
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.domain.list_query import Query
from billing_desk.services.exports.links import write_links
from billing_desk.services.exports.plan import ExportColumn, ExportPlan, Format
from billing_desk.services.exports.texts import csv_cell, harmless
from billing_desk.services.exports.writers import totals_file, writer
from billing_desk.store.files.atomic_write import written, written_text

FORMULAS = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+1",
    "-1+2",
    "@SUM(A1)",
    " =1",
    "\u00a0=1",
    "\u3000=1",
    "\u200b=1",
    "\ufeff=1",
    "\u00ad=1",
    "\u202e=1",
    "\x00=1",
    "\x0b=1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    "\ufe66x",
    "\u22121",
    "\u207a1",
    " \t =1",
)


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_what_could_start_a_formula_is_quoted(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert csv_cell(text).startswith("'")


def _starts_formula(cell: str) -> bool:
    unseen = ("Cc", "Cf", "Co", "Cn", "Cs", "Mn", "Me", "Zs", "Zl", "Zp")
    first = next((c for c in cell if not c.isspace() and unicodedata.category(c) not in unseen), "")
    return unicodedata.normalize("NFKC", first)[:1] in ("=", "+", "-", "@", "\u2212") and first != ""


@given(
    st.lists(
        st.text(st.one_of(st.sampled_from("=+-@;,\t|\n\r'\" \u200b\uff1dA1"), st.characters()), max_size=12),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
@settings(max_examples=4_000, deadline=None)
def test_no_cell_is_a_formula_whatever_the_separator(texts: list[str], separator: str) -> None:
    """Written with commas, and read by a program that splits at another sign and knows nothing of quotes."""
    file = io.StringIO()
    csv.writer(file).writerow([csv_cell(text) for text in texts])
    line = file.getvalue()
    if separator == ",":
        cells = [cell for row in csv.reader(io.StringIO(line, newline="")) for cell in row]
        assert not any(map(_starts_formula, cells)), cells
        return
    cells = [cell.removeprefix('"') for part in line.split("\n") for cell in part.rstrip("\r").split(separator)]
    assert not any(map(_starts_formula, cells)), cells


def _plan(format_: Format) -> ExportPlan:
    counted, money = ExportColumn("count", "Count", "count"), ExportColumn("amount", "Amount", "money")
    columns = (ExportColumn("name", "=Name"), counted, money)
    return ExportPlan(Query("customer", zone=ZoneInfo("UTC")), columns, format_, [("=about", "+about")])


def _export(folder: Path, format_: Format, *texts: Any) -> Path:
    path = folder / f"out.{format_}"
    with written(path) as file:
        target = writer(_plan(format_), file)
        target.rows([[text, text if isinstance(text, str) else 1, "-5.00"] for text in texts])
        target.close([])
    return path


@pytest.mark.parametrize("format_", list(Format))
def test_every_format_takes_every_text(tmp_path: Path, format_: Format) -> None:
    """Halves of characters, controls, a megabyte: the file is complete all the same."""
    path = _export(tmp_path, format_, *FORMULAS, "\ud800", "\x00\x01", "x" * 1_000_000, None, "ordinary")
    assert path.stat().st_size > 100


def test_amounts_stay_numbers_and_texts_in_other_columns_are_quoted_too(tmp_path: Path) -> None:
    rows = list(csv.reader(_export(tmp_path, Format.CSV, "=1", "ok").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["'=Name", "Count", "Amount"]
    assert rows[1] == ["'=1", "'=1", "-5.00"]
    assert len(rows) == 3, "the information about the file is in the file of totals"
    totals_file(_plan(Format.CSV), [], 2, tmp_path / "totals.csv")
    beside = list(csv.reader((tmp_path / "totals.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert beside[0][-1] == "'=about"
    assert beside[1][-1] == "'+about"


def test_the_links_file_is_quoted_as_well(tmp_path: Path) -> None:
    write_links(["=t"], [["\uff1dx;=y", "https://checkout.stripe.com/x"]], tmp_path / "l.csv")
    rows = list(csv.reader((tmp_path / "l.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [["'=t"], ["'\uff1dx;'=y", "https://checkout.stripe.com/x"]]


def test_a_file_is_created_new_and_never_through_a_link(tmp_path: Path) -> None:
    """Whoever guesses the name of the unfinished file finds it taken anew each time; a link at the goal is replaced."""
    victim, goal = tmp_path / "victim", tmp_path / "goal.csv"
    victim.write_text("precious")
    for name in (".goal.csv.part", "goal.csv.part", "goal.new"):
        (tmp_path / name).symlink_to(victim)
    goal.symlink_to(victim)
    with written_text(goal, "utf-8") as file:
        file.write("mine")
    assert victim.read_text() == "precious"
    assert not goal.is_symlink()
    assert goal.read_text() == "mine"
    assert stat.S_IMODE(goal.stat().st_mode) == 0o600


def test_the_name_of_the_unfinished_file_is_another_each_time(tmp_path: Path) -> None:
    seen = set()
    for _ in range(20):
        with written(tmp_path / "x") as file:
            file.write(b"x")
            seen |= {path.name for path in tmp_path.iterdir() if path.suffix == ".part"}
    assert len(seen) == 20


class _Broken(Exception):
    pass


def test_what_ends_in_between_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    goal = tmp_path / "goal"
    goal.write_text("old")
    with suppress(_Broken), written(goal) as file:
        file.write(b"new")
        raise _Broken
    assert goal.read_text() == "old"
    assert os.listdir(tmp_path) == ["goal"]
    with pytest.raises(OSError, match="No such file"), written(tmp_path / "nowhere" / "x"):
        pass
