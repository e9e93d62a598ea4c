"""Reviewing invoices of the practice account by keyboard, and an invoice's PDF from the cache, in the program itself.

`python -m tests.benchmarks.reviewing` prints one line of JSON, times in milliseconds.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.app import App, Options
from billing_desk.services.sync.status import Phase
from billing_desk.starting import TURN, application
from billing_desk.ui.startup.garbage import GuiGarbage
from billing_desk.ui.widgets.base_dialog import Question
from billing_desk.ui.widgets.dialog import DeskDialog
from billing_desk.vault import SessionVault

from ..support import until
from .figures import Figure, figure

REVIEWED, OPENED = 50, 5
HERE = Path(__file__).resolve().parent.parent.parent


def reviewing() -> list[Figure]:
    environment = {**os.environ, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.reviewing"]
    done = subprocess.run(command, env=environment, cwd=HERE, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    return [
        figure(f"{REVIEWED} reviewed by keyboard: the longest wait", found["wait"], 100, "100 ms", "≤ 1"),
        figure("first page of a PDF from the cache", found["pdf"], 200, "200 ms", "≤ 1"),
    ]


async def _wait_for(condition: Any) -> None:
    """As `until`, asking at every turn of the loop."""
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0)


async def _review(app: App, page: Any) -> float:
    """The longest time from a key until the next invoice's detail is painted."""
    view = next(view for view in page.filter.all_views() if view.filter.startswith("review:unread"))
    page.filter.choose(view)
    await until(lambda: page.model.whole and page.model.query.filter.conditions)
    page.table.selectRow(0)
    page.table.setFocus()
    await until(lambda: page.detail._painted == page.table.current_id != "")
    waits = []
    for number in range(REVIEWED + 1):
        app.window.activateWindow()
        page.table.setFocus()
        await until(app.window.isActiveWindow)
        before = page.table.current_id
        began = time.perf_counter()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Y)
        if not number:  # the first mark asks whether colleagues may see it
            await until(lambda: app.window.findChildren(Question))
            (question,) = app.window.findChildren(Question)
            primary: Any = question.primary
            await until(primary.isEnabled)
            primary.click()
        await _wait_for(lambda before=before: page.table.current_id not in ("", before))
        await _wait_for(lambda: page.detail._painted == page.table.current_id)
        app.window.repaint()
        waits.append((time.perf_counter() - began) * 1_000)
        await asyncio.sleep(0.3)  # what a reviewer reads
    return max(waits[1:])


async def _pdf(app: App, page: Any) -> float:
    """The least time from the click until the first page is painted."""
    times = []
    for number in range(OPENED + 1):
        await asyncio.sleep(1.0)  # the invoice is on the screen
        began = time.perf_counter()
        next(one for one in page.detail.findChildren(QPushButton) if one.text().startswith("PDF")).click()
        await _wait_for(lambda: any(d.isVisible() for d in app.window.findChildren(DeskDialog)))
        dialog: Any = next(d for d in app.window.findChildren(DeskDialog) if d.isVisible())
        await _wait_for(dialog.save.isEnabled)
        await _wait_for(lambda dialog=dialog: dialog.views and dialog.views[0].width() > 100)
        dialog.repaint()
        if number:  # the first one fetches the file
            times.append((time.perf_counter() - began) * 1_000)
        dialog.done(0)
        await until(lambda: not any(d.isVisible() for d in app.window.findChildren(DeskDialog)))
    return min(times)


async def _measured(qt: Any, folder: Path) -> dict[str, float]:
    app = App(qt, Options(), folder, _vault)
    app.start()
    app.open_demo()
    await until(lambda: app.desks.current and app.desks.current.status.phase is Phase.CURRENT, 60)
    assert app.window.desk is not None
    app.window.desk.go_to("invoice")
    page = app.window.desk.page
    await until(lambda: page.model.whole, 60)
    found = {"wait": await _review(app, page)}
    page.filter.set_text("status:open")
    await until(lambda: page.model.whole)
    page.table.selectRow(0)
    await until(lambda: page.detail._painted == page.table.current_id != "")
    found["pdf"] = await _pdf(app, page)
    app.window.close()
    await app.ended
    return found


async def _vault() -> Any:
    return SessionVault()


def main() -> None:
    sys.setswitchinterval(TURN)
    qt = application()
    garbage = GuiGarbage(qt)
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
        print(json.dumps(runner.run(_measured(qt, Path(folder)))), flush=True)
    garbage.stop()


if __name__ == "__main__":
    main()
