"""Every request the gateway can make, against the SDK's own parameter types and routes."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import pytest
import stripe
from hypothesis import given
from hypothesis import strategies as st
from stripe._api_version import _ApiVersion

import billing_desk.gateway.requests
from billing_desk.domain.objects.customer import Address, CustomerFields, create_params, field_errors, update_params
from billing_desk.domain.writes.request import Request
from billing_desk.gateway.requests import (
    account,
    cards,
    customers,
    events,
    finance,
    hosted_pages,
    invoices,
    meters,
    payments,
    plans,
    radar,
    reports,
    subscriptions,
    test_clocks,
    usage,
    webhooks,
)
from billing_desk.gateway.requests.objects import PATHS, read_one
from billing_desk.gateway.version import API_VERSION

from .sdk_routes import route_of
from .sdk_types import params_problems
from .selling_requests import SELLING

_FIELDS: Any = {
    "name": "佐藤 花子",
    "email": "hanako@example.jp",
    "metadata": {"crm": "7"},
    "preferred_locales": ["ja"],
}
_CHANGES: Any = {
    "items": [{"id": "si_1", "quantity": 2}],
    "proration_behavior": "create_prorations",
    "proration_date": 1_790_000_000,
}
REQUESTS: dict[str, Request] = {
    "account.retrieve": account.retrieve(),
    "account.balance": account.balance(),
    "cards.list_of_customer": cards.list_of_customer("cus_1"),
    "customers.create": customers.create(_FIELDS),
    "customers.update": customers.update("cus_1", _FIELDS),
    "objects.read_one": read_one("customer", "cus_1"),
    "customers.list_all": customers.list_all(),
    "customers.list_by_email": customers.list_by_email("hanako@example.jp"),
    "customers.list_created_since": customers.list_created_since(1_790_000_000),
    "events.list_since": events.list_since(1_790_000_000, "customer.created"),
    "invoices.list_all": invoices.list_all(),
    "invoices.list_lines": invoices.list_lines("in_1"),
    "invoices.list_open_payments": invoices.list_open_payments(),
    "invoices.list_payments": invoices.list_payments("in_1"),
    "subscriptions.list_of_customer": subscriptions.list_of_customer("cus_1"),
    "subscriptions.list_items": subscriptions.list_items("sub_1"),
    "meters.list_all": meters.list_all(),
    "meters.event_summaries": meters.event_summaries("mtr_1", "cus_1", 1_790_035_200, 1_790_121_600),
    "customers.list_on_clock": customers.list_on_clock("clock_1"),
    "subscriptions.list_on_clock": subscriptions.list_on_clock("clock_1"),
    "invoices.list_of_customer": invoices.list_of_customer("cus_1"),
    "test_clocks.list_all": test_clocks.list_all(),
    "webhooks.list_endpoints": webhooks.list_endpoints(),
    "webhooks.list_destinations": webhooks.list_destinations(),
    "webhooks.create_endpoint": webhooks.create_endpoint(
        "https://example.jp/hooks", ["invoice.paid"], "Backend", {"a": "b"}, "2026-10-28.endive"
    ),
    "webhooks.create_destination": webhooks.create_destination(
        "https://example.jp/hooks", ["v1.invoice.paid"], "Backend", {"a": "b"}, thin=True
    ),
    "webhooks.update_endpoint": webhooks.update_endpoint("we_1", "https://example.jp/x", ["*"], ""),
    "webhooks.update_destination": webhooks.update_destination("ed_1", "https://example.jp/x", ["*"], "Backend"),
    "webhooks.switch_endpoint": webhooks.switch_endpoint("we_1", enabled=False),
    "webhooks.switch_destination": webhooks.switch_destination("ed_1", enabled=True),
    "webhooks.delete_endpoint": webhooks.delete_endpoint("we_1"),
    "webhooks.delete_destination": webhooks.delete_destination("ed_1"),
    "webhooks.ping": webhooks.ping("ed_1"),
    "events.list_core": events.list_core("2026-11-21T00:00:00.000Z"),
    "events.read_core": events.read_core("evt_1"),
    "events.read_one": events.read_one("evt_1"),
    "events.list_between": events.list_between(1_763_000_000, 1_763_100_000),
    "events.list_undelivered": events.list_undelivered(1_763_000_000),
    "plans.list_products": plans.list_products(),
    "plans.list_prices": plans.list_prices(),
    "plans.list_plans": plans.list_plans(),
    "subscriptions.list_all": subscriptions.list_all(),
    "subscriptions.update": subscriptions.update("sub_1", _CHANGES),
    "subscriptions.preview_change": subscriptions.preview_change("sub_1", _CHANGES),
    "invoices.create": invoices.create({"customer": "cus_1", "currency": "jpy", "auto_advance": False}),
    "invoices.add_item": invoices.add_item(
        {"customer": "cus_1", "invoice": "in_1", "amount": 700, "currency": "jpy", "metadata": {"bd_op": "x"}}
    ),
    "invoices.list_items": invoices.list_items("in_1"),
    "invoices.finalize": invoices.finalize("in_1"),
    "invoices.pay": invoices.pay("in_1"),
    "invoices.void": invoices.void("in_1"),
    "invoices.send": invoices.send("in_1"),
    "finance.list_credit_notes": finance.list_credit_notes(1_790_000_000),
    "finance.list_refunds": finance.list_refunds(1_790_000_000, 1_790_100_000),
    "finance.list_transactions": finance.list_transactions(1_790_000_000, 1_790_100_000),
    "finance.list_payouts": finance.list_payouts(1_790_000_000, 1_790_100_000),
    "meters.create": meters.create(
        {
            "display_name": "API calls",
            "event_name": "api_calls",
            "default_aggregation": {"formula": "sum"},
            "customer_mapping": {"type": "by_id", "event_payload_key": "stripe_customer_id"},
            "value_settings": {"event_payload_key": "value"},
            "event_time_window": "day",
        }
    ),
    "meters.rename": meters.rename("mtr_1", "API"),
    "meters.deactivate": meters.deactivate("mtr_1"),
    "meters.reactivate": meters.reactivate("mtr_1"),
    "usage.send_event": usage.send_event("api_calls", {"stripe_customer_id": "cus_1"}, 1_790_000_000, "a"),
    "usage.cancel_event": usage.cancel_event("api_calls", "a"),
    "usage.open_stream": usage.open_stream(),
    "usage.stream_events": usage.stream_events(
        [
            {
                "event_name": "api_calls",
                "payload": {"stripe_customer_id": "cus_1", "value": "5"},
                "identifier": "a",
                "timestamp": "2026-11-30T00:00:00.000Z",
            }
        ]
    ),
    "reports.list_types": reports.list_types(),
    "reports.list_runs": reports.list_runs(),
    "reports.read_run": reports.read_run("frr_1"),
    "reports.start_run": reports.start_run(
        {
            "report_type": "balance.summary.1",
            "parameters": {"interval_start": 1, "interval_end": 2, "timezone": "Asia/Tokyo", "currency": "jpy"},
        }
    ),
    "finance.list_own_tax_ids": finance.list_own_tax_ids(),
    "invoices.list_tax_rates": invoices.list_tax_rates(),
    "invoices.update_lines": invoices.update_lines("in_1", {"lines": [{"id": "il_1", "amount": 700}]}),
    "invoices.remove_lines": invoices.remove_lines("in_1", {"lines": [{"id": "il_1", "behavior": "delete"}]}),
    "invoices.delete_draft": invoices.delete_draft("in_1"),
    "payments.create_intent": payments.create_intent(
        {
            "amount": 700,
            "currency": "jpy",
            "customer": "cus_1",
            "payment_method": "pm_1",
            "off_session": True,
            "confirm": True,
            "allowed_payment_method_types": ["card"],
            "description": "Fee",
            "metadata": {"bd_op": "x"},
        }
    ),
    "payments.list_intents": payments.list_intents("cus_1"),
    "payments.charge": payments.charge(
        {"amount": 700, "currency": "jpy", "customer": "cus_1", "source": "src_1", "metadata": {"bd_op": "x"}}
    ),
    "payments.list_charges": payments.list_charges("cus_1"),
    "payments.list_charges_since": payments.list_charges_since(1_790_000_000),
    "payments.read_charge": payments.read_charge("ch_1"),
    "payments.read_intent": payments.read_intent("pi_1"),
    "payments.capture_intent": payments.capture_intent("pi_1", 300),
    "payments.cancel_intent": payments.cancel_intent("pi_1"),
    "payments.capture_charge": payments.capture_charge("ch_1", 300),
    "payments.refund": payments.refund({"charge": "ch_1", "amount": 300, "reason": "duplicate"}),
    "payments.list_refunds": payments.list_refunds("ch_1"),
    "cards.list_sources": cards.list_sources("cus_1"),
    "cards.make_of_token": cards.make_of_token("tok_visa"),
    "cards.attach": cards.attach("pm_1", "cus_1"),
    "cards.detach": cards.detach("pm_1"),
    "cards.update": cards.update("pm_1", {"card": {"exp_month": 10, "exp_year": 2030}}),
    "cards.add_source": cards.add_source("cus_1", "tok_visa"),
    "cards.update_source": cards.update_source("cus_1", "card_1", {"exp_month": "10", "exp_year": "2030"}),
    "cards.remove_source": cards.remove_source("cus_1", "card_1"),
    "hosted_pages.create_card_page": hosted_pages.create_card_page(
        {"mode": "setup", "customer": "cus_1", "currency": "jpy", "success_url": "https://example.com"}
    ),
    "hosted_pages.read_card_page": hosted_pages.read_card_page("cs_1"),
    "hosted_pages.list_card_pages": hosted_pages.list_card_pages("cus_1"),
    "hosted_pages.close_card_page": hosted_pages.close_card_page("cs_1"),
    "hosted_pages.open_portal": hosted_pages.open_portal("cus_1", "https://example.com"),
    "radar.find_list": radar.find_list(radar.CARDS),
    "radar.add_item": radar.add_item("rsl_1", "f1"),
    "radar.list_items": radar.list_items("rsl_1", "f1"),
    "customers.delete": customers.delete("cus_1"),
    "customers.move_balance": customers.move_balance("cus_1", {"amount": -500, "currency": "jpy", "description": "x"}),
    "customers.list_balance": customers.list_balance("cus_1"),
    "customers.add_tax_id": customers.add_tax_id("cus_1", {"type": "jp_cn", "value": "1234567891234"}),
    "customers.remove_tax_id": customers.remove_tax_id("cus_1", "txi_1"),
    "customers.list_tax_ids": customers.list_tax_ids("cus_1"),
    "plans.update_price": plans.update_price("price_1", {"active": False}),
    **SELLING,
}


def _problems(request: Request) -> list[str]:
    route = route_of(request.method, request.path)
    if route is None:
        return [f"no such address: {request.method} {request.path}"]
    if route.params is None:
        return [f"takes no parameters: {request.path}"] if request.params else []
    return params_problems(dict(request.params), route.params)


def test_every_builder_of_the_gateway_is_listed() -> None:
    found = set()
    for module in pkgutil.iter_modules(billing_desk.gateway.requests.__path__):
        loaded = import_module(f"billing_desk.gateway.requests.{module.name}")
        for name, value in vars(loaded).items():
            hint = getattr(value, "__annotations__", {}).get("return")
            if hint == "Request" and getattr(value, "__module__", "") == loaded.__name__:
                found.add(f"{module.name}.{name}")
    assert found == set(REQUESTS)


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_request_fits_the_sdk(name: str) -> None:
    assert _problems(REQUESTS[name]) == []


@pytest.mark.parametrize("kind", sorted(PATHS))
def test_every_kind_is_read_by_a_real_address(kind: str) -> None:
    assert _problems(read_one(kind, "id_1")) == []


def test_a_wrong_request_is_found() -> None:
    assert _problems(Request("post", "/v1/customers", {"mail": "x"})) == [".mail: not a parameter"]
    assert _problems(Request("get", "/v1/customer")) == ["no such address: get /v1/customer"]


@pytest.mark.parametrize(
    "builder", [*(partial(read_one, kind) for kind in PATHS), cards.list_of_customer, invoices.list_lines]
)
@pytest.mark.parametrize("bad", ["", "a/b", "..", "x?y"])
def test_an_id_that_would_change_the_address_is_refused(builder: Callable[[str], Request], bad: str) -> None:
    with pytest.raises(ValueError, match="not an object id"):
        builder(bad)


_text = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)
_address = st.builds(Address, line1=_text, city=_text, country=st.sampled_from(["", "JP", "US"]))
_customer = st.builds(
    CustomerFields,
    name=_text,
    email=st.sampled_from(["", "a@example.jp", "b@example.com"]),
    phone=_text,
    description=_text,
    address=_address,
    preferred_locales=st.sampled_from([(), ("ja",), ("ja", "en-GB")]),
    tax_exempt=st.sampled_from(["none", "exempt", "reverse"]),
    metadata=st.dictionaries(
        st.text("abc_", min_size=1, max_size=8), st.text("xyz", min_size=1, max_size=9), max_size=3
    ),
)


@given(_customer, _customer)
def test_every_edit_the_form_allows_fits_the_sdk(before: CustomerFields, after: CustomerFields) -> None:
    if field_errors(after, before) or field_errors(after):
        return
    assert params_problems(update_params(before, after), stripe.params.CustomerUpdateParams) == []
    assert params_problems(create_params(after), stripe.params.CustomerCreateParams) == []


def test_the_pinned_version_is_the_sdks() -> None:
    assert _ApiVersion.CURRENT == API_VERSION
