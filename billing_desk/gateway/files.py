"""Fetches files from Stripe's hosts. Their addresses contain a secret of their own; no API key is sent with them."""

from __future__ import annotations

from urllib.parse import urljoin

import httpx

from ..domain.errors import NotFound, Unexpected, WrongAddress
from ..domain.text.links import is_own, is_stripes
from .network import client, host_of, local_client, offline
from .route import Route

LARGEST = 20_000_000
"""Bytes."""
HOPS = 4
"""Redirections that are followed, each only to Stripe or to this desk's own local server."""


async def fetch(route: Route, url: str, own: str) -> bytes:
    """The file. `own` is the base address of the desk's local server, "" for none. Raises WrongAddress for an address
    that is not Stripe's, NotFound where it has ended, Offline, and Unexpected for anything else."""
    timeout = httpx.Timeout(30, connect=10)
    for _ in range(HOPS):
        if not is_stripes(url, own):
            raise WrongAddress(url, code="not_stripes")
        here = is_own(url, own)
        made = local_client(None, timeout) if here else client(host_of(url), route.network, timeout)
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
