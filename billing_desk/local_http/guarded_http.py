"""HTTP with limits on request size, request time and open connections, so that one client cannot exhaust memory or
block other clients."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

MOST_HEAD, MOST_BODY = 64 * 1024, 4 * 1024 * 1024
"""Bytes; well above any request that Stripe accepts."""
PATIENCE = 20.0
"""Seconds from the start of a request, or from the connection, to its last byte."""
MOST_CONNECTIONS = 256


class GuardedProtocol(HttpToolsProtocol):
    most_connections = MOST_CONNECTIONS

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast("asyncio.Transport", transport))
        self._head = self._body = 0
        self._in_head = True
        self._deadline: asyncio.TimerHandle | None = None
        self._await_request()
        if len(self.connections) > self.most_connections:
            self._refuse(503, "Too many connections.")

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._in_head:
            self._head += len(data)
            if self._head > MOST_HEAD + MOST_BODY:  # this data may include the body
                self._refuse(431, "The head of the request is too large.")
                return
        super().data_received(data)
        if self._in_head and self._head > MOST_HEAD and not self.transport.is_closing():
            self._refuse(431, "The head of the request is too large.")

    def on_message_begin(self) -> None:
        self._await_request()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head, self._body = False, 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        if self._body > MOST_BODY:
            self._refuse(413, "The body of the request is too large.")
            return
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._forget_deadline()
        self._in_head, self._head = True, 0
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """A WebSocket stays open."""
        self._forget_deadline()
        super().handle_websocket_upgrade()

    def _await_request(self) -> None:
        self._forget_deadline()
        self._deadline = self.loop.call_later(PATIENCE, self._refuse, 408, "The request took too long.")

    def _forget_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self, status: int, why: str) -> None:
        self._forget_deadline()
        if self.transport.is_closing():
            return
        lines = [STATUS_LINE[status], b"content-type: text/plain\r\nconnection: close\r\ncontent-length: "]
        self.transport.write(b"".join([*lines, str(len(why)).encode(), b"\r\n\r\n", why.encode()]))
        self.transport.close()


class BurstProtocol(GuardedProtocol):
    """For a sender that opens a connection for each event and does not try again: `stripe listen` does so."""

    most_connections = 700


def local_host(headers: Any, port: int) -> bool:
    """Whether the `Host` header is a loopback name and any `Origin` header is local too.

    Other names are rejected even if DNS resolves them to this computer (DNS rebinding).
    """
    hosts = {f"{name}{end}" for name in ("127.0.0.1", "localhost", "[::1]") for end in ("", f":{port}")}
    host, origin = headers.get("host", ""), headers.get("origin")
    return host in hosts and (origin is None or origin in {f"http://{name}" for name in hosts})
