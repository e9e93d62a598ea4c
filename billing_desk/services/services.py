"""All verbs of one desk, as the screens get them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..domain.changes import Changes
from ..domain.writes.operation import Place
from ..gateway.request_log import RequestLog
from ..store.durable.audit import Audit
from ..store.durable.saved_views import SavedViews
from .bulk.edits import BulkEdits
from .cards.cards import Cards
from .cards.intake import Arrivals
from .cards.notes import CardNotes
from .cards.pages import CardPages
from .cards.review import CardReview
from .clock import AccountClock
from .customers.customers import Customers
from .customers.duplicates import Duplicates
from .customers.notes import CustomerNotes
from .customers.parts import CustomerParts
from .customers.payments import Payments
from .customers.timeline import Timeline
from .exports.exporting import Exports
from .invoices.invoices import Invoices
from .plans.plans import Plans
from .queries import Reading
from .search import Search
from .subscriptions.subscriptions import Subscriptions
from .sync.status import Status
from .usage.usage import UsageService
from .writes.audit_anchoring import Anchoring
from .writes.guard import Guard
from .writes.operations import Operations
from .writes.undo import Undoing


@dataclass(frozen=True)
class DeskServices:
    """One account in one mode. `status` is the sync's last word; `own_pages` the
    base address of the local server's pages, "" where the desk talks to Stripe; `refresh` reads every list again."""

    account_name: str
    changes: Changes
    guard: Guard
    operations: Operations
    undoing: Undoing
    bulk: BulkEdits
    reading: Reading
    customers: Customers
    customer_notes: CustomerNotes
    customer_parts: CustomerParts
    duplicates: Duplicates
    cards: Cards
    card_notes: CardNotes
    card_pages: CardPages
    card_review: CardReview
    arrivals: Arrivals
    plans: Plans
    subscriptions: Subscriptions
    invoices: Invoices
    payments: Payments
    timeline: Timeline
    usage: UsageService
    search: Search
    exports: Exports
    audit: Audit
    anchoring: Anchoring
    saved_views: SavedViews
    requests: RequestLog
    clock: AccountClock
    status: Callable[[], Status]
    own_pages: Callable[[], str]
    refresh: Callable[[], None]
    pause: Callable[[bool], None]
    kept_on_disk: bool
    api_version: str

    @property
    def place(self) -> Place:
        return self.guard.place
