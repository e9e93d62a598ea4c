"""Requests for Radar's block lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params.radar import ValueListItemCreateParams, ValueListItemListParams, ValueListListParams

_LISTS, _ITEMS = "/v1/radar/value_lists", "/v1/radar/value_list_items"
CARDS = "card_fingerprint_blocklist"
"""The alias of Stripe's built-in block list of card fingerprints."""


def find_list(alias: str) -> Request:
    filters: ValueListListParams = {"alias": alias}
    return Request("get", _LISTS, cast("Mapping[str, Any]", filters))


def add_item(list_id: str, value: str) -> Request:
    fields: ValueListItemCreateParams = {"value_list": list_id, "value": value}
    return Request("post", _ITEMS, cast("Mapping[str, Any]", fields))


def list_items(list_id: str, value: str) -> Request:
    filters: ValueListItemListParams = {"value_list": list_id, "value": value}
    return Request("get", _ITEMS, cast("Mapping[str, Any]", filters))
