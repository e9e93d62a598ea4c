"""Stripe's terms in the operator's language: statuses with their tone, fields, intervals, verbs."""

from __future__ import annotations

from ..domain.card import Card
from .text import Wording, translate
from .theme import Tone

Pill = tuple[str, Tone]


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
        "active": (translate("Words", "Active"), "good"),
        "trialing": (translate("Words", "Trial"), "info"),
        "past_due": (translate("Words", "Past due"), "bad"),
        "unpaid": (translate("Words", "Unpaid"), "bad"),
        "incomplete": (translate("Words", "Incomplete"), "warn"),
        "incomplete_expired": (translate("Words", "Expired"), "neutral"),
        "canceled": (translate("Words", "Canceled"), "neutral"),
        "paused": (translate("Words", "Paused"), "warn"),
        "collection_paused": (translate("Words", "Collection paused"), "warn"),
        "ending": (translate("Words", "Ending"), "warn"),
    }
    return known.get(standing, (standing, "neutral"))


def invoice_status(standing: str) -> Pill:
    known: dict[str, Pill] = {
        "draft": (translate("Words", "Draft"), "neutral"),
        "open": (translate("Words", "Open"), "info"),
        "overdue": (translate("Words", "Overdue"), "bad"),
        "paid": (translate("Words", "Paid"), "good"),
        "void": (translate("Words", "Void"), "neutral"),
        "uncollectible": (translate("Words", "Uncollectible"), "warn"),
    }
    return known.get(standing, (standing, "neutral"))


def payment_status(status: str) -> Pill:
    known: dict[str, Pill] = {
        "paid": (translate("Words", "Paid"), "good"),
        "open": (translate("Words", "Open"), "info"),
        "canceled": (translate("Words", "Canceled"), "neutral"),
    }
    return known.get(status, (status, "neutral"))


def test_card(name: str) -> str:
    """One of Stripe's test cards, by its name at Stripe."""
    return {
        "visa": "Visa *4242",
        "mastercard": "Mastercard *4444",
        "amex": "Amex *0005",
        "jcb": "JCB *0505",
        "mastercard_prepaid": translate("Words", "Mastercard *5100, prepaid"),
        "chargeCustomerFail": translate("Words", "Visa *0341, declined when charged"),
        "authenticationRequired": translate("Words", "Visa *3184, always wants 3-D Secure"),
    }.get(name, name)


def card_state(state: str) -> Pill:
    known: dict[str, Pill] = {
        "attached": (translate("Words", "Attached"), "good"),
        "unattached": (translate("Words", "Not attached"), "neutral"),
        "consumed": (translate("Words", "Consumed"), "neutral"),
        "pending": (translate("Words", "Pending"), "warn"),
        "failed": (translate("Words", "Failed"), "bad"),
        "canceled": (translate("Words", "Canceled"), "neutral"),
    }
    return known.get(state, (state, "neutral"))


def refund_status(status: str) -> Pill:
    known: dict[str, Pill] = {
        "succeeded": (translate("Words", "Refund"), "info"),
        "pending": (translate("Words", "Refund pending"), "warn"),
        "requires_action": (translate("Words", "Refund pending"), "warn"),
        "failed": (translate("Words", "Refund failed"), "bad"),
        "canceled": (translate("Words", "Refund canceled"), "neutral"),
    }
    return known.get(status, (status, "neutral"))


def refund_reason(reason: str) -> str:
    return {
        "requested_by_customer": translate("Words", "Asked for by the customer"),
        "duplicate": translate("Words", "Charged twice"),
        "fraudulent": translate("Words", "Fraudulent"),
    }.get(reason, reason)


def funding(name: str) -> Pill:
    known: dict[str, Pill] = {
        "credit": (translate("Words", "Credit"), "neutral"),
        "debit": (translate("Words", "Debit"), "neutral"),
        "prepaid": (translate("Words", "Prepaid"), "bad"),
        "unknown": (translate("Words", "Unknown"), "warn"),
    }
    return known.get(name, (name, "neutral"))


def meter_status(status: str) -> Pill:
    known: dict[str, Pill] = {
        "active": (translate("Words", "Active"), "good"),
        "inactive": (translate("Words", "Inactive"), "neutral"),
    }
    return known.get(status, (status, "neutral"))


def operation_state(state: str) -> Pill:
    known: dict[str, Pill] = {
        "planned": (translate("Words", "Not sent"), "warn"),
        "sending": (translate("Words", "Interrupted"), "warn"),
        "done": (translate("Words", "Done"), "good"),
        "refused": (translate("Words", "Refused"), "bad"),
        "unknown": (translate("Words", "Unknown"), "warn"),
        "abandoned": (translate("Words", "Abandoned"), "neutral"),
        "stopped": (translate("Words", "Stopped"), "warn"),
    }
    return known.get(state, (state, "neutral"))


def brand(name: str) -> str:
    known = {"visa": "Visa", "mastercard": "Mastercard", "amex": "Amex", "jcb": "JCB"}
    known |= {"american express": "Amex", "diners": "Diners Club", "discover": "Discover"}
    return known.get(name, name.replace("_", " ").title())


