"""The sentences for events by type. Placeholders: {who}, {amount}, {what}, {at}, {reason}, {status}."""

from __future__ import annotations

from collections.abc import Mapping

from ..text import translate


def named() -> Mapping[str, str]:
    """Events that money and a customer belong to."""
    return {
        "charge.succeeded": translate("Events", "Payment of {amount} by {who} succeeded."),
        "charge.failed": translate("Events", "Payment of {amount} by {who} failed."),
        "charge.captured": translate("Events", "{amount} captured from {who}."),
        "charge.refunded": translate("Events", "{amount} refunded to {who}."),
        "charge.expired": translate("Events", "The authorization of {amount} by {who} expired."),
        "charge.dispute.created": translate("Events", "{who} disputed a payment of {amount} ({reason})."),
        "payment_intent.payment_failed": translate("Events", "Payment attempt of {amount} by {who} failed."),
        "invoice.payment_failed": translate("Events", "Payment of {amount} by {who} failed (invoice {what})."),
        "invoice.paid": translate("Events", "Invoice {what} of {amount} was paid by {who}."),
    }


def unnamed() -> Mapping[str, str]:
    return {
        "charge.succeeded": translate("Events", "Payment of {amount} succeeded."),
        "charge.failed": translate("Events", "Payment of {amount} failed."),
        "charge.captured": translate("Events", "{amount} captured."),
        "charge.refunded": translate("Events", "{amount} refunded."),
        "charge.expired": translate("Events", "The authorization of {amount} expired."),
        "charge.dispute.created": translate("Events", "A payment of {amount} was disputed ({reason})."),
        "payment_intent.payment_failed": translate("Events", "Payment attempt of {amount} failed."),
        "invoice.payment_failed": translate("Events", "Payment of {amount} failed (invoice {what})."),
        "invoice.paid": translate("Events", "Invoice {what} of {amount} was paid."),
    }


def payments() -> Mapping[str, str]:
    return {
        "charge.pending": translate("Events", "Payment of {amount} is processing."),
        "charge.dispute.updated": translate("Events", "Dispute over {amount} updated: {status}."),
        "charge.dispute.closed": translate("Events", "Dispute over {amount} closed: {status}."),
        "charge.dispute.funds_withdrawn": translate("Events", "{amount} withdrawn for a dispute."),
        "charge.dispute.funds_reinstated": translate("Events", "{amount} returned after a dispute."),
        "charge.refund.updated": translate("Events", "Refund of {amount} updated: {status}."),
        "payment_intent.created": translate("Events", "Payment of {amount} started."),
        "payment_intent.succeeded": translate("Events", "Payment of {amount} completed."),
        "payment_intent.processing": translate("Events", "Payment of {amount} is processing."),
        "payment_intent.requires_action": translate("Events", "Payment of {amount} waits for the customer."),
        "payment_intent.canceled": translate("Events", "Payment of {amount} canceled."),
        "payment_intent.amount_capturable_updated": translate("Events", "Payment of {amount} can be captured."),
        "refund.created": translate("Events", "Refund of {amount} created."),
        "refund.updated": translate("Events", "Refund of {amount} updated: {status}."),
        "refund.failed": translate("Events", "Refund of {amount} failed."),
        "review.opened": translate("Events", "Review opened ({reason})."),
        "review.closed": translate("Events", "Review closed ({reason})."),
        "radar.early_fraud_warning.created": translate("Events", "The bank warned of possible fraud."),
    }


