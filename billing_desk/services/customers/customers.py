"""Customers: overview, create, update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import DeskError, NotAllowed, NotFound, Refused, Unexpected
from ...domain.json_object import Json
from ...domain.objects.card import default_card_id
from ...domain.objects.customer import (
    CustomerFields,
    create_params,
    field_changes,
    fields_of,
    in_steps,
    rebased,
    update_params,
)
from ...domain.objects.payment import Payment
from ...domain.objects.tax_id import TaxId
from ...domain.writes.action import Action
from ...domain.writes.operation import Operation, Preview
from ...domain.writes.own_metadata import OWN_ID, with_own
from ...domain.writes.remarks import Warning_, WarningCode
from ...gateway.requests import customers
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..card_reading import read_cards
from ..object_reader import ObjectReader
from ..queries import Queries
from ..tasks import Tasks
from ..writes.planner import Planner, new_id
from .duplicates import Duplicates, PossibleDuplicate, email_in_use
from .parts import CustomerParts
from .payments import Payments

if TYPE_CHECKING:
    from stripe.params import CustomerCreateParams, CustomerUpdateParams

WRITE = "rak_customer_write"
"""The permission that a restricted key needs to write customers, by Stripe's name."""


@dataclass(frozen=True)
class Overview:
    """The data of the customer page, as Stripe's JSON. `older`: which lists have older entries in Stripe (balance,
    charges)."""

    customer: Json
    cards: list[Json]
    default_card: str | None
    subscriptions: list[Json]
    invoices: list[Json]
    payments: list[Payment]
    balance_moves: list[Json]
    tax_ids: list[TaxId]
    twins: list[PossibleDuplicate]
    twice: list[str]
    older: frozenset[str] = frozenset()


