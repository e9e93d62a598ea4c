"""A customer's tax ids and balance, and deleting the customer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from ...domain.errors import Refused
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.customer import display_name
from ...domain.objects.subscription import LIVE
from ...domain.objects.tax_id import TaxId, tax_id_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...gateway.pages import newest
from ...gateway.requests import customers
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import CustomerBalanceTransactionCreateParams, CustomerTaxIdCreateParams


class CustomerParts:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner
        self._side = Extras(mirror)

    async def balance_moves(self, customer_id: str) -> list[Json]:
        """From the mirror, newest first."""
        return await self._side.part(customer_id, "balance")

    async def has_older(self, customer_id: str) -> frozenset[str]:
        """Which of the customer's lists have older entries than the mirror: balance, charges."""
        return frozenset([kind for kind in ("balance", "charges") if await self._side.is_part_cut(customer_id, kind)])

    async def tax_ids(self, customer_id: str) -> list[TaxId]:
        """From the mirror."""
        return [tax_id_of(obj) for obj in await self._side.part(customer_id, "tax_ids")]

    async def refresh(self, customer_id: str) -> None:
        """Read them at Stripe. Raises DeskError."""
        lists = {"balance": customers.list_balance, "tax_ids": customers.list_tax_ids}
        for kind, request in lists.items():
            rows, more = await newest(self._gateway, request(customer_id))
            await self._side.put_part(customer_id, kind, rows, more=more)

    async def preview_tax_ids(self, customer_id: str, wanted: Sequence[TaxId]) -> Preview | None:
        """Remove tax ids that are not in `wanted` and add new ones. None if nothing differs. Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        rows, _ = await newest(self._gateway, customers.list_tax_ids(customer_id))
        held = {(one.type, one.value): one for one in map(tax_id_of, rows)}
        asked = {(one.type, one.value) for one in wanted}
        gone = [one for pair, one in held.items() if pair not in asked]
        new = [pair for pair in asked if pair not in held]
        if not gone and not new:
            return None
        steps = [customers.remove_tax_id(customer_id, one.id) for one in gone]
        steps += [
            customers.add_tax_id(customer_id, cast("CustomerTaxIdCreateParams", {"type": type_, "value": value}))
            for type_, value in sorted(new)
        ]
        operation = self._planner.plan(
            Action.CUSTOMER_TAX_IDS,
            *steps,
            subjects=(("customer", customer_id),),
            changes=(
                *(FieldChange("tax_id", f"{one.type} {one.value}", None) for one in gone),
                *(FieldChange("tax_id", None, " ".join(pair)) for pair in sorted(new)),
            ),
        )
        return Preview(operation, versions=(version,))

    async def preview_balance(self, customer_id: str, amount: Money, description: str) -> Preview:
        """A negative amount is a credit, which the next invoices use up. There is no undo; the opposite amount balances
        it. Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        id_ = new_id()
        fields: CustomerBalanceTransactionCreateParams = {
            "amount": amount.amount,
            "currency": amount.currency,
            "description": description,
            "metadata": {OWN_ID: id_},
        }
        back: CustomerBalanceTransactionCreateParams = {
            "amount": -amount.amount,
            "currency": amount.currency,
            "description": description,
            "metadata": {OWN_ID: f"{id_}-undo"},
        }
        before = int(now.get("balance") or 0)
        operation = self._planner.plan(
            Action.CUSTOMER_BALANCE,
            customers.move_balance(customer_id, fields),
            subjects=(("customer", customer_id),),
            changes=(
                FieldChange(
                    "balance", _shown(before, amount.currency), _shown(before + amount.amount, amount.currency)
                ),
                FieldChange("description", None, description),
            ),
            money=(Money(abs(amount.amount), amount.currency),),
            risk=Risk.MONEY,
            id_=id_,
            undo=((0, customers.move_balance(customer_id, back)),),
        )
        said = Effect(EffectCode.USED_BY_NEXT_INVOICE if amount.amount < 0 else EffectCode.ADDED_TO_NEXT_INVOICE)
        return Preview(operation, effects=Effects(by_stripe=(said,)), versions=(version,))

    async def preview_delete(self, customer_id: str) -> Preview:
        """The preview warns of everything that ends with the customer. Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        live = [s for s in await self._mirror.related("subscription", "customer", customer_id) if s["status"] in LIVE]
        held = await self._mirror.related("card", "customer", customer_id)
        unpaid = [
            i for i in await self._mirror.related("invoice", "customer", customer_id) if i.get("status") == "open"
        ]
        warnings = [
            Warning_(code, {"count": str(len(rows))})
            for code, rows in (
                (WarningCode.SUBSCRIPTIONS_END, live),
                (WarningCode.CARDS_GO, held),
                (WarningCode.INVOICES_STAY_OPEN, unpaid),
            )
            if rows
        ]
        if int(now.get("balance") or 0) < 0:
            amount = {"amount": str(-int(now["balance"])), "currency": str(now.get("currency") or "usd")}
            warnings.append(Warning_(WarningCode.CREDIT_IS_LOST, amount))
        operation = self._planner.plan(
            Action.CUSTOMER_DELETE,
            customers.delete(customer_id),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("customer", display_name(now), None),),
            risk=Risk.IRREVERSIBLE,
        )
        return Preview(operation, tuple(warnings), versions=(version,))


def _shown(amount: int, currency: str) -> str:
    money = Money(-amount, currency)
    return f"{money.major:,} {currency.upper()}"
