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
    "invoice_prefix": text(12, may_be_empty=False),
    "invoice_settings[custom_fields][name]": text(40, may_be_empty=False),
    "invoice_settings[custom_fields][value]": text(140, may_be_empty=False),
}
_PRODUCT: Limits = {"name": text(may_be_empty=False), "statement_descriptor": text(22), "unit_label": text(12)}
_PRICE: Limits = {"currency": currency, "lookup_key": text(200), "product_data[statement_descriptor]": text(22)}
_CARD: Limits = {"card[exp_month]": between(1, 12)}
_METER_EVENT: Limits = {
    "event_name": text(100, may_be_empty=False),
    "identifier": text(100, may_be_empty=False),
}
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
    # The SDK's docstring, not its type, says that an empty text unsets these.
    "POST /v1/payment_intents/{}": {"payment_method": text()},
    "POST /v1/setup_intents/{}": {"payment_method": text()},
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
    "POST /v1/billing/meter_events": _METER_EVENT,
    "POST /v2/billing/meter_events": _METER_EVENT,
    "POST /v1/checkout/sessions": {"success_url": url, "cancel_url": url, "return_url": url},
    "POST /v1/billing_portal/sessions": {"return_url": url},
    "POST /v1/webhook_endpoints": {"url": url},
    "POST /v1/webhook_endpoints/{}": {"url": url},
}
_CLEARED = frozenset(
    {
        "access_activity_log",
        "billing_address",
        "cancellation_policy",
        "cancellation_policy_disclosure",
        "cancellation_rebuttal",
        "carrier",
        "city",
        "client_reference_id",
        "country",
        "custom_message",
        "customer_communication",
        "customer_email",
        "customer_email_address",
        "customer_name",
        "customer_purchase_ip",
        "customer_signature",
        "default_payment_method",
        "default_tax_rates",
        "description",
        "duplicate_charge_documentation",
        "duplicate_charge_explanation",
        "duplicate_charge_id",
        "email",
        "footer",
        "instructions_email",
        "jurisdiction",
        "line1",
        "line2",
        "lookup_key",
        "memo",
        "name",
        "nickname",
        "phone",
        "postal_code",
        "preferred_locales",
        "product_description",
        "receipt",
        "receipt_email",
        "refund_policy",
        "refund_policy_disclosure",
        "refund_refusal_explanation",
        "service_date",
        "service_documentation",
        "state",
        "tax_rates",
        "town",
        "tracking_number",
        "uncategorized_file",
        "uncategorized_text",
        "unit_label",
    }
)
_MOST = {"items": 20, "add_invoice_items": 20, "types": 20, "custom_fields": 4, "events": 100, "tiers": 100}


def of(line: str) -> Limits:
    """The limits of an endpoint, given as "METHOD /address"."""
    return _LIMITS.get(line, {})


def added(line: str) -> Limits:
    """Parameters that the SDK's types lack: for browsers, and those that this version refuses with their own code."""
    if line in _CONFIRMED_BY_BROWSERS:
        return {"client_secret": text(may_be_empty=False)}
    return {"payment_method_types": _no_longer} if line in _TYPES_REMOVED else {}


def can_be_cleared(name: str) -> bool:
    """Whether an empty text clears this parameter although the SDK's type does not say so.

    Stripe clears free texts. Ids, codes, and addresses of pages cannot be unset, unless the type allows an empty text.
    """
    return name in _CLEARED or name.startswith(("address_", "shipping_", "statement_descriptor"))


def _no_longer(_: object, name: str) -> object:
    raise ApiError(
        400,
        f"The `{name}` parameter is no longer supported. Use `allowed_payment_method_types` instead.",
        code="payment_method_types_no_longer_supported",
        param=name,
    )


_CONFIRMED_BY_BROWSERS = ("POST /v1/payment_intents/{}/confirm", "POST /v1/setup_intents/{}/confirm")
_TYPES_REMOVED = ("POST /v1/payment_intents", "POST /v1/setup_intents", "POST /v1/checkout/sessions")


def below(known: Limits, name: str) -> Limits:
    """The limits that apply inside the parameter `name`."""
    start = f"{name}["
    return {key[len(start) :].replace("]", "", 1): shape for key, shape in known.items() if key.startswith(start)}


def most(name: str) -> int:
    """The maximum number of entries in the list parameter `name`."""
    return _MOST.get(name, 250)
