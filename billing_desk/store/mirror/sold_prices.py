"""Amounts of subscriptions that Stripe sends only with the prices: tiers, and amounts in other currencies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ...domain.json_object import Json
from ...domain.objects.subscription import unpriced, with_prices
from ..files.database import Connection
from .compression import Compression


def priced(connection: Connection, packing: Compression, subscriptions: Mapping[str, Json]) -> dict[str, Json]:
    """The subscriptions (by id) with the amounts of the stored prices."""
    wanted = {id_ for obj in subscriptions.values() for id_ in unpriced(obj)}
    if not wanted:
        return dict(subscriptions)
    sql = (
        "SELECT t.id, j.body FROM price t JOIN price_json j ON j.row = t.row "
        "WHERE t.id IN (SELECT value FROM json_each(?))"
    )
    rows: list[Any] = connection.execute(sql, (json.dumps(sorted(wanted)),)).fetchall()
    prices = {id_: packing.unpack("price", body) for id_, body in rows}
    return {id_: with_prices(obj, prices) for id_, obj in subscriptions.items()}


def subscriptions_of(
    connection: Connection, packing: Compression, prices: Mapping[str, Json]
) -> Iterator[tuple[Json, float]]:
    """The stored subscriptions with these prices (by id), with the prices' amounts, and when they were read."""
    sql = (
        "SELECT t.seen, j.body FROM subscription t JOIN subscription_json j ON j.row = t.row WHERE t.row IN "
        "(SELECT i.row FROM subscription_parts i WHERE i.price IN (SELECT value FROM json_each(?)))"
    )
    found: list[Any] = connection.execute(sql, (json.dumps(list(prices)),)).fetchall() if prices else []
    for seen, body in found:
        yield with_prices(packing.unpack("subscription", body), prices), seen
