"""What happens to an invoice between its draft and its end: finalize, write off, credit, re-issue (C10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from ...domain.billing_dates import DAY
from ...domain.errors import Refused
from ...domain.invoices.actions import InvoiceAction, balance_back, creditable, owed, refusal, split_credit
from ...domain.invoices.credit import CreditLine, creditable_lines
from ...domain.json_object import Json, id_of, of_customer
from ...domain.money import Money
from ...domain.objects.invoice import currency_of, issued_at, subscription_of, total_of
from ...domain.objects.nested import is_cut, rows_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Operation, Preview, Risk
from ...domain.writes.own_metadata import METADATA_VALUE, OWN_ID
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode, amount_values
from ...domain.writes.request import Request
from ...gateway.requests import invoices
from ...gateway.stripe_gateway import StripeGateway
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import CreditNoteCreateParams, CreditNotePreviewParams, InvoiceCreateParams

CREDITED = "credited"
"""The change of a credit note that holds its amount: minor units, currency."""
REFERENCE = "payment_reference"
"""The metadata key for the reference of a payment outside Stripe."""
REASONS = ("duplicate", "fraudulent", "order_change", "product_unsatisfactory")
"""Stripe's values of a credit note's `reason`."""


class GiveBack(StrEnum):
    """What happens to the part of a credit note that was paid already."""

    REFUND = "refund_amount"
    CREDIT = "credit_amount"
    OUTSIDE = "out_of_band_amount"


@dataclass(frozen=True)
class Note:
    """A credit note as the operator wants it; `reason` is one of REASONS, or "" for none. With `lines`, Stripe computes
    the amount from them."""

    amount: Money
    back: GiveBack = GiveBack.REFUND
    reason: str = ""
    memo: str = ""
    lines: tuple[CreditLine, ...] = ()


class InvoiceLifecycle:
    """Every `preview_…` raises DeskError, including Refused with the reason of `refusal` as its code."""

    def __init__(self, gateway: StripeGateway, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._reader, self._planner = gateway, reader, planner

    async def preview_finalize(self, invoice_id: str) -> Preview:
        """Finalize a draft; Stripe collects it as the draft says."""
        now, version = await self._may(invoice_id, InvoiceAction.FINALIZE)
        operation = self._plan(
            Action.INVOICE_FINALIZE, now, invoices.finalize_as_it_is(invoice_id), after="open", risk=Risk.IRREVERSIBLE
        )
        if not now.get("auto_advance"):
            code = EffectCode.NOT_COLLECTED
        elif now.get("collection_method") == "send_invoice":
            code = EffectCode.EMAILED_SOON
        else:
            code = EffectCode.COLLECTED_SOON
        total = total_of(now)
        return Preview(operation, effects=Effects(by_stripe=(Effect(code, amount_values(total)),)), versions=(version,))

    async def preview_delete(self, invoice_id: str) -> Preview:
        """Delete a draft that was made by hand."""
        now, version = await self._may(invoice_id, InvoiceAction.DELETE)
        operation = self._plan(
            Action.INVOICE_DELETE, now, invoices.delete_draft(invoice_id), after=None, risk=Risk.IRREVERSIBLE
        )
        return Preview(operation, versions=(version,))

    async def preview_write_off(self, invoice_id: str) -> Preview:
        """Mark an open invoice as uncollectible. It can still be paid, credited or voided."""
        now, version = await self._may(invoice_id, InvoiceAction.WRITE_OFF)
        operation = self._plan(
            Action.INVOICE_WRITE_OFF,
            now,
            invoices.mark_uncollectible(invoice_id),
            after="uncollectible",
            risk=Risk.IRREVERSIBLE,
        )
        said = Effect(EffectCode.COLLECTING_STOPS, amount_values(owed(now)))
        return Preview(operation, effects=Effects(by_stripe=(said,)), versions=(version,))

    async def preview_paid_outside(self, invoice_id: str, reference: str) -> Preview:
        """Record that it was paid outside Stripe, with the reference in its metadata. Nothing is charged."""
        now, version = await self._may(invoice_id, InvoiceAction.PAID_OUTSIDE)
        if len(reference) > METADATA_VALUE:
            raise Refused(code="too_long", param="reference")
        noted = (invoices.update(invoice_id, {"metadata": {REFERENCE: reference}}),) if reference else ()
        pay = invoices.pay(invoice_id, {"paid_out_of_band": True})
        operation = self._plan(
            Action.INVOICE_PAID_OUTSIDE,
            now,
            *noted,
            pay,
            after="paid",
            more=(FieldChange(f"metadata.{REFERENCE}", None, reference),) if reference else (),
            risk=Risk.IRREVERSIBLE,
        )
        said = [Effect(EffectCode.PAID_OUTSIDE, amount_values(owed(now)))]
        if now.get("next_payment_attempt"):
            said.append(Effect(EffectCode.RETRY_FALLS_AWAY, {"at": str(now["next_payment_attempt"])}))
        return Preview(operation, effects=Effects(by_stripe=tuple(said)), versions=(version,))

    async def preview_credit(self, invoice_id: str, note: Note) -> Preview:
        """Issue a credit note: it lowers what remains, and gives back what was paid beyond that."""
        now, version = await self._may(invoice_id, InvoiceAction.CREDIT)
        if not 0 < note.amount.amount <= creditable(now).amount or note.amount.currency != currency_of(now):
            raise Refused(code="not_creditable", param="amount")
        note = await self._as_stated(now, note)
        fields = _note_fields(now, note)
        before, after = split_credit(now, note.amount)
        id_ = new_id()
        create = invoices.create_note(cast("CreditNoteCreateParams", {**fields, "metadata": {OWN_ID: id_}}))
        refunds = (after,) if after.amount and note.back is GiveBack.REFUND else ()
        operation = self._planner.plan(
            Action.INVOICE_CREDIT,
            create,
            subjects=(("invoice", invoice_id), *of_customer(now)),
            changes=(
                *(FieldChange("line", None, text) for text in _credited(now, note)),
                FieldChange(CREDITED, None, f"{note.amount.amount} {note.amount.currency}"),
            ),
            money=refunds,
            risk=Risk.MONEY if refunds else Risk.IRREVERSIBLE,
            id_=id_,
        )
        codes = {
            GiveBack.REFUND: EffectCode.REFUNDED,
            GiveBack.CREDIT: EffectCode.NOTE_CREDITED,
            GiveBack.OUTSIDE: EffectCode.GIVEN_BACK_OUTSIDE,
        }
        said = [Effect(EffectCode.REMAINING_FALLS, amount_values(before))] if before.amount else []
        said += [Effect(codes[note.back], amount_values(after))] if after.amount else []
        return Preview(operation, effects=Effects(now=refunds, by_stripe=tuple(said)), versions=(version,))

    async def _as_stated(self, invoice: Json, note: Note) -> Note:
        """With the amount that Stripe states in its preview, which nothing is written by. Stripe knows of refunds that
        were made without a credit note, of what is left of the payment, and how the tax of lines is rounded: what is
        given back has to be exactly that, so that amounts beside ours are asked for too."""
        reach = len(note.lines)
        refused: Refused | None = None
        for off in sorted(range(-reach, reach + 1), key=abs):
            asked = replace(note, amount=Money(note.amount.amount + off, note.amount.currency))
            fields = cast("CreditNotePreviewParams", _note_fields(invoice, asked))
            try:
                stated = await self._gateway.read(invoices.preview_note(fields))
            except Refused as error:
                refused = refused or error
                if error.param == "amount":
                    break  # more than can be credited, whatever is given back
                continue
            return replace(note, amount=Money(int(stated.get("amount") or 0), note.amount.currency))
        assert refused is not None
        raise refused

    async def preview_reissue(self, invoice_id: str) -> Preview:
        """Void it, and make a draft with the same lines, which is then checked and finalized."""
        now, version = await self._may(invoice_id, InvoiceAction.REISSUE)
        lines = rows_of(now, "lines")
        if is_cut(now, "lines") or any(line.get("discounts") for line in lines):
            raise Refused(code="invoice_not_copied", param="lines")
        id_ = new_id()
        operation = self._plan(
            Action.INVOICE_REISSUE,
            now,
            invoices.void(invoice_id),
            invoices.create(cast("InvoiceCreateParams", {**_kept(now), "metadata": {OWN_ID: id_}})),
            invoices.add_lines(result_id(1), {"lines": cast("Any", [_line_params(line) for line in lines])}),
            after="void",
            risk=Risk.IRREVERSIBLE,
            id_=id_,
            undo=tuple((number, invoices.delete_draft(result_id(1))) for number in (1, 2))
            if not subscription_of(now)
            else (),
        )
        said = (*back_to_balance(now), Effect(EffectCode.REISSUED_AS_DRAFT))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def _may(self, invoice_id: str, action: InvoiceAction) -> tuple[Json, ObjectVersion]:
        now, version = await self._reader.read("invoice", invoice_id)
        if why := refusal(now, action):
            raise Refused(code=f"invoice_{why}", param="status")
        return now, version

    def _plan(
        self,
        action: Action,
        now: Json,
        *requests: Request,
        after: str | None,
        risk: Risk,
        more: Sequence[FieldChange] = (),
        id_: str | None = None,
        undo: tuple[tuple[int, Request], ...] = (),
    ) -> Operation:
        return self._planner.plan(
            action,
            *requests,
            subjects=(("invoice", str(now["id"])), *of_customer(now)),
            changes=(FieldChange("status", str(now["status"]), after), *more),
            risk=risk,
            id_=id_,
            undo=undo,
            now=(now,),
        )


def _note_fields(invoice: Json, note: Note) -> dict[str, Any]:
    """The parameters of a credit note, the same for its preview."""
    fields: dict[str, Any] = {"invoice": invoice["id"]}
    if note.lines:
        kind = "invoice_line_item"
        fields["lines"] = [{"type": kind, kind: line.id, "quantity": line.quantity} for line in note.lines]
    else:
        fields["amount"] = note.amount.amount
    _, after = split_credit(invoice, note.amount)
    if after.amount:
        fields[note.back] = after.amount
    return fields | {name: text for name, text in (("reason", note.reason), ("memo", note.memo)) if text}


def _credited(invoice: Json, note: Note) -> list[str]:
    """Each credited line as it is shown, without an amount: Stripe states the sum."""
    lines = {each.id: each for each in creditable_lines(invoice)}
    found = [(lines[one.id], one.quantity) for one in note.lines if one.id in lines]
    return [f"0 - {each.line.description} × {n}" for each, n in found]


def credited(preview: Preview) -> Money:
    """The whole amount of a credit note."""
    stated = next(change.after for change in preview.operation.changes if change.field == CREDITED)
    amount, currency = str(stated).split()
    return Money(int(amount), currency)


def back_to_balance(invoice: Mapping[str, Any]) -> tuple[Effect, ...]:
    """What voiding does to the customer's balance."""
    moved = balance_back(invoice)
    if not moved.amount:
        return ()
    code = EffectCode.BALANCE_GOES_BACK if moved.amount > 0 else EffectCode.DEBIT_GOES_BACK
    return (Effect(code, amount_values(Money(abs(moved.amount), moved.currency))),)


