"""The request that reads one object of any kind in the mirror."""

from __future__ import annotations

from ...domain.writes.request import Request, object_path

PATHS = {
    "customer": "/v1/customers",
    "card": "/v1/payment_methods",
    "price": "/v1/prices",
    "product": "/v1/products",
    "coupon": "/v1/coupons",
    "promotion_code": "/v1/promotion_codes",
    "subscription": "/v1/subscriptions",
    "schedule": "/v1/subscription_schedules",
    "invoice": "/v1/invoices",
    "meter": "/v1/billing/meters",
    "charge": "/v1/charges",
    "webhook_endpoint": "/v1/webhook_endpoints",
    "event_destination": "/v2/core/event_destinations",
    "invoiceitem": "/v1/invoiceitems",
}
_SOURCES = "/v1/sources"

OBJECTS = {
    "card": "payment_method",
    "meter": "billing.meter",
    "schedule": "subscription_schedule",
    "event_destination": "v2.core.event_destination",
}
"""Entity name → Stripe's `object` value, where they differ."""
_EXPANDED = {
    "invoice": {"expand": ["payments.data.payment.payment_intent"]},
    "charge": {"expand": ["refunds"]},
    "event_destination": {"include": ["webhook_endpoint.url"]},
    "subscription": {"expand": ["items.data.price.currency_options", "items.data.price.tiers"]},
    "price": {"expand": ["currency_options", "tiers"]},
}


def read_one(kind: str, id_: str) -> Request:
    """Stripe returns `deleted: true` for a deleted customer, 404 for a missing object. Expands an invoice's payments
    with their PaymentIntents, which say whether a payment is on its way, and a price's tiers and other currencies."""
    path = _SOURCES if kind == "card" and id_.startswith("src_") else PATHS[kind]
    return Request("get", object_path(path, id_), _EXPANDED.get(kind, {}))
