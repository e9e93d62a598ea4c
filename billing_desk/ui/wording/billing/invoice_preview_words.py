"""What Stripe does as a consequence of a change of an invoice."""

from __future__ import annotations

from ....domain.writes.remarks import EffectCode
from ..text import translate


def effect(code: EffectCode) -> str:
    """ "" if it is about something else."""
    return {
        EffectCode.NOTE_CREDITED: translate("Preview", "{amount} is credited to the customer's balance."),
        EffectCode.COLLECTED_SOON: translate("Preview", "Stripe charges {amount} automatically within about an hour."),
        EffectCode.EMAILED_SOON: translate("Preview", "Stripe emails the invoice over {amount} to the customer."),
        EffectCode.NOT_COLLECTED: translate(
            "Preview", "{amount} is open then. Stripe neither charges it nor emails the invoice by itself."
        ),
        EffectCode.COLLECTING_STOPS: translate(
            "Preview", "{amount} is written off. Stripe stops collecting; it can still be paid, credited, or voided."
        ),
        EffectCode.PAID_OUTSIDE: translate(
            "Preview", "{amount} is recorded as paid outside Stripe. Nothing is charged, and it cannot be taken back."
        ),
        EffectCode.BALANCE_GOES_BACK: translate("Preview", "{amount} of credit goes back to the customer's balance."),
        EffectCode.DEBIT_GOES_BACK: translate("Preview", "{amount} that was carried over is owed again."),
        EffectCode.REMAINING_FALLS: translate("Preview", "The remaining amount falls by {amount}."),
        EffectCode.REFUNDED: translate("Preview", "{amount} is refunded to the payment method that paid the invoice."),
        EffectCode.GIVEN_BACK_OUTSIDE: translate("Preview", "{amount} is recorded as given back outside Stripe."),
        EffectCode.DRAFT_IS_MADE: translate(
            "Preview", "A draft is created. Nothing is charged or emailed before it is finalized."
        ),
        EffectCode.TAX_IS_ADDED: translate("Preview", "Stripe calculates the tax of the draft."),
        EffectCode.PENDING_IS_TAKEN: translate("Preview", "The customer's pending items are put on it."),
        EffectCode.INVOICE_IS_EMAILED: translate("Preview", "Stripe emails the invoice over {amount} to {email}."),
        EffectCode.NOTHING_IS_EMAILED: translate(
            "Preview",
            "In test mode Stripe sends no email to {email}. The invoice over {amount} is only marked as sent.",
        ),
        EffectCode.REISSUED_AS_DRAFT: translate(
            "Preview", "A draft with the same lines is created. Check it, then finalize it."
        ),
    }.get(code, "")
