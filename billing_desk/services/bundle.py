"""All verbs of one desk, as the screens get them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..domain.changes import Changes
from ..domain.operation import Place
from ..gateway.request_log import RequestLog
from ..store.audit import Audit
from ..store.saved_views import SavedViews
from .anchoring import Anchoring
from .arrivals import Arrivals
from .bulk import BulkEdits
from .card_notes import CardNotes
from .card_pages import CardPages
from .card_review import CardReview
from .cards import Cards
from .clock import AccountClock
from .customer_notes import CustomerNotes
from .customer_parts import CustomerParts
from .customers import Customers
from .duplicates import Duplicates
from .exports.exporting import Exports
from .guard import Guard
from .invoices import Invoices
from .operations import Operations
from .payments import Payments
from .plans import Plans
from .reading import Reading
from .search import Search
from .subscriptions import Subscriptions
from .sync.status import Status
from .timeline import Timeline
from .undoing import Undoing
from .usage import UsageService


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
