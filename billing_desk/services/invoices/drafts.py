"""Draft invoices: made for a customer or a subscription, changed, copied; and finalized invoices sent by email."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.plan import Price, price_of
from ...domain.catalog.price_amount import price_amount
from ...domain.errors import DeskError, Refused
from ...domain.filters import Condition, Filter
from ...domain.invoices.actions import InvoiceAction, owed, refusal
from ...domain.invoices.lines import unit_of
from ...domain.invoices.tax import TaxRate, rate_of
from ...domain.json_object import Json, of_customer
from ...domain.list_query import Query
from ...domain.money import Money, totals
from ...domain.objects.invoice import currency_of
from ...domain.objects.nested import is_cut, rows_of
from ...domain.writes.action import Action
from ...domain.writes.invoice_draft import (
    Draft,
    DraftLine,
    create_params,
    draft_errors,
    draft_of,
    edits,
    line_params,
)
from ...domain.writes.operation import Effects, FieldChange, Mode, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode, amount_values
from ...domain.writes.request import Request
from ...gateway.pages import newest
from ...gateway.requests import invoices
from ...store.mirror.extras import Extras
from ..tools import Tools
from ..writes.planner import new_id
from .invoices import known_rates

if TYPE_CHECKING:
    from stripe.params import (
        InvoiceAddLinesParams,
        InvoiceCreateParams,
        InvoiceRemoveLinesParams,
        InvoiceUpdateLinesParams,
        InvoiceUpdateParams,
    )

MOST_PRICES = 1_000


@dataclass(frozen=True)
class DraftOffer:
    """What a draft can be made of: one-time prices with their product's name, tax rates, and what waits for the next
    invoice, in all. `currency` is the customer's, "" if it has none yet."""

    customer: Json
    currency: str
    prices: Sequence[tuple[Price, str]]
    rates: Sequence[TaxRate]
    pending: Sequence[Money]


