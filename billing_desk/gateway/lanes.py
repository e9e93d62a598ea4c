"""Many small writes at a time, without the SDK's encoding, and without a pool of connections, which looks at each of
them for every request. Errors are the SDK's, so that they are translated as all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
import orjson
import stripe

from .network import host_of, local_transport, transport
from .route import Route
from .version import API_VERSION

_TIMEOUT = {"timeout": httpx.Timeout(30, connect=10).as_dict()}


@dataclass(frozen=True)
class Answer:
    """As the SDK's responses: `code` is the HTTP status."""

    code: int
    headers: httpx.Headers


class Lanes:
    """Each lane is a connection of its own; there are as many as there are requests at a time. Belongs to one loop."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._idle: dict[str, list[httpx.AsyncBaseTransport]] = {}
        self._urls: dict[str, httpx.URL] = {}
        self._all: set[httpx.AsyncBaseTransport] = set()

    async def post(
        self, base: str, path: str, params: Mapping[str, Any], headers: Mapping[str, str]
    ) -> tuple[Answer, bytes]:
        """Answer and body; `headers` hold the key. Raises the SDK's errors."""
        version = path.startswith("/v2/")
        body = orjson.dumps(params) if version else urlencode(list(_flat(params))).encode()
        kind = b"application/json" if version else b"application/x-www-form-urlencoded"
        url = self._url(base + path)
        sent = [
            (b"Host", url.netloc),
            (b"Content-Type", kind),
            (b"Content-Length", b"%d" % len(body)),
            (b"Stripe-Version", API_VERSION.encode()),
            *((name.encode(), value.encode()) for name, value in headers.items()),
        ]
        request = httpx.Request("POST", url, headers=sent, content=body, extensions=_TIMEOUT)
        idle = self._idle.setdefault(base, [])
        lane = idle.pop() if idle else self._made(base)
        try:
            response = await lane.handle_async_request(request)
            content = await response.aread()
        except httpx.TransportError as error:
            await self._drop(lane)
            raise stripe.APIConnectionError(str(error)) from error  # type: ignore[no-untyped-call]  # the SDK's
        except BaseException:
            await self._drop(lane)
            raise
        idle.append(lane)
        answer = Answer(response.status_code, response.headers)
        if answer.code >= httpx.codes.BAD_REQUEST:
            raise _error(answer, content)
        return answer, content

    def _url(self, text: str) -> httpx.URL:
        """Parsed once for each endpoint."""
        found = self._urls.get(text)
        if found is None:
            found = self._urls[text] = httpx.URL(text)
        return found

    def _made(self, base: str) -> httpx.AsyncBaseTransport:
        if self._route.transport is not None:
            return self._route.transport
        lane = local_transport() if self._route.is_local else transport(host_of(base), self._route.network)
        self._all.add(lane)
        return lane

    async def _drop(self, lane: httpx.AsyncBaseTransport) -> None:
        if lane in self._all:
            self._all.discard(lane)
            with suppress(httpx.HTTPError):
                await lane.aclose()

    async def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        self._idle.clear()
        for lane in list(self._all):
            await self._drop(lane)


def _flat(params: Mapping[str, Any], inside: str = "") -> Iterator[tuple[str, str]]:
    """As Stripe's forms nest: `payload[value]`."""
    for name, value in params.items():
        key = f"{inside}[{name}]" if inside else name
        if isinstance(value, Mapping):
            yield from _flat(value, key)
        else:
            yield key, str(value)


def _error(answer: Answer, content: bytes) -> stripe.StripeError:
    try:
        body = orjson.loads(content)
    except orjson.JSONDecodeError:
        body = None
    error = body.get("error") if isinstance(body, dict) else None
    found = error if isinstance(error, dict) else {}
    idempotency = found.get("type") == "idempotency_error"
    kind = stripe.IdempotencyError if idempotency else stripe.APIError
    return kind(
        str(found.get("message") or ""),
        content.decode("utf-8", "replace"),
        answer.code,
        body if isinstance(error, dict) else None,
        dict(answer.headers),
        found.get("code"),
    )
