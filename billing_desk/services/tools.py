"""What the services of a desk are made of."""

from __future__ import annotations

from dataclasses import dataclass

from ..gateway.stripe_gateway import StripeGateway
from ..store.mirror.mirror import Mirror
from .object_reader import ObjectReader
from .queries import Queries
from .writes.planner import Planner


@dataclass(frozen=True)
class Tools:
    """What every service is made of."""

    gateway: StripeGateway
    mirror: Mirror
    reader: ObjectReader
    planner: Planner
    queries: Queries
