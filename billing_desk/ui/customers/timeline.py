"""The timeline of the customer page."""

from __future__ import annotations

from collections.abc import Sequence

from ...services.customers.timeline import Happening, Moment
from ..tab.detail_builder import SHORT, Cell, DetailBuilder, Link
from ..wording import operation_words
from ..wording.billing.declines import meaning
from ..wording.text import Wording, translate

SHOWN = 20


def show_timeline(sheet: DetailBuilder, moments: Sequence[Moment], wording: Wording) -> None:
    sheet.section(translate("Timeline", "Timeline"))
    rows: list[list[Cell]] = []
    for moment in moments[:SHOWN]:
        text = happened(moment)
        # Only plain text wraps when it is long.
        what: Cell = Link(text, *moment.link) if moment.link and len(text) <= SHORT else text
        rows.append([what, wording.day(moment.at), wording.money(moment.money) if moment.money else ""])
    sheet.rows(rows, translate("Timeline", "No activity yet."), right=(2,))


def happened(moment: Moment) -> str:
    if moment.entry is not None:
        state = operation_words.operation_state(moment.entry.state)[0]
        return translate("Timeline", "{what}: {state}").format(
            what=operation_words.title(moment.entry.operation), state=state
        )
    if moment.code is Happening.PAYMENT_FAILED:
        return translate("Timeline", "Payment failed: {why}").format(why=meaning(moment.detail))
    known = {
        Happening.CUSTOMER_CREATED: translate("Timeline", "Customer created"),
        Happening.INVOICE_SENT: translate("Timeline", "Invoice {number}"),
        Happening.INVOICE_OF_PERIOD: translate("Timeline", "Renewal invoice {number}"),
        Happening.INVOICE_VOIDED: translate("Timeline", "Invoice {number} voided"),
        Happening.INVOICE_WRITTEN_OFF: translate("Timeline", "Invoice {number} uncollectible"),
        Happening.PAYMENT_MADE: translate("Timeline", "Paid"),
        Happening.PAYMENT_STARTED: translate("Timeline", "Payment processing"),
        Happening.PAYMENT_AUTHORIZED: translate("Timeline", "Payment authorized, not captured"),
        Happening.AUTHORIZATION_RELEASED: translate("Timeline", "Authorization released"),
        Happening.REFUNDED: translate("Timeline", "Refunded"),
        Happening.SUBSCRIBED: translate("Timeline", "Subscription created"),
        Happening.CANCELED: translate("Timeline", "Canceled"),
        Happening.SUBSCRIPTION_ENDED: translate("Timeline", "Subscription ended"),
        Happening.BALANCE_MOVED: translate("Timeline", "Balance: {number}"),
    }
    return known[moment.code].format(number=moment.detail)
