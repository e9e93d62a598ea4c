"""What was sent from here, and taking it back (E3)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import Refused
from ...domain.usage.event import can_cancel
from ...domain.usage.record import SentEvent, SentState
from ...services.desk_services import UsageServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Button, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL, WIDE
from ..wording.billing import usage_words
from ..wording.notices import sentence
from ..wording.text import translate
from ..writing.run import carry_out

EVERY = 1_000
"""Milliseconds between two updates of the countdown."""


class SentDialog(DeskDialog[UsageServices]):
    """`events` are the listed ones, newest first."""

    def __init__(self, context: Context[UsageServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("Usage", "Usage sent from here"), "", whom=None)
        self.resize(WIDE + 120, 560)
        self.events: list[SentEvent] = []
        self._names: Mapping[str, str] = {}
        titles = [
            translate("Usage", "Sent"),
            translate("Usage", "Customer"),
            translate("Usage", "Event name"),
            translate("Usage", "Value"),
            translate("Usage", "Time of the usage"),
            translate("Usage", "Status"),
            translate("Usage", "By"),
            translate("Usage", "Identifier"),
        ]
        widths = (130, 150, 110, 80, 130, 90, 90, 160)
        self.table = table(translate("Usage", "Usage sent from here"), titles, widths, stretch=7)
        self.body.addWidget(self.table, 1)
        self.said = Label(wordWrap=True)
        self.body.addWidget(self.said)
        self.cancel, self.counter = Button(translate("Usage", "Cancel event…")), Button("")
        self.counter.setText(translate("Usage", "Send the negative value…"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.cancel)
        row.addWidget(self.counter)
        row.addStretch(1)
        self.body.addLayout(row)
        self.cancel.clicked.connect(lambda: self.jobs.alone("cancel", self._cancel()))
        self.counter.clicked.connect(lambda: self.jobs.alone("counter", self._counter()))
        self.table.itemSelectionChanged.connect(self._chosen)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._chosen)
        self._timer.start()
        self.jobs.newest("load", self._load())

    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    async def _load(self) -> None:
        sending = self.context.services.usage_sending
        events = await sending.newest()
        self._names = await sending.customers([event.customer for event in events])
        self.events = events
        wording = self.context.wording
        rows = [
            [
                wording.moment(event.sent) if event.sent else "–",
                self._names.get(event.customer, event.customer),
                event.event_name,
                wording.number(1 if event.value is None else event.value),
                wording.moment(event.at),
                usage_words.sent_state(event.state)[0],
                event.by,
                event.identifier,
            ]
            for event in self.events
        ]
        fill(self.table, rows, right=(3,))
        if rows:
            self.table.selectRow(0)
        self._chosen()

    @property
    def chosen(self) -> SentEvent | None:
        place = self.table.currentRow()
        return self.events[place] if 0 <= place < len(self.events) else None

    def _chosen(self) -> None:
        """The countdown of the chosen event, and what can be done with it."""
        event = self.chosen
        now = self.context.services.usage_sending.now()
        sent = event is not None and event.state is SentState.SENT and event.sent is not None
        left = can_cancel(event.sent, now) if event is not None and event.sent is not None and sent else 0
        self.cancel.setEnabled(left > 0)
        self.counter.setEnabled(sent and not left)
        if event is None:
            text = translate("Usage", "Nothing was sent from here yet.") if not self.events else ""
        elif left:
            hours, rest = divmod(left, 3_600)
            text = translate("Usage", "Can be canceled for {hours} h {minutes} min {seconds} s.").format(
                hours=hours, minutes=rest // 60, seconds=rest % 60
            )
        elif sent:
            text = translate("Usage", "Stripe cancels an event only within 24 hours. Send the negative value instead.")
        else:
            text = event.note
        if self.said.text() != text:
            self.said.setText(text)

    async def _cancel(self) -> None:
        event = self.chosen
        if event is None:
            return
        sending = self.context.services.usage_sending
        act, done = translate("Usage", "Cancel event"), translate("Usage", "Event canceled.")
        if await carry_out(self.context, self, lambda: sending.preview_cancel(event), act, done) is not None:
            await sending.canceled(event)
            await self._load()

    async def _counter(self) -> None:
        from .send import SendUsageDialog

        event, services = self.chosen, self.context.services
        if event is None:
            return
        meters = await services.meters.all()
        meter = next((one for one in meters if one.event_name == event.event_name), None)
        customer = await services.queries.get("customer", event.customer)
        if meter is None or customer is None:
            self.show_problem(translate("Usage", "The meter or the customer is not there any more."))
            return
        try:
            draft = services.usage_sending.counter_event(meter, event)
        except Refused as error:
            self.show_problem(sentence(error))
            return
        await shown(SendUsageDialog(self.context, self, meter, customer, draft))
        await self._load()
