"""Invoice status transitions: draft → open → paid, uncollectible or void."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import refused
from ...spec import blank
from ...state.state import State
from ...state.table import Json
from ..payments.minimum import minimum
from ..subscriptions.discounts import in_force, used_up
from .lines import line_from_item
from .totals import ending_balance, recount

HOUR, DAY = 3_600, 86_400
INVOICE_ITEMS_PAGE = 10


def new_invoice(state: State, customer: Json, lines: list[Json], *, reason: str, **values: Any) -> Json:
    """A draft with these lines and totals computed from them. `values` override single fields."""
    now = values.pop("created", None) or state.now_of(customer)
    subscription: Json | None = values.pop("subscription", None)
    currency = values.pop("currency", None) or (lines[0]["currency"] if lines else "usd")
    invoice_id = state.new_id("in_1", 23)
    fresh = {
        **blank("invoice"),
        "id": invoice_id,
        "account_country": "JP",
        "account_name": state.name,
        "amount_due": 0,
        "amount_overpaid": 0,
        "amount_paid": 0,
        "amount_remaining": 0,
        "amount_shipping": 0,
        "attempt_count": 0,
        "attempted": False,
        "auto_advance": True,
        "billing_reason": reason,
        "collection_method": "charge_automatically",
        "created": now,
        "currency": currency,
        **_customer_fields(state, customer),
        "issuer": {"account": None, "type": "self"},
        "lines": {
            "object": "list",
            "data": lines,
            "has_more": False,
            "total_count": len(lines),
            "url": f"/v1/invoices/{invoice_id}/lines",
        },
        "livemode": state.livemode,
        "parent": _parent(subscription),
        "period_end": now,
        "period_start": now,
        "post_payment_credit_notes_amount": 0,
        "pre_payment_credit_notes_amount": 0,
        "starting_balance": customer["balance"] or 0,
        "status": "draft",
        "test_clock": customer["test_clock"],
        "subtotal": 0,
        "total": 0,
    }
    if subscription:
        for name in ("collection_method", "default_tax_rates"):
            fresh[name] = subscription[name] or fresh[name]
    fresh.update(values)
    for line in lines:
        line["invoice"] = invoice_id
    recount(state, fresh)
    return state.add("invoice", fresh)


def _customer_fields(state: State, customer: Json) -> Json:
    ids = [{"type": t["type"], "value": t["value"]} for t in state.of("tax_id", "customer", customer["id"])]
    return {
        "customer": customer["id"],
        "customer_address": customer["address"],
        "customer_email": customer["email"],
        "customer_name": customer["name"],
        "customer_phone": customer["phone"],
        "customer_shipping": customer["shipping"],
        "customer_tax_exempt": customer["tax_exempt"],
        "customer_tax_ids": ids,
    }


def _parent(subscription: Json | None) -> Json | None:
    if subscription is None:
        return None
    details = {"metadata": dict(subscription["metadata"]), "subscription": subscription["id"]}
    return {"quote_details": None, "subscription_details": details, "type": "subscription_details"}


def subscription_of(invoice: Json) -> str | None:
    """The id of the subscription this invoice belongs to."""
    details = (invoice["parent"] or {}).get("subscription_details") or {}
    found: str | None = details.get("subscription")
    return found


def take_pending(call: Call, invoice: Json, customer: Json, subscription: Json | None, *, others: bool) -> list[Json]:
    """Move the pending items that belong on this invoice onto it, and return their lines.

    Takes the subscription's own items, and with `others` those that belong to no subscription.
    """
    found = []
    for item in call.state.of("invoiceitem", "customer", customer["id"]):
        owner = call.state.hidden_of(item["id"]).get("subscription")
        wanted = owner == subscription["id"] if subscription and owner else others and owner is None
        if item["invoice"] is None and wanted and item["currency"] == invoice["currency"]:
            found.append(put_item_on(call, invoice, item))
    return found


def put_item_on(call: Call, invoice: Json, item: Json) -> Json:
    """Add this item to the draft as a line. Does not recompute the invoice's totals."""
    line = line_from_item(call.state, item)
    line["invoice"] = invoice["id"]
    with call.changing(item, None):
        item["invoice"] = invoice["id"]
    invoice["lines"]["data"].append(line)
    return line


