"""Usage that Stripe rejected: by meter and reason, joined to what was sent, corrected and sent again (E5)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.usage.record import SentState
from ...services.desk_services import UsageServices
from ...services.usage.rejected import RejectedEvent, RejectedGroup
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Button, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL, WIDE
from ..wording.billing import usage_words
from ..wording.text import translate


class RejectedDialog(DeskDialog[UsageServices]):
    """`groups` are listed above, the events that Stripe names of the chosen one below. `meter` is chosen first."""

    def __init__(self, context: Context[UsageServices], parent: QWidget, meter: str = "") -> None:
        super().__init__(context, parent, translate("Rejected", "Rejected usage"), "", whom=None)
        self.resize(WIDE + 220, 620)
        self.groups: list[RejectedGroup] = []
        self._first = meter
        titles = [
            translate("Rejected", "Meter"),
            translate("Rejected", "Reason"),
            translate("Rejected", "Events"),
            translate("Rejected", "Last"),
        ]
        self.table = table(translate("Rejected", "Reasons"), titles, (170, 420, 80, 140), stretch=1)
        self.body.addWidget(self.table, 1)
        self.said = Label(wordWrap=True)
        self.body.addWidget(self.said)
        named = [
            translate("Rejected", "Identifier"),
            translate("Rejected", "Customer"),
            translate("Rejected", "Value"),
            translate("Rejected", "Time of the usage"),
            translate("Rejected", "Sent by"),
            translate("Rejected", "File and row"),
            translate("Rejected", "Status"),
        ]
        self.samples = table(translate("Rejected", "Events"), named, (170, 200, 70, 130, 100, 150, 90), stretch=0)
        self.body.addWidget(self.samples, 1)
        self.correct = Button(translate("Rejected", "Correct and send…"))
        self.new_meter = Button(translate("Rejected", "New meter…"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.correct)
        row.addWidget(self.new_meter)
        row.addStretch(1)
        self.body.addLayout(row)
        self.correct.clicked.connect(lambda: self.jobs.alone("correct", self._correct()))
        self.new_meter.clicked.connect(lambda: self.jobs.alone("correct", self._new_meter()))
        self.table.itemSelectionChanged.connect(self._group_chosen)
        self.samples.itemSelectionChanged.connect(self._event_chosen)
        self._names: dict[str, str] = {}
        self._event_chosen()
        self.jobs.newest("load", self._load())

    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    async def _load(self) -> None:
        services, wording = self.context.services, self.context.wording
        self.groups = await services.rejected_usage.groups()
        ids = [event.sent.customer for group in self.groups for event in group.events if event.sent]
        self._names = dict(await services.usage_sending.customers(ids))
        rows = [
            [
                group.meter.name if group.meter else translate("Rejected", "None has this event name"),
                usage_words.stripe_code(group.found.code),
                wording.number(group.found.count),
                wording.moment(group.found.last),
            ]
            for group in self.groups
        ]
        fill(self.table, rows, right=(2,))
        places = [place for place, group in enumerate(self.groups) if group.found.meter == self._first]
        if rows and self.table.currentRow() < 0:
            self.table.selectRow(places[0] if places else 0)
        self._group_chosen()

    @property
    def group(self) -> RejectedGroup | None:
        place = self.table.currentRow()
        return self.groups[place] if 0 <= place < len(self.groups) else None

    @property
    def chosen(self) -> RejectedEvent | None:
        place, group = self.samples.currentRow(), self.group
        return group.events[place] if group is not None and 0 <= place < len(group.events) else None

    def _group_chosen(self) -> None:
        group = self.group
        fill(self.samples, [self._cells(event) for event in group.events] if group else [], right=(2,))
        if group is not None and group.events and self.samples.currentRow() < 0:
            self.samples.selectRow(0)
        if group is None:
            self.said.setText(translate("Rejected", "Stripe rejected no usage in the last 30 days."))
        else:
            text = translate("Rejected", "Stripe names {named} of %n event(s). Code: {code}.", "", group.found.count)
            named = self.context.wording.number(len(group.events))
            self.said.setText(text.format(named=named, code=group.found.code))
        self.new_meter.setVisible(group is not None and group.found.code == "no_meter")
        self._event_chosen()

    def _cells(self, event: RejectedEvent) -> list[str]:
        sent, wording = event.sent, self.context.wording
        if sent is None:
            return [event.identifier, translate("Rejected", "Not sent from here"), "", "", "", "", ""]
        row = translate("Rejected", "{file}, row {row}").format(file=event.file, row=sent.line) if event.file else "–"
        return [
            event.identifier,
            self._names.get(sent.customer, sent.customer),
            wording.number(1 if sent.value is None else sent.value),
            wording.moment(sent.at),
            sent.by,
            row,
            usage_words.sent_state(sent.state)[0],
        ]

    def _event_chosen(self) -> None:
        group, event = self.group, self.chosen
        failed = event is not None and event.sent is not None and event.sent.state is not SentState.SENT
        self.correct.setEnabled(failed and group is not None and not group.is_final)

    async def _correct(self) -> None:
        """The same event in the form; its meter is the one that has its event name now."""
        from ..writing.pick_customer import PickCustomerDialog
        from .send import SendUsageDialog

        event, services = self.chosen, self.context.services
        if event is None or event.sent is None:
            return
        meters = await services.meters.all()
        meter = next((each for each in meters if each.event_name == event.sent.event_name and each.is_active), None)
        if meter is None:
            self.show_problem(
                translate("Rejected", "No active meter has the event name {name}.").format(name=event.sent.event_name)
            )
            return
        customer = await services.queries.get("customer", event.sent.customer)
        if customer is None:
            picker = PickCustomerDialog(self.context, self)
            chosen = picker.chosen if await shown(picker) else ""
            customer = await services.queries.get("customer", chosen) if chosen else None
        if customer is not None:
            draft = services.rejected_usage.draft(event.sent)
            await shown(SendUsageDialog(self.context, self, meter, customer, draft))
            await self._load()

    async def _new_meter(self) -> None:
        from .meter_form import MeterForm

        await shown(MeterForm(self.context, self))
        await self._load()
