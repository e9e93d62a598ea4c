"""The Plans tab."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from ...domain.changes import Change, ChangeKind
from ...domain.errors import NotAllowed
from ...services.desk_services import PlanServices
from ...services.plans.plans import WRITE
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.plain import Button, add_action, set_tip
from ..wording.notices import sentence
from ..wording.text import translate
from .actions import PlanActions
from .columns import COLUMNS
from .detail import PlanDetail

SPEC = PageSpec(
    "price",
    COLUMNS,
    (
        View(lambda: translate("Plans", "All"), ""),
        View(lambda: translate("Plans", "Active"), "active:yes"),
        View(lambda: translate("Plans", "Metered"), "usage:metered"),
        View(lambda: translate("Plans", "Archived"), "active:no"),
    ),
    (
        "product:",
        "interval:month",
        "currency:jpy",
        "amount>",
        "active:no",
        "usage:metered",
        "scheme:graduated",
        "key:",
    ),
    PlanDetail,
    lambda: translate("Plans", "No plans yet. Create the first one with New."),
    sort="product_name",
    descending=False,
    values={
        "interval": ("day", "week", "month", "year"),
        "usage": ("licensed", "metered"),
        "scheme": ("per_unit", "package", "graduated", "volume", "tiered"),
    },
)


class PlansPage(TabPage[PlanServices]):
    def __init__(self, context: Context[PlanServices]) -> None:
        super().__init__(context, SPEC)
        self._actions = PlanActions(context, self, self.jobs)
        self._new = Button(translate("Plans", "New"), icon("add"))
        set_tip(self._new, translate("Plans", "New plan, coupon, or promotion code"))
        menu = QMenu(self._new)
        add_action(menu, translate("Plans", "New plan…")).triggered.connect(lambda: self._actions.new())
        add_action(menu, translate("Plans", "Coupons and promotion codes…")).triggered.connect(self._actions.coupons)
        self._new.setMenu(menu)
        self.add_button(self._new)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._grey()

    def run_action(self, name: str) -> None:
        """`new_plan` or `coupons`, from the palette."""
        {"new_plan": self._actions.new, "coupons": self._actions.coupons}[name]()

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.OPERATION:
            self._grey()

    def _grey(self) -> None:
        """Disable what the key may not do, which is known only after Stripe has refused a write."""
        lacks = WRITE in self.context.services.guard.lacking
        self._new.setEnabled(not lacks)
        if lacks:
            set_tip(self._new, sentence(NotAllowed(permission=WRITE)))
