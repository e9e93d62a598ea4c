"""The Activity panel: operations, bulk edits, the audit log, and requests without their bodies."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabWidget, QWidget

from ...domain.changes import Change, ChangeKind
from ...services.desk_services import ActivityServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Label
from ..widgets.simple_table import fill, table
from ..wording.text import translate
from .audit_tab import AuditTab
from .bulk_tab import BulkTab
from .operations_tab import OperationsTab

MOST_REQUESTS = 300


class ActivityPanel(DeskDialog[ActivityServices]):
    def __init__(self, context: Context[ActivityServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("Activity", "Activity"), whom=None)
        self.resize(1080, 640)
        self.operations = OperationsTab(context)
        self.bulk = BulkTab(context)
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
        self.tabs.addTab(self.operations, translate("Activity", "Operations"))
        self.tabs.addTab(self.bulk, translate("Activity", "Bulk edits"))
        self.tabs.addTab(self.audit, translate("Activity", "Audit log"))
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
        self.operations.table.setFocus()

    def has_typed(self) -> bool:
        """Nothing that is typed here is lost: a search."""
        return False

    def _changed(self, change: Change) -> None:
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
