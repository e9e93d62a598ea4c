"""Paginated lists as raw JSON. Building SDK objects would take a hundred milliseconds a page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..domain.objects.malformed import has_id
from ..domain.writes.request import Request
from .stripe_gateway import StripeGateway

PAGE = 100
Rows = list[dict[str, Any]]


async def one_page(
    gateway: StripeGateway,
    request: Request,
    *,
    after: str | None = None,
    span: tuple[int | None, int | None] = (None, None),
    background: bool = True,
) -> tuple[Rows, bool]:
    """One page of a v1 list, and whether more pages follow.

    `span` filters by `created`: the first and the last Unix second, both inclusive; None leaves that side open.
    """
    params = {**request.params, "limit": PAGE}
    if after:
        params["starting_after"] = after
    created = {name: at for name, at in zip(("gte", "lte"), span, strict=True) if at is not None}
    if created:
        params["created"] = created
    rows, answer = _listed(gateway, await gateway.read(replace(request, params=params), background=background))
    # Stop if the server repeats a page, to avoid an endless loop.
    goes_on = bool(rows) and rows[-1]["id"] != after
    return rows, bool(goes_on and answer.get("has_more"))


def _listed(gateway: StripeGateway, answer: Any) -> tuple[Rows, dict[str, Any]]:
    """The list's objects that have an id, and the whole answer. Counts the other objects in `gateway.left_out`."""
    data = answer.get("data")
    given = data if isinstance(data, list) else []
    rows = [row for row in given if has_id(row)]
    gateway.left_out += len(given) - len(rows)
    return rows, answer


async def pages(gateway: StripeGateway, request: Request, *, background: bool = True) -> AsyncIterator[Rows]:
    """Every page of a v1 list, newest first, following the cursor. Raises DeskError."""
    after, more = None, True
    while more:
        rows, more = await one_page(gateway, request, after=after, background=background)
        yield rows
        after = str(rows[-1]["id"]) if rows else None


async def pages_v2(gateway: StripeGateway, request: Request) -> AsyncIterator[Rows]:
    """Every page of a v2 list, read at background priority by following `next_page_url`. Raises DeskError."""
    params = dict(request.params)
    while True:
        rows, answer = _listed(gateway, await gateway.read(replace(request, params=params), background=True))
        yield rows
        token = page_token(answer.get("next_page_url"))
        if not token or token == params.get("page"):
            return
        params["page"] = token


def page_token(url: Any) -> str | None:
    """The `page` parameter of a v2 list's `next_page_url`; None: there is no next page."""
    found = parse_qs(urlsplit(str(url or "")).query).get("page")
    return found[0] if found else None
