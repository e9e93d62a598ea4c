"""The services for invoices of one desk."""

from __future__ import annotations

from ..tools import Tools
from .drafts import InvoiceDrafts
from .invoices import Invoices
from .lifecycle import InvoiceLifecycle


class InvoiceRooms:
    def __init__(self, tools: Tools) -> None:
        self.invoices = Invoices(tools)
        self.drafts = InvoiceDrafts(tools)
        self.lifecycle = InvoiceLifecycle(tools.gateway, tools.reader, tools.planner)
