"""`--selftest`: tries every component that can be missing on a computer or in a build, and prints the results."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import __version__


def run() -> int:
    """Returns 0 if everything works. A missing or locked keyring is printed but does not count as a failure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = 0
    print(f"Billing Desk {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    for name, check in CHECKS:
        try:
            said = check()
        except Exception as error:
            failed += 1
            print(f"FAILED  {name}: {type(error).__name__}: {error}")
        else:
            print(f"ok      {name}{': ' + said if said else ''}")
    return 1 if failed else 0


def _qt() -> str:
    from PySide6.QtCore import qVersion

    from .starting import application

    return f"{qVersion()} on {application().platformName()}"


def _fonts() -> str:
    from PySide6.QtGui import QFontDatabase

    families = QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)
    if not QFontDatabase.families():
        raise RuntimeError("no fonts at all")
    return families[0] if families else "no Japanese font"


def _icons() -> str:
    from .ui.widgets.icons import icon

    if icon("customer").pixmap(16).isNull():
        raise RuntimeError("icons cannot be drawn")
    return ""


def _translations() -> str:
    from .resources import resources

    found = sorted(path.stem for path in (resources() / "i18n").glob("*.qm"))
    if "billing_desk_ja" not in found or "billing_desk_en" not in found:
        raise RuntimeError(f"only {found}")
    return ", ".join(found)


def _licences() -> str:
    from .resources import notices, resources

    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "NOTICE.txt"):
        if not (resources() / "licenses" / name).is_file():
            raise RuntimeError(f"{name} is missing")
    if getattr(sys, "frozen", False) and _can_import("localstripe"):
        raise RuntimeError("a GPL test server is inside the program")
    return f"{len(notices())} characters of notices"


def _can_import(name: str) -> bool:
    import importlib.util

    return importlib.util.find_spec(name) is not None


def _database() -> str:
    from .store.mirror.mirror import Mirror

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "selftest.db"
        mirror = Mirror(path, "5a" * 32)

        async def use() -> int:
            await mirror.put([{"id": "cus_1", "object": "customer", "name": "花子", "created": 1}], 1.0)
            return len(await mirror.find("花子"))

        found = asyncio.run(use())
        mirror.close()
        if found != 1 or path.read_bytes().startswith(b"SQLite format 3"):
            raise RuntimeError("not searchable or not encrypted")
    return "encrypted, full text"


def _stripe() -> str:
    import stripe

    from .domain.access.network import Network
    from .gateway.client import Connection
    from .gateway.network import trust
    from .gateway.route import Route
    from .gateway.version import API_VERSION

    async def use() -> None:
        connection = Connection("sk_test_selftest00", Route(address="http://127.0.0.1:9"))
        client = await connection.client()
        for service in ("customers", "invoices", "subscriptions", "prices", "plans", "products", "events", "balance"):
            getattr(client.v1, service)
        _ = client.v1.billing.meters, client.v2.core.events
        trust(Network())  # the system's certificates and the SDK's own
        await connection.close()

    asyncio.run(use())
    return f"{stripe.VERSION}, {API_VERSION}"


def _practice() -> str:
    from .domain.writes.operation import Mode
    from .gateway.client import Connection
    from .gateway.pace import PRACTICE, Pace
    from .gateway.pages import one_page
    from .gateway.request_log import RequestLog
    from .gateway.requests.customers import list_all
    from .gateway.stripe_gateway import StripeGateway
    from .practice import Practice

    practice = Practice()
    plan = practice.plan()

    async def use() -> int:
        connection = Connection(plan.key, plan.route)
        rows, _ = await one_page(StripeGateway(connection, Pace(PRACTICE), RequestLog()), list_all())
        await connection.close()
        return len(rows)

    count = asyncio.run(use())
    practice.stop()
    if plan.mode is not Mode.DEMO or not count:
        raise RuntimeError("the practice account is empty")
    return "answers"


def _keyring() -> str:
    from .vault import VaultTrouble, open_vault

    try:
        asyncio.run(open_vault(timeout=5))
    except VaultTrouble as trouble:
        return f"not usable here ({trouble.kind}); keys for one start only"
    return "keeps keys"


def _charts() -> str:
    from .ui.charts.timeline import Line, Timeline

    chart = Timeline(lambda at, _spacing: str(at), "values")
    chart.show_lines([Line("days", (0, 86_400), (1.0, 2.0))], "two days")
    chart.grab()
    chart.release()
    return ""


def _pdf() -> str:
    """The practice account's own PDF, fetched, shown and searched."""
    from .gateway.files import fetch
    from .practice import Practice
    from .services.invoices.pdf_pages import PdfPages

    practice, pages = Practice(), PdfPages()
    state = practice.simulator.states()[0]
    invoice = next(each for each in state.all("invoice") if each["number"])

    async def use() -> int:
        own = practice.listen()
        await pages.open(await fetch(practice.plan().route, f"{own}/invoices/{invoice['id']}/pdf", own))
        return len((await pages.picture(0, 1.0)).body) and len(await pages.find(str(invoice["number"])))

    try:
        found = asyncio.run(use())
    finally:
        pages.close()
        practice.stop()
    if not found:
        raise RuntimeError("the number is not found in it")
    return "fetched, shown, searched"


def _usage_files() -> str:
    """A workbook is read, and an encoding found that is not Japanese."""
    import xlsxwriter

    from .services.usage.imports.table_file import opened

    with tempfile.TemporaryDirectory() as folder:
        book, text = Path(folder) / "usage.xlsx", Path(folder) / "usage.csv"
        made = xlsxwriter.Workbook(book)
        sheet = made.add_worksheet()
        for number, row in enumerate((["customer", "value"], ["cus_1", 5])):
            sheet.write_row(number, 0, row)
        made.close()
        text.write_bytes("Kundennummer;Stückzahl für Köln\n".encode("cp1252") * 50)
        rows, encoding = list(opened(book).rows()), opened(text).encoding
    if rows != [(2, ["cus_1", "5"])]:
        raise RuntimeError(f"read as {rows}")
    return f"a workbook, {encoding}"


CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Qt", _qt),
    ("fonts", _fonts),
    ("icons", _icons),
    ("charts", _charts),
    ("usage files", _usage_files),
    ("translations", _translations),
    ("licences", _licences),
    ("database", _database),
    ("Stripe's library", _stripe),
    ("practice account", _practice),
    ("PDF", _pdf),
    ("keyring", _keyring),
)
