"""Notes about a card, stored in its metadata at Stripe so that colleagues see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json, id_of
from ...domain.objects.payment_method import is_old
from ...domain.writes.action import Action
from ...domain.writes.bulk import CONTACTED
from ...domain.writes.operation import FieldChange, Operation, Preview
from ...domain.writes.own_metadata import METADATA_KEYS
from ...domain.writes.request import Request
from ...gateway.requests import cards
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner

if TYPE_CHECKING:
    from stripe.params import CustomerPaymentSourceUpdateParams, PaymentMethodUpdateParams


class CardNotes:
    def __init__(self, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._mirror, self._reader, self._planner = mirror, reader, planner

    async def preview_contacted(self, card_id: str, day: str) -> Preview | None:
        """Record the day (ISO) on which the owner was contacted about the card; "" removes it. None if nothing changes.
        Raises DeskError."""
        obj = await self.card_now(card_id)
        owner = id_of(obj.get("customer"))
        if not owner:
            raise Refused(code="not_attached", param="card")
        operation = self.plan_contacted(obj, owner, day)
        return Preview(operation) if operation else None

    async def card_now(self, card_id: str) -> Json:
        """The card at Stripe; for an older card, which Stripe reads only through its customer, the mirror's copy.
        Raises DeskError."""
        if card_id.startswith("card_"):
            return await self._mirror.get("card", card_id) or {}
        found, _ = await self._reader.read("card", card_id)
        return found

    def plan_contacted(
        self, card: Json, owner: str, day: str, *, id_: str | None = None, bulk: str = ""
    ) -> Operation | None:
        """None if nothing changes. Raises Refused if the card's metadata has no room."""
        before, card_id = str((card.get("metadata") or {}).get(CONTACTED) or ""), str(card["id"])
        if before == day:
            return None
        check_room(card, CONTACTED)
        return self._planner.plan(
            Action.CARD_CONTACTED if day else Action.CARD_NOT_CONTACTED,
            note(owner, card_id, {CONTACTED: day}),
            subjects=(("card", card_id), ("customer", owner)),
            changes=(FieldChange("contacted", before or None, day or None),),
            undo=((0, note(owner, card_id, {CONTACTED: before})),),
            id_=id_,
            bulk=bulk,
        )


def check_room(card: Json, key: str) -> None:
    """Raises Refused if Stripe's limit leaves no room for one more key."""
    if len({*(card.get("metadata") or {}), key}) > METADATA_KEYS:
        raise Refused(code="too_many_keys", param="metadata")


def note(owner: str, card_id: str, metadata: Mapping[str, str]) -> Request:
    """A request that writes metadata of any kind of card; "" removes a key."""
    changes: Any = {"metadata": dict(metadata)}
    if is_old(card_id):
        return cards.update_source(owner, card_id, cast("CustomerPaymentSourceUpdateParams", changes))
    return cards.update(card_id, cast("PaymentMethodUpdateParams", changes))
