"""Reads the rest of the lists inside an object that Stripe cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import parse_qsl, urlsplit

from ..domain.errors import DeskError, is_refusal
from ..domain.json_object import Json, id_of
from ..domain.objects.nested import CutList, cut_lists
from ..domain.writes.request import Request
from .pages import pages
from .requests import cards, customers, invoices, payments, subscriptions
from .stripe_gateway import StripeGateway

_REQUESTS: Mapping[tuple[str, str], Callable[[str], Request]] = {
    ("customer", "sources"): cards.list_sources,
    ("customer", "subscriptions"): subscriptions.list_of_customer,
    ("customer", "tax_ids"): customers.list_tax_ids,
    ("invoice", "lines"): invoices.list_lines,
    ("invoice", "payments"): invoices.list_payments,
    ("subscription", "items"): subscriptions.list_items,
    ("charge", "refunds"): payments.list_refunds,
}
"""(`object` of the owner, its field) → the request for the whole list."""


async def whole(gateway: StripeGateway, obj: Json, *, background: bool = False) -> Json:
    """The object with all entries of its lists, at any depth. A list that Stripe refuses to send stays cut, which
    `is_cut` tells. Raises DeskError if the connection or the key fails."""
    for cut in list(cut_lists(obj)):
        request = request_of(cut)
        if request is None:
            continue
        try:
            rows = [row async for page in pages(gateway, request, background=background) for row in page]
        except DeskError as error:
            if not is_refusal(error):
                raise
            continue
        for row in rows:
            await whole(gateway, row, background=background)
        cut.fill(rows)
    return obj


async def all_whole(gateway: StripeGateway, rows: Iterable[Json], *, background: bool = False) -> list[Json]:
    return [await whole(gateway, row, background=background) for row in rows]


def request_of(cut: CutList) -> Request | None:
    """The request for the whole list; None if there is no such request. The list's own `url` is followed only if it
    names the owner, because without the owner it would be the list of the whole account."""
    owner = id_of(cut.owner)
    if not owner:
        return None
    if known := _REQUESTS.get((str(cut.owner.get("object")), cut.name)):
        return known(owner)
    url = urlsplit(str(cut.held.get("url") or ""))
    params = dict(parse_qsl(url.query))
    if url.scheme or url.netloc or not url.path.startswith("/v1/"):
        return None
    return Request("get", url.path, params) if owner in (*url.path.split("/"), *params.values()) else None
