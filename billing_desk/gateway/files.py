"""Fetches files from Stripe's hosts. A hosted file's address contains a secret of its own, and no API key is sent with
it; a file by its id needs the key, which goes to the file host only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

import httpx

from ..domain.errors import KeyRejected, NotAllowed, NotFound, Offline, Unexpected, WrongAddress
from ..domain.text.links import is_own, is_stripes
from .network import client, host_of, local_client, offline
from .route import Route

LARGEST = 20_000_000
"""Bytes."""
TOTAL = 90.0
"""Seconds for a whole file of at most `LARGEST` bytes; a read timeout alone does not limit one that arrives slowly."""
HOPS = 4
"""Redirections that are followed, each only to Stripe or to this desk's own local server."""


async def fetch(route: Route, url: str, own: str) -> bytes:
    """The file. `own` is the base address of the desk's local server, "" for none. Raises WrongAddress for an address
    that is not Stripe's, NotFound where it has ended, Offline, and Unexpected for anything else."""
    try:
        async with asyncio.timeout(TOTAL):
            return await _fetched(route, url, own)
    except TimeoutError:
        raise Offline(code="timeout") from None


async def download(
    route: Route, base: str, headers: Mapping[str, str], path: str, take: Callable[[bytes], object]
) -> None:
    """Pass a file on piece by piece; it may be large. `base` is the file host that `headers` with the key may be sent
    to; redirections are not followed. Raises NotFound, KeyRejected, NotAllowed, Offline, and Unexpected."""
    made = local_client(route.transport, _TIMEOUT) if route.is_local else client(host_of(base), route.network, _TIMEOUT)
    async with made as http:
        try:
            async with http.stream("GET", base + path, headers=headers) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise _REFUSALS.get(answer.status_code, Unexpected)(code="file_status")
                if "html" in answer.headers.get("content-type", ""):  # another server's page, e.g. a captive portal
                    raise Unexpected(code="file_status")
                async for chunk in answer.aiter_bytes():
                    take(chunk)
        except httpx.TransportError as error:
            raise offline(error) from error
        except httpx.RequestError as error:
            raise Unexpected(code="file_status") from error


_TIMEOUT = httpx.Timeout(30, connect=10)
_REFUSALS = {401: KeyRejected, 403: NotAllowed, 404: NotFound}


async def _fetched(route: Route, url: str, own: str) -> bytes:
    for _ in range(HOPS):
        if not is_stripes(url, own):
            raise WrongAddress(url, code="not_stripes")
        here = is_own(url, own)
        made = local_client(None, _TIMEOUT) if here else client(host_of(url), route.network, _TIMEOUT)
        async with made as http:
            try:
                async with http.stream("GET", url) as answer:
                    if answer.is_redirect:
                        url = _next(url, answer.headers.get("location", ""))
                        continue
                    if answer.status_code in (403, 404, 410):
                        raise NotFound(code="file_gone")
                    if answer.status_code != httpx.codes.OK:
                        raise Unexpected(code="file_status")
                    return await _body(answer)
            except httpx.TransportError as error:
                raise offline(error) from error
            except httpx.RequestError as error:
                raise Unexpected(code="file_status") from error
    raise Unexpected(code="file_moves")


def _next(url: str, location: str) -> str:
    """Where a redirect leads. Raises WrongAddress if it is no address."""
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise WrongAddress(url, code="not_stripes") from error


async def _body(answer: httpx.Response) -> bytes:
    found = bytearray()
    async for chunk in answer.aiter_bytes():
        found += chunk
        if len(found) > LARGEST:
            raise Unexpected(code="file_too_large")
    return bytes(found)
