"""Accounts of 10,000, 100,000 and a million invoices: read, typed into, sorted, scrolled, exported."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

from billing_desk.domain.filters import Filter
from billing_desk.domain.list_query import Query
from billing_desk.services.exports.cells import readers
from billing_desk.services.exports.exporting import Exports
from billing_desk.services.exports.plan import ExportColumn, ExportPlan, Format
from billing_desk.services.exports.writers import titles
from billing_desk.store.files import database
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.store.mirror.list_query import names_of
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY
from . import accounts
from .figures import Figure, figure

MILLION = 1_000_000
HERE = Path(__file__).resolve().parent.parent.parent


def whole_account(*, million: bool) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _reading(folder)
        yield from _exports(folder / "100000")
        if million:
            yield from _at_a_million(folder)


def _reading(folder: Path) -> list[Figure]:
    rates = {}
    for invoices in (10_000, 100_000):
        with accounts.served(invoices) as address:
            took, count = accounts.copied(folder / str(invoices), address, "invoice")
            rates[invoices] = count / took
            if invoices == 100_000:
                sdk = accounts.sdk_copies(folder / "plain.db", address, 5_000)
                accounts.settings_for(folder / "delay", address)
                delay = _measured("delay", folder / "delay")
    with accounts.served(20_000, "--limits") as address:
        used, refused = accounts.under_limits(folder, address)
    small, large = rates[10_000], rates[100_000]
    return [
        figure("read 100,000 invoices, a second", large, sdk, "a script with the SDK and plain SQLite", "≥ 6"),
        figure("read 10,000 beside 100,000, a second", small, large, "the larger account", "≤ 1.5"),
        Figure("requests a second under the limits", used * 25, 25, f"the limit; {refused} refused", used, "≥ 0.95"),
        figure("loop delay while reading, p99 (idle too)", delay["p99"], 16, f"16 ms; idle {delay['idle']}", "≤ 1"),
        figure("loop delay while reading, longest", delay["max"], 50, f"50 ms, {delay['looks']} looks", "≤ 1"),
        _encryption(folder),
    ]


def _measured(what: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.at_the_window", what, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3_000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _at_a_million(folder: Path) -> list[Figure]:
    home, empty = folder / "million", folder / "empty"
    with accounts.served(MILLION) as address:
        took, count = accounts.copied(home, address, "customer", "product", "price", "invoice")
        form = new_subscription(home, address, "1 M")
    with accounts.served(0) as address:
        accounts.copied(empty, address)
    size = sum(path.stat().st_size for path in (home / "accounts").glob("mirror-*"))
    for each in (home, empty):
        accounts.settings_for(each, "http://127.0.0.1:9")
    tables = _measured("tables", home)
    held, bare = _measured("memory", home)["mb"], _measured("memory", empty)["mb"]
    return [
        Figure("read a million invoices and customers, a second", count / took, 0, f"{size / 1e6:.0f} MB", 0, "–"),
        figure("keystroke to rows at 1 M, p95", tables["keystroke"], 50, "50 ms", "≤ 1"),
        figure("LIKE over the same file, p95", tables["like"], tables["keystroke"], "a keystroke", "≥ 20"),
        figure("sort or filter to rows at 1 M, p95", tables["sort"], 300, "300 ms", "≤ 1"),
        figure("scroll at 1 M, frame p99", tables["frame"], 16, "16 ms", "≤ 1"),
        figure("jump to the end at 1 M", tables["jump"], 50, "50 ms", "≤ 1"),
        figure("memory at 1 M (MB more)", held - bare, 150, "150 MB", "≤ 1"),
        *form,
        _start(home),
    ]


def new_subscription(home: Path, address: str, size: str) -> list[Figure]:
    """The form for a new subscription over a copy of this served account."""
    accounts.settings_for(home, address)
    found = _measured("subscribing", home)
    said = f"300 ms; the first {found['first']:.0f}"
    return [
        figure(f"key S to the form of a subscription at {size}, p95", found["form"], 300, said, "≤ 1"),
        figure(f"key S to its first bills at {size}, p95", found["bills"], 1_000, "1 second", "≤ 1"),
    ]


def _start(home: Path) -> Figure:
    from .__main__ import start_of

    return start_of(home, accounts.KEY, accounts.ACCOUNT, DATABASE_KEY, "start to usable rows, 1 M invoices")


def _objects(count: int) -> list[dict[str, Any]]:
    base = {"object": "invoice", "currency": "jpy", "status": "paid", "customer_name": "佐藤 花子", "attempt_count": 1}
    return [
        {**base, "id": f"in_{n:024d}", "created": 1_700_000_000 + n, "number": f"N{n}", "total": n}
        for n in range(count)
    ]


def _encryption(folder: Path) -> Figure:
    """The same writes and scans of the same rows, in turns."""

    async def timed(path: Path) -> float:
        began = time.perf_counter()
        mirror = Mirror(path, DATABASE_KEY)
        for at in range(0, 30_000, 1_000):
            await mirror.put(rows[at : at + 1_000], 1.0)
        for _ in range(10):
            await mirror.groups(Query("invoice"))
            await mirror.numbers(Query("invoice", sort="total"))
        mirror.close()
        return (time.perf_counter() - began) * 1_000

    rows = _objects(30_000)
    found: dict[bool, list[float]] = {True: [], False: []}
    for number in range(3):
        for encrypted in (True, False):
            with _plain(active=not encrypted):
                found[encrypted].append(asyncio.run(timed(folder / f"e{number}{encrypted}.db")))
    return figure("writes and scans, encrypted", min(found[True]), min(found[False]), "the same in plain", "≤ 1.3")


class _plain:
    """Opens files without a key, for comparison only."""

    def __init__(self, *, active: bool) -> None:
        self._active = active
        self._open, self._check = database.Database._open, database.Database._check_encrypted

    def __enter__(self) -> None:
        if not self._active:
            return

        def opened(this: Any, cache: int) -> Any:
            connection = database.Connection(str(this._path))
            for name, value in (("journal_mode", "wal"), ("synchronous", "normal"), ("cache_size", -cache)):
                connection.pragma(name, value)
            connection.pragma("temp_store", "memory")
            connection.pragma("wal_autocheckpoint", 8_000)
            return connection

        database.Database._open = opened  # type: ignore[method-assign, assignment]
        database.Database._check_encrypted = lambda _: None  # type: ignore[method-assign, assignment]

    def __exit__(self, *_: object) -> None:
        database.Database._open = self._open  # type: ignore[method-assign]
        database.Database._check_encrypted = self._check  # type: ignore[method-assign]


_COLUMNS = (
    ExportColumn("number", "Number"),
    ExportColumn("customer_name", "Customer"),
    ExportColumn("status", "Status"),
    ExportColumn("total", "Total", "money"),
    ExportColumn("remaining", "Remaining", "money"),
    ExportColumn("currency", "Currency"),
    ExportColumn("attempts", "Attempts", "count"),
    ExportColumn("created", "Created", "day"),
)


def _exports(folder: Path) -> list[Figure]:
    """100,000 rows out of the encrypted copy, beside the same writer over the same rows in a list."""
    mirror_file = next((folder / "accounts").glob("mirror-*.db"))
    found = []
    for format_, name in ((Format.CSV, "CSV"), (Format.XLSX, "XLSX")):
        plan = ExportPlan(Query("invoice", Filter()), _COLUMNS, format_, (("Account", "Large"),))
        value, beside = asyncio.run(_export(plan, mirror_file, folder))
        found.append(figure(f"export 100,000 rows, {name}", value, beside, "the same rows from a list", "≤ 1.5"))
    return found


async def _export(plan: ExportPlan, mirror_file: Path, folder: Path) -> tuple[float, float]:
    mirror = Mirror(mirror_file, DATABASE_KEY)
    names = [name for name in names_of(ENTITIES["invoice"]) if name in {column.key for column in plan.columns}]
    rows: list[Any] = await mirror.export(plan.query, names, None, lambda _, rows, _sums: [tuple(row) for row in rows])
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        await Exports(mirror).write(plan, folder / "out", lambda _: None)
        ours = (time.perf_counter() - began) * 1_000
        began = time.perf_counter()
        (_csv if plan.format == Format.CSV else _xlsx)(plan, names, rows, folder / "peer")
        taken.append((ours, (time.perf_counter() - began) * 1_000))
    mirror.close()
    return min(a for a, _ in taken), min(b for _, b in taken)


def _csv(plan: ExportPlan, names: list[str], rows: list[Any], path: Path) -> None:
    cells = readers(plan.columns, names, plan.query.zone)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles(plan))
        writer.writerows([cell(row, {}) for cell in cells] for row in rows)


def _xlsx(plan: ExportPlan, names: list[str], rows: list[Any], path: Path) -> None:
    cells = readers(plan.columns, names, plan.query.zone)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, time_ = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    for number, row in enumerate(rows):
        for place, (cell, column) in enumerate(zip(cells, plan.columns, strict=True)):
            value = cell(row, {})
            if column.kind == "day" and value is not None:
                sheet.write_datetime(number, place, value, time_)
            elif column.kind == "money":
                sheet.write_number(number, place, float(value))
            else:
                sheet.write(number, place, value)
    book.close()
