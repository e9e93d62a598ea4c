"""The practice account: a simulator on its own thread, and the plan of its desk."""

from __future__ import annotations

import time
from concurrent.futures import Future

from .desk import DeskPlan
from .domain.writes.operation import Mode
from .gateway.route import Route
from .simulator.accounts.practice import DEMO_KEY, NAME, demo_simulator
from .simulator.http.in_process import SimulatorThread
from .vault import new_database_key

ADDRESS = "http://practice.invalid"
"""The base address of all four hosts; the transport calls the simulator, so no request reaches the network."""


class Practice:
    def __init__(self) -> None:
        self.simulator = demo_simulator()
        self._thread = SimulatorThread(self.simulator)

    def plan(self) -> DeskPlan:
        """A desk in memory: the account is new at every start."""
        route = Route(address=ADDRESS, transport=self._thread.transport())
        account = self.simulator.grants[DEMO_KEY].state.account_id
        return DeskPlan(account, NAME, Mode.DEMO, DEMO_KEY, route, None, new_database_key(), lambda: self._thread.url)

    def travel(self, seconds: int) -> Future[int]:
        """Move the account's time forward and run everything that becomes due. Returns the new time (Unix seconds)."""
        return self._thread.advance(seconds)

    @property
    def ahead(self) -> int:
        """The number of seconds by which the account's time is ahead of this computer's."""
        return self.simulator.states()[0].now() - int(time.time())

    def listen(self) -> str:
        """Serve its hosted pages on the loopback address, as it does by itself once one is made; returns the base
        address."""
        return self._thread.listen()

    def stop(self) -> None:
        self._thread.stop()
