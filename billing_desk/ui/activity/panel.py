"""The Activity panel: what needs attention, events, operations, bulk edits, the audit log, and requests."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabWidget, QWidget

from ...domain.changes import Change, ChangeKind
from ...services.desk_services import ActivityServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Label, set_tab_text
from ..widgets.simple_table import fill, table
from ..wording.text import translate
from .attention_tab import AttentionTab
from .audit_tab import AuditTab
from .bulk_tab import BulkTab
from .events_tab import EventsTab
from .operations_tab import OperationsTab
from .webhooks_tab import WebhooksTab

MOST_REQUESTS = 300


class ActivityPanel(DeskDialog[ActivityServices]):
    def __init__(self, context: Context[ActivityServices], parent: QWidget, tab: str = "operations") -> None:
        """`tab` is the name of the tab to begin with."""
        super().__init__(context, parent, translate("Activity", "Activity"), whom=None)
        self.resize(1080, 640)
        self.attention, self.events = AttentionTab(context), EventsTab(context)
        self.operations = OperationsTab(context)
        self.bulk = BulkTab(context)
        self.webhooks = WebhooksTab(context)
        self.audit = AuditTab(context)
        titles = [
            translate("Activity", "Time"),
            translate("Activity", "Method"),
            translate("Activity", "Path"),
            translate("Activity", "Result"),
            translate("Activity", "Attempt"),
            translate("Activity", "Duration"),
            translate("Activity", "Request ID"),
        ]
        self.requests = table(translate("Activity", "Requests"), titles, (80, 70, 0, 130, 70, 80, 170), stretch=2)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.attention, translate("Attention", "Attention"))
        self.tabs.addTab(self.events, translate("Events", "Events"))
        self.tabs.addTab(self.operations, translate("Activity", "Operations"))
        self.tabs.addTab(self.bulk, translate("Activity", "Bulk edits"))
        self.tabs.addTab(self.audit, translate("Activity", "Audit log"))
        self.tabs.addTab(self.webhooks, translate("Webhooks", "Webhooks"))
        self.tabs.addTab(self.requests, translate("Activity", "Requests"))
        self.body.addWidget(self.tabs, 1)
        self._version = Label()
        self._version.setProperty("dim", True)
        self.body.addWidget(self._version)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._tick = QTimer(self, interval=1_000)
        self._tick.timeout.connect(self._show_requests)
        self._tick.start()
        self._show_requests()
        self.attention.counted.connect(self._show_count)
        self.attention.webhooks_asked.connect(self._show_webhooks)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.open_tab(getattr(self, tab))

    def open_tab(self, tab: QWidget) -> None:
        """One of the panel's tabs, with the focus in its list."""
        self.tabs.setCurrentWidget(tab)
        found = getattr(tab, "table", tab)
        found.setFocus()

    def _show_webhooks(self) -> None:
        self.open_tab(self.webhooks)

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self.webhooks:
            self.webhooks.load()

    def _show_count(self, count: int) -> None:
        title = translate("Attention", "Attention")
        shown = f"{title} ({self.context.wording.number(count)})" if count else title
        set_tab_text(self.tabs.tabBar(), self.tabs.indexOf(self.attention), shown)

    def has_typed(self) -> bool:
        """Nothing that is typed here is lost: a search."""
        return False

    def _changed(self, change: Change) -> None:
        self.attention.changed(change)
        self.events.changed(change)
        self.webhooks.changed(change)
        if change.kind is ChangeKind.OPERATION:
            self.operations.load()
            self.audit.load()
        elif change.kind is ChangeKind.BULK:
            self.bulk.load()

    def _show_requests(self) -> None:
        wording = self.context.wording
        rows = [
            [
                wording.exact(int(entry.at)).split("\n")[0][11:19],
                entry.method.upper(),
                entry.path,
                entry.outcome,
                str(entry.attempt),
                f"{entry.took} ms",
                entry.request_id,
            ]
            for entry in self.context.services.requests.newest()[:MOST_REQUESTS]
        ]
        fill(self.requests, rows)
        text = translate("Activity", "Every request uses Stripe API version {version}. Times are in {zone}.")
        self._version.setText(text.format(version=self.context.services.api_version, zone=wording.zone_name))
