"""Logging without secrets, and the handler of unexpected errors."""

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

from .domain.access.api_key import SECRETS
from .domain.text.card_number_guard import masked

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# Stripe's hosted pages, which anyone with the link can open, and the query of any URL.
_LINK = re.compile(r"https?://[^\s\"'<>)]{1,2000}")
_HOSTED = ("checkout.stripe.com", "invoice.stripe.com", "pay.stripe.com", "billing.stripe.com", "buy.stripe.com")
LONGEST = 200_000
"""Maximum length of a logged text in characters; the rest is cut off."""

Report = Callable[[str], None]


def redact(text: str) -> str:
    """The text without API keys and other secrets, database keys, card numbers, email addresses, and links to hosted
    pages. Runs in linear time."""
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    text = _LINK.sub(_link, text)
    text = SECRETS.sub(lambda match: f"{match.group()[:2]}_[redacted]", text)
    text = masked(text, "[card number]")
    return _MAIL.sub("[e-mail]", text)


def _link(match: re.Match[str]) -> str:
    """Host and path of a URL; only the host of a hosted page."""
    address = match.group()
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    host = host.rpartition("@")[2]
    if host.endswith(_HOSTED):
        return f"{scheme}://{host}/[redacted]"
    path, mark, _ = path.partition("?")
    return f"{scheme}://{host}{slash}{path}" + ("?[redacted]" if mark else "")


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up(folder: Path | None) -> None:
    """Log to a small rotating file (no file if `folder` is None), and warnings to standard error."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # Below WARNING these two log request bodies and URLs with email addresses.
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
    """The redacted error with its traceback, without values of variables, so that it can be shown and copied."""
    return redact("".join(traceback.format_exception(error)))


class CrashReports:
    """Handles unexpected errors from Python, threads and the event loop: logs each and reports it once."""

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
