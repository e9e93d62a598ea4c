"""The steps that collect a setup fee: at once (C4), on an invoice of the subscription (C5), on the next one (C6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.card import default_card_id
from ...domain.objects.payment_method import is_old
from ...domain.writes.balance_remarks import due_of
from ...domain.writes.new_subscription import Fee, FeeWay, PayBy, Wish
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.references import result, result_id
from ...domain.writes.request import Request
from ...gateway.requests import invoices, payments

if TYPE_CHECKING:
    from stripe.params import (
        ChargeCreateParams,
        InvoiceCreateParams,
        InvoiceItemCreateParams,
        PaymentIntentCreateParams,
    )


def fee_steps(
    wish: Wish, customer: Json, now: int, id_: str, *, len_before: int
) -> tuple[tuple[Request, ...], tuple[Request, ...]]:
    """The steps before and after the one that creates the subscription; `len_before` is the number of steps up to it,
    if none is before it. Raises Refused if the fee cannot be charged."""
    fee = wish.fee
    if not fee.way or fee.amount is None:
        return (), ()
    method = wish.method or default_card_id(customer) or ""
    if fee.way is FeeWay.NEXT and wish.free_until(now) is None:
        # The first invoice takes the pending items of the customer.
        return (invoices.add_item(item(wish.customer, fee, id_)),), ()
    subscription = result(len_before - 1)
    if fee.way is FeeWay.NEXT:
        return (), (invoices.add_item({**item(wish.customer, fee, id_), "subscription": subscription}),)
    if not method or wish.pay_by is not PayBy.CARD:
        raise Refused(code="fee_needs_card", param="fee")
    if fee.way is FeeWay.CHARGE:
        return (), (charge(wish.customer, fee, method, id_),)
    pays = bool(fee_due(fee, customer).amount)
    return (), invoice_now(wish.customer, subscription, fee, wish.method, id_, first=len_before, pays=pays)


def fee_due(fee: Fee, customer: Json) -> Money:
    """What the fee takes from the card at once. An invoice also uses the customer's balance; `customer` has it as it is
    then."""
    assert fee.amount is not None
    if fee.way is FeeWay.INVOICE:
        return due_of(customer, fee.amount)
    return fee.amount if fee.way is FeeWay.CHARGE else Money(0, fee.amount.currency)


def item(customer: str, fee: Fee, id_: str) -> InvoiceItemCreateParams:
    """A pending invoice item."""
    assert fee.amount is not None
    return {
        "customer": customer,
        "amount": fee.amount.amount,
        "currency": fee.amount.currency,
        "description": fee.description,
        "metadata": {OWN_ID: id_},
    }


def charge(customer: str, fee: Fee, method: str, id_: str) -> Request:
    """C4: a payment that has nothing to do with the subscription."""
    assert fee.amount is not None
    plain: dict[str, Any] = {
        "amount": fee.amount.amount,
        "currency": fee.amount.currency,
        "customer": customer,
        "description": fee.description,
        "metadata": {OWN_ID: id_},
    }
    if is_old(method):
        return payments.charge(cast("ChargeCreateParams", {**plain, "source": method}))
    more = {"payment_method": method, "off_session": True, "confirm": True, "allowed_payment_method_types": ["card"]}
    return payments.create_intent(cast("PaymentIntentCreateParams", {**plain, **more}))


def invoice_now(
    customer: str, subscription: Any, fee: Fee, method: str, id_: str, *, first: int, pays: bool
) -> tuple[Request, ...]:
    """C5: draft, line, finalize, pay. `first` is the number of the first of these steps in the operation. Without
    `pays` nothing is due: Stripe marks the invoice as paid when it is finalized. The subscription's discounts are for
    its plans, not for the fee."""
    assert fee.amount is not None
    draft: InvoiceCreateParams = {
        "customer": customer,
        "subscription": subscription,
        "auto_advance": False,
        "pending_invoice_items_behavior": "exclude",
        "discounts": "",
        "metadata": {OWN_ID: id_},
    }
    line: InvoiceItemCreateParams = {
        **item(customer, fee, id_),
        "invoice": result(first),
        "subscription": subscription,
    }
    paid = {"source": method} if method and is_old(method) else {"payment_method": method} if method else None
    made = result_id(first)
    return (
        invoices.create(draft),
        invoices.add_item(line),
        invoices.finalize(made),
        *((invoices.pay(made, cast("Any", paid)),) if pays else ()),
    )
