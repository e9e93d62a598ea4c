"""Bulk edits of customers: tags, metadata and descriptions."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.objects.customer import fields_of
from ...domain.writes.action import Action
from ...domain.writes.bulk import Bulk, BulkRow, Edit, Planned, edited, planned, skipped
from ...domain.writes.operation import Operation
from ...store.mirror.mirror import Mirror
from ..customers.customers import Customers
from ..object_reader import ObjectReader


class BulkCustomers:
    def __init__(self, mirror: Mirror, reader: ObjectReader, customers: Customers) -> None:
        self._mirror, self._reader, self._customers = mirror, reader, customers

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        return [planned(customer, edit) for customer in await self._mirror.bodies("customer", numbers)]

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        now, _ = await self._reader.read("customer", row.subject)
        if now.get("deleted"):
            return "deleted"
        held = fields_of(now)
        if skip := skipped(held, bulk.edit):
            return skip
        return self._customers.plan_update(
            Action(bulk.edit.kind), row.subject, held, edited(held, bulk.edit), id_=id_, bulk=bulk.id
        )
