"""The requests about plans, discounts, subscriptions and what happens to invoices, for the contract with the SDK."""

from __future__ import annotations

from typing import Any

from billing_desk.domain.writes.request import Request
from billing_desk.gateway.requests import discounts, invoices, payments, plans, subscriptions

_ITEMS: Any = [{"price": "price_1", "quantity": 2}]
_NEW: Any = {
    "customer": "cus_1",
    "items": _ITEMS,
    "currency": "jpy",
    "billing_cycle_anchor_config": {"day_of_month": 31, "hour": 0, "minute": 0, "second": 0},
    "discounts": [{"promotion_code": "promo_1"}],
    "collection_method": "send_invoice",
    "days_until_due": 30,
    "description": "x",
    "off_session": True,
}
_PHASES: Any = {
    "end_behavior": "release",
    "proration_behavior": "none",
    "phases": [
        {"items": _ITEMS, "start_date": 1_790_000_000, "end_date": 1_792_000_000, "trial_end": 1_791_000_000},
        {"items": _ITEMS, "duration": {"interval": "month", "interval_count": 1}, "discounts": [{"discount": "di_1"}]},
    ],
}
_PREVIEW: Any = {
    "customer": "cus_1",
    "preview_mode": "recurring",
    "subscription_details": {"items": _ITEMS, "start_date": 1_790_000_000},
    "discounts": [{"coupon": "co_1"}],
    "invoice_items": [{"amount": 500, "currency": "jpy", "description": "x"}],
}
_PRICE: Any = {
    "currency": "usd",
    "product": "prod_1",
    "recurring": {"interval": "month", "interval_count": 1, "usage_type": "licensed"},
    "billing_scheme": "tiered",
    "tiers_mode": "graduated",
    "tiers": [{"up_to": 10, "unit_amount_decimal": "0.5"}, {"up_to": "inf", "flat_amount": 100}],
    "lookup_key": "basic",
    "transfer_lookup_key": True,
}
_PLAN: Any = {"id": "basic", "currency": "jpy", "interval": "month", "product": "prod_1", "amount": 500}
_PAUSE: Any = {"type": "subscription", "bill_for": {"unused_time_from": {"type": "none"}}}
_COUPON: Any = {"percent_off": 25.0, "duration": "repeating", "duration_in_months": 3, "name": "x"}
_CODE: Any = {"promotion": {"type": "coupon", "coupon": "co_1"}, "code": "SPRING", "max_redemptions": 5}
_NOTE: Any = {"invoice": "in_1", "amount": 500, "refund_amount": 200, "reason": "duplicate", "memo": "x"}
SELLING: dict[str, Request] = {
    "subscriptions.create": subscriptions.create(_NEW),
    "subscriptions.cancel": subscriptions.cancel("sub_1", {"invoice_now": True, "prorate": True}),
    "subscriptions.pause": subscriptions.pause("sub_1", _PAUSE),
    "subscriptions.resume": subscriptions.resume("sub_1", {"billing_cycle_anchor": {"type": "now"}}),
    "subscriptions.migrate": subscriptions.migrate("sub_1"),
    "subscriptions.schedule_from": subscriptions.schedule_from("sub_1"),
    "subscriptions.update_schedule": subscriptions.update_schedule("sub_sched_1", _PHASES),
    "subscriptions.release_schedule": subscriptions.release_schedule("sub_sched_1"),
    "subscriptions.preview": subscriptions.preview(_PREVIEW),
    "subscriptions.list_with_discounts": subscriptions.list_with_discounts(),
    "subscriptions.read_with_discounts": subscriptions.read_with_discounts("sub_1"),
    "plans.list_created": plans.list_created("/v1/prices", 1_790_000_000),
    "plans.list_by_key": plans.list_by_key("basic"),
    "plans.update_product": plans.update_product("prod_1", {"name": "x", "tax_code": "txcd_10000000"}),
    "plans.create_product": plans.create_product({"name": "x", "metadata": {"a": "1"}}),
    "plans.create_price": plans.create_price(_PRICE),
    "plans.create_plan": plans.create_plan(_PLAN),
    "plans.delete_plan": plans.delete_plan("basic"),
    "plans.delete_product": plans.delete_product("prod_1"),
    "discounts.list_coupons": discounts.list_coupons(1_790_000_000),
    "discounts.read_coupon": discounts.read_coupon("co_1"),
    "discounts.create_coupon": discounts.create_coupon(_COUPON),
    "discounts.rename_coupon": discounts.rename_coupon("co_1", "x"),
    "discounts.delete_coupon": discounts.delete_coupon("co_1"),
    "discounts.list_codes": discounts.list_codes(code="SPRING"),
    "discounts.create_code": discounts.create_code(_CODE),
    "discounts.switch_code": discounts.switch_code("promo_1", active=False),
    "invoices.list_pending": invoices.list_pending("cus_1"),
    "invoices.delete_item": invoices.delete_item("ii_1"),
    "invoices.finalize_as_it_is": invoices.finalize_as_it_is("in_1"),
    "invoices.mark_uncollectible": invoices.mark_uncollectible("in_1"),
    "invoices.update": invoices.update("in_1", {"metadata": {"payment_reference": "x"}}),
    "invoices.add_lines": invoices.add_lines(
        "in_1", {"lines": [{"amount": 500, "description": "x", "tax_rates": ["txr_1"]}]}
    ),
    "invoices.list_notes": invoices.list_notes("in_1"),
    "invoices.preview_note": invoices.preview_note(_NOTE),
    "invoices.create_note": invoices.create_note(_NOTE),
    "payments.charge": payments.charge({"amount": 500, "currency": "jpy", "customer": "cus_1", "source": "card_1"}),
    "payments.list_charges_since": payments.list_charges_since(1_790_000_000),
    "payments.read_charge": payments.read_charge("ch_1"),
}
