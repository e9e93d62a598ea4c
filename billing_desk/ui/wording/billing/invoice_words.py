"""Words for what happens to an invoice, and why something is not possible."""

from __future__ import annotations

from ....domain.invoices.life import InvoiceStep
from ....domain.invoices.tax import TaxRate
from ..text import joined, translate


def why_not(code: str) -> str:
    """Why an action is not possible for an invoice, by the code of `domain.invoices.actions.refusal`."""
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
        "by_card": translate("Invoices", "It is charged automatically. Stripe emails only invoices with a due date."),
        "no_email": translate("Invoices", "The customer has no email address."),
        "not_copied": translate("Invoices", "Discounts and automatic tax cannot be copied. Issue a credit note."),
    }.get(code, code)


def tax_rate(rate: TaxRate) -> str:
    """Its name and percentage; both are the account's own."""
    return joined((rate.name, f"{rate.percent} %" if rate.percent else ""), " ")


def invoice_step(step: InvoiceStep) -> str:
    """What happens to an invoice at a moment of its life."""
    return {
        InvoiceStep.DRAFTED: translate("InvoiceLife", "Drafted"),
        InvoiceStep.FINALIZES: translate("InvoiceLife", "Finalizes automatically"),
        InvoiceStep.FINALIZED: translate("InvoiceLife", "Finalized"),
        InvoiceStep.DUE: translate("InvoiceLife", "Due"),
        InvoiceStep.FAILED: translate("InvoiceLife", "Payment failed"),
        InvoiceStep.PAID_PART: translate("InvoiceLife", "Payment"),
        InvoiceStep.RETRY: translate("InvoiceLife", "Next retry"),
        InvoiceStep.PAID: translate("InvoiceLife", "Paid"),
        InvoiceStep.CREDITED: translate("InvoiceLife", "Credit note"),
        InvoiceStep.WRITTEN_OFF: translate("InvoiceLife", "Marked as uncollectible"),
        InvoiceStep.VOIDED: translate("InvoiceLife", "Voided"),
    }[step]


def draft_problem(code: str) -> str:
    """Why Stripe would refuse a draft; "" for a code that is not about its fields."""
    return {
        "no_lines": translate("Draft", "Add at least one line."),
        "too_large": translate("Draft", "This is more than Stripe can charge."),
        "negative_unit": translate("Draft", "A unit price cannot be negative. For a credit, enter an amount."),
        "no_amount": translate("Draft", "Enter an amount, or choose a price."),
        "no_description": translate("Draft", "Enter a description. The customer sees it."),
        "other_currency": translate("Draft", "An invoice has one currency. Enter an amount in its currency."),
        "too_long": translate("Draft", "The text is too long."),
        "bad_period": translate("Draft", "The period ends before it begins."),
        "due_past": translate("Draft", "The due date is in the past."),
        "due_days": translate("Draft", "Enter between 0 and 3,650 days."),
        "half_field": translate("Draft", "Enter a name and a value, with a colon between them."),
        "long_field": translate("Draft", "A name can have up to 40 characters, a value up to 140."),
        "many_fields": translate("Draft", "An invoice has at most four custom fields."),
        "no_email": translate("Draft", "The customer has no email address."),
    }.get(code, "")


def credit_reason(code: str) -> str:
    """A credit note's reason."""
    return {
        "": translate("Credit", "Not given"),
        "duplicate": translate("Credit", "Duplicate"),
        "fraudulent": translate("Credit", "Fraudulent"),
        "order_change": translate("Credit", "Order change"),
        "product_unsatisfactory": translate("Credit", "Product unsatisfactory"),
    }.get(code, code)