def announce_draft(call: Call, invoice: Json) -> None:
    """Emit `invoice.created` and schedule automatic finalization (default: one hour later)."""
    now = call.state.now_of(invoice)
    invoice["webhooks_delivered_at"] = now
    if invoice["auto_advance"] and invoice["automatically_finalizes_at"] is None:
        invoice["automatically_finalizes_at"] = now + HOUR
    if invoice["automatically_finalizes_at"]:
        call.state.schedule(invoice["automatically_finalizes_at"], "finalize", invoice)
    call.state.changed("invoice", invoice)
    call.emit("invoice.created", invoice)


def check_draft(invoice: Json, verb: str) -> None:
    if invoice["status"] != "draft":
        raise refused(
            f"This invoice is already finalized, you can't {verb} a non-draft invoice.", "invoice_not_editable"
        )


def finalize(call: Call, invoice: Json) -> None:
    """Number the invoice, apply the customer's balance and open it; with nothing due it is paid at once."""
    state = call.state
    customer = state.get("customer", invoice["customer"])
    now = state.now_of(invoice)
    with call.changing(customer, "customer.updated"):
        invoice["starting_balance"] = customer["balance"] or 0
        recount(state, invoice)
        number = customer["next_invoice_sequence"] or 1
        invoice["number"] = invoice["number"] or f"{customer['invoice_prefix']}-{number:04d}"
        customer["next_invoice_sequence"] = number + 1
        if invoice["amount_due"] < minimum(invoice["currency"]):
            invoice.update(amount_due=0, amount_remaining=0)  # not charged, but carried over to the balance
        invoice["ending_balance"] = ending_balance(invoice)
        _book_balance(call, invoice, customer)
        customer["currency"] = customer["currency"] or invoice["currency"]
    invoice.update(status="open", effective_at=now, automatically_finalizes_at=None)
    invoice["status_transitions"]["finalized_at"] = now
    address = f"{state.invoice_pages()}/invoices/{invoice['id']}"
    invoice.update(hosted_invoice_url=address, invoice_pdf=f"{address}/pdf")
    if invoice["collection_method"] == "send_invoice" and invoice["due_date"] is None:
        invoice["due_date"] = now + DAY * (state.hidden_of(invoice["id"]).get("days_until_due") or 30)
    if invoice["due_date"]:
        state.schedule(invoice["due_date"], "overdue", invoice)
    state.changed("invoice", invoice)
    _end_once(call, invoice)
    call.emit("invoice.finalized", invoice)
    if invoice["amount_due"] == 0:
        settle_paid(call, invoice)


def _book_balance(call: Call, invoice: Json, customer: Json) -> None:
    moved = invoice["ending_balance"] - invoice["starting_balance"]
    if moved:
        kind = "applied_to_invoice" if invoice["total"] >= 0 else "adjustment"
        customer["balance"] = invoice["ending_balance"]
        new_balance_transaction(call, customer, moved, invoice["currency"], kind, invoice=invoice["id"])


def new_balance_transaction(call: Call, customer: Json, amount: int, currency: str, kind: str, **values: Any) -> Json:
    """Record that the customer's balance moved by `amount` (minor units). Does not change the balance itself."""
    return call.state.new(
        "customer_balance_transaction",
        call.state.new_id("cbtxn_1", 23),
        amount=amount,
        created=call.state.now_of(customer),
        currency=currency,
        customer=customer["id"],
        ending_balance=customer["balance"],
        type=kind,
        **values,
    )


