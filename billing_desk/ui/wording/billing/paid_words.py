"""What paid an invoice, in a sentence: never "charged" where no money moved (G2)."""

from __future__ import annotations

from typing import Any

from ....domain.objects.invoice import PaidBy, paid_by, state
from ..text import Wording, sentences, translate


def paid_sentence(invoice: dict[str, Any], wording: Wording) -> str:
    """For an invoice that has just been collected."""
    if state(invoice) == "processing" or invoice.get("status") != "paid":
        return translate("Paid", "Stripe is collecting the payment. The invoice is not paid yet.")
    known = {
        PaidBy.CHARGED: translate("Paid", "{amount} was charged."),
        PaidBy.CREDIT: translate("Paid", "{amount} was paid from the credit balance."),
        PaidBy.CARRIED_OVER: translate(
            "Paid", "{amount} is below Stripe's minimum and was carried over to the next invoice."
        ),
        PaidBy.OUT_OF_BAND: translate("Paid", "{amount} was paid outside Stripe."),
        PaidBy.CREDIT_NOTE: translate("Paid", "{amount} was settled by a credit note."),
        PaidBy.DISCOUNT: translate("Paid", "A discount of {amount} covered it."),
    }
    parts = paid_by(invoice)
    said = [known[kind].format(amount=wording.money(money)) for kind, money in parts]
    if PaidBy.CHARGED not in dict(parts):
        said.append(translate("Paid", "Nothing was charged."))
    return sentences(said)
