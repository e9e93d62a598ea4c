"""Stripe's terms in the operator's language: statuses with their tone, fields, intervals, actions."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.objects.card import Card
from ...domain.objects.invoice import PaidBy
from ...domain.objects.payment import PaymentState
from ...domain.objects.payment_method import Method
from .method_names import is_known, method_name, plain_name
from .text import Wording, joined, translate
from .tones import Tone

Pill = tuple[str, Tone]


def _pill(known: Mapping[str, Pill], code: str) -> Pill:
    return known.get(code) or (plain_name(code), "neutral")


def noun(kind: str) -> str:
    return {
        "customer": translate("Words", "Customer"),
        "card": translate("Words", "Card"),
        "price": translate("Words", "Plan"),
        "plan": translate("Words", "Plan"),
        "product": translate("Words", "Product"),
        "subscription": translate("Words", "Subscription"),
        "invoice": translate("Words", "Invoice"),
        "invoice_payment": translate("Words", "Payment"),
        "meter": translate("Words", "Meter"),
        "event": translate("Words", "Event"),
    }.get(kind, kind)


def nouns(kind: str) -> str:
    """The plural, as on the tabs."""
    return {
        "customer": translate("Words", "Customers"),
        "card": translate("Words", "Cards"),
        "price": translate("Words", "Plans"),
        "plan": translate("Words", "Plans"),
        "product": translate("Words", "Products"),
        "subscription": translate("Words", "Subscriptions"),
        "invoice": translate("Words", "Invoices"),
        "invoice_payment": translate("Words", "Payments"),
        "charge": translate("Words", "Payments"),
        "meter": translate("Words", "Usage"),
        "event": translate("Words", "Events"),
    }.get(kind, kind)


def mode(name: str) -> str:
    return {
        "demo": translate("Words", "Demo"),
        "test": translate("Words", "Test"),
        "live": translate("Words", "Live"),
    }[name]


def subscription_status(standing: str) -> Pill:
    known: dict[str, Pill] = {
        "active": (translate("Words", "Active"), "quiet"),
        "trialing": (translate("Words", "Trial"), "info"),
        "past_due": (translate("Words", "Past due"), "bad"),
        "unpaid": (translate("Words", "Unpaid"), "bad"),
        "incomplete": (translate("Words", "Incomplete"), "warn"),
        "incomplete_expired": (translate("Words", "Expired"), "neutral"),
        "canceled": (translate("Words", "Canceled"), "neutral"),
        "paused": (translate("Words", "Paused"), "warn"),
        "collection_paused": (translate("Words", "Collection paused"), "warn"),
        "ending": (translate("Words", "Cancels at period end"), "warn"),
    }
    return _pill(known, standing)


def invoice_status(standing: str) -> Pill:
    known: dict[str, Pill] = {
        "draft": (translate("Words", "Draft"), "neutral"),
        "open": (translate("Words", "Open"), "info"),
        "overdue": (translate("Words", "Overdue"), "bad"),
        "processing": (translate("Words", "Processing"), "info"),
        "paid": (translate("Words", "Paid"), "quiet"),
        "void": (translate("Words", "Void"), "neutral"),
        "uncollectible": (translate("Words", "Uncollectible"), "warn"),
    }
    return _pill(known, standing)


def charge_state(state: PaymentState) -> Pill:
    known: dict[PaymentState, Pill] = {
        PaymentState.PAID: (translate("Words", "Paid"), "quiet"),
        PaymentState.PARTLY_REFUNDED: (translate("Words", "Partially refunded"), "neutral"),
        PaymentState.REFUNDED: (translate("Words", "Refunded"), "neutral"),
        PaymentState.PROCESSING: (translate("Words", "Processing"), "info"),
        PaymentState.AUTHORIZED: (translate("Words", "Authorized"), "warn"),
        PaymentState.RELEASED: (translate("Words", "Authorization released"), "neutral"),
        PaymentState.FAILED: (translate("Words", "Failed"), "bad"),
        PaymentState.DISPUTED: (translate("Words", "Disputed"), "bad"),
        PaymentState.UNKNOWN: (translate("Words", "Unknown"), "neutral"),
    }
    return known[state]


def billing_reason(reason: str) -> str:
    """Why an invoice was made."""
    return {
        "": "",
        "subscription_create": translate("Words", "Subscription created"),
        "subscription_cycle": translate("Words", "Subscription renewed"),
        "subscription_update": translate("Words", "Subscription updated"),
        "subscription_threshold": translate("Words", "Billing threshold reached"),
        "subscription": translate("Words", "Subscription"),
        "quote_accept": translate("Words", "Quote accepted"),
        "automatic_pending_invoice_item_invoice": translate("Words", "Pending items invoiced automatically"),
        "upcoming": translate("Words", "Upcoming invoice"),
        "manual": translate("Words", "Manual"),
    }.get(reason) or plain_name(reason)


def review_mark(mark: str) -> Pill:
    known: dict[str, Pill] = {
        "unread": (translate("Words", "Unread"), "neutral"),
        "seen": (translate("Words", "Looked at"), "info"),
        "approved": (translate("Words", "Approved"), "quiet"),
        "queried": (translate("Words", "Queried"), "warn"),
    }
    return _pill(known, mark)


def collection(way: str) -> str:
    """How an invoice or a subscription is collected, by the mirror's word."""
    return {
        "card": translate("Words", "Charge automatically"),
        "email": translate("Words", "Send invoice"),
    }.get(way, way)


