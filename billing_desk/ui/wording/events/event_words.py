"""Events in words. A type without words here, or an event whose fields are not known, is shown by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter

from ....domain.events.kinds import EventKind
from ....domain.events.record import EventRecord
from ....domain.money import Money
from .. import words
from ..billing import declines
from ..text import Wording, joined, sentences, translate
from . import event_texts

_Texts = Callable[[], Mapping[str, str]]


def kind(which: EventKind | None) -> str:
    """A kind of events, for the filter; None: all of them."""
    return {
        None: translate("Events", "All events"),
        EventKind.PAYMENT: translate("Events", "Payments and refunds"),
        EventKind.DISPUTE: translate("Events", "Disputes and reviews"),
        EventKind.INVOICE: translate("Events", "Invoices"),
        EventKind.SUBSCRIPTION: translate("Events", "Subscriptions"),
        EventKind.CARD: translate("Events", "Payment methods"),
        EventKind.CUSTOMER: translate("Events", "Customers"),
        EventKind.PLAN: translate("Events", "Plans and coupons"),
        EventKind.USAGE: translate("Events", "Usage"),
        EventKind.OTHER: translate("Events", "Other"),
    }[which]


def sentence(record: EventRecord, name: str, wording: Wording, declined: str = "") -> str:
    """What happened. `name` is the customer's, "" if there is none; `declined` the decline code of the payment that an
    event of an invoice is about."""
    text = _text(record, name)
    values = {
        "who": name,
        "amount": money(record, wording),
        "what": record.label,
        "at": moment(record.moment, wording),
        "reason": event_texts.code(record.code),
        "status": _status(record),
    }
    needed = {field for _, field, _, _ in Formatter().parse(text) if field} if text else set()
    if not text or any(not values.get(field) for field in needed):
        return by_name(record)
    return sentences([text.format(**values), *_more(record, wording, declined)])


def _status(record: EventRecord) -> str:
    if record.object == "subscription":
        return words.subscription_status(record.status)[0]
    return event_texts.code(record.status)


def by_name(record: EventRecord) -> str:
    """The type and the object, where nothing else is known for certain."""
    return joined((record.type, record.object_id), " · ")


def money(record: EventRecord, wording: Wording) -> str:
    if record.amount is None or not record.currency:
        return ""
    return wording.money(Money(record.amount, record.currency))


def moment(seconds: int | None, wording: Wording) -> str:
    """With the zone, because an event's sentence is read alone."""
    return f"{wording.moment(seconds)} {wording.zone_name}" if seconds else ""


def _more(record: EventRecord, wording: Wording, declined: str) -> list[str]:
    found = []
    if record.type in _FAILED and (code := record.code or declined):
        found.append(declines.meaning(code))
    if record.type == "invoice.payment_failed":
        at = moment(record.moment, wording)
        last = translate("Events", "Stripe does not try again.")
        found.append(translate("Events", "Next attempt: {at}.").format(at=at) if at else last)
    if record.type == "charge.dispute.created" and record.moment:
        text = translate("Events", "A response is due by {at}.")
        found.append(text.format(at=moment(record.moment, wording)))
    return found


_FAILED = ("charge.failed", "payment_intent.payment_failed", "invoice.payment_failed", "setup_intent.setup_failed")
_KNOWN_WITHOUT_FACTS = (
    "v1.billing.meter.error_report_triggered",
    "v1.billing.meter.no_meter_found",
    "v2.core.event_destination.ping",
)


_ALWAYS = (
    event_texts.payments,
    event_texts.invoices,
    event_texts.subscriptions,
    event_texts.methods,
    event_texts.customers,
    event_texts.others,
)


def _text(record: EventRecord, name: str) -> str:
    if not record.readable and record.type not in _KNOWN_WITHOUT_FACTS:
        return ""
    for texts in (
        event_texts.named if name else event_texts.unnamed,
        event_texts.payments,
        event_texts.invoices,
        event_texts.subscriptions,
        event_texts.methods,
        event_texts.customers,
        event_texts.others,
    ):
        if found := texts().get(record.type):
            if record.type.startswith("invoice.") and not record.label:
                return event_texts.without_number().get(record.type, found)
            return found
    return ""