def invoices() -> Mapping[str, str]:
    return {
        "invoice.created": translate("Events", "Invoice {what} of {amount} created."),
        "invoice.finalized": translate("Events", "Invoice {what} of {amount} finalized."),
        "invoice.finalization_failed": translate("Events", "Invoice {what} could not be finalized."),
        "invoice.payment_succeeded": translate("Events", "Payment of invoice {what} ({amount}) succeeded."),
        "invoice.payment_action_required": translate("Events", "Invoice {what} ({amount}) waits for the customer."),
        "invoice.overdue": translate("Events", "Invoice {what} ({amount}) is overdue."),
        "invoice.will_be_due": translate("Events", "Invoice {what} ({amount}) will be due."),
        "invoice.upcoming": translate("Events", "Upcoming invoice of {amount}."),
        "invoice.voided": translate("Events", "Invoice {what} of {amount} voided."),
        "invoice.marked_uncollectible": translate("Events", "Invoice {what} of {amount} marked uncollectible."),
        "invoice.sent": translate("Events", "Invoice {what} of {amount} sent."),
        "invoice.updated": translate("Events", "Invoice {what} updated."),
        "invoice.deleted": translate("Events", "Draft invoice {what} deleted."),
        "invoice.overpaid": translate("Events", "Invoice {what} was overpaid."),
        "invoice_payment.paid": translate("Events", "{amount} was paid to invoice {what}."),
        "invoiceitem.created": translate("Events", "Invoice item “{what}” of {amount} added."),
        "invoiceitem.updated": translate("Events", "Invoice item “{what}” updated."),
        "invoiceitem.deleted": translate("Events", "Invoice item “{what}” of {amount} deleted."),
        "credit_note.created": translate("Events", "Credit note {what} of {amount} created."),
        "credit_note.updated": translate("Events", "Credit note {what} updated."),
        "credit_note.voided": translate("Events", "Credit note {what} of {amount} voided."),
    }


def without_number() -> Mapping[str, str]:
    """Drafts have no number."""
    return {
        "invoice.created": translate("Events", "Draft invoice of {amount} created."),
        "invoice.updated": translate("Events", "Draft invoice of {amount} updated."),
        "invoice.deleted": translate("Events", "Draft invoice of {amount} deleted."),
        "invoice.finalization_failed": translate("Events", "A draft invoice of {amount} could not be finalized."),
    }


def subscriptions() -> Mapping[str, str]:
    return {
        "customer.subscription.created": translate("Events", "Subscription created ({status})."),
        "customer.subscription.updated": translate("Events", "Subscription updated ({status})."),
        "customer.subscription.deleted": translate("Events", "Subscription canceled."),
        "customer.subscription.paused": translate("Events", "Subscription paused."),
        "customer.subscription.resumed": translate("Events", "Subscription resumed."),
        "customer.subscription.trial_will_end": translate("Events", "The trial ends on {at}."),
        "customer.subscription.pending_update_applied": translate("Events", "A pending update was applied."),
        "customer.subscription.pending_update_expired": translate("Events", "A pending update expired."),
        "subscription_schedule.created": translate("Events", "Subscription schedule created."),
        "subscription_schedule.updated": translate("Events", "Subscription schedule updated."),
        "subscription_schedule.canceled": translate("Events", "Subscription schedule canceled."),
        "subscription_schedule.completed": translate("Events", "Subscription schedule completed."),
        "subscription_schedule.released": translate("Events", "Subscription schedule released."),
        "subscription_schedule.aborted": translate("Events", "Subscription schedule ended because of failed payments."),
        "subscription_schedule.expiring": translate("Events", "Subscription schedule ends in 7 days."),
    }


def methods() -> Mapping[str, str]:
    return {
        "payment_method.attached": translate("Events", "{what} added."),
        "payment_method.detached": translate("Events", "{what} removed."),
        "payment_method.updated": translate("Events", "{what} updated."),
        "payment_method.automatically_updated": translate("Events", "{what} updated by the card network."),
        "customer.source.created": translate("Events", "{what} added."),
        "customer.source.updated": translate("Events", "{what} updated."),
        "customer.source.deleted": translate("Events", "{what} removed."),
        "customer.source.expiring": translate("Events", "{what} expires at the end of the month."),
        "source.chargeable": translate("Events", "Source {what} can be charged."),
        "source.canceled": translate("Events", "Source {what} canceled."),
        "source.failed": translate("Events", "Source {what} failed."),
        "setup_intent.created": translate("Events", "Saving a payment method started."),
        "setup_intent.succeeded": translate("Events", "A payment method was saved."),
        "setup_intent.setup_failed": translate("Events", "A payment method could not be saved."),
        "checkout.session.completed": translate("Events", "A Checkout page was completed."),
        "checkout.session.expired": translate("Events", "A Checkout page expired."),
    }


