"""The Customers tab: the page with its actions."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from ...domain.changes import Change, ChangeKind
from ...domain.errors import DeskError, NotAllowed
from ...domain.objects.customer import fields_of
from ...services.customers.customers import WRITE
from ...services.desk_services import CustomerServices
from ...services.writes.guard import Guard
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.plain import Button, add_action, set_tip
from ..wording.notices import notice_of, sentence
from ..wording.text import translate
from .columns import COLUMNS
from .detail import CustomerDetail

OF_OTHER_TABS = ("subscribe",)
"""Actions for a customer whose dialogs belong to another tab."""


class CustomersPage(TabPage[CustomerServices]):
    def __init__(self, context: Context[CustomerServices]) -> None:
        spec = PageSpec(
            "customer",
            COLUMNS,
            (
                View(lambda: translate("Customers", "All"), ""),
                View(lambda: translate("Customers", "Delinquent"), "delinquent:yes"),
                View(lambda: translate("Customers", "New this week"), "created>today-7"),
            ),
            ("email:", "name:", "delinquent:yes", "currency:jpy", "country:JP", "created>", "balance<0", "deleted:yes"),
            lambda made_for: CustomerDetail(made_for, self.edit_customer, self.create_anew),
            lambda: translate("Customers", "No customers yet. Press N to create the first one."),
        )
        super().__init__(context, spec)
        self._new = Button(translate("Customers", "New"), icon("add"))
        set_tip(self._new, translate("Customers", "New customer (N)"))
        menu = QMenu(self._new)
        add_action(menu, translate("Customers", "New customer…")).triggered.connect(self.new)
        add_action(menu, translate("Customers", "Find or create…")).triggered.connect(self.find_or_create)
        self._sign_ups = add_action(menu, translate("SignUps", "Sign-ups…"))
        self._sign_ups.triggered.connect(self.sign_ups)
        menu.aboutToShow.connect(self._offer_sign_ups)
        self._new.setMenu(menu)
        self.add_button(self._new)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._grey()

    @property
    def guard(self) -> Guard:
        return self.context.services.guard

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.OPERATION:
            self._grey()

    def _grey(self) -> None:
        """Disable actions if the key may not write customers, which is known only after Stripe has refused a write."""
        lacks = WRITE in self.guard.lacking
        self._new.setEnabled(not lacks)
        if lacks:
            set_tip(self._new, sentence(NotAllowed(permission=WRITE)))

    def new(self) -> None:
        from .form import CustomerForm

        self.jobs.start(shown(CustomerForm(self.context, self)))

    def _offer_sign_ups(self) -> None:
        """Hidden until a user pool (with its extra) or a file is set up in Settings."""
        self._sign_ups.setVisible(self.context.services.sign_ups.is_offered)

    def sign_ups(self) -> None:
        from .sign_ups import SignUpsDialog

        self.jobs.start(shown(SignUpsDialog(self.context, self)))

    def find_or_create(self) -> None:
        from .find_or_create import FindOrCreate

        self.jobs.start(shown(FindOrCreate(self.context, self)))

    def run_action(self, name: str, customer_id: str) -> None:
        """Run an action of the detail's buttons for this customer."""
        assert isinstance(self.detail, CustomerDetail)
        if name in OF_OTHER_TABS:
            self.context.act(name, customer_id)
        else:
            self.detail.run_for(name, customer_id)

    def edit_customer(self, customer_id: str) -> None:
        self.jobs.newest("edit", self._edit(customer_id))

    def create_anew(self, customer_id: str) -> None:
        self.jobs.newest("edit", self._create_anew(customer_id))

    async def _create_anew(self, customer_id: str) -> None:
        """A deleted customer cannot be restored: create a new one with the values in the mirror."""
        from .form import CustomerForm

        held = await self.context.services.queries.get("customer", customer_id)
        await shown(CustomerForm(self.context, self, again=fields_of(held or {})))

    async def _edit(self, customer_id: str) -> None:
        from .form import CustomerForm

        try:
            fields = await self.context.services.customers.current(customer_id)
        except DeskError as error:
            self.context.say(notice_of(error))
            return
        await shown(CustomerForm(self.context, self, customer_id, fields))
