"""The six tabs of a desk, with Back navigation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.json_object import id_of
from ...domain.objects.subscription import LIVE
from ...services.cards.new_card import NewCard
from ...services.desk_services import (
    CardServices,
    CustomerServices,
    InvoiceServices,
    PlanServices,
    SubscriptionServices,
    UsageServices,
)
from ...services.sync.status import Status
from ..customers.page import CustomersPage
from ..tab.page import TabPage
from ..widgets.clipboard import copy
from ..widgets.icons import icon
from ..widgets.plain import set_tab_text, set_tab_tip
from ..widgets.theme import colors
from ..wording import words
from ..wording.card_notices import new_cards_notice
from ..wording.notices import Notice
from ..wording.text import translate
from .actions import TABS
from .desk_context import Contexts
from .notice_bar import NoticeBar


def _page(kind: str, contexts: Contexts) -> TabPage[Any]:
    """Imports a tab when it is first shown, because the chart libraries take a third of the startup time."""
    match kind:
        case "card":
            from ..cards.page import CardsPage

            return CardsPage(contexts.of(CardServices))
        case "price":
            from ..plans.page import PlansPage

            return PlansPage(contexts.of(PlanServices))
        case "subscription":
            from ..subscriptions.page import SubscriptionsPage

            return SubscriptionsPage(contexts.of(SubscriptionServices))
        case "invoice":
            from ..invoices.page import InvoicesPage

            return InvoicesPage(contexts.of(InvoiceServices))
        case "meter":
            from ..usage.page import UsagePage

            return UsagePage(contexts.of(UsageServices))
    return CustomersPage(contexts.of(CustomerServices))


KEPT = 100


class DeskView(QWidget):
    """Pages are created when they are first shown."""

    def __init__(self, contexts: Contexts) -> None:
        super().__init__()
        context = contexts.window
        self.context, self.contexts, self.jobs = context, contexts, context.jobs(self)
        contexts.run_action = self.act
        self._pages: dict[str, TabPage[Any]] = {}
        self._past: list[tuple[str, str]] = []
        self._future: list[tuple[str, str]] = []
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(translate("DeskView", "Tabs"))
        for kind in TABS:
            self._tabs.addTab(icon(kind), words.nouns(kind))
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self.news = NoticeBar(context.open_object)
        self._unread: list[NewCard] = []
        self.news.dismissed.connect(self._read_news)
        layout.addWidget(self.news)
        self.destroyed.connect(context.services.card_intake.subscribe(self._show_new_cards))
        self._tabs.currentChanged.connect(self._tab_chosen)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self.jobs.newest("counts", self._count())
        self._show("customer")

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.METER:
            self.jobs.newest("counts", self._count())

    async def _count(self) -> None:
        """The usage that Stripe rejected in the last 24 hours, on its tab."""
        count = await self.context.services.queries.rejected_today()
        title = f"{words.nouns('meter')} ({self.context.wording.number(count)})" if count else words.nouns("meter")
        set_tab_text(self._tabs, TABS.index("meter"), title)

    def _show_new_cards(self, cards: Sequence[NewCard]) -> None:
        """New cards have their own notice bar, so that they do not replace the result of the operator's action."""
        ids = {card.card.id for card in cards}
        self._unread = [*cards, *(old for old in self._unread if old.card.id not in ids)]
        self.news.say(new_cards_notice(self._unread))

    def _read_news(self) -> None:
        self._unread = []

    @property
    def kind(self) -> str:
        return TABS[self._tabs.currentIndex()]

    @property
    def page(self) -> TabPage[Any]:
        return self.page_of(self.kind)

    def page_of(self, kind: str) -> TabPage[Any]:
        if kind not in self._pages:
            self._pages[kind] = _page(kind, self.contexts)
            self._stack.addWidget(self._pages[kind])
        return self._pages[kind]

    @property
    def customers(self) -> CustomersPage:
        page = self.page_of("customer")
        assert isinstance(page, CustomersPage)
        return page

    async def customer_on_screen(self) -> str:
        """The id of the customer shown, or of the owner of the object shown; "" if there is none."""
        kind, id_ = self._here()
        if kind == "customer" or not id_:
            return id_
        obj = await self.context.services.queries.get(kind, id_)
        return id_of((obj or {}).get("customer")) or ""

    async def for_customer(self, name: str) -> None:
        """Run an action for the customer shown, or the owner of what is shown. On the Invoices tab a note is about the
        invoice."""
        if name == "note" and self.kind == "invoice":
            self.run("invoice_note")
            return
        customer_id = await self.customer_on_screen()
        if not customer_id:
            self.context.say(Notice(translate("Commands", "Select a customer first, or an object of one."), "neutral"))
        elif name == "edit":
            self.customers.edit_customer(customer_id)
        elif name == "invoice_new":
            self.act(name, customer_id)
        else:
            self.customers.run_action(name, customer_id)

    async def subscription_on_screen(self) -> str:
        """The id of the subscription shown, or of the only live one of the customer on the screen; "" if there is
        none."""
        kind, id_ = self._here()
        if kind == "subscription" and id_:
            return id_
        owner = await self.customer_on_screen()
        held = await self.context.services.queries.related("subscription", "customer", owner) if owner else []
        live = [str(obj["id"]) for obj in held if obj.get("status") in LIVE]
        return live[0] if len(live) == 1 else ""

    def go_to(self, kind: str) -> None:
        self._remember()
        self._tabs.setCurrentIndex(TABS.index(kind))
        self.page.table.setFocus()

    def _tab_chosen(self, _: int) -> None:
        self._show(self.kind)

    def _show(self, kind: str) -> None:
        self._stack.setCurrentWidget(self.page_of(kind))

    def open_object(self, kind: str, id_: str) -> None:
        if kind in TABS and id_:
            self._remember()
            self._tabs.setCurrentIndex(TABS.index(kind))
            self.page.select(id_)

    def open_list(self, kind: str, filter_: str) -> None:
        self._remember()
        self._tabs.setCurrentIndex(TABS.index(kind))
        self.page.filter.set_text(filter_)

    def act(self, name: str, id_: str) -> None:
        """Run an action of another tab."""
        if name.startswith(("usage_", "meter_")):
            self.run(name)
            return
        page: Any = self.page_of("invoice" if name.startswith("invoice_") else "subscription")
        page.run_action(name, id_)

    def run(self, name: str) -> None:
        """Run an action for the invoice or subscription on the screen, or one of the Plans or Usage tab."""
        if name.startswith("invoice_"):
            self._for_invoice(name)
            return
        kind = "price" if name in ("new_plan", "coupons") else "meter" if name.startswith(("usage_", "meter_")) else ""
        if not kind:
            self.jobs.newest("subscription", self._for_subscription(name))
            return
        self.go_to(kind)
        page: Any = self.page
        page.run_action(name)

    def _for_invoice(self, name: str) -> None:
        kind, id_ = self._here()
        if name in ("invoice_month", "invoice_reports", "invoice_pdfs") or (kind == "invoice" and id_):
            self.act(name, id_)
        else:
            self.context.say(Notice(translate("Commands", "Select an invoice first."), "neutral"))

    async def _for_subscription(self, name: str) -> None:
        if id_ := await self.subscription_on_screen():
            self.act(name, id_)
        else:
            self.context.say(Notice(translate("Commands", "Select a subscription first."), "neutral"))

    def _remember(self) -> None:
        here = self._here()
        if not self._past or self._past[-1] != here:
            self._past = [*self._past, here][-KEPT:]
        self._future.clear()

    def _here(self) -> tuple[str, str]:
        return self.kind, self.page.detail.id

    def back(self) -> None:
        self._step(self._past, self._future)

    def forward(self) -> None:
        self._step(self._future, self._past)

    def _step(self, source: list[tuple[str, str]], target: list[tuple[str, str]]) -> None:
        if not source:
            return
        target.append(self._here())
        kind, id_ = source.pop()
        self._tabs.setCurrentIndex(TABS.index(kind))
        if id_:
            self.page.select(id_)

    def show_status(self, status: Status) -> None:
        if status.missing:
            self._grey_tabs(status.missing)

    def _grey_tabs(self, missing: Mapping[str, str]) -> None:
        """Gray out tabs whose list the key may not read; the tooltip names the missing permission."""
        for number, kind in enumerate(TABS):
            permission = missing.get(kind)
            text = translate("DeskView", "The key lacks the permission “{permission}”.")
            set_tab_tip(self._tabs, number, "" if permission is None else text.format(permission=permission or "?"))
            normal = self._tabs.palette().windowText().color()
            self._tabs.setTabTextColor(number, normal if permission is None else QColor(colors().line))

    def copy_id(self) -> None:
        copy(self.page.detail.id)
