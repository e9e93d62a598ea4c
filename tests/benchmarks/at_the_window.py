"""Measured in the program itself, in a process of its own: `python -m tests.benchmarks.at_the_window WHAT FOLDER`.

WHAT is `tables` (type, sort, filter and scroll over a copy), `memory`, `delay` (the loop's delay while idle, then while
the account is read), or `subscribing` (the form for a new subscription over a copy; its account is served). Prints one
line of JSON, times in milliseconds.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import apsw
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from billing_desk.app import App, Options
from billing_desk.services.sync.status import Phase
from billing_desk.starting import TURN, application
from billing_desk.ui.startup.garbage import GuiGarbage
from billing_desk.ui.widgets.dialog import DeskDialog

from ..support import DATABASE_KEY, until
from .accounts import ACCOUNT, KEY
from .opening import vault_with

WORDS = ("sat", "ito", "exa", "l00", "tan", "佐藤", "花子", "yama", "accounts", "suzuki")
FILTERS = ("status:open", "status:overdue", "status:paid currency:jpy", "total>5000", "created:month", "customer:sato",
           "status:void total>3000", "sato status:open")  # fmt: skip


FORMS = 20
"""How many customers the form for a new subscription is opened for."""


def share(times: list[float], part: float) -> float:
    return round(sorted(times)[min(len(times) - 1, int(len(times) * part))], 1)


async def _shown(page: Any, act: Any) -> float:
    """Milliseconds until the rows of what was asked for are painted."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    connection = page.model.shown.connect(lambda: None if done.done() else done.set_result(None))
    began = time.perf_counter()
    act()
    await done
    page.table.viewport().repaint()
    took = (time.perf_counter() - began) * 1_000
    page.model.shown.disconnect(connection)
    return took


async def tables(app: App) -> dict[str, Any]:
    app.window.desk.go_to("invoice")  # type: ignore[union-attr]
    page: Any = app.window.desk.page  # type: ignore[union-attr]
    await until(lambda: page.model.whole, 60)
    found: dict[str, Any] = {"rows": len(page.model.numbers)}
    assert found["rows"], "the copy was not opened"
    typed = []
    for word in WORDS:
        for character in word:
            typed.append(await _shown(page, partial(_type, page.filter.field, character)))
            await asyncio.sleep(0.15)  # a quick typist
        await until(lambda: page.model.whole, 60)
        page.filter.set_text("")
        await until(lambda: page.model.whole and len(page.model.numbers) == found["rows"], 60)
    found["keystroke"], found["typed"] = share(typed, 0.95), [round(each) for each in typed]
    chosen = []
    for section in range(len(page.model.columns)):
        for _ in range(2):
            chosen.append(await _shown(page, partial(page.table.horizontalHeader().sectionClicked.emit, section)))
            await until(lambda: page.model.whole, 60)
    page.filter.choose(page.filter.all_views()[0])
    await until(lambda: page.model.whole and page.model.query.sort == "created", 60)
    for text in FILTERS:
        chosen.append(await _shown(page, partial(page.filter.set_text, text)))
        await until(lambda: page.model.whole, 60)
    found["sort"], found["sorts"] = share(chosen, 0.95), [round(each) for each in chosen]
    page.filter.choose(page.filter.all_views()[0])
    await until(lambda: page.model.whole and len(page.model.numbers) == found["rows"], 60)
    found |= await _scrolled(page)
    return found


def _type(field: Any, character: str) -> None:
    QTest.keyClicks(field, character) if character.isascii() else field.insert(character)


async def _scrolled(page: Any) -> dict[str, float]:
    bar, viewport, frames = page.table.verticalScrollBar(), page.table.viewport(), []
    for number in range(400):
        began = time.perf_counter()
        bar.setValue(number * 7)
        viewport.repaint()
        frames.append((time.perf_counter() - began) * 1_000)
        await asyncio.sleep(0.004)
    jumps = []
    for _ in range(5):
        bar.setValue(0)
        await asyncio.sleep(0.1)
        page.model.cache.__init__()
        began = time.perf_counter()
        bar.setValue(bar.maximum())
        viewport.repaint()
        await until(lambda: page.model.cache.get(page.model.numbers[-1]) is not None)
        viewport.repaint()
        jumps.append((time.perf_counter() - began) * 1_000)
    return {"frame": share(frames, 0.99), "jump": share(jumps, 0.5)}


def like(folder: Path) -> float:
    """The 95th part of the times of LIKE over the texts of the same file, for the same words."""
    connection = apsw.Connection(str(next((folder / "accounts").glob("mirror-*.db"))))
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", f"raw:{DATABASE_KEY}")
    connection.pragma("cache_size", -32_000)
    times = []
    sql = (
        "SELECT row FROM invoice WHERE number LIKE ?1 OR customer_name LIKE ?1 OR customer IN "
        "(SELECT id FROM customer WHERE name LIKE ?1 OR email LIKE ?1) ORDER BY created DESC LIMIT 100"
    )
    for word in WORDS:
        began = time.perf_counter()
        connection.execute(sql, (f"%{word}%",)).fetchall()
        times.append((time.perf_counter() - began) * 1_000)
    return share(times, 0.95)


