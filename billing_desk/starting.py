"""Starting the program: harden the process, one instance, the event loop, and the end of it."""

from __future__ import annotations

import asyncio
import ctypes
import logging
import os
import sys
from pathlib import Path

import qasync
from platformdirs import user_data_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from . import __version__, logs
from .app import App, Options
from .ui.garbage import GuiGarbage
from .ui.single_instance import SingleInstance

TURN = 0.0005
"""Seconds that a thread may compute before another one has its turn: the screen waits for the sync ten times less, and
the store comes back from its own work sooner."""


def harden() -> None:
    """New files are this user's alone; no core dump and no other process may read the keys in memory."""
    os.umask(0o077)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE


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
    """Qt's own messages go to the log like any other."""
    if kind is QtMsgType.QtDebugMsg or message in _HARMLESS:
        return
    level = logging.INFO if kind is QtMsgType.QtInfoMsg else logging.WARNING
    logging.getLogger("qt").log(level, "%s: %s", context.category or "default", message)


# Said by the offscreen platform for every window.
_HARMLESS = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")


def run(options: Options) -> int:
    """Until the window is closed."""
    harden()
    sys.setswitchinterval(TURN)
    folder = options.folder or Path(user_data_path("billing-desk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    qt = application()
    windows: list[App] = []
    instance = SingleInstance(str(folder), lambda: windows[0].window.bring_forward() if windows else None)
    if not instance.is_first():
        return 0
    logs.set_up(folder / "logs")
    garbage = GuiGarbage(qt)

    async def main() -> None:
        app = App(qt, options, folder)
        windows.append(app)
        app.start()
        if os.environ.get("BILLING_DESK_SAY_READY"):
            await app.rows_on_screen()
            print("ready", flush=True)  # noqa: T201 - what a trial of the built program waits for
        await app.ended

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
        runner.run(main())
    garbage.stop()
    instance.close()
    return 0
