"""The services that change subscriptions of one desk."""

from __future__ import annotations

from ..tools import Tools
from .changing import SubscriptionChanges
from .creating import NewSubscriptions
from .ending import SubscriptionEnding
from .pausing import SubscriptionPausing
from .terms import SubscriptionTerms


class SubscriptionRooms:
    def __init__(self, tools: Tools) -> None:
        gateway, mirror, reader, planner = tools.gateway, tools.mirror, tools.reader, tools.planner
        self.creating = NewSubscriptions(gateway, mirror, reader, planner)
        self.changing = SubscriptionChanges(gateway, mirror, reader, planner)
        self.ending = SubscriptionEnding(gateway, mirror, reader, planner)
        self.pausing = SubscriptionPausing(gateway, reader, planner)
        self.terms = SubscriptionTerms(gateway, mirror, reader, planner)
