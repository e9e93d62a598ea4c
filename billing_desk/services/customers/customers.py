"""The customer verbs: overview, create, update, find or create (A1)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Conflict, DeskError, NotAllowed, NotFound, Refused, Unexpected
from ...domain.objects.card import default_card_id
from ...domain.objects.customer import (
    CustomerFields,
    create_params,
    display_name,
    field_changes,
    fields_of,
    rebased,
    update_params,
)
from ...domain.objects.payment import Payment
from ...domain.objects.tax_id import TaxId
from ...domain.writes.operation import OWN_ID, Operation, Preview, Warning_
from ...gateway.pages import pages
from ...gateway.requests import customers
from ...gateway.requests.objects import read_one
from ...gateway.stripe_gateway import Door
from ...store.mirror.mirror import Mirror, Row
from ..cards.reading import read_cards
from ..queries import Reading
from ..writes.operations import Operations, new_id
from ..writes.outcome_lookup import from_events
from .duplicates import Duplicates, Twin
from .parts import CustomerParts
from .payments import Payments

if TYPE_CHECKING:
    from stripe.params import CustomerCreateParams, CustomerUpdateParams

WRITE = "rak_customer_write"
"""The permission a restricted key needs to write customers, as Stripe names it."""
EXTERNAL_ID = "external_id"
"""The metadata key that holds the id the customer has in the operator's own system."""


@dataclass(frozen=True)
class Overview:
    """Everything one page about a customer shows, as Stripe's JSON."""

    customer: Row
    cards: list[Row]
    default_card: str | None
    subscriptions: list[Row]
    invoices: list[Row]
    payments: list[Payment]
    balance_moves: list[Row]
    tax_ids: list[TaxId]
    twins: list[Twin]
    twice: list[str]


