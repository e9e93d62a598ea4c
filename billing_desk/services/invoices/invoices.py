"""Invoices: overview, pay, void, and charging a customer with a new invoice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.errors import NotAllowed, Refused
from ...domain.invoices.actions import InvoiceAction, owed, refusal
from ...domain.invoices.lines import Line, lines_of
from ...domain.invoices.tax import TaxRate, rate_of, taxes_of
from ...domain.json_object import Json, id_of, of_customer
from ...domain.money import Money, totals
from ...domain.objects.card import card_of, default_card_id, label_of
from ...domain.objects.charge_amount import charge_amount
from ...domain.objects.invoice import currency_of, intents_of, state, subscription_of
from ...domain.objects.nested import is_cut, rows_of
from ...domain.objects.payment import payment_of
from ...domain.objects.payment_method import Method, is_old, method_of
from ...domain.objects.subscription import own_card
from ...domain.writes.action import Action
from ...domain.writes.balance_remarks import balance_remarks
from ...domain.writes.operation import Effects, FieldChange, Operation, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.references import result, result_id
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...domain.writes.request import Request
from ...gateway.pages import newest
from ...gateway.requests import invoices
from ...store.mirror.extras import Extras
from ..polling import MAY_PASS, before_looking_again
from ..tools import Tools
from ..writes.planner import new_id
from .lifecycle import back_to_balance

if TYPE_CHECKING:
    from stripe.params import InvoiceCreateParams, InvoiceItemCreateParams, InvoicePayParams


NOTES, RATES, ACCOUNT = "notes", "tax_rates", "account"
"""What is kept beside the mirror's objects: an invoice's credit notes, and the tax rates of the account."""
_NOTED = ("pre_payment_credit_notes_amount", "post_payment_credit_notes_amount")


@dataclass(frozen=True)
class InvoiceOverview:
    """`more_lines`, `more_payments`: Stripe sent only the first ones; the others have not been read. `methods` are the
    customer's payment methods by id; `refunded` is what went back of
    its payments, as far as the customer's payments were read. `notes` are its credit notes, `rates` the account's tax
    rates by id, as far as they were read."""

    invoice: Json
    customer: Json | None
    lines: list[Line]
    more_lines: bool
    payments: list[Json]
    more_payments: bool
    methods: Mapping[str, Method]
    refunded: Money
    notes: list[Json]
    rates: Mapping[str, TaxRate]


@dataclass(frozen=True)
class PayAll:
    """Previews by invoice id, unpayable invoices with the reason, and a combined preview (None: nothing to pay)."""

    previews: Mapping[str, Preview]
    refused: Mapping[str, Refused]
    whole: Preview | None


async def known_rates(side: Extras) -> dict[str, TaxRate]:
    """The account's tax rates by id, as far as they were read."""
    return {rate.id: rate for rate in map(rate_of, await side.part(ACCOUNT, RATES))}