def customers() -> Mapping[str, str]:
    return {
        "customer.created": translate("Events", "Customer created."),
        "customer.updated": translate("Events", "Customer updated."),
        "customer.deleted": translate("Events", "Customer deleted."),
        "customer.discount.created": translate("Events", "Discount added."),
        "customer.discount.updated": translate("Events", "Discount changed."),
        "customer.discount.deleted": translate("Events", "Discount removed."),
        "customer.tax_id.created": translate("Events", "Tax ID added."),
        "customer.tax_id.updated": translate("Events", "Tax ID updated."),
        "customer.tax_id.deleted": translate("Events", "Tax ID removed."),
        "billing_portal.session.created": translate("Events", "A customer portal page was created."),
    }


def others() -> Mapping[str, str]:
    return {
        "product.created": translate("Events", "Product “{what}” created."),
        "product.updated": translate("Events", "Product “{what}” updated."),
        "product.deleted": translate("Events", "Product “{what}” deleted."),
        "price.created": translate("Events", "Price “{what}” created."),
        "price.updated": translate("Events", "Price “{what}” updated."),
        "price.deleted": translate("Events", "Price “{what}” deleted."),
        "plan.created": translate("Events", "Plan “{what}” created."),
        "plan.updated": translate("Events", "Plan “{what}” updated."),
        "plan.deleted": translate("Events", "Plan “{what}” deleted."),
        "coupon.created": translate("Events", "Coupon “{what}” created."),
        "coupon.updated": translate("Events", "Coupon “{what}” updated."),
        "coupon.deleted": translate("Events", "Coupon “{what}” deleted."),
        "promotion_code.created": translate("Events", "Promotion code {what} created."),
        "promotion_code.updated": translate("Events", "Promotion code {what} updated."),
        "billing.meter.created": translate("Events", "Meter “{what}” created."),
        "billing.meter.updated": translate("Events", "Meter “{what}” updated."),
        "billing.meter.deactivated": translate("Events", "Meter “{what}” deactivated."),
        "billing.meter.reactivated": translate("Events", "Meter “{what}” reactivated."),
        "v1.billing.meter.error_report_triggered": translate("Events", "Stripe rejected usage of a meter."),
        "v1.billing.meter.no_meter_found": translate("Events", "Stripe rejected usage that belongs to no meter."),
        "v2.core.event_destination.ping": translate("Events", "An event destination was tested."),
        "test_helpers.test_clock.ready": translate("Events", "A test clock was advanced."),
        "test_helpers.test_clock.advancing": translate("Events", "A test clock is being advanced."),
    }


def code(value: str) -> str:
    """A reason or state of a dispute, a refund, or a review; an unknown one is shown as Stripe calls it."""
    known = {
        "bank_cannot_process": translate("Events", "the bank cannot process it"),
        "credit_not_processed": translate("Events", "credit not processed"),
        "customer_initiated": translate("Events", "customer initiated"),
        "debit_not_authorized": translate("Events", "debit not authorized"),
        "duplicate": translate("Events", "duplicate"),
        "fraudulent": translate("Events", "fraudulent"),
        "general": translate("Events", "general"),
        "incorrect_account_details": translate("Events", "incorrect account details"),
        "insufficient_funds": translate("Events", "insufficient funds"),
        "product_not_received": translate("Events", "product not received"),
        "product_unacceptable": translate("Events", "product unacceptable"),
        "subscription_canceled": translate("Events", "subscription canceled"),
        "unrecognized": translate("Events", "unrecognized"),
        "needs_response": translate("Events", "needs response"),
        "warning_needs_response": translate("Events", "needs response"),
        "under_review": translate("Events", "under review"),
        "warning_under_review": translate("Events", "under review"),
        "won": translate("Events", "won"),
        "lost": translate("Events", "lost"),
        "warning_closed": translate("Events", "closed"),
        "prevented": translate("Events", "prevented"),
        "pending": translate("Events", "pending"),
        "succeeded": translate("Events", "succeeded"),
        "failed": translate("Events", "failed"),
        "canceled": translate("Events", "canceled"),
        "requires_action": translate("Events", "requires action"),
        "rule": translate("Events", "by a rule"),
        "manual": translate("Events", "by a person"),
        "approved": translate("Events", "approved"),
        "refunded": translate("Events", "refunded"),
        "refunded_as_fraud": translate("Events", "refunded as fraud"),
        "disputed": translate("Events", "disputed"),
    }
    return known.get(value) or value.replace("_", " ")