class InvoiceDrafts:
    """Every `preview_…` raises DeskError, including Refused with a field and a code of `draft_errors`."""

    def __init__(self, tools: Tools) -> None:
        self._gateway, self._mirror, self._queries = tools.gateway, tools.mirror, tools.queries
        self._reader, self._planner = tools.reader, tools.planner

    def now(self) -> int:
        """Stripe's time in Unix seconds."""
        return self._planner.now()

    async def offer(self, customer_id: str) -> DraftOffer:
        """Raises DeskError. Tax rates that the key may not read are left out."""
        customer, _ = await self._reader.read("customer", customer_id)
        if customer.get("deleted"):
            raise Refused(code="deleted", param="customer")
        query = Query("price", Filter((Condition("active", ":", "yes"),)), sort="product_name", descending=False)
        page = await self._queries.page(query, MOST_PRICES)
        single = {str(row["id"]): str(row.get("product_name") or "") for _, row in page.rows if not row.get("interval")}
        found = [(await self._mirror.get("price", id_), name) for id_, name in single.items()]
        rates: list[Json] = []
        with suppress(DeskError):
            rates, _ = await newest(self._gateway, invoices.list_tax_rates())
        waiting, _ = await newest(self._gateway, invoices.list_pending(customer_id))
        return DraftOffer(
            customer,
            str(customer.get("currency") or ""),
            [(price_of(price), name) for price, name in found if price is not None],
            [rate_of(rate) for rate in rates],
            totals(Money(int(item.get("amount") or 0), currency_of(item)) for item in waiting),
        )

    async def draft(self, invoice_id: str, *, anew: bool = False) -> Draft:
        """The invoice as it is at Stripe. `anew`: to make a copy of it. Raises DeskError, including Refused if it is
        no draft, or has more lines than were read."""
        now, _ = await self._reader.read("invoice", invoice_id)
        if why := "" if anew else refusal(now, InvoiceAction.EDIT):
            raise Refused(code=f"invoice_{why}", param="status")
        if is_cut(now, "lines"):
            raise Refused(code="invoice_not_copied", param="lines")
        return await self._draft_of(now, anew=anew)

    async def preview_create(self, draft: Draft) -> Preview:
        """Make a draft. Nothing is charged or sent before it is finalized."""
        customer, version = await self._reader.read("customer", draft.customer)
        if customer.get("deleted"):
            raise Refused(code="deleted", param="customer")
        self._check(draft)
        if draft.by_email and not customer.get("email"):
            raise Refused(code="no_email", param="due")
        id_, made = new_id(), result_id(0)
        create = cast("InvoiceCreateParams", {**create_params(draft), "metadata": {OWN_ID: id_}})
        lines = cast("InvoiceAddLinesParams", {"lines": [line_params(line) for line in draft.lines]})
        delete = invoices.delete_draft(made)
        operation = self._planner.plan(
            Action.INVOICE_DRAFT,
            invoices.create(create),
            *((invoices.add_lines(made, lines),) if draft.lines else ()),
            subjects=(("customer", draft.customer),),
            changes=_shown(None, draft, await self._priced(draft), await self._rates()),
            risk=Risk.PLAIN,
            id_=id_,
            undo=() if draft.subscription else ((0, delete), (1, delete)),
        )
        said = [Effect(EffectCode.DRAFT_IS_MADE)]
        if draft.takes_pending:
            said.append(Effect(EffectCode.PENDING_IS_TAKEN))
        if any(line.rates for line in draft.lines):
            said.append(Effect(EffectCode.TAX_IS_ADDED))
        return Preview(operation, effects=Effects(by_stripe=tuple(said)), versions=(version,))

    async def preview_edit(self, invoice_id: str, draft: Draft) -> Preview | None:
        """Change a draft to this one; None if nothing changes."""
        now, version = await self._reader.read("invoice", invoice_id)
        if why := refusal(now, InvoiceAction.EDIT):
            raise Refused(code=f"invoice_{why}", param="status")
        before = await self._draft_of(now)
        self._check(draft, before)
        wanted = edits(before, draft)
        if wanted.is_empty:
            return None
        steps: list[Request] = []
        if wanted.header:
            steps.append(invoices.update(invoice_id, cast("InvoiceUpdateParams", dict(wanted.header))))
        if wanted.changed:
            steps.append(invoices.update_lines(invoice_id, cast("InvoiceUpdateLinesParams", {"lines": wanted.changed})))
        if wanted.removed:
            removed: Any = [{"id": id_, "behavior": "delete"} for id_ in wanted.removed]
            steps.append(invoices.remove_lines(invoice_id, cast("InvoiceRemoveLinesParams", {"lines": removed})))
        if wanted.added:
            steps.append(invoices.add_lines(invoice_id, cast("InvoiceAddLinesParams", {"lines": wanted.added})))
        operation = self._planner.plan(
            Action.INVOICE_EDIT,
            *steps,
            subjects=(("invoice", invoice_id), *of_customer(now)),
            changes=_shown(before, draft, await self._priced(before, draft), await self._rates()),
            now=(now,),
        )
        said = (Effect(EffectCode.TAX_IS_ADDED),) if any(line.rates for line in draft.lines) else ()
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_send(self, invoice_id: str) -> Preview:
        """Send an open invoice by email, also once more."""
        now, version = await self._reader.read("invoice", invoice_id)
        if why := refusal(now, InvoiceAction.SEND):
            raise Refused(code=f"invoice_{why}", param="status")
        operation = self._planner.plan(
            Action.INVOICE_SEND,
            invoices.send(invoice_id),
            subjects=(("invoice", invoice_id), *of_customer(now)),
            risk=Risk.SERIOUS,
        )
        live = self._planner.identity.mode is Mode.LIVE
        code = EffectCode.INVOICE_IS_EMAILED if live else EffectCode.NOTHING_IS_EMAILED
        said = Effect(code, {"email": str(now["customer_email"]), **amount_values(owed(now))})
        return Preview(operation, effects=Effects(by_stripe=(said,)), versions=(version,))

    async def _draft_of(self, invoice: Json, *, anew: bool = False) -> Draft:
        """A line whose price was made for it alone is read as a unit price: it is in no list of prices."""
        found = draft_of(invoice, anew=anew)
        units = {str(line.get("id")): unit_of(line) for line in rows_of(invoice, "lines")}
        lines = [await self._with_unit(line, units.get(line.id), found.currency) for line in found.lines]
        return replace(found, lines=tuple(lines))

    async def _with_unit(self, line: DraftLine, unit: int | None, currency: str) -> DraftLine:
        held = await self._mirror.get("price", line.price) if line.price else None
        if not line.price or line.fixed or unit is None or (held or {}).get("active"):
            return line
        return replace(line, price="", unit=Money(unit, currency))

    async def _rates(self) -> Mapping[str, TaxRate]:
        return await known_rates(Extras(self._mirror))

    async def _priced(self, *drafts: Draft) -> Mapping[str, tuple[Price, str]]:
        """Each price of the lines that is known, with its product's name."""
        found = {}
        for id_ in {line.price for draft in drafts for line in draft.lines if line.price}:
            if (held := await self._mirror.get("price", id_)) is not None:
                price = price_of(held)
                product = await self._mirror.get("product", price.product) or {}
                found[id_] = price, str(product.get("name") or "")
        return found

    def _check(self, draft: Draft, before: Draft | None = None) -> None:
        """A due date that was in the past already may stay."""
        same = before is not None and before.due == draft.due
        for error in draft_errors(replace(draft, due=None) if same else draft, self.now()):
            raise Refused(code=error.code, param=error.field)


