"""Sends every request to Stripe: pacing, retry with the same idempotency key, timeout, error translation, log."""

from __future__ import annotations

import asyncio
import copy
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

from ..domain.errors import Busy, Conflict, DeskError, Locked, Offline, ProxyTrouble, Unexpected, Untrusted
from ..domain.writes.request import Request, object_path
from .client import Connection
from .pace import Pace
from .request_log import LoggedRequest, RequestLog
from .server_time import ServerTime

TOTAL_TIMEOUT = 45.0
"""Seconds for one whole attempt; a read timeout alone does not limit a response that arrives slowly."""

BUSY_ATTEMPTS, TROUBLE_ATTEMPTS = 6, 3
"""Attempts in total: for a 429, also of one locked object; for a lost connection, a 5xx, or a 409 while the same key
is in use."""


@dataclass(frozen=True)
class Reply:
    """`server_time` is Stripe's clock (Unix seconds); `replayed`: the stored answer of an earlier attempt."""

    data: Any
    request_id: str
    replayed: bool
    server_time: int | None


class Watcher(Protocol):
    """Called before each attempt is sent and after it ends."""

    async def started(self) -> None: ...

    async def ended(self, error: DeskError | None, request_id: str) -> None: ...


class StripeGateway:
    """Sends requests over one connection. `clock` is monotonic seconds."""

    def __init__(
        self,
        connection: Connection,
        pace: Pace,
        log: RequestLog,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        server_time: ServerTime | None = None,
    ) -> None:
        self._connection = connection
        self._pace = pace
        self._log = log
        self._clock = clock
        self._sleep = sleep
        self.time = server_time or ServerTime()
        self.many = False
        self.options: Mapping[str, str] = {}
        """For each write, beside the idempotency key."""
        self.left_out = 0
        """How many list entries were skipped because they were not objects with an id."""

    def for_many(self, token: str = "") -> StripeGateway:
        """The same gateway for many small writes at a time; `token` is a session's, used instead of the API key."""
        found = copy.copy(self)
        found.many, found.options = True, {"api_key": token} if token else {}
        return found

    async def fetch(self, url: str, own: str) -> bytes:
        """A file from one of Stripe's hosts, or from the desk's local server at `own`. Raises as `files.fetch`."""
        from .files import fetch

        return await fetch(self._connection.route, url, own)

    async def download(self, file_id: str, take: Callable[[bytes], object]) -> None:
        """A file of the account, piece by piece. Raises as `files.download`."""
        await self._connection.download(object_path("/v1/files", file_id, "contents"), take)

    async def read(self, request: Request, *, background: bool = False) -> Any:
        """The JSON that a GET returns. Raises DeskError."""
        return (await self.send(request, background=background)).data

    async def send(
        self, request: Request, *, key: str | None = None, watcher: Watcher | None = None, background: bool = False
    ) -> Reply:
        """Send, retrying with the same idempotency key. Raises DeskError; ValueError for a write without a key."""
        if request.is_write and key is None:
            raise ValueError("a write needs its idempotency key")
        attempt = 0
        while True:
            attempt += 1
            await self._wait_turn(request, background=background)
            if watcher:
                await watcher.started()
            try:
                reply = await self._attempt(request, key, attempt)
            except DeskError as error:
                if watcher:
                    await watcher.ended(error, error.request_id or "")
                if attempt >= attempts_for(error):
                    raise
                await self._sleep(delay(error, attempt, random.random()))
            else:
                if watcher:
                    await watcher.ended(None, reply.request_id)
                return reply

    async def _wait_turn(self, request: Request, *, background: bool) -> None:
        reserved = self._pace.reserve(self._clock(), request.endpoint)
        if reserved is not None:
            await self._sleep(reserved)
            return
        while wait := self._pace.take(self._clock(), request.endpoint, background=background):
            await self._sleep(wait)

    async def _attempt(self, request: Request, key: str | None, attempt: int) -> Reply:
        began, outcome, request_id = self._clock(), "ok", ""
        try:
            async with asyncio.timeout(TOTAL_TIMEOUT):
                response, data = await self._raw(request, key)
            request_id = str(response.headers.get("Request-Id", ""))
            if not isinstance(data, dict):
                raise Unexpected(request_id=request_id, status=response.code)
            server_time = _server_time(response.headers)
            if server_time is not None:
                self.time.heard(server_time, self._clock())
            replayed = response.headers.get("Idempotent-Replayed") == "true"
            return Reply(data, request_id, replayed, server_time)
        except TimeoutError:
            outcome = "Offline"
            raise Offline(code="timeout") from None
        except DeskError as error:
            outcome = type(error).__name__
            raise
        except Exception as error:
            translated = _translated(error)
            outcome, request_id = type(translated).__name__, translated.request_id or ""
            if isinstance(translated, Busy):
                self._pace.slow_down(self._clock())
            raise translated from error
        finally:
            took = round((self._clock() - began) * 1000)
            self._log.add(LoggedRequest(time.time(), request.method, request.path, outcome, request_id, took, attempt))

    async def _raw(self, request: Request, key: str | None) -> tuple[Any, Any]:
        params = {"base": request.base, **request.params}
        if request.method == "get":
            try:
                return await self._connection.get(request.path, params)
            except json.JSONDecodeError as error:  # another server's page, e.g. a captive portal
                raise Unexpected(status=200) from error
        options = {"idempotency_key": key, **self.options} if key else self.options
        if self.many:
            return await self._posted(request, options)
        response = await self._connection.send(request.method, request.path, {**params, **options})
        return response, response.data

    async def _posted(self, request: Request, options: Mapping[str, str]) -> tuple[Any, Any]:
        try:
            return await self._connection.post_many(request.path, request.params, request.base, options)
        except json.JSONDecodeError as error:
            raise Unexpected(status=200) from error

    async def connect_anew(self) -> None:
        """Drop open connections after sleep or a network change."""
        await self._connection.drop_connections()

    def is_limited(self) -> bool:
        """Whether Stripe limited this key's requests lately, so that they are sent more slowly."""
        return self._pace.is_slowed(self._clock())

    def now(self) -> float:
        """Stripe's time as last known (Unix seconds). Never decreases while this program runs."""
        return self.time.now(self._clock(), time.time())


def _translated(error: Exception) -> DeskError:
    """The DeskError for an SDK error. Raises any other error again. Imported late: the SDK is loaded by now."""
    from .translate import translate

    return translate(error)


def attempts_for(error: DeskError) -> int:
    """How many attempts this error allows in total."""
    if isinstance(error, Busy | Locked):
        return BUSY_ATTEMPTS
    running_twin = isinstance(error, Conflict) and error.code != "idempotency_error"
    if isinstance(error, Untrusted | ProxyTrouble):
        return 1  # the next attempt would meet the same certificate or proxy
    if isinstance(error, Offline) or running_twin:
        return TROUBLE_ATTEMPTS
    if isinstance(error, Unexpected) and (error.status or 0) >= 500:
        return TROUBLE_ATTEMPTS
    return 1


def delay(error: DeskError, attempt: int, chance: float) -> float:
    """Seconds before the next attempt: exponential backoff, at most 30. `chance` (0 to 1) adds jitter."""
    base = 1.0 if isinstance(error, Busy | Locked) else 0.5
    return float(min(base * 2 ** (attempt - 1), 30.0) * (0.5 + chance / 2))


def _server_time(headers: Mapping[str, str]) -> int | None:
    try:
        return int(parsedate_to_datetime(headers["Date"]).timestamp())
    except (KeyError, ValueError):
        return None
