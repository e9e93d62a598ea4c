"""The timeline of a customer's page: everything in one order."""

from __future__ import annotations

from collections.abc import Sequence

from ...services.customers.timeline import Moment
from ..tab.detail_builder import SHORT, Cell, Link, Sheet
from ..wording import operation_words
from ..wording.declines import meaning
from ..wording.text import Wording, translate

SHOWN = 20


def show_timeline(sheet: Sheet, moments: Sequence[Moment], wording: Wording) -> None:
    sheet.section(translate("Timeline", "Timeline"))
    rows: list[list[Cell]] = []
    for moment in moments[:SHOWN]:
        text = happened(moment)
        # Only plain text is wrapped where it is long.
        what: Cell = Link(text, *moment.link) if moment.link and len(text) <= SHORT else text
        rows.append([what, wording.day(moment.at), wording.money(moment.money) if moment.money else ""])
    sheet.rows(rows, translate("Timeline", "Nothing has happened yet."), right=(2,))


def happened(moment: Moment) -> str:
    if moment.code.startswith("operation "):
        verb, _, state = moment.code.removeprefix("operation ").rpartition(" ")
        return translate("Timeline", "{what}: {state}").format(
            what=operation_words.verb(verb), state=operation_words.operation_state(state)[0]
        )
    if moment.code == "payment_failed":
        return translate("Timeline", "Payment failed: {why}").format(why=meaning(moment.detail))
    known = {
        "customer_created": translate("Timeline", "Customer created"),
        "invoice_sent": translate("Timeline", "Invoice {number}"),
        "invoice_of_period": translate("Timeline", "Renewal {number}"),
        "invoice_voided": translate("Timeline", "Invoice {number} voided"),
        "invoice_written_off": translate("Timeline", "Invoice {number} uncollectible"),
        "payment_made": translate("Timeline", "Paid"),
        "refunded": translate("Timeline", "Refunded"),
        "subscribed": translate("Timeline", "Subscribed"),
        "canceled": translate("Timeline", "Canceled"),
        "subscription_ended": translate("Timeline", "Subscription ended"),
        "balance_moved": translate("Timeline", "Balance: {number}"),
    }
    return known.get(moment.code, moment.code).format(number=moment.detail)
