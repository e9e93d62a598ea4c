"""Invoices and their lines."""

from __future__ import annotations

from ...billing.invoices import collecting, invoicing
from ...billing.invoices.invoicing import check_draft, subscription_of
from ...billing.invoices.preview import preview
from ...billing.invoices.totals import recount
from ...billing.payments.wallets import check_owner, wallet
from ...billing.subscriptions.discounts import redeem
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed, within
from ...errors import invalid, missing_parameter, refused
from ...state.packed import Packed
from ...state.search import search
from ...state.table import Json
from ...state.templates import plain, reject_both
from .. import endpoints_of, reads
from .invoice_lines import add_lines, list_lines, remove_lines, update_line, update_lines

_PLAIN = [
    "description",
    "footer",
    "default_payment_method",
    "default_source",
    "statement_descriptor",
    "custom_fields",
    "days_until_due",
    "account_tax_ids",
    "on_behalf_of",
    "effective_at",
    "number",
]


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if params.get("from_invoice"):
        raise refused("Revisions of invoices are not part of this account.", None, "from_invoice")
    subscription = None
    if params.get("subscription"):
        subscription = state.get("subscription", params["subscription"], "subscription")
    if not params.get("customer") and subscription is None:
        raise missing_parameter("customer")
    id_ = params.get("customer") or (subscription or {})["customer"]
    customer = state.get("customer", id_, "customer")
    if customer.get("deleted"):
        raise refused(f"No such customer: '{id_}'", "resource_missing", "customer")
    if subscription is not None and subscription["customer"] != customer["id"]:
        message = f"Customer {id_} does not have a subscription with ID {subscription['id']}"
        raise refused(message, "resource_missing", "subscription")
    _check_collection(params)
    return _create(call, customer, subscription)


def _create(call: Call, customer: Json, subscription: Json | None) -> Json:
    params, state = call.params, call.state
    waiting = params.get("pending_invoice_items_behavior", "exclude") == "include"
    currency = params.get("currency") or (subscription and subscription["currency"]) or customer["currency"]
    if currency is None and waiting:
        pending = [i for i in state.of("invoiceitem", "customer", customer["id"]) if i["invoice"] is None]
        currency = pending[0]["currency"] if pending else None
    values: Json = {"auto_advance": params.get("auto_advance", False), "currency": currency or "usd"}
    invoice = invoicing.new_invoice(
        state,
        customer,
        [],
        reason="manual",
        subscription=subscription,
        discounts=invoicing.discounts_for(state, customer, subscription),
        **values,
    )
    _apply(call, invoice, params)
    if waiting:
        invoicing.take_pending(call, invoice, customer, subscription, others=subscription is None)
    recount(state, invoice)
    if params.get("automatically_finalizes_at"):
        if params["automatically_finalizes_at"] <= state.now_of(invoice):
            raise invalid("automatically_finalizes_at", "The time must be in the future.")
        invoice.update(automatically_finalizes_at=params["automatically_finalizes_at"], auto_advance=True)
    invoicing.announce_draft(call, invoice)
    return invoice


def _check_collection(params: Json) -> None:
    reject_both(params, "days_until_due", "due_date")
    sending = params.get("collection_method") == "send_invoice"
    if not sending and ("days_until_due" in params or "due_date" in params):
        raise invalid("due_date", "You can only set a due date when `collection_method` is `send_invoice`.")
    if sending and "days_until_due" not in params and "due_date" not in params:
        message = "If you set `collection_method=send_invoice`, you must set `due_date` or `days_until_due`."
        raise invalid("due_date", message, "parameter_missing")


def _apply(call: Call, invoice: Json, params: Json) -> None:
    """Apply the parameters that create and update share."""
    state = call.state
    for name in _PLAIN:
        if name in params and name in invoice:
            invoice[name] = plain(params[name])
    for name in ("default_payment_method", "default_source"):
        if invoice[name]:
            _check_method(call, invoice, name)
    if "metadata" in params:
        invoice["metadata"] = merged_metadata(invoice["metadata"] or {}, params["metadata"])
    if "collection_method" in params:
        invoice["collection_method"] = params["collection_method"]
    if params.get("due_date"):
        if params["due_date"] <= state.now_of(invoice):
            raise invalid("due_date", "The due date must be in the future.")
        invoice["due_date"] = params["due_date"]
    if "days_until_due" in params:
        state.secrets_of(invoice["id"])["days_until_due"] = params["days_until_due"]
    if "default_tax_rates" in params:
        rates = params["default_tax_rates"] or []
        invoice["default_tax_rates"] = [state.get("tax_rate", id_, "default_tax_rates") for id_ in rates]
    if "discounts" in params:
        customer = state.get("customer", invoice["customer"])
        invoice["discounts"] = redeem(call, params["discounts"], customer, invoice=invoice["id"])


def _check_method(call: Call, invoice: Json, name: str) -> None:

    check_owner(wallet(call.state, invoice[name], name), call.state.get("customer", invoice["customer"]), name)


def retrieve(call: Call) -> Json:
    """With fresh addresses of the page and the file, which do not last at Stripe."""
    found = reads("invoice")(call)
    if found.get("number") and found.get("status") != "draft":
        address = f"{call.state.invoice_pages()}/invoices/{found['id']}"
        found = {**found, "hosted_invoice_url": address, "invoice_pdf": f"{address}/pdf"}
    return found


