"""The Usage tab: the meters at the left, and a wide page for the chosen one."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QSplitter

from ...services.desk_services import UsageServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.plain import Button, add_action, set_tip
from ..wording.text import translate
from .actions import UsageActions
from .columns import COLUMNS
from .detail import MeterDetail

SIZES = (330, 930)
"""Pixels for the meters and for the page of one."""
SPEC = PageSpec(
    "meter",
    COLUMNS,
    (
        View(lambda: translate("Usage", "All"), ""),
        View(lambda: translate("Usage", "Active"), "status:active"),
        View(lambda: translate("Usage", "Meter errors"), "errors>0", "errors"),
    ),
    ("status:active", "errors>", "event:"),
    MeterDetail,
    lambda: translate("Usage", "No meters yet. Create the first one with New."),
    sort="display_name",
    descending=False,
    values={"status": ("active", "inactive")},
)


class UsagePage(TabPage[UsageServices]):
    def __init__(self, context: Context[UsageServices]) -> None:
        super().__init__(context, SPEC)
        self._actions = UsageActions(context, self, self.jobs, lambda: self.detail.id)
        self._new = Button("", icon("add"))
        set_tip(self._new, translate("Usage", "Import, sent usage, new meter, wiring check"))
        self._new.setAccessibleName(translate("Usage", "New"))
        menu = QMenu(self._new)
        for name, text in (
            ("meter_new", translate("Usage", "New meter…")),
            ("usage_import", translate("Usage", "Import usage…")),
            ("usage_imports", translate("Usage", "Imports…")),
            ("usage_sent", translate("Usage", "Usage sent from here…")),
            ("usage_rejected", translate("Usage", "Rejected usage…")),
            ("usage_wiring", translate("Usage", "Wiring check…")),
        ):
            add_action(menu, text).triggered.connect(lambda _=False, name=name: self._actions.run(name))
        self._new.setMenu(menu)
        self.add_button(self._new)
        self.jobs.start(self._actions.name_unfinished())
        self.findChildren(QSplitter)[0].setSizes(SIZES)
        self.findChildren(QSplitter)[0].setStretchFactor(0, 0)
        self.findChildren(QSplitter)[0].setStretchFactor(1, 1)

    def send_usage(self) -> None:
        """To the shown meter; the customer is chosen first if none is selected."""
        if isinstance(self.detail, MeterDetail):
            self.detail.send()

    def run_action(self, name: str) -> None:
        """See UsageActions.run."""
        self._actions.run(name)
