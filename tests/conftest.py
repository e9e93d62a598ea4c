"""Every test: coroutine tests on a Qt loop; unexpected logs, loop errors, and left-over threads or windows fail it."""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from hypothesis import settings
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from billing_desk import logs
from billing_desk.ui.widgets.base_dialog import BaseDialog

from .canaries import found_under, held_by

# Other threads' logs and the SDK's chatter are part of what is watched.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("stripe").setLevel(logging.WARNING)


settings.register_profile("suite", deadline=None)  # a slow machine is no fault of what is tested
settings.load_profile("suite")

LONGEST = 60
"""Seconds after which a coroutine test that waits for what never comes has failed."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test on a fresh Qt event loop; an error nobody retrieved fails it."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    application = QApplication.instance()
    assert isinstance(application, QApplication), "coroutine tests ask for the qapp fixture"
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    unretrieved: list[dict[str, Any]] = []

    async def body() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: unretrieved.append(context))
        async with asyncio.timeout(LONGEST):
            await pyfuncitem.obj(**arguments)
        left = [task for task in asyncio.all_tasks(loop) if task is not asyncio.current_task()]
        await asyncio.sleep(0)
        assert not [task for task in left if not task.done()], f"tasks left behind: {left}"

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(body())
    gc.collect()
    assert not unretrieved, unretrieved
    return True


@pytest.fixture(scope="session", autouse=True)
def no_secret_in_any_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """After the last test: everything that was written, logs and crash reports too, and the pictures of the project."""
    yield
    pictures = Path(__file__).resolve().parent.parent / "resources" / "screenshots"
    found = found_under(tmp_path_factory.getbasetemp(), pictures)
    assert not found, found


@pytest.fixture(scope="session", autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """As in the program: Qt objects in cycles must not be destroyed by whichever thread happens to collect. What is
    imported by now is not looked through after each test."""
    gc.disable()
    gc.collect()
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _every_test_needs_qt(request: pytest.FixtureRequest) -> None:
    if inspect.iscoroutinefunction(request.function):
        request.getfixturevalue("qapp")


@pytest.fixture(autouse=True)
def previews_can_be_confirmed_at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of previews are confirmed by tests that are about something else. Tests marked `first_look` wait as the
    operator does."""
    if not request.node.get_closest_marker("first_look"):
        monkeypatch.setattr(BaseDialog, "look_first", lambda _: None)


@pytest.fixture(autouse=True)
def no_unexpected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A record of WARNING or above fails the test, unless the test cleared it after looking at it."""
    yield
    for phase in ("setup", "call"):
        bad = [record for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
        assert not bad, [record.getMessage() for record in bad]
        logged = "\n".join(record.getMessage() for record in caplog.get_records(phase))
        assert not held_by(logged.encode()), "a secret reached the log"


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """No thread of ours and no top-level window outlives its test."""
    before = set(threading.enumerate())
    yield
    ours = ("sync", "db-write", "db-read", "simulator", "simulator-http")
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.name.startswith(ours)]
    assert not left, f"threads left behind: {left}"
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.sendPostedEvents(None, 52)  # deferred deletes
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)
        shown = [w for w in application.topLevelWidgets() if w.isVisible()]
        assert not shown, f"windows left behind: {shown}"


@pytest.fixture
def redact() -> Any:
    return logs.redact
