"""Starts the program: hardens the process, takes the folder's lock, runs the event loop, and ends it."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from pathlib import Path

import qasync
from platformdirs import user_data_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from . import __version__, logs
from .app import App, Options
from .data_folder import FolderLock, RunMark, UnsafeFolder, prepared
from .environment import protect_process
from .link_scheme import register
from .ui.startup.garbage import GuiGarbage
from .ui.startup.single_instance import SingleInstance
from .ui.widgets.ask import show_message

TURN = 0.0005
"""Seconds of Python's switch interval. A short one makes the GUI thread wait ten times less for the sync, and the store
returns to its work sooner."""


PATIENCE = 3.0
"""Seconds to wait for another process that has the folder's lock and does not answer, because it may be ending."""


def application() -> QApplication:
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("Billing Desk")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("billing-desk")
    made.setQuitOnLastWindowClosed(False)
    qInstallMessageHandler(_from_qt)
    return made


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Writes Qt's messages to the log."""
    if kind is QtMsgType.QtDebugMsg or message in _HARMLESS:
        return
    level = logging.INFO if kind is QtMsgType.QtInfoMsg else logging.WARNING
    logging.getLogger("qt").log(level, "%s: %s", context.category or "default", message)


# Printed by the offscreen platform for every window.
_HARMLESS = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")


def run(options: Options) -> int:
    """Run until the window closes. Returns 0, or 1 after an error message if the program cannot start here."""
    protect_process()
    sys.setswitchinterval(TURN)
    qt = application()
    try:
        folder = prepared(options.folder or Path(user_data_path("billing-desk", appauthor=False)))
        return _run_in(qt, folder, options)
    except UnsafeFolder as error:
        return _refused(qt, f"Billing Desk cannot keep its files here: {error}.")
    except OSError as error:
        return _refused(qt, f"Billing Desk cannot use its folder: {error.strerror} ({error.filename}).")


def _run_in(qt: QApplication, folder: Path, options: Options) -> int:
    windows: list[App] = []
    lock = FolderLock(folder)

    def forward(link: str) -> None:
        if windows:
            windows[0].window.bring_forward()
            windows[0].window.commands.links.open_text(link)

    instance = SingleInstance(folder, forward)
    if not _take(lock, instance, options.link):
        why = f"Another Billing Desk uses {folder} and does not answer."
        return 0 if instance.ask_forward() else _refused(qt, why)
    try:
        if trouble := instance.listen():
            return _refused(qt, f"Billing Desk cannot be brought forward by a second start: {trouble}.")
        logs.set_up(folder / "logs")
        register()
        mark = RunMark(folder)
        fell = mark.begin()
        garbage = GuiGarbage(qt)

        async def main() -> None:
            app = App(qt, options, folder, opens_first_row=not fell)
            windows.append(app)
            app.start()
            if os.environ.get("BILLING_DESK_SAY_READY"):
                await app.rows_on_screen()
                print("ready", flush=True)  # noqa: T201 - the test of a built program waits for it
            await app.ended

        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
            runner.run(main())
        garbage.stop()
        mark.end()
    finally:
        instance.close()
        lock.release()
    return 0


def _take(lock: FolderLock, instance: SingleInstance, link: str) -> bool:
    """Returns False if another process has the folder's lock. Waits for a process that is starting or ending."""
    until = time.monotonic() + PATIENCE
    while not lock.take():
        if instance.ask_forward(link) or time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def _refused(qt: QApplication, why: str) -> int:
    """Report why the program cannot start: on the terminal, and in a window if there is a desktop."""
    print(why, file=sys.stderr, flush=True)  # noqa: T201 - there is no window yet
    if qt.platformName() not in ("offscreen", "minimal"):
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
            runner.run(show_message(why))
    return 1
