"""The simulator as an ASGI application: API endpoints, hosted pages, and the control endpoint."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from ...local_http.guarded_http import local_host
from ..errors import ApiError
from ..server import Simulator
from ..state.faults import ConnectionDropped
from .answer import Answer, Incoming, answer, from_sdk, laid_out
from .cli_sessions import SESSIONS, CliSessions
from .control import control
from .files import contents_of, is_contents
from .older_requests import translated
from .pages import page_of

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_CHUNKS = 8


class Application:
    """Passes requests to a simulator and returns its answers, cut off or slowed down by faults."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self.sessions = CliSessions(simulator)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.sessions.connect(scope, receive, send)
        if scope["type"] != "http":
            return
        incoming = await _incoming(scope, receive)
        if incoming.line == f"POST {SESSIONS}":
            await _send(self.sessions.make(incoming, scope["server"][1]), send)
            return
        found = await self.answer(translated(incoming))
        await _send(found if from_sdk(incoming) else laid_out(found), send)

    async def answer(self, incoming: Incoming) -> Answer:
        if incoming.path.startswith("/_control/"):
            return await control(self._simulator, incoming)
        if incoming.path.startswith(("/pay/", "/portal/", "/invoices/")):
            return page_of(self._simulator, incoming)
        if is_contents(incoming):
            return await contents_of(self._simulator, incoming)
        return await self._simulator.handle(incoming)


class LocalOnly:
    """Answers only requests with a local host name and no foreign origin; others get 403."""

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if local_host(headers, scope["server"][1]):
            await self._application(scope, receive, send)
        else:
            error = ApiError(403, "This server answers programs of this computer only, by its own name.")
            await _send(answer(403, error.body()), send)


async def _incoming(scope: Scope, receive: Receive) -> Incoming:
    message = await receive()
    parts = [message.get("body", b"")]
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    path = raw.partition(b"?")[0].decode("latin-1")
    return Incoming(scope["method"], path, scope["query_string"].decode("latin-1"), headers, b"".join(parts))


async def _send(answer: Answer, send: Send) -> None:
    headers = [(b"content-type", answer.media.encode())]
    headers += [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers.items()]
    length = 64 if answer.cut else len(answer.body)
    headers.append((b"content-length", str(length).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if answer.cut:
        # Less is sent than Content-Length announced, so the server closes the connection.
        raise ConnectionDropped
    if answer.pause:
        size = max(1, len(answer.body) // _CHUNKS)
        for start in range(0, len(answer.body), size):
            chunk = answer.body[start : start + size]
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await asyncio.sleep(answer.pause / _CHUNKS)
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return
    await send({"type": "http.response.body", "body": answer.body, "more_body": False})
