"""The kinds by which events are filtered."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    PAYMENT = "payment"
    DISPUTE = "dispute"
    INVOICE = "invoice"
    SUBSCRIPTION = "subscription"
    CARD = "card"
    CUSTOMER = "customer"
    PLAN = "plan"
    USAGE = "usage"
    OTHER = "other"


# The longest prefix decides.
_PREFIXES = {
    "charge.": EventKind.PAYMENT,
    "charge.dispute.": EventKind.DISPUTE,
    "payment_intent.": EventKind.PAYMENT,
    "refund.": EventKind.PAYMENT,
    "review.": EventKind.DISPUTE,
    "radar.": EventKind.DISPUTE,
    "invoice.": EventKind.INVOICE,
    "invoice_payment.": EventKind.INVOICE,
    "invoiceitem.": EventKind.INVOICE,
    "credit_note.": EventKind.INVOICE,
    "customer.": EventKind.CUSTOMER,
    "customer.subscription.": EventKind.SUBSCRIPTION,
    "subscription_schedule.": EventKind.SUBSCRIPTION,
    "customer.source.": EventKind.CARD,
    "payment_method.": EventKind.CARD,
    "source.": EventKind.CARD,
    "setup_intent.": EventKind.CARD,
    "checkout.session.": EventKind.CARD,
    "product.": EventKind.PLAN,
    "price.": EventKind.PLAN,
    "plan.": EventKind.PLAN,
    "coupon.": EventKind.PLAN,
    "promotion_code.": EventKind.PLAN,
    "tax_rate.": EventKind.PLAN,
    "billing.meter.": EventKind.USAGE,
}
THIN = "v1."
"""What the type of a thin event begins with that stands for an event of API v1."""


def kind_of(type_: str) -> EventKind:
    """The kind of an event by its type, with or without the thin event's prefix."""
    name = type_.removeprefix(THIN)
    fitting = [prefix for prefix in _PREFIXES if name.startswith(prefix)]
    return _PREFIXES[max(fitting, key=len)] if fitting else EventKind.OTHER
