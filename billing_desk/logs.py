"""Logging without secrets, and the one place where unexpected errors arrive."""

from __future__ import annotations

import asyncio
import logging
import logging.handlers
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from .domain.card_number_guard import masked

_KEY = re.compile(r"\b(sk|rk|pk)_(test|live)_[A-Za-z0-9]{4,}|\bwhsec_[A-Za-z0-9+/=]{4,}|\b[0-9a-f]{64}\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")

Report = Callable[[str], None]


def redact(text: str) -> str:
    """Text without API keys, database keys, card numbers and e-mail addresses."""
    text = _KEY.sub(lambda match: f"{(match.group(1) or 'secret')}_[redacted]", text)
    text = masked(text, "[card number]")
    return _MAIL.sub("[e-mail]", text)


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up(folder: Path | None) -> None:
    """Log to a small rotating file (none without a folder) and warnings to standard error."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # These two print request bodies and addresses with e-mails below WARNING.
    for name in ("stripe", "httpx", "httpcore", "uvicorn", "qasync", "asyncio", "hpack"):
        logging.getLogger(name).setLevel(logging.WARNING)
    formatter = _Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s")
    console = logging.StreamHandler(sys.stderr)
    console.setLevel(logging.WARNING)
    handlers: list[logging.Handler] = [console]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "billing-desk.log"
        handlers.append(logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8"))
    for handler in handlers:
        handler.setFormatter(formatter)
        root.addHandler(handler)


def describe(error: BaseException) -> str:
    """The error with its trace, redacted: without the values of variables, fit to be shown and copied."""
    return redact("".join(traceback.format_exception(error)))


class Arrivals:
    """Takes errors nobody expected from Python, threads and the event loop; logs each and reports it once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._seen: set[str] = set()

    def take(self, error: BaseException) -> None:
        if isinstance(error, KeyboardInterrupt | SystemExit | asyncio.CancelledError):
            return
        text = describe(error)
        logging.getLogger("billing_desk").error("unexpected error\n%s", text)
        place = "".join(text.splitlines()[-3:])
        if place not in self._seen:
            self._seen.add(place)
            self._report(text)

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        loop.set_exception_handler(self._from_loop)

    def _from_python(self, _: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        self.take(error)

    def _from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.take(arguments.exc_value)

    def _from_loop(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.take(error)
        else:
            logging.getLogger("billing_desk").warning("event loop: %s", context.get("message"))
