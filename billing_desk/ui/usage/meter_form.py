"""Creates and renames meters (E1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError, Refused
from ...domain.usage.event import Aggregation, Meter
from ...domain.writes.operation import Operation
from ...services.desk_services import UsageServices
from ...services.usage.meters import NewMeter
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox, Label
from ..wording.billing import usage_words
from ..wording.notices import sentence
from ..wording.text import translate
from ..writing.run import carry_out


class _MeterDialog(DeskDialog[UsageServices]):
    def __init__(self, context: Context[UsageServices], parent: QWidget, title: str) -> None:
        super().__init__(context, parent, title, translate("Usage", "Preview"), whom=None)
        self.rows: dict[str, FormRow] = {}

    def _add(self, name: str, label: str, field: QWidget, hint: str = "") -> None:
        self.rows[name] = FormRow(label, field, hint)
        self.body.addWidget(self.rows[name])

    def _clear(self) -> None:
        for row in self.rows.values():
            row.show_problem("")
        self.show_problem("")

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        param = str(getattr(error, "param", "") or "")
        row = self.rows.get({"display_name": "name"}.get(param, param))
        if isinstance(error, Refused) and row is not None:
            row.show_problem(sentence(error))
            row.point_out()


class MeterForm(_MeterDialog):
    def __init__(self, context: Context[UsageServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("Usage", "New meter"))
        fixed = translate("Usage", "Only the name can be changed later.")
        self.body.addWidget(Label(fixed, wordWrap=True))
        self.name, self.event_name = TextField(), TextField()
        self.customer_key, self.value_key = TextField("stripe_customer_id"), TextField("value")
        self.aggregation, self.events = ComboBox(), ComboBox()
        for each in Aggregation:
            self.aggregation.addItem(usage_words.aggregation(each), each)
        for value, text in (
            ("", translate("Usage", "Every event counts")),
            ("hour", translate("Usage", "One event an hour: the latest")),
            ("day", translate("Usage", "One event a day: the latest")),
        ):
            self.events.addItem(text, value)
        self._add("name", translate("Usage", "Name"), self.name)
        hint = translate("Usage", "The name that events are sent with, such as api_calls.")
        self._add("event_name", translate("Usage", "Event name"), self.event_name, hint)
        self._add("aggregation", translate("Usage", "Aggregation"), self.aggregation)
        self._add("window", translate("Usage", "Events"), self.events)
        hint = translate("Usage", "Where an event names the customer's ID.")
        self._add("customer_key", translate("Usage", "Customer key"), self.customer_key, hint)
        self._add("value_key", translate("Usage", "Value key"), self.value_key)
        self.aggregation.currentIndexChanged.connect(self._chosen)
        self.primary.clicked.connect(self._preview)
        self.name.setFocus()

    def _chosen(self) -> None:
        self.rows["value_key"].setVisible(self.aggregation.currentData() != Aggregation.COUNT)

    def _preview(self) -> None:
        self._clear()
        new = NewMeter(
            self.name.text().strip(),
            self.event_name.text().strip(),
            Aggregation(self.aggregation.currentData()),
            self.customer_key.text().strip(),
            self.value_key.text().strip(),
            str(self.events.currentData()),
        )
        self.jobs.alone("create", self._create(new))

    async def _create(self, new: NewMeter) -> None:
        meters = self.context.services.meters
        act = translate("Usage", "Create meter {name}").format(name=new.name)
        done = translate("Usage", "Meter created. Add a metered price on it in the Plans tab.")
        made = await carry_out(
            self.context,
            self,
            lambda: meters.preview_create(new),
            act,
            done,
            lambda answer: ("meter", str(answer["id"]), new.name),
        )
        if made is not None:
            self.accept()


class RenameMeterDialog(_MeterDialog):
    def __init__(self, context: Context[UsageServices], parent: QWidget, meter: Meter) -> None:
        super().__init__(context, parent, translate("Usage", "Rename {name}").format(name=meter.name))
        self._meter = meter
        self.name = TextField(meter.name)
        self._add("name", translate("Usage", "Name"), self.name)
        self.primary.clicked.connect(self._preview)
        self.name.setFocus()
        self.name.selectAll()

    def _preview(self) -> None:
        self._clear()
        self.jobs.alone("rename", self._rename(self.name.text()))

    async def _rename(self, name: str) -> None:
        meters = self.context.services.meters
        act, done = translate("Usage", "Rename meter"), translate("Usage", "Meter renamed.")
        make = lambda: meters.preview_rename(self._meter.id, name)  # noqa: E731 - a preview is made again on a change
        if await carry_out(self.context, self, make, act, done, ("meter", self._meter.id, name)) is not None:
            self.accept()
