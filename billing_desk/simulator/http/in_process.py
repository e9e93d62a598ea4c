"""Runs a simulator on its own thread, for in-process requests and optionally HTTP on the loopback address."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

import httpx
import uvicorn

from ...local_http.guarded_http import GuardedProtocol
from ..server import Simulator
from ..state.faults import ConnectionDropped
from ..state.saved import Keeper
from .answer import Incoming
from .asgi import Application, LocalOnly
from .webhooks import WebhookSender

HOST = "127.0.0.1"
_log = logging.getLogger(__name__)
T = TypeVar("T")
_TICK_SECONDS = 0.5


class SimulatorThread:
    """Runs a simulator's event loop on a background thread until `stop`. Only that thread uses the simulator."""

    def __init__(self, simulator: Simulator, keeper: Keeper | None = None) -> None:
        self.simulator = simulator
        self._application = Application(simulator)
        self._keeper = keeper
        self._server: uvicorn.Server | None = None
        self._socket: socket.socket | None = None
        self.url = ""
        self._loop = _new_loop()
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="simulator", daemon=True)
        self._thread.start()
        self._across(self._post())
        for state in simulator.states():
            state.pages = state.invoice_pages = self._pages

    def transport(self) -> httpx.AsyncBaseTransport:
        """A transport for one HTTP client, usable from any event loop."""
        return _ThreadTransport(self)

    def submit(self, request: httpx.Request, content: bytes) -> Future[httpx.Response]:
        return self._across(self._answer(request, content))

    def advance(self, seconds: int) -> Future[int]:
        """Move the time of every account forward by `seconds`; returns the new time (Unix seconds)."""

        async def advance() -> int:
            return self.simulator.advance(seconds)

        return self._across(advance())

    def listen(self, port: int = 0) -> str:
        """Also serve HTTP on the loopback address; returns the base address."""
        if self._server is None:
            self._open(port)
            self._across(self._listening()).result(10)
        return self.url

    def stop(self) -> None:
        if self._server is not None:
            self._server.should_exit = True
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(timeout=5)
        if self._socket is not None:
            self._socket.close()

    def wait(self) -> None:
        """Block until the thread ends."""
        while self._thread.is_alive():
            self._thread.join(timeout=0.5)

    def _pages(self) -> str:
        """The base address of the hosted pages. Starts the server if needed, without waiting for it (same thread)."""
        if self._server is None:
            self._open(0)
        return self.url

    def _open(self, port: int) -> None:
        # Without IPPROTO_TCP asyncio does not set TCP_NODELAY, which delays small answers by 40 ms (Nagle).
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((HOST, port))
        self.url = f"http://{HOST}:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(
            LocalOnly(self._application),
            http=GuardedProtocol,
            ws="wsproto",
            log_level="critical",
            lifespan="off",
            timeout_graceful_shutdown=1,
            access_log=False,
            date_header=False,
            server_header=False,
        )
        self._server = uvicorn.Server(config)
        self._across(self._server.serve(sockets=[self._socket]))

    def _across(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._live())

    async def _listening(self) -> None:
        while self._server is not None and not self._server.started:
            await asyncio.sleep(0.005)

    async def _live(self) -> None:
        """Run due tasks and save the state, every half second until stopped."""
        while not await self._over():
            self._tick()
        while self._server is not None and self._server.started and not _stopped(self._server):
            await asyncio.sleep(0.01)
        self._tick()

    async def _over(self) -> bool:
        """Wait up to half a second for `stop`; whether it was called."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_TICK_SECONDS):
                await self._ended.wait()
        return self._ended.is_set()

    def _tick(self) -> None:
        try:
            self.simulator.settle()
            if self._keeper is not None:
                self._keeper.keep()
        except Exception:
            _log.exception("unforeseen while keeping time")

    async def _post(self) -> None:
        """Deliver webhooks in a separate task, so that a slow listener delays only other webhooks."""
        async with WebhookSender(self.simulator, self._application.sessions) as postman:
            while not await self._over():
                try:
                    await postman.deliver()
                except Exception:
                    _log.exception("unforeseen while delivering webhooks")

    async def _answer(self, request: httpx.Request, content: bytes) -> httpx.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        found = await self._application.answer(Incoming(request.method, path, query, headers, content))
        if found.cut:
            raise ConnectionDropped
        if found.pause:
            await asyncio.sleep(found.pause)
        return httpx.Response(found.status, headers={"content-type": found.media, **found.headers}, content=found.body)


def _new_loop() -> asyncio.AbstractEventLoop:
    """A uvloop event loop; on Windows, where uvloop does not exist, asyncio's."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


def _stopped(server: uvicorn.Server) -> bool:
    return not server.servers or all(not each.is_serving() for each in server.servers)


class _ThreadTransport(httpx.AsyncBaseTransport):
    def __init__(self, thread: SimulatorThread) -> None:
        self._thread = thread

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        # Read the body here: its stream belongs to the caller's event loop.
        content = await request.aread()
        try:
            return await asyncio.wrap_future(self._thread.submit(request, content))
        except ConnectionDropped as error:
            raise httpx.ReadError("connection dropped", request=request) from error