def card(name: str, last4: str) -> str:
    return f"{brand(name)} *{last4}" if last4 else brand(name)


def card_and_expiry(found: Card) -> str:
    return f"{card(found.brand, found.last4)}  {expiry(found.exp_year * 100 + found.exp_month)}"


def interval(unit: str, count: int) -> str:
    """How often a price is billed."""
    if not unit:
        return translate("Words", "once")
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


def field(name: str) -> str:
    """A customer's field, also `address.city` and `metadata.crm_id`."""
    if name.startswith("metadata."):
        return translate("Words", "Metadata: {key}").format(key=name.removeprefix("metadata."))
    return {
        "name": translate("Words", "Name"),
        "email": translate("Words", "E-mail"),
        "phone": translate("Words", "Phone"),
        "description": translate("Words", "Description"),
        "preferred_locales": translate("Words", "Languages"),
        "tax_exempt": translate("Words", "Tax"),
        "status": translate("Words", "Status"),
        "active": translate("Words", "In use"),
        "quantity": translate("Words", "Quantity"),
        "default_card": translate("Words", "Default card"),
        "default_source": translate("Words", "Default source"),
        "review": translate("Words", "Review"),
        "tax_id": translate("Words", "Tax id"),
        "balance": translate("Words", "Credit"),
        "customer": translate("Words", "Customer"),
        "card": translate("Words", "Card"),
        "card_page": translate("Words", "Card page"),
        "card_name": translate("Words", "Name on card"),
        "expiry": translate("Words", "Expires"),
        "cancel_at_period_end": translate("Words", "Ends with its period"),
        "pause_collection": translate("Words", "Collection paused"),
        "refund_reason": translate("Words", "Why"),
        "address.line1": translate("Words", "Address line 1"),
        "address.line2": translate("Words", "Address line 2"),
        "address.city": translate("Words", "City"),
        "address.state": translate("Words", "State or prefecture"),
        "address.postal_code": translate("Words", "Postal code"),
        "address.country": translate("Words", "Country"),
    }.get(name, name)


def tax_exempt(value: str) -> str:
    return {
        "none": translate("Words", "Taxable"),
        "exempt": translate("Words", "Exempt"),
        "reverse": translate("Words", "Reverse charge"),
    }.get(value, value)


def verb(name: str) -> str:
    """What an operation does, as a heading."""
    if name.startswith("undo "):
        return translate("Words", "Undo: {what}").format(what=verb(name.removeprefix("undo ")))
    return {
        "customer.update": translate("Words", "Change customer"),
        "customer.create": translate("Words", "Create customer"),
        "customer.find_or_create": translate("Words", "Find or create customer"),
        "customer.balance": translate("Words", "Credit or debit"),
        "customer.delete": translate("Words", "Delete customer"),
        "customer.tax_ids": translate("Words", "Change tax ids"),
        "customer.merge": translate("Words", "Merge customers"),
        "customer.set_metadata": translate("Words", "Set metadata"),
        "customer.remove_metadata": translate("Words", "Remove metadata"),
        "customer.add_tag": translate("Words", "Add a tag"),
        "customer.remove_tag": translate("Words", "Remove a tag"),
        "customer.describe": translate("Words", "Set the description"),
        "customer.undescribe": translate("Words", "Remove the description"),
        "card.default": translate("Words", "Change default card"),
        "card.add": translate("Words", "Add a card"),
        "card.replace": translate("Words", "Replace the default source"),
        "card.update": translate("Words", "Change a card"),
        "card.approve": translate("Words", "Approve a card"),
        "card.refuse": translate("Words", "Refuse a card"),
        "card.detach": translate("Words", "Remove a card"),
        "card.page": translate("Words", "Make a card page"),
        "card.page_close": translate("Words", "Close a card page"),
        "price.archive": translate("Words", "Archive plan"),
        "price.restore": translate("Words", "Restore plan"),
        "subscription.end": translate("Words", "End subscription"),
        "subscription.keep": translate("Words", "Keep subscription"),
        "subscription.pause": translate("Words", "Pause collection"),
        "subscription.unpause": translate("Words", "Collect again"),
        "subscription.quantity": translate("Words", "Change quantity"),
        "invoice.pay": translate("Words", "Pay invoice"),
        "invoice.void": translate("Words", "Void invoice"),
        "invoice.charge": translate("Words", "Charge customer"),
        "payment.charge": translate("Words", "Charge customer"),
        "payment.refund": translate("Words", "Refund a payment"),
    }.get(name, name)


def time_left(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return translate("Words", "less than a minute left")
    if minutes < 120:
        return translate("Words", "%n minute(s) left", "", minutes)
    return translate("Words", "%n hour(s) left", "", round(minutes / 60))


def rows(count: int, wording: Wording) -> str:
    return translate("Words", "%n row(s)", "", count).replace(str(count), wording.number(count))
