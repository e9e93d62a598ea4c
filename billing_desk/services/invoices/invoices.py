"""Invoices: one with its lines and payments; paying and voiding one, and charging a customer by a new one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.errors import Refused
from ...domain.money import Money
from ...domain.objects.card import card_of, default_card_id, label
from ...domain.objects.invoice import Line, line_of, lines_of
from ...domain.writes.operation import OWN_ID, Effects, FieldChange, Operation, Preview, Risk, Warning_
from ...domain.writes.references import result, result_id
from ...domain.writes.request import Request
from ...gateway.requests import invoices
from ...store.mirror.entity import id_of
from ...store.mirror.extras import SideTables
from ...store.mirror.mirror import Mirror, Row
from ..polling import MAY_PASS, before_looking_again
from ..queries import Reading
from ..writes.operations import Operations, new_id

if TYPE_CHECKING:
    from stripe.params import InvoiceCreateParams, InvoiceItemCreateParams, InvoicePayParams

WRITE = "rak_invoice_write"
"""The permission a restricted key needs to write invoices, as Stripe names it."""


@dataclass(frozen=True)
class InvoiceOverview:
    """`more_lines`: Stripe sent only the first of them, and the others have not been fetched yet."""

    invoice: Row
    customer: Row | None
    lines: list[Line]
    more_lines: bool
    payments: list[Row]


class Invoices:
    def __init__(self, mirror: Mirror, operations: Operations, reading: Reading) -> None:
        self._mirror, self._operations, self._reading = mirror, operations, reading

    async def overview(self, invoice_id: str) -> InvoiceOverview | None:
        invoice = await self._mirror.get("invoice", invoice_id)
        if invoice is None:
            return None
        owner = id_of(invoice.get("customer"))
        more = bool((invoice.get("lines") or {}).get("has_more"))
        rest = await SideTables(self._mirror).lines(invoice_id) if more else None
        lines = lines_of(invoice) if rest is None else [line_of(line) for line in rest]
        return InvoiceOverview(
            invoice,
            await self._mirror.get("customer", owner) if owner else None,
            lines,
            more and rest is None,
            list((invoice.get("payments") or {}).get("data") or []),
        )

    async def preview_pay(self, invoice_id: str, method_id: str = "") -> Preview:
        """Collect what remains of an open invoice now, from its own card or a chosen PaymentMethod or source. Raises
        DeskError, Refused where it is not open."""
        now, seen = await self._operations.look("invoice", invoice_id)
        if now.get("status") != "open":
            raise Refused(code="not_open", param=str(now.get("status")))
        remaining = Money(int(now.get("amount_remaining") or 0), str(now.get("currency")))
        operation = self._operations.plan(
            "invoice.pay",
            invoices.pay(invoice_id, _paid_by(method_id)),
            subjects=(("invoice", invoice_id),),
            changes=(FieldChange("status", "open", "paid"),),
            money=(remaining,),
            risk=Risk.MONEY,
        )
        chosen = {"default_payment_method": method_id} if method_id else now
        warnings, card = await self._paid_with(id_of(now.get("customer")) or "", chosen)
        said = [Warning_("charged_card", {"card": card})] if card else []
        if now.get("next_payment_attempt"):
            said.append(Warning_("retry_falls_away", {"at": str(now["next_payment_attempt"])}))
        return Preview(operation, warnings, Effects((remaining,), by_stripe=tuple(said)), (seen,))

    async def preview_void(self, invoice_id: str) -> Preview:
        """Make an open invoice invalid for good. Raises DeskError, Refused where that cannot be."""
        now, seen = await self._operations.look("invoice", invoice_id)
        if now.get("status") not in ("open", "uncollectible"):
            raise Refused(code="not_open", param=str(now.get("status")))
        operation = self._operations.plan(
            "invoice.void",
            invoices.void(invoice_id),
            subjects=(("invoice", invoice_id),),
            changes=(FieldChange("status", str(now["status"]), "void"),),
            risk=Risk.IRREVERSIBLE,
        )
        return Preview(operation, effects=Effects(by_stripe=(Warning_("never_collected"),)), seen=(seen,))

    async def preview_charge(self, customer_id: str, amount: Money, description: str, method_id: str = "") -> Preview:
        """A new invoice of one line, paid at once from the default card or a chosen one: draft, line, final, paid.
        Raises DeskError."""
        now, seen = await self._operations.look("customer", customer_id)
        pay = invoices.pay(result_id(0), _paid_by(method_id))
        operation = self._invoice("invoice.charge", now, amount, description, pay)
        operation = replace(operation, money=(amount,), risk=Risk.MONEY)
        warnings, card = await self._paid_with(customer_id, {"default_payment_method": method_id})
        said = (Warning_("charged_card", {"card": card}),) if card else ()
        receipt = (Warning_("receipt_mailed", {"email": str(now["email"])}),) if now.get("email") else ()
        warnings += _balance_used(now, amount)
        return Preview(operation, warnings, Effects((amount,), by_stripe=said + receipt), (seen,))

    async def preview_payment_page(self, customer_id: str, amount: Money, description: str) -> Preview:
        """A new invoice of one line that the customer pays on Stripe's page, where a bank can ask for 3-D Secure.
        Raises DeskError."""
        now, seen = await self._operations.look("customer", customer_id)
        operation = self._invoice("invoice.page", now, amount, description)
        return Preview(operation, _balance_used(now, amount), Effects(by_stripe=(Warning_("paid_on_page"),)), (seen,))

    def _invoice(self, verb: str, customer: Row, amount: Money, description: str, *more: Request) -> Operation:
        """Draft, line and final, and what follows; Stripe collects nothing by itself."""
        if customer.get("deleted"):
            raise Refused(code="deleted", param="customer")
        id_, customer_id = new_id(), str(customer["id"])
        draft: InvoiceCreateParams = {
            "customer": customer_id,
            "currency": amount.currency,
            "auto_advance": False,
            "collection_method": "charge_automatically",
            "metadata": {OWN_ID: id_},
        }
        line: InvoiceItemCreateParams = {
            "customer": customer_id,
            "invoice": result(0),
            "amount": amount.amount,
            "currency": amount.currency,
            "description": description,
            "metadata": {OWN_ID: id_},
        }
        made, delete = result_id(0), invoices.delete_draft(result_id(0))
        return self._operations.plan(
            verb,
            invoices.create(draft),
            invoices.add_item(line),
            invoices.finalize(made),
            *more,
            subjects=(("customer", customer_id),),
            changes=(FieldChange("description", None, description),),
            id_=id_,
            undo=((0, delete), (1, delete), (2, invoices.void(made))),
        )

    async def until_settled(self, invoice_id: str) -> str:
        """Look every few seconds until an invoice is not open any more; its status then. A lost network is waited
        out; raises DeskError for what does not pass by itself."""
        while True:
            with suppress(*MAY_PASS):
                now, _ = await self._operations.look("invoice", invoice_id)
                if now.get("status") != "open":
                    await self._reading.refresh("invoice", invoice_id)
                    return str(now.get("status"))
            await before_looking_again()

    async def _paid_with(self, customer_id: str, invoice: Row) -> tuple[tuple[Warning_, ...], str]:
        """The card that would be charged, and what speaks against it."""
        customer = await self._mirror.get("customer", customer_id) or {}
        chosen = id_of(invoice.get("default_payment_method")) or default_card_id(customer)
        card = card_of(await self._mirror.get("card", chosen) or {}) if chosen else None
        if chosen is None:
            return (Warning_("no_card"),), ""
        if card is None:
            return (), chosen
        return ((Warning_("prepaid_card"),) if card.funding == "prepaid" else ()), label(card)


def _balance_used(customer: Row, amount: Money) -> tuple[Warning_, ...]:
    balance = int(customer.get("balance") or 0)
    if balance >= 0 or customer.get("currency") != amount.currency:
        return ()
    return (Warning_("balance_is_used", {"amount": str(-balance), "currency": amount.currency}),)


def _paid_by(method_id: str) -> InvoicePayParams | None:
    if not method_id:
        return None
    old = method_id.startswith(("src_", "card_"))
    return {"source": method_id} if old else {"payment_method": method_id}
