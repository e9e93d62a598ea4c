"""The services for subscriptions of one desk."""

from __future__ import annotations

from ...domain.changes import Changes
from ...domain.writes.action import Action
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..queries import Queries
from ..tasks import Tasks
from ..writes.planner import Planner
from ..writes.undo import Remake
from .changing import SubscriptionChanges
from .creating import NewSubscriptions
from .ending import SubscriptionEnding
from .pausing import SubscriptionPausing
from .subscriptions import Subscriptions
from .terms import SubscriptionTerms


class SubscriptionRooms:
    def __init__(
        self,
        mirror: Mirror,
        gateway: StripeGateway,
        reader: ObjectReader,
        planner: Planner,
        queries: Queries,
        *,
        tasks: Tasks,
        changes: Changes,
    ) -> None:
        self.overviews = Subscriptions(mirror, reader, queries, tasks=tasks, changes=changes)
        self.creating = NewSubscriptions(gateway, mirror, reader, planner)
        self.changing = SubscriptionChanges(gateway, mirror, reader, planner)
        self.ending = SubscriptionEnding(gateway, mirror, reader, planner)
        self.pausing = SubscriptionPausing(gateway, reader, planner)
        self.terms = SubscriptionTerms(gateway, mirror, reader, planner)

    @property
    def remakes(self) -> dict[Action, Remake]:
        """Actions whose undo is prorated from its own day."""
        back = self.changing.preview_back
        return {Action.SUBSCRIPTION_QUANTITY: back, Action.SUBSCRIPTION_PLAN: back}
