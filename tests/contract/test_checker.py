"""The checker itself must be able to say no."""

from __future__ import annotations

import stripe

from .sdk_routes import route_of, routes
from .sdk_types import object_problems, params_problems


def test_knows_many_routes() -> None:
    assert len(routes()) > 250


def test_finds_a_string_where_an_object_belongs() -> None:
    found = params_problems({"billing_cycle_anchor": "now"}, stripe.params.SubscriptionUpdateParams)
    assert found == [".billing_cycle_anchor: expected object, got str"]


def test_refuses_an_option_among_the_parameters() -> None:
    found = params_problems({"email": "a@example.jp", "idempotency_key": "k"}, stripe.params.CustomerCreateParams)
    assert found == [".idempotency_key: an option, not a parameter"]


def test_refuses_an_unknown_parameter_and_a_wrong_type() -> None:
    assert params_problems({"mail": "x"}, stripe.params.CustomerCreateParams) == [".mail: not a parameter"]
    assert params_problems({"balance": "5"}, stripe.params.CustomerCreateParams) == [".balance: expected int, got str"]


def test_finds_a_missing_field_an_unknown_one_and_a_wrong_type() -> None:
    price = {"id": "price_1", "object": "price", "active": "yes", "colour": "red"}
    found = object_problems(price)
    assert "price.currency: missing" in found
    assert "price.colour: not in the SDK" in found
    assert "price.active: expected bool, got str" in found


def test_a_literal_address_wins_over_a_template() -> None:
    found = route_of("get", "/v1/customers/search")
    assert found is not None
    assert found.params is stripe.params.CustomerSearchParams
