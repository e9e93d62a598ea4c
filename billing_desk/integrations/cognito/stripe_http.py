"""The two requests to Stripe that the trigger makes, with the standard library alone: importing the SDK would take
longer than all of the rest (docs/deploying-cognito.md has the figures)."""

from __future__ import annotations

import json
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any

from ...gateway.version import API_VERSION

STRIPE = "https://api.stripe.com"
_PAUSE = 0.2
_LOCAL = ("127.0.0.1", "localhost")


class NotAnswered(Exception):
    """Stripe did not answer in time, or not usefully. `code` is Stripe's, "" if there is none."""

    def __init__(self, code: str = "", status: int = 0) -> None:
        super().__init__(code or str(status))
        self.code, self.status = code, status


class StripeHttp:
    """`ends` is the monotonic time after which nothing is waited for."""

    def __init__(self, key: str, base: str, ends: float) -> None:
        parts = urllib.parse.urlsplit(base)
        if parts.scheme != "https" and parts.hostname not in _LOCAL:
            raise ValueError("Stripe is asked over https only")
        self._key, self._base, self._ends = key, base.rstrip("/"), ends

    def get(self, path: str, params: Mapping[str, str]) -> Any:
        return self._ask("GET", f"{path}?{urllib.parse.urlencode(params)}", None, {})

    def post(self, path: str, params: Mapping[str, str], key: str) -> Any:
        """A request that another one is running with the same key is tried again until the time is over: it then gets
        the answer of that one."""
        while True:
            try:
                return self._ask("POST", path, urllib.parse.urlencode(params).encode(), {"Idempotency-Key": key})
            except NotAnswered as error:
                if error.status not in (409, 429) or self.left < 2 * _PAUSE:
                    raise
                time.sleep(_PAUSE)

    @property
    def left(self) -> float:
        """Seconds."""
        return self._ends - time.monotonic()

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Any:
        if self.left <= 0:
            raise NotAnswered("no_time_left")
        every = {"Authorization": f"Bearer {self._key}", "Stripe-Version": API_VERSION, **headers}
        request = urllib.request.Request(self._base + path, body, every, method=method)
        context = ssl.create_default_context() if self._base.startswith("https") else None
        try:
            with urllib.request.urlopen(request, timeout=self.left, context=context) as answer:
                return json.loads(answer.read())
        except urllib.error.HTTPError as error:
            raise NotAnswered(_code(error), error.code) from None
        except (OSError, ValueError) as error:
            raise NotAnswered(type(error).__name__) from None


def _code(error: urllib.error.HTTPError) -> str:
    try:
        said = json.loads(error.read())["error"]
        return str(said.get("code") or said.get("type") or "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