class Customers:
    def __init__(
        self,
        gateway: StripeGateway,
        mirror: Mirror,
        queries: Queries,
        reader: ObjectReader,
        planner: Planner,
        payments: Payments,
        parts: CustomerParts,
        duplicates: Duplicates,
        *,
        tasks: Tasks,
        changes: Changes,
    ) -> None:
        self._gateway, self._mirror, self._queries, self._reader = gateway, mirror, queries, reader
        self._planner, self._tasks, self._changes = planner, tasks, changes
        self._payments, self._parts, self._duplicates = payments, parts, duplicates

    async def overview(self, customer_id: str) -> Overview | None:
        """From the mirror; None if the mirror does not have the customer."""
        customer = await self._mirror.get("customer", customer_id)
        if customer is None:
            return None
        subscriptions = await self._mirror.related("subscription", "customer", customer_id)
        twice = [
            await self._mirror.get("product", id_) or {"name": id_} for id_ in self._duplicates.twice(subscriptions)
        ]
        return Overview(
            customer,
            await self._mirror.related("card", "customer", customer_id),
            default_card_id(customer),
            subscriptions,
            await self._mirror.related("invoice", "customer", customer_id),
            await self._payments.of(customer_id),
            await self._parts.balance_moves(customer_id),
            await self._parts.tax_ids(customer_id),
            [] if customer.get("deleted") else await self._duplicates.of(customer),
            [str(product.get("name") or product.get("id")) for product in twice],
            await self._parts.has_older(customer_id),
        )

    async def refresh(self, customer_id: str) -> None:
        """Read the customer, the cards and the payments at Stripe. Raises DeskError."""
        await self._queries.refresh("customer", customer_id)
        for read in (self._read_cards, self._payments.refresh, self._parts.refresh):
            try:
                await read(customer_id)
            except (NotFound, NotAllowed, Refused, Unexpected):
                continue  # deleted, not listed by this server, or not allowed for this key

    def read_again(self, operation: Operation) -> None:
        """After a write: start reading the customer's cards and payments, which are not in Stripe's answer. The caller
        need not wait."""
        for kind, id_ in operation.subjects:
            if kind == "customer":
                self._tasks.start(self.refresh_quietly(id_))

    async def refresh_quietly(self, customer_id: str) -> None:
        """As `refresh`, but an error is ignored; the event poller updates the mirror later."""
        try:
            await self.refresh(customer_id)
        except DeskError:
            return
        self._changes.publish(Change(ChangeKind.OPERATION))

    async def _read_cards(self, customer_id: str) -> None:
        await read_cards(self._gateway, self._mirror, customer_id, background=False)

    async def current(self, customer_id: str) -> CustomerFields:
        """The editable fields, read at Stripe. Raises DeskError."""
        await self._queries.refresh("customer", customer_id)
        customer = await self._mirror.get("customer", customer_id)
        if customer is None or customer.get("deleted"):
            raise NotFound(code="resource_missing")
        return fields_of(customer)

    async def preview_update(self, customer_id: str, before: CustomerFields, after: CustomerFields) -> Preview | None:
        """None if nothing differs. Raises DeskError.

        Fields that another user changed since `before` was read keep their value, unless they were edited here too.
        """
        if not update_params(before, after):
            return None
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise NotFound(code="resource_missing")
        held = fields_of(now)
        after = rebased(before, after, held)
        params = update_params(held, after)
        if not params:
            return None
        operation = self.plan_update(Action.CUSTOMER_UPDATE, customer_id, held, after)
        warnings = [Warning_(WarningCode.CHANGED_MEANWHILE)] if held != before else []
        if "email" in params and after.email:
            warnings.append(Warning_(WarningCode.INVOICES_GO_TO_NEW_EMAIL))
        if "email" in params and not after.email:
            warnings.append(Warning_(WarningCode.NO_EMAIL_NO_RECEIPTS))
        if "email" in params:
            warnings += await self._duplicate_warning(after.email, customer_id)
        return Preview(operation, tuple(warnings), versions=(version,))

    def plan_update(
        self,
        action: Action,
        customer_id: str,
        held: CustomerFields,
        after: CustomerFields,
        *,
        id_: str | None = None,
        bulk: str = "",
    ) -> Operation:
        """An operation that turns `held` (at Stripe) into `after`; the two must differ."""
        back = update_params(after, held)
        if back.get("preferred_locales") == []:
            del back["preferred_locales"]  # an empty list is not sent
        steps = in_steps(update_params(held, after))
        if len(in_steps(back)) > 1:
            back = {}  # an undo is one request
        return self._planner.plan(
            action,
            *(customers.update(customer_id, cast("CustomerUpdateParams", params)) for params in steps),
            subjects=(("customer", customer_id),),
            changes=field_changes(held, after),
            undo=((len(steps) - 1, customers.update(customer_id, cast("CustomerUpdateParams", back))),) if back else (),
            id_=id_,
            bulk=bulk,
            now=({"id": customer_id, "metadata": held.metadata},),
        )

    async def preview_create(self, fields: CustomerFields, card: str = "") -> Preview:
        """Create a customer, optionally with a PaymentMethod, token or source, which becomes the default (B1). Warns if
        other customers have the same email (F10)."""
        id_ = new_id()
        params = create_params(fields) | with_card(card)
        params["metadata"] = with_own(fields.metadata, {OWN_ID: id_})
        operation = self._planner.plan(
            Action.CUSTOMER_CREATE,
            customers.create(cast("CustomerCreateParams", params)),
            changes=field_changes(CustomerFields(), fields),
            id_=id_,
        )
        return Preview(operation, await self._duplicate_warning(fields.email))

    async def _duplicate_warning(self, email: str, own: str = "") -> tuple[Warning_, ...]:
        return email_in_use([found.customer for found in await self._duplicates.of({"id": own, "email": email})])


def with_card(id_: str) -> dict[str, Any]:
    """The create parameters for this id. Raises Refused if it is not such an id."""
    if not id_:
        return {}
    if id_.startswith("pm_"):
        return {"payment_method": id_, "invoice_settings": {"default_payment_method": id_}}
    if id_.startswith(("tok_", "src_")):
        return {"source": id_}
    raise Refused(code="no_such_card_id", param="card")