class Customers:
    def __init__(
        self,
        door: Door,
        mirror: Mirror,
        reading: Reading,
        operations: Operations,
        payments: Payments,
        parts: CustomerParts,
        duplicates: Duplicates,
    ) -> None:
        self._door, self._mirror, self._reading, self._operations = door, mirror, reading, operations
        self._payments, self._parts, self._duplicates = payments, parts, duplicates

    async def overview(self, customer_id: str) -> Overview | None:
        """From the mirror; None when it does not hold the customer."""
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
        )

    async def refresh(self, customer_id: str) -> None:
        """Read the customer, the cards and the payments at Stripe. Raises DeskError."""
        await self._reading.refresh("customer", customer_id)
        for read in (self._read_cards, self._payments.refresh, self._parts.refresh):
            try:
                await read(customer_id)
            except (NotFound, NotAllowed, Refused, Unexpected):
                continue  # deleted, a server without this list, or a key that may not read it

    def read_again(self, operation: Operation) -> None:
        """After a write: what it made of a customer's cards and payments, which no answer holds. Nobody waits for it,
        and whoever asked for the write may be gone when it ends."""
        for kind, id_ in operation.subjects:
            if kind == "customer":
                self._operations.afterwards(self.refresh_quietly(id_))

    async def refresh_quietly(self, customer_id: str) -> None:
        """Where Stripe cannot be asked, the events bring it later."""
        try:
            await self.refresh(customer_id)
        except DeskError:
            return
        self._operations.tell()

    async def _read_cards(self, customer_id: str) -> None:
        await read_cards(self._door, self._mirror, customer_id, background=False)

    async def current(self, customer_id: str) -> CustomerFields:
        """The fields to edit, as fresh as can be had. Raises DeskError."""
        await self._reading.refresh("customer", customer_id)
        customer = await self._mirror.get("customer", customer_id)
        if customer is None or customer.get("deleted"):
            raise NotFound(code="resource_missing")
        return fields_of(customer)

    async def preview_update(self, customer_id: str, before: CustomerFields, after: CustomerFields) -> Preview | None:
        """None when nothing differs. Raises DeskError.

        What somebody else changed since `before` was read stays as it is, unless it was edited here too.
        """
        if not update_params(before, after):
            return None
        now, seen = await self._operations.look("customer", customer_id)
        if now.get("deleted"):
            raise NotFound(code="resource_missing")
        held = fields_of(now)
        after = rebased(before, after, held)
        params = update_params(held, after)
        if not params:
            return None
        operation = self.plan_update("customer.update", customer_id, held, after)
        warnings = [Warning_("changed_meanwhile")] if held != before else []
        if "email" in params and after.email:
            warnings.append(Warning_("invoices_go_to_new_email"))
        if "email" in params and not after.email:
            warnings.append(Warning_("no_email_no_receipts"))
        if "email" in params:
            warnings += await self._duplicate_warning(after.email, customer_id)
        return Preview(operation, tuple(warnings), seen=(seen,))

    def plan_update(
        self,
        verb: str,
        customer_id: str,
        held: CustomerFields,
        after: CustomerFields,
        *,
        id_: str | None = None,
        bulk: str = "",
    ) -> Operation:
        """Turns what Stripe holds into `after`; they must differ."""
        back = update_params(after, held)
        if back.get("preferred_locales") == []:
            del back["preferred_locales"]  # an empty list is not sent at all
        return self._operations.plan(
            verb,
            customers.update(customer_id, cast("CustomerUpdateParams", update_params(held, after))),
            subjects=(("customer", customer_id),),
            changes=field_changes(held, after),
            undo=((0, customers.update(customer_id, cast("CustomerUpdateParams", back))),) if back else (),
            id_=id_,
            bulk=bulk,
        )

    async def preview_create(self, fields: CustomerFields, card: str = "") -> Preview:
        """With a PaymentMethod, token or source in the same call, which becomes the default (B1). Warns of customers
        that already have the e-mail (F10)."""
        id_ = new_id()
        params = create_params(fields) | with_card(card)
        params["metadata"] = {**fields.metadata, OWN_ID: id_}
        operation = self._operations.plan(
            "customer.create",
            customers.create(cast("CustomerCreateParams", params)),
            changes=field_changes(CustomerFields(), fields),
            id_=id_,
        )
        return Preview(operation, await self._duplicate_warning(fields.email))

    async def _duplicate_warning(self, email: str, own: str = "") -> tuple[Warning_, ...]:
        found = await self._duplicates.of({"id": own, "email": email})
        if not found:
            return ()
        return (Warning_("email_in_use", {"count": str(len(found)), "name": display_name(found[0].customer)}),)

    async def find(self, *, stored_id: str = "", email: str = "", external_id: str = "") -> Row | None:
        """By stored id, else by e-mail and external id; deleted customers do not count. Raises DeskError.

        Lists are consistent at once; search is not and is never used here.
        """
        if stored_id:
            try:
                stored: Row = await self._door.read(read_one("customer", stored_id))
            except NotFound:
                stored = {"deleted": True}
            if not stored.get("deleted"):
                return stored
        if email:
            async for rows in pages(self._door, customers.list_by_email(email), background=False):
                for row in rows:
                    if not external_id or (row.get("metadata") or {}).get(EXTERNAL_ID) == external_id:
                        return row
        return None

    def preview_find_or_create(self, fields: CustomerFields, external_id: str, after: str = "") -> Preview:
        """The create of A1. Its key derives from the external id, so that two who do it at once make one customer.

        `after` is the id of a deleted customer this one follows: a key must not bring a deleted one's answer back.
        """
        id_ = new_id()
        own = {EXTERNAL_ID: external_id} if external_id else {OWN_ID: id_}
        params = {**create_params(fields), "metadata": {**fields.metadata, **own}}
        place = self._operations.place
        derived = hashlib.sha256(f"{place.account}\n{place.mode}\n{external_id}\n{after}".encode()).hexdigest()
        operation = self._operations.plan(
            "customer.find_or_create",
            customers.create(cast("CustomerCreateParams", params)),
            changes=field_changes(CustomerFields(), fields),
            id_=id_,
            key=f"bd-customer-{derived}" if external_id else None,
        )
        return Preview(operation)

    async def find_or_create(self, operation: Operation, fields: CustomerFields, external_id: str) -> Row:
        """Perform the previewed create, unless somebody was faster: then theirs. Raises DeskError or Unsettled."""
        for _ in range(_GENERATIONS):
            if external_id and (found := await self.find(email=fields.email, external_id=external_id)):
                return found
            try:
                made = await self._operations.perform(operation)
            except Conflict as error:
                if external_id and (found := await self.find(email=fields.email, external_id=external_id)):
                    return found
                made = await self._made_with(operation, error)
            await self._reading.refresh("customer", made["id"])
            if not (await self._mirror.get("customer", made["id"]) or {}).get("deleted"):
                return made
            # Stripe replayed the answer of a create whose customer was deleted since: the next one gets its own key.
            again = self.preview_find_or_create(fields, external_id, after=made["id"]).operation
            operation = again.explained(operation.reason, operation.ticket)
        raise Conflict(code="deleted_again")

    async def _made_with(self, operation: Operation, error: Conflict) -> Row:
        """The customer that an earlier create with this derived key and other fields made. Raises `error` if none."""
        if error.code != "idempotency_error":
            raise error
        step = operation.steps[0]
        found = await from_events(self._door, "customer.created", step.key, int(self._door.now()) - KEY_KEPT)
        if found is None:
            raise error
        return found


def with_card(id_: str) -> dict[str, Any]:
    """What a create takes for it. Raises Refused for what is no such id."""
    if not id_:
        return {}
    if id_.startswith("pm_"):
        return {"payment_method": id_, "invoice_settings": {"default_payment_method": id_}}
    if id_.startswith(("tok_", "src_")):
        return {"source": id_}
    raise Refused(code="no_such_card_id", param="card")


KEY_KEPT = 30 * 86_400
"""Seconds for which events tell which key made an object; a key itself may be forgotten earlier."""
_GENERATIONS = 5
