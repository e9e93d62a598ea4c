"""Reads that Stripe refuses or limits: what is shown, and that everything else is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.list_query import Query
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway import pages
from billing_desk.services.sync import backfill
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.accounts.large import large_state
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import RealClock
from billing_desk.simulator.state.faults import Fault

from ..stripe_side import StripeSide
from ..support import TEST_KEY, RecordedCallbacks, empty_simulator, in_process, until, with_desk
from .operator_fixture import at_desk

ADDRESS = "http://practice.invalid"
LIMITED = {
    "en": "Stripe limits requests: reading more slowly",
    "ja": "Stripeがリクエストを制限しているため、ゆっくり読み込んでいます",
}


async def _current(desk: Desk, heard: RecordedCallbacks) -> None:
    desk.start()
    await until(lambda: heard.phase is Phase.CURRENT and not heard.statuses[-1].unread, 20)


def _deleting(simulator: Simulator, kind: str, gone: list[str]) -> Callable[..., Any]:
    """`one_page`, after which the last object of each of the first three pages is deleted at Stripe."""
    original = pages.one_page

    async def one_page(gateway: Any, request: Any, **values: Any) -> Any:
        rows, more = await original(gateway, request, **values)
        if request.path == f"/v1/{kind}s" and more and len(gone) < 3:
            gone.append(rows[-1]["id"])
            simulator.grants[TEST_KEY].state.table(kind).remove(gone[-1])
        return rows, more

    return one_page


@pytest.mark.parametrize("kind", ["product", "customer"])
async def test_a_backfill_goes_on_where_its_cursor_was_deleted(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """F2."""
    simulator = Simulator({TEST_KEY: Grant(large_state(RealClock(), 700))})
    gone = list[str]()
    monkeypatch.setattr(backfill, "one_page", _deleting(simulator, kind, gone))
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        for number in range(350 if kind == "product" else 0):
            await stripe.call("post", "/v1/products", name=f"Product {number}")
        every = {row["id"] for row in simulator.grants[TEST_KEY].state.all(kind)}

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            assert len(gone) == 3
            assert every - set(gone) <= set(await desk.services.queries.ids(Query(kind)))
            assert {status.phase for status in heard.statuses} <= {Phase.STARTING, Phase.FILLING, Phase.CURRENT}
            assert heard.statuses[-1].refused == {}

        await with_desk(route, use, tmp_path, mode=Mode.DEMO)


@pytest.mark.parametrize("status", [400, 402, 409, 410, 422])
async def test_a_refused_list_is_named_and_the_others_are_read(qapp: QApplication, tmp_path: Path, status: int) -> None:
    """F2."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        owner = await stripe.customer(name="Readable")
        await stripe.call("post", "/v1/invoices", customer=owner)
        simulator.faults.add(Fault("GET /v1/invoices$", "status", times=None, status=status))

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            assert await desk.services.queries.ids(Query("customer")) == [owner]
            assert heard.statuses[-1].refused == {"invoice": "An error occurred on purpose."}
            assert Phase.OFFLINE not in {one.phase for one in heard.statuses}
            simulator.faults.clear()
            desk.services.refresh()
            await until(lambda: not heard.statuses[-1].refused and heard.phase is Phase.CURRENT)
            assert len(await desk.services.queries.ids(Query("invoice"))) == 1

        await with_desk(route, use, tmp_path)


@pytest.mark.parametrize("path", ["/v1/events$", "/v1/customers/cus_.*/payment_methods", "/v2/core/events"])
async def test_no_refused_read_is_shown_as_offline(qapp: QApplication, tmp_path: Path, path: str) -> None:
    """F2."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        await stripe.customer(name="Readable")
        fault = simulator.faults.add(Fault(f"GET {path}", "status", times=None, status=400))

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            await until(lambda: fault.hits)
            assert len(await desk.services.queries.ids(Query("customer"))) == 1
            assert Phase.OFFLINE not in {one.phase for one in heard.statuses}

        await with_desk(route, use, tmp_path)


@pytest.mark.parametrize("lang", ["en", "ja"])
async def test_a_limited_read_is_said_until_the_pace_recovers(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """E4."""
    monkeypatch.setattr("billing_desk.gateway.pace.RECOVERY", 4.0)
    async with at_desk(qapp, tmp_path, lang=lang) as (operator, _, simulator):
        line = operator.window.job_area.reading
        await until(lambda: LIMITED[lang] not in line.text)
        simulator.faults.add(Fault("GET /v1/events", "status", times=1, status=429))
        await until(lambda: LIMITED[lang] in line.text)
        await until(lambda: LIMITED[lang] not in line.text, 20)
        assert operator.app.desks.current is not None
        assert operator.app.desks.current.status.phase is Phase.CURRENT
