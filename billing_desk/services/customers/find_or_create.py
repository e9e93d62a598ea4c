"""Finds a customer by stored data, or creates one exactly once (A1)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from ...domain.errors import Conflict, NotFound
from ...domain.json_object import Json
from ...domain.objects.customer import CustomerFields, create_params, field_changes
from ...domain.text.emails import is_same, plain
from ...domain.writes.action import Action
from ...domain.writes.operation import Operation, Preview
from ...domain.writes.own_metadata import EXTERNAL_ID, OWN_ID, with_own
from ...gateway.pages import pages
from ...gateway.requests import customers
from ...gateway.requests.objects import read_one
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.look_alikes import LookAlikes
from ...store.mirror.mirror import Mirror
from ..queries import Queries
from ..writes.outcome_lookup import from_events
from ..writes.performer import Performer
from ..writes.planner import Planner, new_id
from .duplicates import MOST, email_in_use

if TYPE_CHECKING:
    from stripe.params import CustomerCreateParams

KEY_KEPT = 30 * 86_400
"""Seconds for which events show the idempotency key of a create; Stripe may forget the key earlier."""
_GENERATIONS = 5


class FindOrCreate:
    def __init__(
        self, gateway: StripeGateway, mirror: Mirror, queries: Queries, planner: Planner, performer: Performer
    ) -> None:
        self._gateway, self._mirror, self._queries = gateway, mirror, queries
        self._planner, self._performer = planner, performer

    async def find(self, *, stored_id: str = "", email: str = "", external_id: str = "") -> Json | None:
        """By stored id, else by email and external id; deleted customers are ignored. Raises DeskError.

        Uses lists, which are consistent at once; Stripe's search is not.
        """
        if stored_id:
            try:
                stored: Json = await self._gateway.read(read_one("customer", stored_id))
            except NotFound:
                stored = {"deleted": True}
            if not stored.get("deleted"):
                return stored
        if email:
            async for rows in pages(self._gateway, customers.list_by_email(email), background=False):
                for row in rows:
                    if not external_id or (row.get("metadata") or {}).get(EXTERNAL_ID) == external_id:
                        return row
        return None

    async def with_email(self, typed: str) -> list[Json]:
        """All customers with the same email: those that Stripe lists for it, and those of the mirror that have it in
        other case, width, or with spaces around it, because Stripe compares letter by letter. Raises DeskError."""
        found: dict[str, Json] = {}
        for email in dict.fromkeys((typed, typed.strip(), plain(typed))):
            async for rows in pages(self._gateway, customers.list_by_email(email), background=False):
                found |= {str(row["id"]): row for row in rows}
        for id_ in await LookAlikes(self._mirror).with_email(typed, MOST):
            if id_ not in found:
                with suppress(NotFound):
                    now: Json = await self._gateway.read(read_one("customer", id_))
                    if not now.get("deleted") and is_same(str(now.get("email") or ""), typed):
                        found[id_] = now
        return list(found.values())

    def preview(
        self, fields: CustomerFields, external_id: str, after: str = "", others: Sequence[Json] = ()
    ) -> Preview:
        """The create of A1, with a key derived from the external id, so that two users create only one customer.

        `after`: id of a deleted customer with this external id. It changes the key: the old one replays the answer.
        `others`: the customers who have this email already.
        """
        id_ = new_id()
        metadata = {**fields.metadata, **({EXTERNAL_ID: external_id} if external_id else {})}
        own = {} if external_id else {OWN_ID: id_}
        params = {**create_params(fields), "metadata": with_own(metadata, own)}
        identity = self._planner.identity
        derived = hashlib.sha256(f"{identity.account}\n{identity.mode}\n{external_id}\n{after}".encode()).hexdigest()
        operation = self._planner.plan(
            Action.CUSTOMER_FIND_OR_CREATE,
            customers.create(cast("CustomerCreateParams", params)),
            changes=field_changes(CustomerFields(), fields),
            id_=id_,
            key=f"bd-customer-{derived}" if external_id else None,
        )
        return Preview(operation, email_in_use(others))

    async def perform(self, operation: Operation, fields: CustomerFields, external_id: str) -> Json:
        """Send the create, unless the customer exists by now: then return that one. Raises DeskError or Unsettled."""
        for _ in range(_GENERATIONS):
            if external_id and (found := await self.find(email=fields.email, external_id=external_id)):
                return found
            try:
                made = await self._performer.perform(operation)
            except Conflict as error:
                if external_id and (found := await self.find(email=fields.email, external_id=external_id)):
                    return found
                made = await self._made_with(operation, error)
            await self._queries.refresh("customer", made["id"])
            if not (await self._mirror.get("customer", made["id"]) or {}).get("deleted"):
                return made
            # Stripe returned the stored answer for a customer that was deleted since; create again with a new key.
            again = self.preview(fields, external_id, after=made["id"]).operation
            operation = again.explained(operation.reason, operation.ticket)
        raise Conflict(code="deleted_again")

    async def _made_with(self, operation: Operation, error: Conflict) -> Json:
        """The customer that an earlier create with this key and other fields made. Raises `error` if none."""
        if error.code != "idempotency_error":
            raise error
        step = operation.steps[0]
        found = await from_events(self._gateway, "customer.created", step.key, int(self._gateway.now()) - KEY_KEPT)
        if found is None:
            raise error
        return found
