"""Whole lists as raw JSON, page by page. SDK objects would cost a hundred milliseconds a page."""

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
    """A page of a v1 list, and whether there is more.

    `span` are the first and last second of `created` that are asked for; None leaves a side open.
    """
    params = {**request.params, "limit": PAGE}
    if after:
        params["starting_after"] = after
    created = {name: at for name, at in zip(("gte", "lte"), span, strict=True) if at is not None}
    if created:
        params["created"] = created
    rows, answer = _listed(gateway, await gateway.read(replace(request, params=params), background=background))
    # A server that gives the same page again would be read for ever.
    goes_on = bool(rows) and rows[-1]["id"] != after
    return rows, bool(goes_on and answer.get("has_more"))


def _listed(gateway: StripeGateway, answer: Any) -> tuple[Rows, dict[str, Any]]:
    """The objects of a list that have an id; the gateway counts the others."""
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
    """Every page of a v2 list in the background, following the address of the next one. Raises DeskError."""
    params = dict(request.params)
    while True:
        rows, answer = _listed(gateway, await gateway.read(replace(request, params=params), background=True))
        yield rows
        token = page_token(answer.get("next_page_url"))
        if not token or token == params.get("page"):
            return
        params["page"] = token


def page_token(url: Any) -> str | None:
    """The `page` of a v2 list's next address."""
    found = parse_qs(urlsplit(str(url or "")).query).get("page")
    return found[0] if found else None
