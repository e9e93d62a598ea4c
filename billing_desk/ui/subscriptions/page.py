"""The Subscriptions tab."""

from __future__ import annotations

from ...domain.changes import Change, ChangeKind
from ...domain.errors import NotAllowed
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.subscriptions import WRITE
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.plain import Button, set_tip
from ..wording.notices import sentence
from ..wording.text import translate
from .actions import SubscriptionActions
from .columns import COLUMNS
from .detail import SubscriptionDetail
from .revenue import RevenueHeader

_WORKLIST = ("customer_name", "owed", "owed_since", "why", "retry", "attempts", "pays_with", "contacted", "standing")
"""The columns of the past-due worklist (C8)."""
SPEC = PageSpec(
    "subscription",
    COLUMNS,
    (
        View(lambda: translate("Subscriptions", "All"), ""),
        View(lambda: translate("Subscriptions", "Past due"), "status:past_due", "owed_since", False, _WORKLIST),
        View(lambda: translate("Subscriptions", "Unpaid"), "status:unpaid"),
        View(
            lambda: translate("Subscriptions", "Trials ending"),
            "status:trialing trial_end<today+8",
            "trial_end",
            descending=False,
        ),
        View(lambda: translate("Subscriptions", "Canceling"), "status:ending", "ends", descending=False),
        View(lambda: translate("Subscriptions", "Paused"), "paused:yes"),
        View(lambda: translate("Subscriptions", "Scheduled changes"), "scheduled:yes"),
        View(lambda: translate("Subscriptions", "Renewing today"), "next:today", "next_bill", descending=False),
        View(lambda: translate("Subscriptions", "On archived prices"), "archived:yes"),
        View(lambda: translate("Subscriptions", "Two of one product"), "twice:yes", "customer_name", descending=False),
    ),
    (
        "status:active",
        "status:trialing",
        "status:past_due",
        "status:canceled",
        "status:ending",
        "paused:yes",
        "next<",
        "trial_end<",
        "ends<",
        "price:",
        "product:",
        "amount>",
        "owed>",
        "collects:email",
        "currency:jpy",
        "customer:",
    ),
    SubscriptionDetail,
    lambda: translate("Subscriptions", "No subscriptions yet. Press S on a customer to create one."),
    values={
        "status": (
            "active",
            "trialing",
            "past_due",
            "unpaid",
            "incomplete",
            "incomplete_expired",
            "canceled",
            "paused",
            "ending",
            "collection_paused",
        ),
        "collects": ("card", "email"),
    },
)


class SubscriptionsPage(TabPage[SubscriptionServices]):
    def __init__(self, context: Context[SubscriptionServices]) -> None:
        super().__init__(context, SPEC)
        self.revenue = RevenueHeader(context, self.filter.set_text)
        self._column.insertWidget(0, self.revenue)
        self._new = Button(translate("Subscriptions", "New"), icon("add"))
        set_tip(self._new, translate("Subscriptions", "New subscription"))
        self._new.clicked.connect(lambda: self.run_action("subscribe_price", ""))
        self.add_button(self._new)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._grey()

    def run_action(self, name: str, id_: str) -> None:
        """Run an action, also from another tab; its dialogs belong to the window."""
        SubscriptionActions(self.context, self.window(), self.jobs).run(name, id_)

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.OPERATION:
            self._grey()

    def _grey(self) -> None:
        """Disable what the key may not do, which is known only after Stripe has refused a write."""
        lacks = WRITE in self.context.services.guard.lacking
        self._new.setEnabled(not lacks)
        if lacks:
            set_tip(self._new, sentence(NotAllowed(permission=WRITE)))
