"""Collecting an invoice: the first attempt, scheduled retries, and the effect of failure on the subscription."""

from __future__ import annotations

from ...call import Call
from ...errors import ApiError, refused
from ...state.table import Json
from ..payments import intents, wallets
from ..payments.test_cards import Verdict
from . import invoicing
from .dunning import give_up, mark_past_due, recover

DAY = 86_400


def payment_of(call: Call, invoice: Json) -> Json:
    """The invoice's open default payment; created with a PaymentIntent if there is none."""
    for payment in call.state.of("invoice_payment", "invoice", invoice["id"]):
        if payment["is_default"] and payment["status"] == "open":
            return payment
    customer = call.state.get("customer", invoice["customer"])
    description = f"Payment for Invoice {invoice['number']}"
    values: Json = {"metadata": {}, "description": description, "setup_future_usage": None}
    intent = intents.new_intent(call, invoice["amount_remaining"], invoice["currency"], customer, **values)
    return new_payment(call, invoice, intent)


def new_payment(call: Call, invoice: Json, intent: Json, *, default: bool = True) -> Json:
    return call.state.new(
        "invoice_payment",
        call.state.new_id("inpay_1", 23),
        amount_requested=invoice["amount_remaining"],
        created=call.state.now_of(invoice),
        currency=invoice["currency"],
        invoice=invoice["id"],
        is_default=default,
        payment={"payment_intent": intent["id"], "type": "payment_intent"},
        status="open",
    )


def methods_for(call: Call, invoice: Json) -> str | None:
    """The id of the payment method for this invoice: the invoice's, the subscription's, or the customer's default."""
    state = call.state
    subscription_id = invoicing.subscription_of(invoice)
    subscription = state.get("subscription", subscription_id) if subscription_id else None
    return wallets.default_for(state, invoice, subscription, state.get("customer", invoice["customer"]))


def try_to_pay(
    call: Call, invoice: Json, *, method: str | None = None, off_session: bool = True, authenticated: bool = False
) -> Verdict:
    """Attempt to collect an open invoice and apply the result. A decline is returned as a verdict, not raised."""
    method = method or methods_for(call, invoice)
    payment = payment_of(call, invoice)
    intent = call.state.get("payment_intent", payment["payment"]["payment_intent"])
    if intent["amount"] != invoice["amount_remaining"]:
        intent["amount"] = payment["amount_requested"] = invoice["amount_remaining"]
    if method is None:
        verdict = Verdict("declined", "missing", None, None, "There is no default payment method.")
    else:
        verdict = intents.attempt(call, intent, method, off_session=off_session, authenticated=authenticated)
    with call.changing(invoice, "invoice.updated"):
        invoice["attempted"] = True
        invoice["attempt_count"] += 1
    if verdict.kind == "ok":
        received(call, invoice, payment)
    elif verdict.kind == "action" or verdict.code == "authentication_required":
        call.emit("invoice.payment_action_required", invoice)
    if verdict.kind not in ("ok", "action"):
        call.emit("invoice.payment_failed", invoice)
    return verdict


def received(call: Call, invoice: Json, payment: Json) -> None:
    """Apply a successful payment to its invoice."""
    state = call.state
    intent = state.get("payment_intent", payment["payment"]["payment_intent"])
    amount = intent["amount_received"]
    with call.changing(payment, None):
        payment.update(status="paid", amount_paid=amount)
        payment["status_transitions"]["paid_at"] = state.now_of(invoice)
    call.emit("invoice_payment.paid", payment)
    with call.changing(invoice, None):
        invoice["amount_paid"] += amount
        invoice["amount_remaining"] = max(
            0, invoice["amount_due"] - invoice["amount_paid"] - invoice["pre_payment_credit_notes_amount"]
        )
    if invoice["amount_remaining"] == 0:
        paid(call, invoice)


def paid(call: Call, invoice: Json) -> None:
    """Mark the invoice paid if it is not, and update the subscription and the customer."""
    if invoice["status"] != "paid":
        invoicing.settle_paid(call, invoice)
    recover(call, invoice)


def advance(call: Call, invoice: Json) -> None:
    """Start automatic collection of an open invoice: charge it, or emit `invoice.sent`."""
    if invoice["status"] != "open":
        recover_if_paid(call, invoice)
        return
    if invoice["collection_method"] == "send_invoice":
        payment_of(call, invoice)
        call.emit("invoice.sent", invoice)
        return
    verdict = try_to_pay(call, invoice)
    if verdict.kind != "ok":
        failed(call, invoice)


def recover_if_paid(call: Call, invoice: Json) -> None:
    if invoice["status"] == "paid":
        paid(call, invoice)


def failed(call: Call, invoice: Json) -> None:
    """After a failed automatic attempt: schedule the next one, or end dunning after the last."""
    state = call.state
    delays = state.retry_days
    done = invoice["attempt_count"] - 1
    if done < len(delays):
        moment = state.now_of(invoice) + delays[done] * DAY
        with call.changing(invoice, "invoice.updated"):
            invoice["next_payment_attempt"] = moment
        state.schedule(moment, "retry", invoice)
        mark_past_due(call, invoice)
    else:
        with call.changing(invoice, "invoice.updated"):
            invoice["next_payment_attempt"] = None
        mark_past_due(call, invoice)
        give_up(call, invoice)