_KEPT = ("collection_method", "currency", "days_until_due", "default_payment_method", "description", "footer")
_KEPT_LISTS = ("custom_fields", "account_tax_ids")


def _kept(invoice: Json) -> dict[str, Any]:
    """The fields of a draft that replaces this invoice. What is due by a date gets the same number of days again."""
    found: dict[str, Any] = {"customer": id_of(invoice.get("customer")), "auto_advance": False}
    found |= {name: id_of(invoice[name]) or invoice[name] for name in _KEPT if invoice.get(name)}
    found |= {name: invoice[name] for name in _KEPT_LISTS if invoice.get(name)}
    if found.get("collection_method") == "send_invoice" and "days_until_due" not in found:
        start = issued_at(invoice)
        found["days_until_due"] = max(1, round((int(invoice.get("due_date") or start) - start) / DAY))
    if subscription := subscription_of(invoice):
        found["subscription"] = subscription
    return found


def _line_params(line: Json) -> dict[str, Any]:
    found: dict[str, Any] = {
        "amount": line["amount"],
        "description": line.get("description") or "",
        "discountable": False,
    }
    period = line.get("period") or {}
    if period.get("start") and period.get("end"):
        found["period"] = {"start": period["start"], "end": period["end"]}
    details = [tax.get("tax_rate_details") or {} for tax in line.get("taxes") or ()]
    if rates := [rate for each in details if (rate := id_of(each.get("tax_rate")))]:
        found["tax_rates"] = rates
    return found
