"""The services for events of one desk."""

from __future__ import annotations

from collections.abc import Callable

from ...domain.changes import Changes
from ...store.events.event_log import EventLog
from ..clock import AccountClock
from ..tools import Tools
from .attention import Attention
from .feed import EventFeed
from .receiver import Receiver
from .secrets import NewSecrets, SecretStore
from .webhooks import Webhooks


class EventRooms:
    """`operator` returns the operator's name."""

    def __init__(
        self,
        tools: Tools,
        clock: AccountClock,
        log: EventLog,
        changes: Changes,
        operator: Callable[[], str],
        *,
        secrets: SecretStore,
        new: NewSecrets,
        receiver: Receiver,
    ) -> None:
        self.receiver = receiver
        self.feed = EventFeed(log, tools.mirror)
        self.webhooks = Webhooks(tools, log, secrets, new, changes)
        self.attention = Attention(log, tools.mirror, clock, changes, operator)
