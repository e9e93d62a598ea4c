"""How the account is read: what no list shows, long invoices, a full disk, sleep, a pause, where it was stopped."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.list_query import Query
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.pace import PaceLimits
from billing_desk.services.sync.event_poller import KEPT
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.accounts.large import large_state
from billing_desk.simulator.accounts.practice import DEMO_KEY, demo_simulator
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import RealClock
from billing_desk.simulator.state.faults import Fault

from ..stripe_side import StripeSide
from ..support import TEST_KEY, RecordedCallbacks, empty_simulator, in_process, until, with_desk

ADDRESS = "http://practice.invalid"


def _large(customers: int) -> Simulator:
    return Simulator({TEST_KEY: Grant(large_state(RealClock(), customers))})


async def _current(desk: Desk, heard: RecordedCallbacks) -> None:
    desk.start()
    await until(lambda: heard.phase is Phase.CURRENT and not heard.statuses[-1].unread, 40)


async def test_what_lives_on_test_clocks_appears(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    with in_process(empty_simulator()) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        clock = await stripe.call(
            "post", "/v1/test_helpers/test_clocks", frozen_time=int(time.time()), name="Next year"
        )
        owner = await stripe.customer(name="Time Traveller", test_clock=clock["id"])
        draft = await stripe.call("post", "/v1/invoices", customer=owner)

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            reading = desk.services.queries
            assert await reading.ids(Query("customer")) == [owner]
            assert await reading.ids(Query("invoice")) == [draft["id"]]
            assert await reading.clocks() == {clock["id"]: "Next year"}
            desk.services.refresh()
            await until(lambda: Phase.FILLING in {s.phase for s in heard.statuses[-3:]})
            await until(lambda: heard.phase is Phase.CURRENT)
            assert await reading.ids(Query("customer")) == [owner], "a whole reading keeps them"

        await with_desk(route, use, tmp_path)


async def test_every_line_and_card_is_fetched(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    with in_process(empty_simulator()) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        owner = await stripe.customer(name="Long")
        draft = await stripe.call("post", "/v1/invoices", customer=owner)
        for number in range(25):
            fields = {"invoice": draft["id"], "amount": number, "currency": "jpy", "description": f"Line {number}"}
            await stripe.call("post", "/v1/invoiceitems", customer=owner, **fields)
        for _ in range(3):
            await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=owner)

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            seen = await desk.services.invoices.overview(draft["id"])
            assert seen is not None
            assert not seen.more_lines
            assert sorted(line.amount.amount for line in seen.lines) == list(range(25))
            assert len(await desk.services.queries.ids(Query("card"))) == 3

        await with_desk(route, use, tmp_path)


async def test_usage_that_could_not_be_booked_is_counted(qapp: QApplication) -> None:
    """E5: Events of API v2, in a column that can be filtered by."""
    simulator = demo_simulator()
    with in_process(simulator) as route:

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            reading = desk.services.queries
            await until(lambda: heard.phase is Phase.CURRENT, 40)
            await until(lambda: "meter" in {change.kind for change in heard.changes})
            meters = await reading.ids(Query("meter"))
            rows = (await reading.page(Query("meter", sort="errors"), 10)).rows
            counted = {str(row["id"]): int(row["errors"]) for _, row in rows}
            problems = {meter: await reading.problems(meter) for meter in meters}
            expected = {
                meter: sum(event["data"]["reason"]["error_count"] for event in events)
                for meter, events in problems.items()
            }
            assert counted == expected
            assert max(counted.values()) > 0
            assert [counted[str(row["id"])] for _, row in rows] == sorted(counted.values(), reverse=True)

        await with_desk(route, use, key=DEMO_KEY)


async def test_a_reading_goes_on_where_the_program_was_stopped(qapp: QApplication, tmp_path: Path) -> None:
    """F2: And says how far it is: how many, how fast, how long."""
    simulator = _large(2_000)
    simulator.faults.add(Fault("GET /v1/invoices", "delay", times=None, seconds=0.1))  # not over before it is looked at
    with in_process(simulator) as route:
        asked = [0]

        async def stopped(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            await until(lambda: heard.statuses and heard.statuses[-1].count > 800, 40)
            await until(lambda: heard.statuses[-1].left is not None)
            assert heard.statuses[-1].rate > 0
            desk.services.pause(True)
            await until(lambda: heard.phase is Phase.PAUSED)
            await asyncio.sleep(1.0)  # what was on its way
            asked[0] = len(simulator.requests)
            await asyncio.sleep(0.5)
            assert len(simulator.requests) == asked[0], "nothing is read while it pauses"

        async def goes_on(desk: Desk, heard: RecordedCallbacks) -> None:
            before = len(await desk.services.queries.ids(Query("invoice")))
            assert 0 < before < 10_000
            simulator.requests.clear()
            await _current(desk, heard)
            pages = [1 for _, path, __ in simulator.requests if path == "/v1/invoices"]
            least = (10_000 - before) // 100
            assert len(pages) <= least + 40, "what is here is not read again, but for the ends of stretches"
            assert len(await desk.services.queries.ids(Query("invoice"))) == 10_000
            assert any(status.left for status in heard.statuses)

        await with_desk(route, stopped, tmp_path, mode=Mode.DEMO)
        await with_desk(route, goes_on, tmp_path, mode=Mode.DEMO)


async def test_a_full_disk_stops_the_copy_and_not_the_changes(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F2."""
    monkeypatch.setattr("billing_desk.services.sync.sync.FULL_SECONDS", 0.2)
    room = [False]
    monkeypatch.setattr("billing_desk.store.mirror.mirror.has_room", lambda _: room[0])
    with in_process(_large(400)) as route:

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            pages = await desk._mirror.query("PRAGMA page_count")
            writer = desk._mirror._db._write_lane.connection
            writer.pragma("max_page_count", int(pages[0][0]) + 60)
            reserve = next(tmp_path.glob("reserve-*"))
            desk.start()
            await until(lambda: heard.phase is Phase.DISK_FULL)
            assert not reserve.exists(), "the journal has the room now"
            preview = await desk.services.customers.preview_create(CustomerFields(email="full@example.jp"))
            writer.pragma("max_page_count", int(pages[0][0]) + 90)
            await desk.services.performer.perform(preview.operation)
            assert [entry.operation.action for entry in await desk.services.log.newest()] == ["customer.create"]
            writer.pragma("max_page_count", 1_000_000)
            await asyncio.sleep(0.5)
            assert heard.phase is Phase.DISK_FULL, "it waits for room"
            room[0] = True
            await until(lambda: heard.phase is Phase.CURRENT, 40)
            assert [status.phase for status in heard.statuses].count(Phase.DISK_FULL) <= 2
            assert len(await desk.services.queries.ids(Query("customer"))) == 401

        await with_desk(route, use, tmp_path)


