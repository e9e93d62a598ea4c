"""Writing and removing notes about a customer."""

from __future__ import annotations

from dataclasses import replace

from ...domain.errors import Refused
from ...domain.objects.customer import CustomerFields, fields_of, problems
from ...domain.objects.note import with_note
from ...domain.writes.operation import Preview
from ..writes.operations import Operations
from .customers import Customers


class CustomerNotes:
    def __init__(self, operations: Operations, customers: Customers) -> None:
        self._operations, self._customers = operations, customers

    async def preview_add(self, customer_id: str, text: str) -> Preview:
        """Raises DeskError; Refused where Stripe's limits leave no room."""
        return await self._preview(customer_id, "customer.note", text=text)

    async def preview_remove(self, customer_id: str, key: str) -> Preview:
        """Raises DeskError."""
        return await self._preview(customer_id, "customer.remove_note", key=key)

    async def _preview(self, customer_id: str, verb: str, *, text: str = "", key: str = "") -> Preview:
        now, seen = await self._operations.look("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        held = fields_of(now)
        kept = {name: value for name, value in held.metadata.items() if name != key}
        after = replace(held, metadata=with_note(kept, self._operations.now(), text) if text else kept)
        if found := problems(CustomerFields(metadata=after.metadata)):
            raise Refused(code=found[0].code, param="metadata")
        if after == held:
            raise Refused(code="note_is_gone", param="metadata")
        return Preview(self._customers.plan_update(verb, customer_id, held, after), seen=(seen,))
