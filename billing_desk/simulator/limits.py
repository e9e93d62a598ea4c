"""Limits of single parameters that types do not express: lengths, ranges, formats.

Sources: the SDK's docstrings for lengths and counts, Stripe's pages on metadata and limits for the rest.
"""

from __future__ import annotations

from .errors import ApiError
from .state.templates import Shape, between, currency, email, text, url

Limits = dict[str, Shape]
"""Keyed by the parameter's name in its object; nested ones as `outer[inner]`, without list indexes."""

_CUSTOMER: Limits = {
    "email": email,
    "business_name": text(150),
    "individual_name": text(150),
    "description": text(5_000),
    "name": text(256),
    "phone": text(20),
    "invoice_prefix": text(12),
    "invoice_settings[custom_fields][name]": text(40, may_be_empty=False),
    "invoice_settings[custom_fields][value]": text(140, may_be_empty=False),
}
_PRODUCT: Limits = {"statement_descriptor": text(22), "unit_label": text(12)}
_PRICE: Limits = {"currency": currency, "lookup_key": text(200), "product_data[statement_descriptor]": text(22)}
_CARD: Limits = {"card[exp_month]": between(1, 12)}
_LIMITS: dict[str, Limits] = {
    "POST /v1/customers": _CUSTOMER,
    "POST /v1/customers/{}": _CUSTOMER,
    "POST /v1/products": _PRODUCT,
    "POST /v1/products/{}": _PRODUCT,
    "POST /v1/prices": _PRICE,
    "POST /v1/plans": {"currency": currency},
    "POST /v1/coupons": {
        "currency": currency,
        "name": text(40),
        "duration_in_months": between(1, 10_000),
        "amount_off": between(1, 99_999_999_999),
        "max_redemptions": between(1, 2**31),
    },
    "POST /v1/charges": {"currency": currency, "statement_descriptor_suffix": text(22)},
    "POST /v1/payment_intents": {
        "currency": currency,
        "statement_descriptor_suffix": text(22),
        "receipt_email": email,
    },
    "POST /v1/payment_methods/{}": _CARD,
    "POST /v1/subscriptions": {
        "billing_cycle_anchor_config[day_of_month]": between(1, 31),
        "billing_cycle_anchor_config[month]": between(1, 12),
        "billing_cycle_anchor_config[hour]": between(0, 23),
        "billing_cycle_anchor_config[minute]": between(0, 59),
        "billing_cycle_anchor_config[second]": between(0, 59),
        "trial_period_days": between(0, 730),
        "currency": currency,
    },
    "POST /v1/invoiceitems": {"currency": currency},
    "POST /v1/billing/meters": {
        "display_name": text(250, may_be_empty=False),
        "event_name": text(100, may_be_empty=False),
    },
    "POST /v1/billing/meters/{}": {"display_name": text(250, may_be_empty=False)},
    "POST /v1/billing/meter_events": {"event_name": text(100, may_be_empty=False), "identifier": text(100)},
    "POST /v2/billing/meter_events": {"event_name": text(100, may_be_empty=False), "identifier": text(100)},
    "POST /v1/checkout/sessions": {"success_url": url, "cancel_url": url, "return_url": url},
    "POST /v1/billing_portal/sessions": {"return_url": url},
    "POST /v1/webhook_endpoints": {"url": url},
    "POST /v1/webhook_endpoints/{}": {"url": url},
}
_MOST = {"items": 20, "add_invoice_items": 20, "types": 20, "custom_fields": 4, "events": 100, "tiers": 100}


def of(line: str) -> Limits:
    """The limits of an endpoint, given as "METHOD /address"."""
    return _LIMITS.get(line, {})


def removed(line: str) -> Limits:
    """Parameters that this API version no longer supports and rejects with a specific error code."""
    return {"payment_method_types": _no_longer} if line in _TYPES_REMOVED else {}


def _no_longer(_: object, name: str) -> object:
    raise ApiError(
        400,
        f"The `{name}` parameter is no longer supported. Use `allowed_payment_method_types` instead.",
        code="payment_method_types_no_longer_supported",
        param=name,
    )


_TYPES_REMOVED = ("POST /v1/payment_intents", "POST /v1/setup_intents", "POST /v1/checkout/sessions")


def below(known: Limits, name: str) -> Limits:
    """The limits that apply inside the parameter `name`."""
    start = f"{name}["
    return {key[len(start) :].replace("]", "", 1): shape for key, shape in known.items() if key.startswith(start)}


def most(name: str) -> int:
    """The maximum number of entries in the list parameter `name`."""
    return _MOST.get(name, 250)
