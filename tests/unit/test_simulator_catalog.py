"""The simulator's products and prices."""

from __future__ import annotations

import pytest

from ..simulated import Asked


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_the_event_of_an_inline_price_shows_it_as_it_is_stored(asked: Asked) -> None:
    product = asked.post("/v1/products", name="Pro")["id"]
    data = {"currency": "jpy", "product": product, "unit_amount": 500, "recurring": {"interval": "month"}}
    subscription = asked.post("/v1/subscriptions", customer=asked.customer()["id"], items=[{"price_data": data}])
    price = subscription["items"]["data"][0]["price"]
    event = asked.get("/v1/events", type="price.created")["data"][0]
    assert event["data"]["object"] == price == asked.get(f"/v1/prices/{price['id']}")


def test_the_event_of_a_default_price_shows_it_as_it_is_stored(asked: Asked) -> None:
    data = {"currency": "jpy", "unit_amount": 500}
    product = asked.post("/v1/products", name="Pro", default_price_data=data)
    price = asked.get(f"/v1/prices/{product['default_price']}")
    assert asked.get("/v1/events", type="price.created")["data"][0]["data"]["object"] == price
