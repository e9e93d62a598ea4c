"""What tests of several layers share: a simulator, a desk over it, and patience that ends."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from billing_desk.desk import Desk, DeskCallbacks, DeskPlan
from billing_desk.domain.changes import Change
from billing_desk.domain.writes.operation import Mode
from billing_desk.domain.writes.safety_limits import Actor, SafetyLimits
from billing_desk.gateway.route import Route
from billing_desk.services.sync.status import Phase, Status
from billing_desk.simulator.http.in_process import SimulatorThread
from billing_desk.simulator.http.loopback import LoopbackServer
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import RealClock
from billing_desk.simulator.state.state import State

TEST_KEY = "sk_test_made0up0for0tests"
LIVE_KEY = "rk_live_made0up0for0tests"
OTHER_KEY = "sk_test_another0account00"
REVOKED_KEY = "sk_test_revoked0000000000"
READ_ONLY_KEY = "rk_test_reads0only0000000"
HIDDEN_LIVE_KEY = "sk_test_opens0the0live0mode"
NO_INVOICES_KEY = "rk_test_no0invoices000000"
DATABASE_KEY = "0123456789abcdef" * 4
ACCOUNT = "acct_1TestsAccount00"


def empty_simulator() -> Simulator:
    """An account with a test and a live mode, another account, and keys that lack something."""
    clock = RealClock()
    test = State(clock, account_id=ACCOUNT, name="Acme KK", seed=3)
    live = State(clock, account_id=ACCOUNT, name="Acme KK", livemode=True, seed=4)
    other = State(clock, account_id="acct_1OtherAccount00", name="Other Inc.", seed=5)
    return Simulator(
        {
            TEST_KEY: Grant(test),
            LIVE_KEY: Grant(live),
            OTHER_KEY: Grant(other),
            REVOKED_KEY: Grant(test, revoked=True),
            READ_ONLY_KEY: Grant(test, frozenset({"rak_customer_write"})),
            HIDDEN_LIVE_KEY: Grant(live),
            NO_INVOICES_KEY: Grant(test, frozenset({"rak_invoice_read"})),
        }
    )


@contextmanager
def in_process(simulator: Simulator) -> Iterator[Route]:
    thread = SimulatorThread(simulator)
    try:
        yield Route(address="http://practice.invalid", transport=thread.transport())
    finally:
        thread.stop()


@contextmanager
def on_loopback(simulator: Simulator) -> Iterator[Route]:
    server = LoopbackServer(simulator)
    try:
        yield Route(address=server.url)
    finally:
        server.stop()


@dataclass
class RecordedCallbacks:
    """What a desk reported; `changes` and `statuses` are appended on whatever thread it happened."""

    changes: list[Change] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    unexpected: list[BaseException] = field(default_factory=list)
    damaged: int = 0
    rules: SafetyLimits = field(default_factory=SafetyLimits)

    def callbacks(self) -> DeskCallbacks:
        return DeskCallbacks(
            self.changes.append,
            self.statuses.append,
            self.unexpected.append,
            self._damage,
            lambda: Actor("tester", "system"),
            lambda: self.rules,
        )

    def _damage(self) -> None:
        self.damaged += 1

    @property
    def phase(self) -> Phase:
        return self.statuses[-1].phase if self.statuses else Phase.STARTING


def plan(route: Route, folder: Path | None = None, *, key: str = TEST_KEY, mode: Mode = Mode.TEST) -> DeskPlan:
    return DeskPlan(ACCOUNT, "Acme KK", mode, key, route, folder, DATABASE_KEY)


async def until(condition: Callable[[], Any], seconds: float = 15.0) -> Any:
    """Wait until `condition` is true and return it; the test fails when it does not come true."""
    async with asyncio.timeout(seconds):
        while not (found := condition()):
            await asyncio.sleep(0.01)
    return found


async def with_desk(
    route: Route, use: Callable[[Desk, RecordedCallbacks], Awaitable[Any]], folder: Path | None = None, **values: Any
) -> Any:
    """Open a desk, use it, close it whole; nothing unexpected may have happened."""
    heard = RecordedCallbacks()
    desk = Desk(plan(route, folder, **values), heard.callbacks())
    try:
        return await use(desk, heard)
    finally:
        await desk.close()
        if heard.unexpected:
            raise heard.unexpected[0]


def objects(name: str) -> list[dict[str, Any]]:
    """Stripe-shaped objects from `tests/data/objects`; `case` says what is special about each."""
    found: list[dict[str, Any]] = json.loads((Path(__file__).parent / f"data/objects/{name}.json").read_text("utf-8"))
    return found
