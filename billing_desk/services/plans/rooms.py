"""The services for plans of one desk."""

from __future__ import annotations

from ..tools import Tools
from .coupons import Coupons
from .creating import NewPlans
from .plans import Plans


class PlanRooms:
    def __init__(self, tools: Tools) -> None:
        self.plans = Plans(tools.mirror, tools.reader, tools.planner)
        self.creating = NewPlans(tools.gateway, tools.mirror, tools.reader, tools.planner)
        self.coupons = Coupons(tools.gateway, tools.mirror, tools.reader, tools.planner)