async def test_after_sleep_it_connects_anew(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F2: The clock on the wall has gone on, the monotonic one has not; what was open leads nowhere."""
    monkeypatch.setattr("billing_desk.services.sync.sync.POLL_SECONDS", 0.05)
    wall = [0.0]
    simulator = empty_simulator()
    with in_process(simulator) as route:

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            dropped = []
            connection = desk._sync._connection
            original = connection.drop_connections

            async def drop() -> None:
                dropped.append(1)
                await original()

            monkeypatch.setattr(connection, "drop_connections", drop)
            real = time.time
            monkeypatch.setattr("billing_desk.services.sync.sync.time.time", lambda: real() + wall[0])
            wall[0] = 3_600.0
            await until(lambda: dropped)
            asked = len(simulator.requests)
            await until(lambda: len(simulator.requests) > asked + 3)
            assert heard.phase is Phase.CURRENT
            assert len(dropped) == 1

        await with_desk(route, use, tmp_path)


async def test_after_a_month_away_every_list_is_read_again(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        gone = await stripe.customer(name="Left meanwhile")

        async def first(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            await desk._mirror.set_progress({"events": str(int(time.time()) - KEPT - 60)})

        async def again(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            async with asyncio.timeout(20):
                while await desk.services.queries.ids(Query("customer")) != []:
                    await asyncio.sleep(0.05)

        await with_desk(route, first, tmp_path)
        state = simulator.grants[TEST_KEY].state
        state.replace("customer", {"id": gone, "object": "customer", "deleted": True, "created": 1})
        for event in list(state.all("event")):
            state.table("event").remove(event["id"])
        await with_desk(route, again, tmp_path)


async def test_a_revoked_key_is_said_and_the_copy_stays(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        await stripe.customer(name="Kept")
        await with_desk(route, _current, tmp_path)
        simulator.grants[TEST_KEY] = Grant(simulator.grants[TEST_KEY].state, revoked=True)

        async def look(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            await until(lambda: heard.phase is Phase.REJECTED)
            assert len(await desk.services.queries.ids(Query("customer"))) == 1

        await with_desk(route, look, tmp_path)


async def test_a_reading_never_passes_the_published_limits(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E4: With the simulator keeping to them: no 429, and an operator's call does not wait behind the reading."""
    monkeypatch.setattr("billing_desk.desk._LIMITS", dict.fromkeys(("demo", "test", "live"), PaceLimits(25, 25)))
    simulator = _large(1_500)
    simulator.limiter.enabled = True
    with in_process(simulator) as route:

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            await until(lambda: any(status.count > 400 for status in heard.statuses), 40)
            before = len(simulator.requests)
            await desk.services.queries.refresh("customer", f"cus_L{7:013d}")
            assert len(simulator.requests) - before < 25, "what the reading may send in a second"
            await until(lambda: heard.phase is Phase.CURRENT, 60)
            outcomes = {entry.outcome for entry in desk.services.requests.newest()}
            assert outcomes == {"ok"}

        await with_desk(route, use, tmp_path)


async def test_what_comes_along_may_be_forbidden(qapp: QApplication, tmp_path: Path) -> None:
    """A server that refuses to expand is asked for the plain list."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        await stripe.customer(name="Plain")
        simulator.faults.add(Fault("GET /v1/customers$", "permission", times=1))

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            assert len(await desk.services.queries.ids(Query("customer"))) == 1
            assert heard.statuses[-1].missing == {}

        await with_desk(route, use, tmp_path)


async def test_a_key_that_may_not_read_cards_does_not_ask_for_ever(qapp: QApplication, tmp_path: Path) -> None:
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        for number in range(20):
            await stripe.customer(name=f"Cardless {number}")
        simulator.faults.add(Fault("GET /v1/customers/.*/payment_methods", "permission", times=None))

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            await asyncio.sleep(1.5)
            asked = [path for _, path, __ in simulator.requests if path.endswith("payment_methods")]
            assert len(asked) <= 8, "those that were on their way"
            assert "card" in heard.statuses[-1].missing

        await with_desk(route, use, tmp_path)