def paid_by(kind: PaidBy) -> str:
    return {
        PaidBy.CHARGED: translate("Words", "Charged"),
        PaidBy.CREDIT: translate("Words", "From credit balance"),
        PaidBy.CARRIED_OVER: translate(
            "Words", "Below Stripe's minimum: not charged, carried over to the next invoice"
        ),
        PaidBy.OUT_OF_BAND: translate("Words", "Paid outside Stripe"),
        PaidBy.CREDIT_NOTE: translate("Words", "Credit note"),
        PaidBy.DISCOUNT: translate("Words", "Discount"),
    }[kind]


def payment_status(status: str) -> Pill:
    known: dict[str, Pill] = {
        "paid": (translate("Words", "Paid"), "quiet"),
        "open": (translate("Words", "Open"), "info"),
        "processing": (translate("Words", "Processing"), "info"),
        "failed": (translate("Words", "Failed"), "bad"),
        "canceled": (translate("Words", "Canceled"), "neutral"),
    }
    return _pill(known, status)


def test_card(name: str) -> str:
    """The label of one of Stripe's test cards, by its name at Stripe."""
    return {
        "visa": "Visa *4242",
        "mastercard": "Mastercard *4444",
        "amex": "Amex *0005",
        "jcb": "JCB *0505",
        "mastercard_prepaid": translate("Words", "Mastercard *5100, prepaid"),
        "chargeCustomerFail": translate("Words", "Visa *0341, declined when charged"),
        "authenticationRequired": translate("Words", "Visa *3184, always requires 3D Secure"),
    }.get(name, name)


def card_state(state: str) -> Pill:
    known: dict[str, Pill] = {
        "attached": (translate("Words", "Attached"), "quiet"),
        "unattached": (translate("Words", "Not attached"), "neutral"),
        "consumed": (translate("Words", "Consumed"), "neutral"),
        "pending": (translate("Words", "Pending"), "warn"),
        "failed": (translate("Words", "Failed"), "bad"),
        "canceled": (translate("Words", "Canceled"), "neutral"),
    }
    return _pill(known, state)


def source_status(status: str) -> Pill:
    return (translate("Words", "Chargeable"), "quiet") if status == "chargeable" else card_state(status)


def refund_status(status: str) -> Pill:
    known: dict[str, Pill] = {
        "succeeded": (translate("Words", "Refund"), "info"),
        "pending": (translate("Words", "Refund pending"), "warn"),
        "requires_action": (translate("Words", "Refund pending"), "warn"),
        "failed": (translate("Words", "Refund failed"), "bad"),
        "canceled": (translate("Words", "Refund canceled"), "neutral"),
    }
    return _pill(known, status)


def refund_reason(reason: str) -> str:
    return {
        "requested_by_customer": translate("Words", "Requested by customer"),
        "duplicate": translate("Words", "Duplicate"),
        "fraudulent": translate("Words", "Fraudulent"),
    }.get(reason, reason)


def funding(name: str) -> Pill:
    known: dict[str, Pill] = {
        "credit": (translate("Words", "Credit"), "quiet"),
        "debit": (translate("Words", "Debit"), "quiet"),
        "prepaid": (translate("Words", "Prepaid"), "bad"),
        "unknown": (translate("Words", "Unknown"), "warn"),
    }
    return _pill(known, name)


def meter_status(status: str) -> Pill:
    known: dict[str, Pill] = {
        "active": (translate("Words", "Active"), "quiet"),
        "inactive": (translate("Words", "Inactive"), "neutral"),
    }
    return _pill(known, status)


def card(name: str, last4: str) -> str:
    """Brand and last digits; for other payment methods their kind."""
    return f"{method_name(name)} *{last4}" if last4 else method_name(name)


def method(found: Method) -> str:
    """A payment method in a few words: brand or kind, and what tells it apart."""
    text = card(found.called, found.last4) if found.kind else translate("Words", "Unknown payment method")
    return joined((text, found.hint), "  ")


def labelled(label: str) -> str:
    """A payment method's label from the journal or a preview: the brand or kind is a name of Stripe's."""
    name, space, rest = label.partition(" ")
    return f"{method_name(name)}{space}{rest}" if is_known(name) or rest.startswith("*") else label


def card_and_expiry(found: Card) -> str:
    return f"{card(found.brand, found.last4)}  {expiry(found.exp_year * 100 + found.exp_month)}"


def interval(unit: str, count: int) -> str:
    """How often a price is billed."""
    if not unit:
        return translate("Words", "one-time")
    if count == 1:
        return {
            "day": translate("Words", "daily"),
            "week": translate("Words", "weekly"),
            "month": translate("Words", "monthly"),
            "year": translate("Words", "yearly"),
        }.get(unit, unit)
    return {
        "day": translate("Words", "every %n day(s)", "", count),
        "week": translate("Words", "every %n week(s)", "", count),
        "month": translate("Words", "every %n month(s)", "", count),
        "year": translate("Words", "every %n year(s)", "", count),
    }.get(unit, unit)


def expiry(year_and_month: int | None) -> str:
    """From 203009 to 09/2030."""
    return f"{year_and_month % 100:02d}/{year_and_month // 100}" if year_and_month else ""


def tax_exempt(value: str) -> str:
    return {
        "none": translate("Words", "Taxable"),
        "exempt": translate("Words", "Exempt"),
        "reverse": translate("Words", "Reverse charge"),
    }.get(value, value)


def time_left(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return translate("Words", "less than a minute left")
    if minutes < 120:
        return translate("Words", "%n minute(s) left", "", minutes)
    return translate("Words", "%n hour(s) left", "", round(minutes / 60))


def rows(count: int, wording: Wording) -> str:
    return translate("Words", "%n row(s)", "", count).replace(str(count), wording.number(count))
