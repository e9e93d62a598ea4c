"""A simulator served over HTTP, and the stock SDK pointed at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import stripe

from billing_desk.simulator.server import Simulator

from ..simulated import KEY


@dataclass
class Box:
    """A served simulator, its address, and the stock SDK pointed at it."""

    simulator: Simulator
    url: str
    client: stripe.StripeClient

    @property
    def v1(self) -> Any:
        return self.client.v1


def client_of(url: str, http: stripe.HTTPClient) -> stripe.StripeClient:
    everything: Any = dict.fromkeys(("api", "connect", "files", "meter_events"), url)
    return stripe.StripeClient(KEY, base_addresses=everything, http_client=http)