def finalize_due(call: Call, invoice_id: str) -> None:
    """Scheduled: finalize and collect a draft whose `automatically_finalizes_at` has passed."""
    invoice = call.state.table("invoice").get(invoice_id)
    if invoice is None or invoice["status"] != "draft" or not invoice["auto_advance"]:
        return
    if invoice["automatically_finalizes_at"] is None or invoice["automatically_finalizes_at"] > call.state.now_of(
        invoice
    ):
        return
    invoicing.finalize(call, invoice)
    behavior = _paused_behavior(call, invoice)
    if behavior == "void" and invoice["status"] == "open":
        invoicing.void(call, invoice)
    elif behavior == "mark_uncollectible" and invoice["status"] == "open":
        invoicing.mark_uncollectible(call, invoice, "subscription_paused")
    else:
        advance(call, invoice)


def _paused_behavior(call: Call, invoice: Json) -> str | None:
    subscription_id = invoicing.subscription_of(invoice)
    if subscription_id is None:
        return None
    paused = call.state.get("subscription", subscription_id)["pause_collection"]
    return paused["behavior"] if paused else None


def retry_due(call: Call, invoice_id: str) -> None:
    """Scheduled: the next attempt to collect an open invoice."""
    invoice = call.state.table("invoice").get(invoice_id)
    if invoice is None or invoice["status"] != "open" or not invoice["auto_advance"]:
        return
    if invoice["next_payment_attempt"] != call.state.now_of(invoice):
        return
    if try_to_pay(call, invoice).kind != "ok":
        failed(call, invoice)


def overdue(call: Call, invoice_id: str) -> None:
    """Scheduled: emit `invoice.overdue` for an invoice that is still open at its due date."""
    invoice = call.state.table("invoice").get(invoice_id)
    if invoice is not None and invoice["status"] == "open":
        call.emit("invoice.overdue", invoice)
        mark_past_due(call, invoice)


def pay_now(call: Call, invoice: Json, params: Json) -> Json:
    """The API's `pay`. Raises ApiError; a decline carries the PaymentIntent."""
    if invoice["status"] == "draft":
        invoicing.finalize(call, invoice)
        recover_if_paid(call, invoice)
        if invoice["status"] == "paid":
            return invoice
    if invoice["status"] == "paid":
        raise refused("Invoice is already paid", "invoice_already_paid")
    if invoice["status"] not in ("open", "uncollectible"):
        raise refused(f"This invoice is {invoice['status']} and cannot be paid.", "invoice_not_editable")
    if params.get("paid_out_of_band"):
        with call.changing(invoice, None):
            invoice["amount_paid_off_stripe"] = invoice["amount_remaining"]
            invoice["amount_paid"] += invoice["amount_remaining"]
        invoicing.cancel_payments(call, invoice)
        paid(call, invoice)
        return invoice
    if invoice["status"] == "uncollectible":
        invoice["status"] = "open"
    method = params.get("payment_method") or params.get("source") or methods_for(call, invoice)
    if method is None:
        raise missing_method()
    wallet = wallets.wallet(call.state, method)
    wallets.check_owner(wallet, call.state.get("customer", invoice["customer"]))
    verdict = try_to_pay(call, invoice, method=method, off_session=params.get("off_session", True))
    if verdict.kind != "ok":
        raise pay_error(call, invoice, verdict, wallet)
    return invoice


def pay_on_page(call: Call, invoice: Json, method: str) -> None:
    """Payment on the hosted invoice page, where the customer can authenticate. Raises ApiError for a decline."""
    if invoice["status"] != "open":
        raise refused(f"This invoice is {invoice['status']} and cannot be paid.", "invoice_not_editable")
    verdict = try_to_pay(call, invoice, method=method, off_session=False, authenticated=True)
    if verdict.kind != "ok":
        raise pay_error(call, invoice, verdict, wallets.wallet(call.state, method))


def missing_method() -> ApiError:
    return ApiError(
        400,
        "This customer has no attached payment source or default payment method. Please consider adding a default "
        "payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting"
        "#payment-method-priority.",
        code="resource_missing",
        stored=True,
    )


def pay_error(call: Call, invoice: Json, verdict: Verdict, method: Json) -> ApiError:
    payments = call.state.of("invoice_payment", "invoice", invoice["id"])
    intent = call.state.get("payment_intent", payments[-1]["payment"]["payment_intent"])
    if verdict.kind == "action":
        message = "This payment requires additional user action before it can be completed successfully."
        return ApiError(
            402,
            message,
            type_="invalid_request_error",
            code="invoice_payment_intent_requires_action",
            stored=True,
            happened=True,
            payment_intent=intent,
        )
    return wallets.card_error(verdict, payment_intent=intent, payment_method=method, charge=intent["latest_charge"])
