"""Adds and removes notes about a customer."""

from __future__ import annotations

from dataclasses import replace

from ...domain.errors import Refused
from ...domain.objects.customer import CustomerFields, field_errors, fields_of
from ...domain.objects.note import with_note
from ...domain.writes.action import Action
from ...domain.writes.operation import Preview
from ..object_reader import ObjectReader
from ..writes.planner import Planner
from .customers import Customers


class CustomerNotes:
    def __init__(self, reader: ObjectReader, planner: Planner, customers: Customers) -> None:
        self._reader, self._planner, self._customers = reader, planner, customers

    async def preview_add(self, customer_id: str, text: str) -> Preview:
        """Raises DeskError; Refused if Stripe's metadata limits leave no room."""
        return await self._preview(customer_id, Action.CUSTOMER_NOTE, text=text)

    async def preview_remove(self, customer_id: str, key: str) -> Preview:
        """Raises DeskError."""
        return await self._preview(customer_id, Action.CUSTOMER_REMOVE_NOTE, key=key)

    async def _preview(self, customer_id: str, action: Action, *, text: str = "", key: str = "") -> Preview:
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        held = fields_of(now)
        kept = {name: value for name, value in held.metadata.items() if name != key}
        after = replace(held, metadata=with_note(kept, self._planner.now(), text) if text else kept)
        if found := field_errors(CustomerFields(metadata=after.metadata)):
            raise Refused(code=found[0].code, param="metadata")
        if after == held:
            raise Refused(code="note_is_gone", param="metadata")
        return Preview(self._customers.plan_update(action, customer_id, held, after), versions=(version,))
