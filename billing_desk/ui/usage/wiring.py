"""What is missing on the way from an event to a bill, each with what helps (E1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.usage.wiring import Fault, FaultCode
from ...services.desk_services import UsageServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import WIDE
from ..wording.billing import usage_words
from ..wording.text import joined, translate

_OPENS = {
    FaultCode.NO_MAPPING: "meter",
    FaultCode.NO_PRICE: "meter",
    FaultCode.INACTIVE_METER: "price",
    FaultCode.NO_SUBSCRIPTION: "price",
}


class WiringDialog(DeskDialog[UsageServices]):
    """`faults` are those on the screen."""

    def __init__(self, context: Context[UsageServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("Usage", "Wiring check"), "", whom=None)
        self.resize(WIDE + 160, 420)
        self.faults: list[Fault] = []
        said = translate(
            "Usage",
            "Usage is billed if its event name has an active meter, the meter an active price, and the price a "
            "subscription.",
        )
        self.body.addWidget(Label(said, wordWrap=True))
        titles = [translate("Usage", "Where"), translate("Usage", "What is missing"), translate("Usage", "What helps")]
        self.table = table(translate("Usage", "Wiring check"), titles, (170, 380, 380), stretch=2)
        self.table.cellActivated.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.said = Label(translate("Usage", "Reading…"), wordWrap=True)
        self.body.addWidget(self.said)
        self.jobs.newest("load", self._load())

    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    async def _load(self) -> None:
        self.faults = await self.context.services.meters.wiring()
        rows = []
        for fault in self.faults:
            where = joined(
                dict.fromkeys((fault.name, fault.subject if _OPENS.get(fault.code) == "price" else "")), " · "
            )
            rows.append([where or translate("Usage", "Unknown event name"), *usage_words.fault(fault)])
        fill(self.table, rows)
        whole = translate("Usage", "Everything is connected.")
        self.said.setText(
            whole if not rows else translate("Usage", "Enter or a double click opens the meter or price.")
        )

    def _open(self, row: int, _: int) -> None:
        fault = self.faults[row]
        if kind := _OPENS.get(fault.code):
            self.accept()
            self.context.open_object(kind, fault.subject)
