"""The services that only some screens and writes need. Each room is imported and made at its first use: what a start
does not need would only make it slower."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ..domain.access.directory import Directory
from ..domain.changes import Changes
from ..domain.writes.action import Action
from ..store.durable.closings import Closings
from ..store.durable.import_record import ImportRecord
from ..store.durable.muted import Muted
from ..store.events.event_log import EventLog
from .tools import Tools

if TYPE_CHECKING:
    from .bulk.edits import RowPlanner
    from .cards.cards import Cards
    from .cards.notes import CardNotes
    from .cards.pages import CardPages
    from .cards.review import CardReview
    from .clock import AccountClock
    from .customers.customers import Customers
    from .customers.find_or_create import FindOrCreate
    from .customers.notes import CustomerNotes
    from .events.receiver import Receiver
    from .events.rooms import EventRooms
    from .events.secrets import NewSecrets, SecretStore
    from .exports.exporting import Exports
    from .invoices.rooms import InvoiceRooms
    from .plans.rooms import PlanRooms
    from .search import Search
    from .sign_ups.sign_ups import SignUps, Source
    from .subscriptions.revenue import Revenue
    from .subscriptions.rooms import SubscriptionRooms
    from .usage.rooms import UsageRooms
    from .writes.guard import Guard
    from .writes.operation_log import OperationLog
    from .writes.performer import Performer
    from .writes.undo import Remake, Undo


class Rooms:
    """`reviewer` and `is_whole`: see InvoiceReview; `own_pages`: see InvoiceDocuments."""

    def __init__(
        self,
        tools: Tools,
        customers: Customers,
        performer: Performer,
        log: OperationLog,
        clock: AccountClock,
        muted: Muted,
        closings: Closings,
        usage_record: ImportRecord,
        changes: Changes,
        *,
        event_log: EventLog,
        secrets: SecretStore,
        new_secrets: NewSecrets,
        receiver: Receiver,
        directory: Callable[[], Directory],
        open_pool: Callable[[Directory], Source],
        guard: Guard,
        reviewer: Callable[[], str],
        own_pages: Callable[[], str],
        is_whole: Callable[[], bool],
    ) -> None:
        self._tools, self._customers, self._performer = tools, customers, performer
        self._log, self._clock, self._changes = log, clock, changes
        self._muted, self._closings, self._usage_record, self._guard = muted, closings, usage_record, guard
        self._event_log, self._secrets, self._new_secrets = event_log, secrets, new_secrets
        self._receiver, self._directory, self._open_pool = receiver, directory, open_pool
        self._reviewer, self._own_pages, self._is_whole = reviewer, own_pages, is_whole

    @cached_property
    def find_or_create(self) -> FindOrCreate:
        from .customers.find_or_create import FindOrCreate

        tools = self._tools
        return FindOrCreate(tools.gateway, tools.mirror, tools.queries, tools.planner, self._performer)

    @cached_property
    def customer_notes(self) -> CustomerNotes:
        from .customers.notes import CustomerNotes

        return CustomerNotes(self._tools.reader, self._tools.planner, self._customers)

    @cached_property
    def card_notes(self) -> CardNotes:
        from .cards.notes import CardNotes

        return CardNotes(self._tools.mirror, self._tools.reader, self._tools.planner)

    @cached_property
    def card_review(self) -> CardReview:
        from .cards.review import CardReview

        return CardReview(self._tools.gateway, self._tools.mirror, self._tools.planner)

    @cached_property
    def undo(self) -> Undo:
        from .writes.undo import Undo

        return Undo(self._log, self._tools.planner, self._tools.reader, self._remakes)

    @cached_property
    def search(self) -> Search:
        from .search import Search

        return Search(self._tools.mirror)

    @cached_property
    def usage(self) -> UsageRooms:
        from .usage.rooms import UsageRooms

        return UsageRooms(self._tools, self._clock, self._usage_record, self._guard, self._reviewer)

    @cached_property
    def events(self) -> EventRooms:
        from .events.rooms import EventRooms

        return EventRooms(
            self._tools,
            self._clock,
            self._event_log,
            self._changes,
            self._reviewer,
            secrets=self._secrets,
            new=self._new_secrets,
            receiver=self._receiver,
        )

    @cached_property
    def sign_ups(self) -> SignUps:
        from .sign_ups.sign_ups import SignUps

        return SignUps(self._tools.mirror, self._directory, self._open_pool)

    @cached_property
    def exports(self) -> Exports:
        from .exports.exporting import Exports

        return Exports(self._tools.mirror)

    @cached_property
    def revenue(self) -> Revenue:
        from .subscriptions.revenue import Revenue

        return Revenue(self._tools.mirror, self._clock.now)

    @cached_property
    def plans(self) -> PlanRooms:
        from .plans.rooms import PlanRooms

        return PlanRooms(self._tools)

    @cached_property
    def subscriptions(self) -> SubscriptionRooms:
        from .subscriptions.rooms import SubscriptionRooms

        return SubscriptionRooms(self._tools)

    @cached_property
    def invoices(self) -> InvoiceRooms:
        from .invoices.rooms import InvoiceRooms

        return InvoiceRooms(
            self._tools,
            self._performer,
            self._muted,
            self._closings,
            self._changes,
            reviewer=self._reviewer,
            own_pages=self._own_pages,
            is_whole=self._is_whole,
        )

    def _remakes(self) -> Mapping[Action, Remake]:
        """Actions whose undo is prorated from its own day."""
        back = self.subscriptions.changing.preview_back
        return {Action.SUBSCRIPTION_QUANTITY: back, Action.SUBSCRIPTION_PLAN: back}

    def row_planners(self, cards: Cards, pages: CardPages) -> Mapping[str, RowPlanner]:
        """Of bulk edits, by entity."""
        from .bulk.cards import BulkCards
        from .bulk.customers import BulkCustomers
        from .bulk.invoices import BulkInvoices
        from .bulk.sign_ups import BulkSignUps
        from .bulk.subscriptions import BulkSubscriptions

        tools = self._tools
        return {
            "customer": BulkCustomers(tools.mirror, tools.reader, self._customers),
            "subscription": BulkSubscriptions(
                tools.mirror, tools.reader, tools.planner, self.subscriptions, self.invoices.invoices, pages
            ),
            "invoice": BulkInvoices(tools, self.invoices),
            "sign_up": BulkSignUps(lambda: self.find_or_create, tools.planner, lambda: self._directory().pool),
            "card": BulkCards(tools.mirror, cards, pages, self.card_notes, self._clock.now),
        }