def _shown(
    before: Draft | None, after: Draft, priced: Mapping[str, tuple[Price, str]], rates: Mapping[str, TaxRate]
) -> tuple[FieldChange, ...]:
    """What the preview shows and the audit log keeps: the lines, and the fields that differ. `before` is None for a
    new draft."""

    def text_of(line: DraftLine) -> str:
        return _text(line, priced, rates)

    found, new = [], before is None
    before = before or Draft(after.customer, after.currency)
    held = {line.id: line for line in before.lines if line.id}
    for line in after.lines:
        text, old = text_of(line), text_of(held[line.id]) if line.id in held else None
        if text != old:
            found.append(FieldChange("line", old, text))
    kept = {line.id for line in after.lines}
    found += [FieldChange("line", text_of(line), None) for id_, line in held.items() if id_ not in kept]
    pairs = (
        ("collection", "" if new else _collection(before), _collection(after)),
        ("memo", before.memo, after.memo),
        ("footer", before.footer, after.footer),
        ("custom_fields", _fields(before), _fields(after)),
    )
    return (*found, *(FieldChange(name, old or None, now or None) for name, old, now in pairs if old != now))


def _text(line: DraftLine, priced: Mapping[str, tuple[Price, str]], rates: Mapping[str, TaxRate]) -> str:
    """Minor units, currency, description; "0 -" before a line whose amount is not known before Stripe made it. After
    tabs, the period (two Unix seconds) and the names of the tax rates."""
    names = ", ".join(f"{rates[id_].name} {rates[id_].percent} %" if id_ in rates else id_ for id_ in line.rates)
    period = f"{line.period[0]}:{line.period[1]}" if line.period else ""
    return "\t".join((_amount_text(line, priced), period, names)).rstrip("\t")


def _amount_text(line: DraftLine, priced: Mapping[str, tuple[Price, str]]) -> str:
    if line.unit is not None:
        return f"{line.unit.amount * line.quantity} {line.unit.currency} {line.description} × {line.quantity}"
    if line.amount is None:
        price, product = priced.get(line.price, (None, ""))
        name = line.description or " · ".join(filter(None, (product, price.nickname if price else ""))) or line.price
        amount = price_amount(price, line.quantity) if price else None
        return f"{f'{amount.amount} {amount.currency}' if amount else '0 -'} {name} × {line.quantity}"
    return f"{line.amount.amount} {line.amount.currency} {line.description}"


def _collection(draft: Draft) -> str:
    """`card`, `email days:30` or `email due:1798000000`."""
    if draft.days is not None:
        return f"email days:{draft.days}"
    return "card" if draft.due is None else f"email due:{draft.due}"


def _fields(draft: Draft) -> str:
    return "; ".join(f"{name}: {value}" for name, value in draft.fields)
