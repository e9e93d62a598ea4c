"""The services for usage of one desk."""

from __future__ import annotations

from collections.abc import Callable

from ...store.durable.import_record import ImportRecord
from ..clock import AccountClock
from ..tools import Tools
from ..writes.guard import Guard
from .imports.runs import UsageImports
from .meters import Meters
from .overview import UsageOverview
from .rejected import RejectedUsage
from .sending import UsageSending
from .usage import UsageService


class UsageRooms:
    """`operator` returns the operator's name."""

    def __init__(
        self, tools: Tools, clock: AccountClock, record: ImportRecord, guard: Guard, operator: Callable[[], str]
    ) -> None:
        self.reading = UsageService(tools.gateway, tools.mirror, clock)
        self.overview = UsageOverview(self.reading, tools.mirror)
        self.meters = Meters(tools)
        self.imports = UsageImports(tools, self.reading, record, guard, operator)
        self.rejected = RejectedUsage(tools, record)
        self.sending = UsageSending(tools, record, operator)
