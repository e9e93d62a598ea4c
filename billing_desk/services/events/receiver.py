"""Receives webhooks on this computer, such as `stripe listen --forward-to localhost:4242/webhooks` forwards (E11)."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...domain.access.watching import ReceiverSettings
from ...domain.changes import Change, ChangeKind
from ...domain.errors import DiskFull
from ...domain.events.receiver_state import ReceiverState
from ...domain.events.record import record_of
from ...domain.events.signature import Refusal, refusal
from ...domain.json_object import Json
from ...gateway.version import API_VERSION
from ...store.events.event_log import EventLog
from ..tasks import Tasks

if TYPE_CHECKING:
    import uvicorn

log = logging.getLogger(__name__)
PATH = "/webhooks"
HOSTS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
"""`localhost` is either; other computers reach neither."""
_STARTED_WITHIN = 5.0
_STATUS = {Refusal.NOT_STORED: 503, Refusal.NOT_LOCAL: 403}


@dataclass
class _Waiting:
    event: Json
    stored: asyncio.Future[bool]


class Receiver:
    """Listens on its own thread until `stop`. An event is answered with 200 when it is on the disk, so that the sender
    sends it again if this program ends before that. `secrets` are those whose signatures are taken, by name; `wake` and
    `publish` are called on the receiver's thread."""

    def __init__(
        self,
        events: EventLog,
        now: Callable[[], float],
        publish: Callable[[Change], None],
        wake: Callable[[], None],
        unexpected: Callable[[BaseException], None],
        *,
        live: bool,
    ) -> None:
        self.state = ReceiverState()
        self._events, self._now, self._publish, self._wake, self._live = events, now, publish, wake, live
        self._secrets: tuple[str, ...] = ()
        self._unexpected = unexpected
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: uvicorn.Server | None = None
        self._waiting: list[_Waiting] = []
        self._writing = False
        self._settings = ReceiverSettings()

    def set_secrets(self, secrets: Mapping[str, str]) -> None:
        """Replaces the secrets; takes effect with the next event."""
        self._secrets = tuple(secrets.values())

    def start(self, settings: ReceiverSettings) -> None:
        """Listen as the settings say; nothing happens if they are off. `state` says what came of it."""
        if settings == self._settings and self.listens:
            return
        self.stop()
        self.state, self._settings = ReceiverState(), settings
        if not settings.enabled:
            return
        try:
            sockets = _opened(settings.port)
        except OSError as error:
            log.info("the receiver cannot listen: %s", type(error).__name__)
            taken = error.errno in _TAKEN
            self.state.trouble = "port_taken" if taken else "cannot_listen"
            return
        self.state.address = f"http://localhost:{sockets[0].getsockname()[1]}{PATH}"
        import uvicorn  # most desks do not listen

        from ...local_http.guarded_http import BurstProtocol

        self._server = uvicorn.Server(
            uvicorn.Config(
                self._application,
                interface="asgi3",
                proxy_headers=False,
                http=BurstProtocol,
                backlog=1024,
                timeout_keep_alive=2,
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=1,
                access_log=False,
                date_header=False,
                server_header=False,
            )
        )
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(sockets, started), name="receiver", daemon=True)
        self._thread.start()
        started.wait(_STARTED_WITHIN)

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(timeout=3)
        self._server = self._thread = None

    @property
    def listens(self) -> bool:
        return bool(self.state.address)

    def _run(self, sockets: list[socket.socket], started: threading.Event) -> None:
        server = self._server
        assert server is not None
        try:
            with asyncio.Runner() as runner:
                runner.run(self._serve(server, sockets, started))
        except Exception as error:
            self._unexpected(error)
        finally:
            for each in sockets:
                each.close()

    async def _serve(self, server: uvicorn.Server, sockets: list[socket.socket], started: threading.Event) -> None:
        self._loop, self._tasks = asyncio.get_running_loop(), Tasks(self._unexpected)
        serving = self._tasks.start(server.serve(sockets=sockets))
        while not server.started and not serving.done():
            await asyncio.sleep(0.005)
        started.set()
        await serving
        await self._tasks.drain(1.0)

    async def _application(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        body = await _body(receive)
        status, text = await self._answer(scope, headers, body)
        content = text.encode()
        start = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": start})
        await send({"type": "http.response.body", "body": content})

    async def _answer(self, scope: Any, headers: Mapping[str, str], body: bytes) -> tuple[int, str]:
        from ...local_http.guarded_http import local_host

        if not local_host(headers, scope["server"][1]):
            return self._refuse(Refusal.NOT_LOCAL)
        if scope["path"].rstrip("/") != PATH:
            return 404, "not_found"
        if scope["method"] != "POST":
            return 405, "not_allowed"
        event = self._checked(headers, body)
        if isinstance(event, Refusal):
            return self._refuse(event)
        if not await self._stored(event):
            return self._refuse(Refusal.NOT_STORED)
        return 200, "ok"

    def _checked(self, headers: Mapping[str, str], body: bytes) -> Json | Refusal:
        """The event, if it was signed, is one, and is of this desk's mode. The signature is that of the bytes."""
        why = refusal(body, headers.get("stripe-signature", ""), self._secrets, self._now())
        if why is not None:
            return why
        try:
            event = json.loads(body)
        except (ValueError, RecursionError):
            return Refusal.NOT_AN_EVENT
        if not isinstance(event, dict) or record_of(event, API_VERSION) is None:
            return Refusal.NOT_AN_EVENT
        return event if bool(event.get("livemode")) is self._live else Refusal.OTHER_MODE

    def _refuse(self, why: Refusal) -> tuple[int, str]:
        self.state.refused[why] += 1
        return _STATUS.get(why, 400), str(why)

    async def _stored(self, event: Json) -> bool:
        """Events that come together are written together."""
        waiting = _Waiting(event, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if not self._writing:
            self._writing = True
            self._tasks.start(self._write())
        return await waiting.stored

    async def _write(self) -> None:
        try:
            while self._waiting:
                together, self._waiting = self._waiting, []
                await self._write_some(together)
        finally:
            self._writing = False

    async def _write_some(self, together: list[_Waiting]) -> None:
        events = [each.event for each in together]
        try:
            new = await self._events.receive([(record, event) for event in events if (record := self._read(event))])
        except DiskFull:
            self._settle(together, stored=False)
            return
        except BaseException:
            self._settle(together, stored=False)
            raise
        self.state.accepted += len(together)
        self.state.last = int(time.time())
        self._settle(together, stored=True)
        if new:
            self._publish(Change(ChangeKind.EVENT, frozenset(new)))
        self._wake()

    @staticmethod
    def _read(event: Json) -> Any:
        return record_of(event, API_VERSION)

    @staticmethod
    def _settle(together: list[_Waiting], *, stored: bool) -> None:
        for each in together:
            if not each.stored.done():
                each.stored.set_result(stored)


_TAKEN = (98, 48, 10048, 10013)
"""EADDRINUSE on Linux, macOS and Windows; WSAEACCES, which Windows says for a port that is used exclusively."""


def _opened(port: int) -> list[socket.socket]:
    """A socket for each address of this computer. Raises OSError if one is taken; without IPv6 it is left out."""
    found: list[socket.socket] = []
    try:
        for family, host in HOSTS:
            try:
                made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
            except OSError:
                continue
            found.append(made)
            if sys.platform == "win32":
                made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                made.bind((host, port or (found[0].getsockname()[1] if len(found) > 1 else 0)))
            except OSError as error:
                if family is socket.AF_INET or error.errno in _TAKEN:
                    raise
                found.pop().close()  # the computer has no IPv6
            else:
                made.listen(1024)
    except OSError:
        for each in found:
            each.close()
        raise
    return found


async def _body(receive: Callable[[], Any]) -> bytes:
    parts: list[bytes] = []
    while True:
        message: MutableMapping[str, Any] = await receive()
        if message["type"] != "http.request":
            return b""  # the sender is gone
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)
