"""The services for invoices of one desk."""

from __future__ import annotations

from collections.abc import Callable

from ...domain.changes import Changes
from ...store.durable.closings import Closings
from ...store.durable.muted import Muted
from ..tools import Tools
from ..writes.performer import Performer
from .documents import InvoiceDocuments
from .drafts import InvoiceDrafts
from .invoices import Invoices
from .lifecycle import InvoiceLifecycle
from .month_end import MonthEnd
from .reports import Reports
from .review import InvoiceReview
from .upcoming import Upcoming


class InvoiceRooms:
    """For `reviewer` and `is_whole` see InvoiceReview."""

    def __init__(
        self,
        tools: Tools,
        performer: Performer,
        muted: Muted,
        closings: Closings,
        changes: Changes,
        *,
        reviewer: Callable[[], str],
        own_pages: Callable[[], str],
        is_whole: Callable[[], bool],
    ) -> None:
        self.invoices = Invoices(tools)
        self.drafts = InvoiceDrafts(tools)
        self.review = InvoiceReview(tools, performer, muted, changes, reviewer=reviewer, is_whole=is_whole)
        self.documents = InvoiceDocuments(tools, own_pages)
        self.month_end = MonthEnd(tools, closings, reviewer)
        self.reports = Reports(tools)
        self.upcoming = Upcoming(tools)
        self.lifecycle = InvoiceLifecycle(tools.gateway, tools.reader, tools.planner)
