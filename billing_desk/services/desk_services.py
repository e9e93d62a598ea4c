"""The services of one desk, and the subset that each screen gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypeVar

from ..domain.changes import Changes
from ..domain.writes.operation import DeskIdentity
from ..gateway.request_log import RequestLog
from ..store.durable.audit import Audit
from ..store.durable.saved_views import SavedViews
from .bulk.edits import BulkEdits
from .cards.cards import Cards
from .cards.intake import CardIntake
from .cards.notes import CardNotes
from .cards.pages import CardPages
from .cards.review import CardReview
from .clock import AccountClock
from .customers.customers import Customers
from .customers.duplicates import Duplicates
from .customers.find_or_create import FindOrCreate
from .customers.notes import CustomerNotes
from .customers.parts import CustomerParts
from .customers.payments import Payments
from .customers.timeline import Timeline
from .exports.exporting import Exports
from .invoices.invoices import Invoices
from .invoices.lifecycle import InvoiceLifecycle
from .object_reader import ObjectReader
from .plans.coupons import Coupons
from .plans.creating import NewPlans
from .plans.plans import Plans
from .queries import Queries
from .search import Search
from .subscriptions.changing import SubscriptionChanges
from .subscriptions.creating import NewSubscriptions
from .subscriptions.ending import SubscriptionEnding
from .subscriptions.pausing import SubscriptionPausing
from .subscriptions.revenue import Revenue
from .subscriptions.subscriptions import Subscriptions
from .subscriptions.terms import SubscriptionTerms
from .sync.status import Status
from .usage.usage import UsageService
from .writes.audit_anchoring import AuditAnchoring
from .writes.guard import Guard
from .writes.operation_log import OperationLog
from .writes.performer import Performer
from .writes.undo import Undo
from .writes.writer import Writer


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
    invoices: Invoices
    own_pages: Callable[[], str]


@dataclass(frozen=True)
class CustomerServices(HostedPageServices):
    log: OperationLog
    find_or_create: FindOrCreate
    customer_notes: CustomerNotes
    customer_parts: CustomerParts
    duplicates: Duplicates
    payments: Payments
    timeline: Timeline
    usage: UsageService


@dataclass(frozen=True)
class CardServices(HostedPageServices):
    card_notes: CardNotes
    card_review: CardReview


@dataclass(frozen=True)
class PlanServices(ScreenServices):
    plans: Plans
    new_plans: NewPlans
    coupons: Coupons


@dataclass(frozen=True)
class SubscriptionServices(HostedPageServices):
    subscriptions: Subscriptions
    new_subscriptions: NewSubscriptions
    subscription_changes: SubscriptionChanges
    subscription_ending: SubscriptionEnding
    subscription_pausing: SubscriptionPausing
    revenue: Revenue
    subscription_terms: SubscriptionTerms


@dataclass(frozen=True)
class InvoiceServices(HostedPageServices):
    invoice_lifecycle: InvoiceLifecycle


@dataclass(frozen=True)
class UsageServices(ScreenServices):
    usage: UsageService


@dataclass(frozen=True)
class UndoServices(ScreenServices):
    log: OperationLog
    undo: Undo


@dataclass(frozen=True)
class ActivityServices(UndoServices):
    performer: Performer
    bulk: BulkEdits
    audit: Audit
    audit_anchoring: AuditAnchoring
    requests: RequestLog
    api_version: str


@dataclass(frozen=True)
class WindowServices(UndoServices):
    """For the window. `refresh` starts a backfill, `pause` pauses and resumes reading."""

    card_intake: CardIntake
    bulk: BulkEdits
    exports: Exports
    search: Search
    refresh: Callable[[], None]
    pause: Callable[[bool], None]


@dataclass(frozen=True)
class DeskServices(
    CustomerServices,
    CardServices,
    PlanServices,
    SubscriptionServices,
    InvoiceServices,
    ActivityServices,
    WindowServices,
):
    """All services of a desk; each screen gets one of the classes above."""

    kept_on_disk: bool

    def part(self, kind: type[Part]) -> Part:
        """The services of one screen."""
        return kind(**{field.name: getattr(self, field.name) for field in fields(kind)})


Part = TypeVar("Part", bound=ScreenServices)
