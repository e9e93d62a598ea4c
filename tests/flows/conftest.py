"""What flows without a window share: a served simulator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import stripe

from billing_desk.simulator.http.loopback import LoopbackServer
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import FrozenClock
from billing_desk.simulator.state.state import State

from ..simulated import KEY, NOW
from .simulator_http import Box, client_of


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Iterator[Box]:
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    simulator = Simulator({KEY: Grant(State(FrozenClock(NOW), account_id="acct_1Box00000000", name="Box"))})
    server = LoopbackServer(simulator)
    http: Any = stripe.RequestsClient()
    yield Box(simulator, server.url, client_of(server.url, http))
    http.close()
    server.stop()