def _end_once(call: Call, invoice: Json) -> None:
    """End discounts of duration `once` after the first invoice they were used on."""
    used = used_up(call.state, [d["discount"] for d in invoice["total_discount_amounts"] if d["amount"]])
    if not used:
        return
    subscription_id = subscription_of(invoice)
    if subscription_id:
        subscription = call.state.get("subscription", subscription_id)
        with call.changing(subscription, "customer.subscription.updated"):
            subscription["discounts"] = [id_ for id_ in subscription["discounts"] if id_ not in used]
            for item in subscription["items"]["data"]:
                item["discounts"] = [id_ for id_ in item["discounts"] if id_ not in used]
    customer = call.state.get("customer", invoice["customer"])
    if customer["discount"] and customer["discount"]["id"] in used:
        with call.changing(customer, "customer.updated"):
            customer["discount"] = None


def discounts_for(state: State, customer: Json, subscription: Json | None) -> list[str]:
    """The discounts of a new invoice: the subscription's, or else the customer's."""
    now = state.now_of(customer)
    if subscription and subscription["discounts"]:
        return in_force(state, subscription["discounts"], now)
    return in_force(state, [customer["discount"]["id"]], now) if customer["discount"] else []


def settle_paid(call: Call, invoice: Json) -> None:
    """Mark the invoice paid and emit its events. The subscription is not changed (see `collecting.paid`)."""
    with call.changing(invoice, "invoice.updated"):
        invoice.update(status="paid", next_payment_attempt=None, attempted=True, auto_advance=False)
        invoice["status_transitions"]["paid_at"] = call.state.now_of(invoice)
        invoice["amount_remaining"] = 0
    call.emit("invoice.paid", invoice)
    call.emit("invoice.payment_succeeded", invoice)


def void(call: Call, invoice: Json) -> None:
    if invoice["status"] not in ("open", "uncollectible"):
        raise refused(
            f"You can only pass in open or uncollectible invoices to be voided. This invoice is {invoice['status']}.",
            "status_transition_invalid",
        )
    with call.changing(invoice, None):
        invoice.update(status="void", next_payment_attempt=None, auto_advance=False)
        invoice["status_transitions"]["voided_at"] = call.state.now_of(invoice)
    _give_balance_back(call, invoice)
    cancel_payments(call, invoice)
    call.emit("invoice.voided", invoice)


def _give_balance_back(call: Call, invoice: Json) -> None:
    moved = (invoice["ending_balance"] or 0) - invoice["starting_balance"]
    if moved and invoice["ending_balance"] is not None:
        customer = call.state.get("customer", invoice["customer"])
        with call.changing(customer, "customer.updated"):
            customer["balance"] = (customer["balance"] or 0) - moved
        kind = "unapplied_from_invoice"
        new_balance_transaction(call, customer, -moved, invoice["currency"], kind, invoice=invoice["id"])


def cancel_payments(call: Call, invoice: Json) -> None:
    for payment in call.state.of("invoice_payment", "invoice", invoice["id"]):
        if payment["status"] == "open":
            payment["status"] = "canceled"
            payment["status_transitions"]["canceled_at"] = call.state.now_of(invoice)
            intent = call.state.table("payment_intent").get(payment["payment"]["payment_intent"] or "")
            if intent is not None and intent["status"] not in ("succeeded", "canceled"):
                with call.changing(intent, "payment_intent.canceled"):
                    intent.update(status="canceled", cancellation_reason="void_invoice", next_action=None)
                    intent["canceled_at"] = call.state.now_of(invoice)


def mark_uncollectible(call: Call, invoice: Json, reason: str) -> None:
    if invoice["status"] != "open":
        raise refused(
            f"You can only mark open invoices as uncollectible. This invoice is {invoice['status']}.",
            "status_transition_invalid",
        )
    with call.changing(invoice, None):
        invoice.update(status="uncollectible", next_payment_attempt=None, auto_advance=False)
        invoice["status_details"] = {"uncollectible": {"reason": reason}}
        invoice["status_transitions"]["marked_uncollectible_at"] = call.state.now_of(invoice)
    call.emit("invoice.marked_uncollectible", invoice)
