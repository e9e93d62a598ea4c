"""The services that every screen gets, and those of screens that create hosted pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.changes import Changes
from ..domain.writes.operation import DeskIdentity
from ..store.durable.saved_views import SavedViews
from .cards.cards import Cards
from .cards.intake import CardIntake
from .cards.pages import CardPages
from .clock import AccountClock
from .customers.customers import Customers
from .object_reader import ObjectReader
from .queries import Queries
from .rooms import Rooms
from .sync.status import Status
from .writes.guard import Guard
from .writes.writer import Writer

if TYPE_CHECKING:
    from .invoices.invoices import Invoices


@dataclass(frozen=True)
class ScreenServices:
    """Available to every screen. `status` returns the sync's latest status."""

    account_name: str
    guard: Guard
    writer: Writer
    queries: Queries
    saved_views: SavedViews
    changes: Changes
    clock: AccountClock
    status: Callable[[], Status]

    @property
    def identity(self) -> DeskIdentity:
        return self.guard.identity


@dataclass(frozen=True)
class HostedPageServices(ScreenServices):
    """For screens that create hosted pages, on which a customer enters a card or pays. `own_pages` returns the base
    address of the local server's pages, "" if the desk uses Stripe."""

    reader: ObjectReader
    customers: Customers
    cards: Cards
    card_pages: CardPages
    card_intake: CardIntake
    rooms: Rooms
    own_pages: Callable[[], str]

    @property
    def invoices(self) -> Invoices:
        return self.rooms.invoices.invoices