async def memory(app: App) -> dict[str, Any]:
    for kind in ("invoice", "customer"):
        app.window.desk.go_to(kind)  # type: ignore[union-attr]
        page: Any = app.window.desk.page  # type: ignore[union-attr]
        await until(partial(getattr, page.model, "whole"), 60)
        await asyncio.sleep(1.5)
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return {"mb": pages * 4_096 / 1e6}


async def subscribing(app: App) -> dict[str, Any]:
    """From the key on a customer until the form stands, and until the bills of a plan chosen at once are shown; while
    the customers' cards are read in the background. `first` is the first form: it also imports the Subscriptions tab.
    """
    await until(lambda: app.desks.current is not None)
    app.window.desk.go_to("customer")  # type: ignore[union-attr]
    page: Any = app.window.desk.page  # type: ignore[union-attr]
    await until(lambda: page.model.whole, 60)
    ids = await app.desks.current.services.queries.ids(page.model.query)  # type: ignore[union-attr]
    stood, shown = [], []
    for place in range(FORMS):
        page.select(ids[place * len(ids) // FORMS])
        await asyncio.sleep(1.0)  # the customer is on the screen, as when a caller is asked for the plan
        stands, bills = await _form(app)
        stood.append(stands)
        shown.append(bills)
    return {
        "rows": len(ids),
        "first": round(stood[0], 1),
        "form": share(stood[1:], 0.95),
        "bills": share(shown[1:], 0.95),
        "forms": [round(each) for each in stood],
        "previews": [round(each) for each in shown],
    }


async def _form(app: App) -> tuple[float, float]:
    app.window.activateWindow()
    await until(app.window.isActiveWindow)
    began = time.perf_counter()
    QTest.keyClick(app.window, Qt.Key.Key_S)
    dialog: Any = await _soon(lambda: next((d for d in app.window.findChildren(DeskDialog) if d.isVisible()), None))
    dialog.repaint()
    stands = (time.perf_counter() - began) * 1_000
    dialog.items.lines[0].plan.setCurrentIndex(0)
    await _soon(lambda: "“" in dialog.bills.say.text())
    dialog.repaint()
    bills = (time.perf_counter() - began) * 1_000
    dialog.done(0)
    await until(lambda: not any(d.isVisible() for d in app.window.findChildren(DeskDialog)))
    return stands, bills


async def _soon(condition: Any, seconds: float = 60.0) -> Any:
    """As `until`, asking at every turn of the loop."""
    async with asyncio.timeout(seconds):
        while not (found := condition()):
            await asyncio.sleep(0)
    return found


async def delay(app: App) -> dict[str, Any]:
    """How much later than asked for the loop wakes up."""
    await until(lambda: app.desks.current is not None)
    await until(lambda: _is_paused(app))
    await asyncio.sleep(1.0)
    idle = await _delays(lambda: False, 3.0)
    app.desks.current.services.pause(False)  # type: ignore[union-attr]
    busy = await _delays(lambda: app.desks.current.status.phase is Phase.CURRENT, 120.0)  # type: ignore[union-attr]
    return {"idle": share(idle, 0.99), "p99": share(busy, 0.99), "max": round(max(busy), 1), "looks": len(busy)}


def _is_paused(app: App) -> bool:
    """Asks for it each time, because a sync that is only starting does not listen yet."""
    desk: Any = app.desks.current
    desk.services.pause(True)
    return bool(desk.status.phase is Phase.PAUSED)


async def _delays(ended: Any, seconds: float) -> list[float]:
    found, until_ = list[float](), time.perf_counter() + seconds
    while not ended() and time.perf_counter() < until_:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        found.append((time.perf_counter() - began) * 1_000 - 5)
    return found


def main(what: str, folder: Path) -> None:
    sys.setswitchinterval(TURN)
    qt = application()
    garbage = GuiGarbage(qt)

    async def run() -> None:
        app = App(qt, Options(), folder, lambda: vault_with(ACCOUNT, KEY, DATABASE_KEY))
        app.start()
        await until(lambda: app.window.desk is not None or app.window.failed is not None, 60)
        assert app.window.failed is None, app.window.failed
        found = await {"tables": tables, "memory": memory, "delay": delay, "subscribing": subscribing}[what](app)
        if what == "tables":
            found["like"] = like(folder)
        print(json.dumps(found), flush=True)
        app.window.close()
        await app.ended

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
        runner.run(run())
    garbage.stop()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
