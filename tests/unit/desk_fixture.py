"""A desk over a simulator for tests of actions: what was prepared at Stripe, what was sent, what the journal says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from billing_desk.desk import Desk
from billing_desk.domain.writes.operation import Preview
from billing_desk.domain.writes.safety_limits import SafetyLimits
from billing_desk.simulator.server import Simulator

from ..stripe_side import StripeSide
from ..support import TEST_KEY, RecordedCallbacks, empty_simulator, in_process, with_desk

ADDRESS = "http://practice.invalid"
Use = Callable[[Desk, StripeSide], Awaitable[Any]]


async def at_desk(use: Use, folder: Path | None = None, rules: SafetyLimits | None = None) -> Simulator:
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)

        async def inside(desk: Desk, heard: RecordedCallbacks) -> None:
            heard.rules = rules or heard.rules
            await use(desk, stripe)

        await with_desk(route, inside, folder)
    return simulator


async def customer_of(stripe: StripeSide, card: str = "pm_card_visa", **fields: str) -> str:
    customer = await stripe.customer(name="Sato", email="sato@example.jp", **fields)
    if card:
        method = await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=customer)
        default = {"invoice_settings[default_payment_method]": method["id"]}
        await stripe.call("post", f"/v1/customers/{customer}", **default)
    return customer


async def newest_entry(desk: Desk) -> Any:
    return (await desk.services.log.newest())[0]


async def sent(desk: Desk, preview: Preview | None) -> dict[str, Any]:
    assert preview is not None
    return await desk.services.performer.perform(preview.operation.explained("why", "T-1"))
