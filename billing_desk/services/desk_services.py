"""The services of one desk, and the subset that each screen gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from ..gateway.request_log import RequestLog
from ..store.durable.audit import Audit
from .bulk.edits import BulkEdits
from .cards.intake import CardIntake
from .customers.duplicates import Duplicates
from .customers.parts import CustomerParts
from .customers.payments import Payments
from .customers.timeline import Timeline
from .rooms import Rooms
from .screen_services import HostedPageServices, ScreenServices
from .subscriptions.subscriptions import Subscriptions
from .writes.audit_anchoring import AuditAnchoring
from .writes.operation_log import OperationLog
from .writes.performer import Performer

if TYPE_CHECKING:
    from .cards.notes import CardNotes
    from .cards.review import CardReview
    from .customers.find_or_create import FindOrCreate
    from .customers.notes import CustomerNotes
    from .events.attention import Attention
    from .events.feed import EventFeed
    from .events.receiver import Receiver
    from .events.webhooks import Webhooks
    from .exports.exporting import Exports
    from .invoices.documents import InvoiceDocuments
    from .invoices.drafts import InvoiceDrafts
    from .invoices.lifecycle import InvoiceLifecycle
    from .invoices.month_end import MonthEnd
    from .invoices.reports import Reports
    from .invoices.review import InvoiceReview
    from .invoices.upcoming import Upcoming
    from .plans.coupons import Coupons
    from .plans.creating import NewPlans
    from .plans.plans import Plans
    from .search import Search
    from .sign_ups.sign_ups import SignUps
    from .subscriptions.changing import SubscriptionChanges
    from .subscriptions.creating import NewSubscriptions
    from .subscriptions.ending import SubscriptionEnding
    from .subscriptions.pausing import SubscriptionPausing
    from .subscriptions.revenue import Revenue
    from .subscriptions.terms import SubscriptionTerms
    from .usage.imports.runs import UsageImports
    from .usage.meters import Meters
    from .usage.overview import UsageOverview
    from .usage.rejected import RejectedUsage
    from .usage.sending import UsageSending
    from .usage.usage import UsageService
    from .writes.undo import Undo


@dataclass(frozen=True)
class CustomerServices(HostedPageServices):
    log: OperationLog
    customer_parts: CustomerParts
    duplicates: Duplicates
    payments: Payments
    timeline: Timeline
    bulk: BulkEdits

    @property
    def usage(self) -> UsageService:
        return self.rooms.usage.reading

    @property
    def find_or_create(self) -> FindOrCreate:
        return self.rooms.find_or_create

    @property
    def sign_ups(self) -> SignUps:
        return self.rooms.sign_ups

    @property
    def customer_notes(self) -> CustomerNotes:
        return self.rooms.customer_notes


@dataclass(frozen=True)
class CardServices(HostedPageServices):
    @property
    def card_notes(self) -> CardNotes:
        return self.rooms.card_notes

    @property
    def card_review(self) -> CardReview:
        return self.rooms.card_review


@dataclass(frozen=True)
class PlanServices(ScreenServices):
    rooms: Rooms

    @property
    def plans(self) -> Plans:
        return self.rooms.plans.plans

    @property
    def new_plans(self) -> NewPlans:
        return self.rooms.plans.creating

    @property
    def coupons(self) -> Coupons:
        return self.rooms.plans.coupons


@dataclass(frozen=True)
class SubscriptionServices(HostedPageServices):
    subscriptions: Subscriptions

    @property
    def revenue(self) -> Revenue:
        return self.rooms.revenue

    @property
    def new_subscriptions(self) -> NewSubscriptions:
        return self.rooms.subscriptions.creating

    @property
    def subscription_changes(self) -> SubscriptionChanges:
        return self.rooms.subscriptions.changing

    @property
    def subscription_ending(self) -> SubscriptionEnding:
        return self.rooms.subscriptions.ending

    @property
    def subscription_pausing(self) -> SubscriptionPausing:
        return self.rooms.subscriptions.pausing

    @property
    def subscription_terms(self) -> SubscriptionTerms:
        return self.rooms.subscriptions.terms


@dataclass(frozen=True)
class InvoiceServices(HostedPageServices):
    @property
    def invoice_documents(self) -> InvoiceDocuments:
        return self.rooms.invoices.documents

    @property
    def month_end(self) -> MonthEnd:
        return self.rooms.invoices.month_end

    @property
    def reports(self) -> Reports:
        return self.rooms.invoices.reports

    @property
    def invoice_review(self) -> InvoiceReview:
        return self.rooms.invoices.review

    @property
    def invoice_drafts(self) -> InvoiceDrafts:
        return self.rooms.invoices.drafts

    @property
    def upcoming(self) -> Upcoming:
        return self.rooms.invoices.upcoming

    @property
    def invoice_lifecycle(self) -> InvoiceLifecycle:
        return self.rooms.invoices.lifecycle


@dataclass(frozen=True)
class UsageServices(ScreenServices):
    rooms: Rooms

    @property
    def usage(self) -> UsageService:
        return self.rooms.usage.reading

    @property
    def usage_overview(self) -> UsageOverview:
        return self.rooms.usage.overview

    @property
    def meters(self) -> Meters:
        return self.rooms.usage.meters

    @property
    def usage_imports(self) -> UsageImports:
        return self.rooms.usage.imports

    @property
    def rejected_usage(self) -> RejectedUsage:
        return self.rooms.usage.rejected

    @property
    def usage_sending(self) -> UsageSending:
        return self.rooms.usage.sending


@dataclass(frozen=True)
class UndoServices(ScreenServices):
    log: OperationLog
    rooms: Rooms

    @property
    def undo(self) -> Undo:
        return self.rooms.undo


@dataclass(frozen=True)
class ActivityServices(UndoServices):
    performer: Performer
    bulk: BulkEdits
    audit: Audit
    audit_anchoring: AuditAnchoring
    requests: RequestLog
    api_version: str

    @property
    def feed(self) -> EventFeed:
        return self.rooms.events.feed

    @property
    def attention(self) -> Attention:
        return self.rooms.events.attention

    @property
    def webhooks(self) -> Webhooks:
        return self.rooms.events.webhooks

    @property
    def receiver(self) -> Receiver:
        return self.rooms.events.receiver


@dataclass(frozen=True)
class WindowServices(UndoServices):
    """For the window. `refresh` starts a backfill, `pause` pauses and resumes reading."""

    card_intake: CardIntake
    bulk: BulkEdits
    refresh: Callable[[], None]
    pause: Callable[[bool], None]

    @property
    def search(self) -> Search:
        return self.rooms.search

    @property
    def exports(self) -> Exports:
        return self.rooms.exports

    @property
    def attention(self) -> Attention:
        return self.rooms.events.attention


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