def _own(call: Call) -> Json:
    return call.state.get("invoice", call.ids["id"])


def update(call: Call) -> Json:
    invoice, params = _own(call), call.params
    if invoice["status"] != "draft" and set(params) - {
        "metadata",
        "description",
        "footer",
        "auto_advance",
        "custom_fields",
        "default_payment_method",
    }:
        raise refused(
            f"Finalized invoices can't be updated in this way: {', '.join(sorted(params))}.", "invoice_not_editable"
        )
    if params.get("collection_method") == "send_invoice" and invoice["collection_method"] != "send_invoice":
        _check_collection(params)
    with call.changing(invoice, "invoice.updated"):
        _apply(call, invoice, params)
        if invoice["status"] == "draft":
            recount(call.state, invoice)
        if "auto_advance" in params:
            _advance(call, invoice, wanted=params["auto_advance"])
    return invoice


def _advance(call: Call, invoice: Json, *, wanted: bool) -> None:
    invoice["auto_advance"] = wanted
    if wanted and invoice["status"] == "draft":
        moment = call.state.now_of(invoice) + invoicing.HOUR
        invoice["automatically_finalizes_at"] = moment
        call.state.schedule(moment, "finalize", invoice)
    elif not wanted:
        invoice["automatically_finalizes_at"] = None


def delete(call: Call) -> Json:
    invoice = _own(call)
    check_draft(invoice, "delete")
    if subscription_of(invoice):
        raise refused("You can't delete invoices created by subscriptions.")
    for item in call.state.of("invoiceitem", "customer", invoice["customer"]):
        if item["invoice"] == invoice["id"]:
            call.state.remove("invoiceitem", item["id"])
    call.state.remove("invoice", invoice["id"])
    call.emit("invoice.deleted", invoice)
    return {"id": invoice["id"], "object": "invoice", "deleted": True}


def finalize(call: Call) -> Json:
    invoice = _own(call)
    check_draft(invoice, "finalize")
    if "auto_advance" in call.params:
        invoice["auto_advance"] = call.params["auto_advance"]
    invoicing.finalize(call, invoice)
    if invoice["status"] == "open":
        collecting.payment_of(call, invoice)
        if invoice["auto_advance"] and invoice["collection_method"] == "charge_automatically":
            moment = call.state.now_of(invoice) + invoicing.HOUR
            invoice["next_payment_attempt"] = moment
            call.state.schedule(moment, "retry", invoice)
    else:
        collecting.recover_if_paid(call, invoice)
    return invoice


def pay(call: Call) -> Json:
    reject_both(call.params, "payment_method", "source", "paid_out_of_band")
    return collecting.pay_now(call, _own(call), call.params)


def send(call: Call) -> Json:
    invoice = _own(call)
    if invoice["collection_method"] != "send_invoice":
        raise refused("You can only manually send an invoice if its collection method is 'send_invoice'.")
    if invoice["status"] == "draft":
        invoicing.finalize(call, invoice)
    if invoice["status"] != "open":
        raise refused(f"You cannot send an invoice that is {invoice['status']}.", "invoice_not_editable")
    collecting.payment_of(call, invoice)
    call.emit("invoice.sent", invoice)
    return invoice


def void(call: Call) -> Json:
    invoice = _own(call)
    invoicing.void(call, invoice)
    return invoice


def mark_uncollectible(call: Call) -> Json:
    invoice = _own(call)
    invoicing.mark_uncollectible(call, invoice, "user_forgiven")
    return invoice


def list_all(call: Call) -> Json:
    params = call.params
    subscription, due = params.get("subscription"), params.get("due_date")

    def test(row: Json | Packed) -> bool:
        if subscription is not None and subscription_of(row if isinstance(row, dict) else row.load()) != subscription:
            return False
        if due is not None and not within(due, row["due_date"]):
            return False
        return row["test_clock"] is None or "customer" in params or subscription is not None

    return listed(call, "invoice", "/v1/invoices", "customer", "status", "collection_method", test=test)


def create_preview(call: Call) -> Json:
    return preview(call)


endpoints = endpoints_of(
    "invoice",
    {
        "POST /v1/invoices": create,
        "GET /v1/invoices": list_all,
        "POST /v1/invoices/create_preview": create_preview,
        "GET /v1/invoices/search": search("invoice", "/v1/invoices/search"),
        "GET /v1/invoices/{id}": retrieve,
        "POST /v1/invoices/{id}": update,
        "DELETE /v1/invoices/{id}": delete,
        "POST /v1/invoices/{id}/finalize": finalize,
        "POST /v1/invoices/{id}/pay": pay,
        "POST /v1/invoices/{id}/send": send,
        "POST /v1/invoices/{id}/void": void,
        "POST /v1/invoices/{id}/mark_uncollectible": mark_uncollectible,
        "POST /v1/invoices/{id}/add_lines": add_lines,
        "POST /v1/invoices/{id}/update_lines": update_lines,
        "POST /v1/invoices/{id}/remove_lines": remove_lines,
        "GET /v1/invoices/{id}/lines": list_lines,
        "POST /v1/invoices/{invoice}/lines/{id}": update_line,
    },
)
