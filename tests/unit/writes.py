"""The write that tests of the journal share, and what arrived at Stripe."""

from __future__ import annotations

from typing import Any

from billing_desk.desk import Desk
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import Operation
from billing_desk.simulator.server import Simulator

from ..support import TEST_KEY


def customers(simulator: Simulator) -> list[dict[str, Any]]:
    return list(simulator.grants[TEST_KEY].state.all("customer"))


async def create(desk: Desk) -> Operation:
    preview = await desk.services.customers.preview_create(CustomerFields(name="花子", email="hanako@example.jp"))
    return preview.operation.explained("asked by phone", "T-1")
