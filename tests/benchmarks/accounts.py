"""Large accounts for measuring: a served simulator of its own process, and its copy made by the desk or by the SDK."""

from __future__ import annotations

import asyncio
import gc
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from billing_desk.desk import Desk, DeskPlan
from billing_desk.domain.access.api_key import key_fingerprint, redacted
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.client import Connection
from billing_desk.gateway.route import Route
from billing_desk.services.sync import backfill as _filling
from billing_desk.services.sync.plan import LISTS
from billing_desk.services.sync.status import Phase
from billing_desk.settings import Account, KeyNote, Settings, SettingsFile
from billing_desk.starting import TURN

from ..support import DATABASE_KEY, RecordedCallbacks, until

KEY = "sk_test_practiceaccount"
ACCOUNT = "acct_local00000000000001"
INVOICES_EACH = 5
filling: Any = _filling


@contextmanager
def served(invoices: int, *options: str) -> Iterator[str]:
    """The address of a simulator with an account of so many invoices."""
    customers = str(invoices // INVOICES_EACH)
    command = [sys.executable, "-m", "billing_desk.simulator", "--port", "0", "--customers", customers, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[1]
        finally:
            process.terminate()


def copied(folder: Path, address: str, *kinds: str, seconds: float = 1_800) -> tuple[float, int]:
    """Seconds for the desk's whole reading (of these lists only) into an encrypted file, and objects read.

    As fast as the server answers; garbage and turns of threads as in the program.
    """
    lists = tuple(listed for listed in LISTS if not kinds or listed.kind in kinds)
    filling.LISTS = lists

    async def read() -> tuple[float, int]:
        heard = RecordedCallbacks()
        plan = DeskPlan(ACCOUNT, "Large", Mode.DEMO, KEY, Route(address=address), folder / "accounts", DATABASE_KEY)
        desk = Desk(plan, heard.callbacks())
        await desk.services.queries._gateway._connection.client()  # the SDK is loaded in both
        began = time.perf_counter()
        desk.start()
        await until(lambda: any(status.phase is Phase.CURRENT for status in heard.statuses), seconds)
        took = time.perf_counter() - began
        count = sum([await desk._mirror.count(listed.kind) for listed in lists if listed.kind != "plan"])
        await desk.close()
        for path in (folder / "accounts").glob("mirror-*-demo.db"):
            _as_of_test_mode(path)
        return took, count

    gc.disable()
    turn = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        return asyncio.run(read())
    finally:
        sys.setswitchinterval(turn)
        gc.enable()
        filling.LISTS = LISTS


def _as_of_test_mode(path: Path) -> None:
    """By its name and by the identity inside, without which the program would start an empty copy instead."""
    connection = apsw.Connection(str(path))
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", f"raw:{DATABASE_KEY}")
    connection.execute("UPDATE identity SET mode = ?", (str(Mode.TEST),))
    connection.close()
    path.rename(path.with_name(path.name.replace("-demo.db", "-test.db")))


def settings_for(folder: Path, address: str) -> None:
    """So that the program opens this account at its start."""
    account = Account(ACCOUNT, "Large", {"test": KeyNote(key_fingerprint(KEY), redacted(KEY), False, address)})
    SettingsFile(folder / "settings.json").save(Settings(accounts=(account,), current=(ACCOUNT, "test")))


def sdk_copies(file: Path, address: str, most: int) -> float:
    """Invoices a second of a script with the SDK's automatic paging that stores the same columns in plain SQLite."""

    async def read() -> float:
        connection = Connection(KEY, Route(address=address))
        client = await connection.client()
        database = sqlite3.connect(file)
        database.execute(
            "CREATE TABLE invoice (id TEXT PRIMARY KEY, created, customer, customer_name, number, status, currency, "
            "total, remaining, due, subscription, attempted, attempts, next_attempt, json)"
        )
        began, count = time.perf_counter(), 0
        page = await client.v1.invoices.list_async({"limit": 100, "expand": ["data.payments"]})
        async for invoice in page.auto_paging_iter():
            parent = invoice.parent.subscription_details if invoice.parent else None
            values = (
                *(invoice.id, invoice.created, invoice.customer, invoice.customer_name, invoice.number, invoice.status),
                *(invoice.currency, invoice.total, invoice.amount_remaining, invoice.due_date),
                *(parent.subscription if parent else None, invoice.attempted, invoice.attempt_count),
                *(invoice.next_payment_attempt, json.dumps(invoice.to_dict(for_json=True))),
            )
            database.execute(f"INSERT INTO invoice VALUES ({', '.join('?' * 15)})", values)
            count += 1
            if count % 100 == 0:
                database.commit()
            if count == most:
                break
        database.commit()
        took = time.perf_counter() - began
        database.close()
        await connection.close()
        return count / took

    return asyncio.run(read())


def under_limits(folder: Path, address: str, seconds: float = 20.0) -> tuple[float, int]:
    """The share of the published 25 requests a second that a reading uses, and how many were refused."""

    async def read() -> tuple[float, int]:
        heard = RecordedCallbacks()
        plan = DeskPlan(ACCOUNT, "Large", Mode.TEST, KEY, Route(address=address), folder / "limited", DATABASE_KEY)
        desk = Desk(plan, heard.callbacks())
        desk.start()
        log = desk.services.requests
        await until(lambda: len(log.newest()) > 50, 30)
        began, before = time.perf_counter(), len(log.newest())
        await asyncio.sleep(seconds)
        entries = log.newest()
        used = (len(entries) - before) / (time.perf_counter() - began) / 25
        await desk.close()
        return used, sum(entry.outcome == "Busy" for entry in entries)

    return asyncio.run(read())
