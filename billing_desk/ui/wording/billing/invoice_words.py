"""Words for what happens to an invoice, and why something is not possible."""

from __future__ import annotations

from ..text import translate


def why_not(code: str) -> str:
    """Why an action is not possible for an invoice, by the code of `domain.objects.invoice_actions.refusal`."""
    return {
        "draft": translate("Invoices", "The invoice is a draft. Finalize it first."),
        "open": translate("Invoices", "The invoice is finalized already."),
        "paid": translate("Invoices", "The invoice is paid."),
        "void": translate("Invoices", "The invoice was voided."),
        "uncollectible": translate("Invoices", "The invoice is uncollectible already."),
        "processing": translate("Invoices", "A payment is on its way."),
        "nothing_remaining": translate("Invoices", "Nothing remains to be paid."),
        "of_subscription": translate("Invoices", "Stripe does not delete drafts of a subscription."),
        "nothing_creditable": translate("Invoices", "The whole amount has been credited."),
        "partly_paid": translate("Invoices", "A part of it is paid. Issue a credit note instead."),
        "not_copied": translate("Invoices", "Discounts and automatic tax cannot be copied. Issue a credit note."),
    }.get(code, code)


def credit_reason(code: str) -> str:
    """A credit note's reason."""
    return {
        "": translate("Credit", "Not given"),
        "duplicate": translate("Credit", "Duplicate"),
        "fraudulent": translate("Credit", "Fraudulent"),
        "order_change": translate("Credit", "Order change"),
        "product_unsatisfactory": translate("Credit", "Product unsatisfactory"),
    }.get(code, code)