class Invoices:
    def __init__(self, tools: Tools) -> None:
        self._gateway, self._mirror, self._reading = tools.gateway, tools.mirror, tools.queries
        self._reader, self._planner = tools.reader, tools.planner
        self._side = Extras(tools.mirror)

    async def overview(self, invoice_id: str) -> InvoiceOverview | None:
        invoice = await self._mirror.get("invoice", invoice_id)
        if invoice is None:
            return None
        owner = id_of(invoice.get("customer"))
        held = await self._mirror.related("card", "customer", owner) if owner else []
        return InvoiceOverview(
            invoice,
            await self._mirror.get("customer", owner) if owner else None,
            lines_of(invoice),
            is_cut(invoice, "lines"),
            rows_of(invoice, "payments"),
            is_cut(invoice, "payments"),
            {str(one["id"]): method_of(one) for one in held},
            await self._refunded(invoice, owner),
            await self._side.part(invoice_id, NOTES),
            await known_rates(self._side),
        )

    async def refresh(self, invoice_id: str) -> None:
        """Read it at Stripe, with its credit notes, and the tax rates that are not known yet. Raises DeskError."""
        await self._reading.refresh("invoice", invoice_id)
        invoice = await self._mirror.get("invoice", invoice_id) or {}
        if any(int(invoice.get(name) or 0) for name in _NOTED) and not await self._has_notes(invoice):
            await self._read_part(invoice_id, NOTES, invoices.list_notes(invoice_id))
        known = {str(rate["id"]) for rate in await self._side.part(ACCOUNT, RATES)}
        if any(part.rate and part.rate not in known for part in taxes_of(invoice)):
            await self._read_part(ACCOUNT, RATES, invoices.list_tax_rates(active=False))

    async def _has_notes(self, invoice: Json) -> bool:
        """Whether the credit notes that were read add up to what the invoice says of them."""
        held = await self._side.part(str(invoice["id"]), NOTES)
        noted = sum(int(note.get("amount") or 0) for note in held if note.get("status") != "void")
        return noted == sum(int(invoice.get(name) or 0) for name in _NOTED)

    async def _read_part(self, owner: str, kind: str, request: Request) -> None:
        with suppress(NotAllowed):  # what the key may not read is left out
            rows, _ = await newest(self._gateway, request)
            await self._side.put_part(owner, kind, rows)

    async def _refunded(self, invoice: Json, owner: str | None) -> Money:
        intents = intents_of(invoice)
        charges = await self._side.part(owner, "charges") if owner and intents else []
        back = [p.refunded.amount for p in map(payment_of, charges) if p.intent in intents]
        return Money(sum(back), currency_of(invoice))

    async def preview_pay(self, invoice_id: str, method_id: str = "") -> Preview:
        """Pay the rest of an open invoice, with its own card or a chosen PaymentMethod or source. Raises DeskError,
        including Refused if it is not open."""
        now, version = await self._reader.read("invoice", invoice_id)
        why = refusal(now, InvoiceAction.PAY)
        if why == "nothing_remaining":
            raise Refused(code="nothing_remaining", param="amount_remaining")
        if why:
            raise Refused(code="processing" if why == "processing" else "not_open", param=state(now))
        remaining = owed(now)
        operation = self._planner.plan(
            Action.INVOICE_PAY,
            invoices.pay(invoice_id, _paid_by(method_id)),
            subjects=(("invoice", invoice_id), *of_customer(now)),
            changes=(FieldChange("status", state(now), "paid"),),
            money=(remaining,),
            risk=Risk.MONEY,
        )
        chosen = {"default_payment_method": method_id} if method_id else now
        warnings, card = await self._paid_with(id_of(now.get("customer")) or "", chosen)
        said = [Effect(EffectCode.CHARGED_CARD, {"card": card})] if card else []
        if now.get("next_payment_attempt"):
            said.append(Effect(EffectCode.RETRY_FALLS_AWAY, {"at": str(now["next_payment_attempt"])}))
        return Preview(operation, warnings, Effects((remaining,), by_stripe=tuple(said)), (version,))

    async def preview_pay_all(self, customer_id: str, invoice_ids: Sequence[str], method_id: str = "") -> PayAll:
        """One operation for each invoice, so that a decline does not stop the others. Raises DeskError for errors that
        affect all of them."""
        previews: dict[str, Preview] = {}
        refused: dict[str, Refused] = {}
        for id_ in invoice_ids:
            try:
                previews[id_] = await self.preview_pay(id_, method_id)
            except Refused as error:
                refused[id_] = error
        return PayAll(previews, refused, self._together(customer_id, list(previews.values())))

    def _together(self, customer_id: str, previews: Sequence[Preview]) -> Preview | None:
        """The combined preview shown before all of them are sent. Its operation is never sent."""
        if not previews:
            return None
        money = tuple(totals([amount for preview in previews for amount in preview.operation.money]))
        operation = self._planner.plan(
            Action.INVOICE_PAY,
            *(step.request for preview in previews for step in preview.operation.steps),
            subjects=(("customer", customer_id),),
            money=money,
            risk=Risk.MONEY,
        )
        keys = [step.key for preview in previews for step in preview.operation.steps]
        steps = tuple(replace(step, key=key) for step, key in zip(operation.steps, keys, strict=True))
        warnings = {(one.code, *one.values.items()): one for preview in previews for one in preview.warnings}
        said = {(one.code, *one.values.items()): one for preview in previews for one in preview.effects.by_stripe}
        return Preview(
            replace(operation, steps=steps),
            tuple(warnings.values()),
            Effects(money, by_stripe=tuple(said.values())),
            tuple(version for preview in previews for version in preview.versions),
        )

    async def preview_void(self, invoice_id: str) -> Preview:
        """Void an open invoice, which cannot be undone. Raises DeskError, including Refused if it cannot be voided."""
        now, version = await self._reader.read("invoice", invoice_id)
        if refusal(now, InvoiceAction.VOID):
            raise Refused(code="processing" if state(now) == "processing" else "not_open", param=state(now))
        operation = self._planner.plan(
            Action.INVOICE_VOID,
            invoices.void(invoice_id),
            subjects=(("invoice", invoice_id), *of_customer(now)),
            changes=(FieldChange("status", str(now["status"]), "void"),),
            risk=Risk.IRREVERSIBLE,
        )
        said = (Effect(EffectCode.NEVER_COLLECTED), *back_to_balance(now))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_charge(self, customer_id: str, amount: Money, description: str, method_id: str = "") -> Preview:
        """Create an invoice with one line and pay it at once with the default or a chosen card: draft, line, finalize,
        pay. Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        charge = charge_amount(now, amount)
        due = (charge.due,) if charge.due.amount and not charge.is_below_minimum else ()
        # An invoice without anything due is paid when it is finalized, and cannot be paid again.
        pay = (invoices.pay(result_id(0), _paid_by(method_id)),) if due else ()
        operation = self._invoice(Action.INVOICE_CHARGE, now, amount, description, *pay)
        operation = replace(operation, money=due, risk=Risk.MONEY)
        if not due:
            return Preview(operation, balance_remarks(now, amount), Effects((Money(0, amount.currency),)), (version,))
        warnings, card = await self._paid_with(customer_id, {"default_payment_method": method_id})
        said = (Effect(EffectCode.CHARGED_CARD, {"card": card}),) if card else ()
        receipt = (Effect(EffectCode.RECEIPT_MAILED, {"email": str(now["email"])}),) if now.get("email") else ()
        warnings += balance_remarks(now, amount)
        return Preview(operation, warnings, Effects(due, by_stripe=said + receipt), (version,))

    async def preview_payment_page(self, customer_id: str, amount: Money, description: str) -> Preview:
        """Create an invoice with one line that the customer pays on the hosted page, which supports 3-D Secure. Raises
        DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        operation = self._invoice(Action.INVOICE_PAGE, now, amount, description)
        return Preview(
            operation, balance_remarks(now, amount), Effects(by_stripe=(Effect(EffectCode.PAID_ON_PAGE),)), (version,)
        )

    def _invoice(self, action: Action, customer: Json, amount: Money, description: str, *more: Request) -> Operation:
        """The steps draft, line and finalize, then `more`; automatic collection is off."""
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
        return self._planner.plan(
            action,
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
        """Poll until the invoice is not open; returns its status. Connection errors are retried. Raises DeskError for
        errors that do not pass automatically."""
        while True:
            with suppress(*MAY_PASS):
                now, _ = await self._reader.read("invoice", invoice_id)
                if now.get("status") != "open":
                    await self._reading.refresh("invoice", invoice_id)
                    return str(now.get("status"))
            await before_looking_again()

    async def _paid_with(self, customer_id: str, invoice: Json) -> tuple[tuple[Warning_, ...], str]:
        """The warnings, and the label of the card that would be charged."""
        customer = await self._mirror.get("customer", customer_id) or {}
        held = subscription_of(invoice)
        subscription = (await self._mirror.get("subscription", held) if held else None) or {}
        # Stripe API: without a payment method of its own an invoice is paid with the subscription's or the customer's.
        chosen = own_card(invoice) or own_card(subscription) or default_card_id(customer)
        if chosen is None:
            return (Warning_(WarningCode.NO_CARD),), ""
        method = await self._mirror.get("card", chosen) or {"id": chosen}
        card = card_of(method)
        prepaid = card is not None and card.funding == "prepaid"
        return ((Warning_(WarningCode.PREPAID_CARD),) if prepaid else ()), label_of(method)


def _paid_by(method_id: str) -> InvoicePayParams | None:
    if not method_id:
        return None
    old = is_old(method_id)
    return {"source": method_id} if old else {"payment_method": method_id}
