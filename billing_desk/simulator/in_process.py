"""Reach a simulator without a socket: it runs on a thread of its own, requests are handed across."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future

import httpx

from .faults import ConnectionDropped
from .server import Simulator


class SimulatorThread:
    """Runs a simulator's loop on one background thread until `stop`."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="simulator", daemon=True)
        self._thread.start()

    def transport(self) -> httpx.AsyncBaseTransport:
        """A transport for one HTTP client, usable from any event loop."""
        return _HandAcross(self)

    def submit(self, request: httpx.Request) -> Future[httpx.Response]:
        return asyncio.run_coroutine_threadsafe(self._answer(request), self._loop)

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        inner = httpx.ASGITransport(app=self.simulator.app)
        response = await inner.handle_async_request(request)
        content = await response.aread()
        return httpx.Response(response.status_code, headers=response.headers, content=content)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        if not self._thread.is_alive():
            self._loop.close()


class _HandAcross(httpx.AsyncBaseTransport):
    def __init__(self, thread: SimulatorThread) -> None:
        self._thread = thread

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        # Read here: the body stream belongs to the caller's loop.
        content = await request.aread()
        copy = httpx.Request(request.method, request.url, headers=request.headers, content=content)
        try:
            return await asyncio.wrap_future(self._thread.submit(copy))
        except ConnectionDropped as error:
            raise httpx.ReadError("connection dropped", request=request) from error
