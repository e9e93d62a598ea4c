"""Paginated lists as raw JSON. Building SDK objects would take a hundred milliseconds a page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..domain.errors import DeskError, NotFound, Refused
from ..domain.objects.malformed import has_id
from ..domain.writes.request import Request
from .stripe_gateway import StripeGateway

PAGE, MOST = 100, 1_000
"""Objects per page, and objects that `newest` reads."""
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


def cursor_is_gone(error: DeskError) -> bool:
    """Whether the list cannot continue because the object after which it should continue was deleted meanwhile."""
    return isinstance(error, Refused | NotFound) and error.param == "starting_after"


class _Trail:
    """The objects of a list read so far, in order. If the last one was deleted, reading continues after an earlier one:
    one back, then two, four, and so on, and in the end from the start."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._seen: set[str] = set()
        self._back = 0

    @property
    def cursor(self) -> str | None:
        """The object to continue after; None: from the start."""
        return self._ids[-1 - self._back] if self._back < len(self._ids) else None

    def step_back(self) -> None:
        self._back = self._back * 2 + 1

    def add(self, rows: Rows) -> Rows:
        """The objects that were not read before."""
        fresh = [row for row in rows if row["id"] not in self._seen]
        kept = self._ids[: max(0, len(self._ids) - self._back)]
        self._ids, self._back = kept + [str(row["id"]) for row in rows], 0
        self._seen.update(str(row["id"]) for row in fresh)
        return fresh


async def pages(gateway: StripeGateway, request: Request, *, background: bool = True) -> AsyncIterator[Rows]:
    """Every page of a v1 list, newest first, each object once. Raises DeskError."""
    trail, more = _Trail(), True
    while more:
        try:
            rows, more = await one_page(gateway, request, after=trail.cursor, background=background)
        except (Refused, NotFound) as error:
            if trail.cursor is None or not cursor_is_gone(error):
                raise
            trail.step_back()
            continue
        yield trail.add(rows)


async def newest(gateway: StripeGateway, request: Request, *, background: bool = False) -> tuple[Rows, bool]:
    """The newest objects of a v1 list that can be long, and whether there are older ones. Raises DeskError."""
    found: Rows = []
    async for rows in pages(gateway, request, background=background):
        found += rows
        if len(found) > MOST:
            return found[:MOST], True
    return found, False


async def undivided(gateway: StripeGateway, request: Request) -> Rows:
    """A list that Stripe sends as a whole and that takes no `limit`. Raises DeskError."""
    return _listed(gateway, await gateway.read(request))[0]


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
