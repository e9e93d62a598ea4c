"""Sends one meter event; every rule is checked while typing (E2)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.billing_dates import parse_moment
from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.usage.event import Aggregation, EventCode, Meter, MeterEvent, event_errors, value_of
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import UsageServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.whom import whom_of
from ..wording.billing import usage_words
from ..wording.text import translate
from ..writing.run import carry_out


class SendUsageDialog(DeskDialog[UsageServices]):
    """`draft` fills the form, such as with the event that takes back another one."""

    def __init__(
        self,
        context: Context[UsageServices],
        parent: QWidget,
        meter: Meter,
        customer: Json,
        draft: MeterEvent | None = None,
    ) -> None:
        title = translate("Usage", "Send usage to {name}").format(name=meter.name)
        super().__init__(context, parent, title, translate("Usage", "Preview"), whom=whom_of(customer))
        self._meter, self._customer = meter, str(customer["id"])
        sending = context.services.usage_sending
        self.value = TextField("" if draft is None or draft.value is None else str(draft.value))
        now = sending.now()
        self.at = TextField("" if draft is None or abs(draft.at - now) < 1 else context.wording.moment(draft.at))
        self._at = draft.at if draft is not None else None
        self.identifier = TextField(draft.identifier if draft else sending.new_identifier())
        hint = translate("Usage", "A whole number. A negative one takes usage back.")
        self._rows = {
            "value": FormRow(translate("Usage", "Value"), self.value, hint),
            "at": FormRow(translate("Usage", "Time of the usage"), self.at),
            "identifier": FormRow(
                translate("Usage", "Identifier"),
                self.identifier,
                translate("Usage", "Stripe counts an identifier once. It is the idempotency key too."),
            ),
        }
        for row in self._rows.values():
            self.body.addWidget(row)
        self.value.setVisible(True)
        self._rows["value"].setVisible(meter.aggregation is not Aggregation.COUNT)
        for field in (self.value, self.at, self.identifier):
            field.textChanged.connect(lambda _: self._check())
        self.primary.clicked.connect(self._preview)
        self._touched = False
        self._check()
        (self.value if meter.aggregation is not Aggregation.COUNT else self.at).setFocus()

    def _event(self) -> MeterEvent | None:
        """None if a field cannot be read; it is said there."""
        for row in self._rows.values():
            row.show_problem("")
        text = self.at.text().strip()
        at = parse_moment(text, self.context.wording.zone) if text else self.context.services.usage_sending.now()
        if at is None:
            self._rows["at"].show_problem(translate("Usage", "Enter a day and a time such as 2026-12-24 18:30."))
            return None
        if self._at is not None and text == self.context.wording.moment(self._at):
            at = self._at  # to the second, as it was
        self._rows["at"].show_hint(self._when(at, now=not text))
        if self._meter.aggregation is Aggregation.COUNT:
            return MeterEvent(self._meter.event_name, self._customer, None, at, self.identifier.text().strip())
        value = value_of(self.value.text())
        if isinstance(value, EventCode):
            if self._touched or self.value.text().strip():
                self._rows["value"].show_problem(usage_words.problem(value))
            return None
        return MeterEvent(self._meter.event_name, self._customer, value, at, self.identifier.text().strip())

    def _when(self, at: int, *, now: bool) -> str:
        exact = self.context.wording.exact(at).replace("\n", " = ")
        if now:
            text = translate("Usage", "Empty: now ({exact}). Otherwise a day and a time in {zone}.")
            return text.format(exact=exact, zone=self.context.wording.zone_name)
        return exact

    def _check(self) -> MeterEvent | None:
        """The event; what Stripe would refuse is said at its field."""
        event = self._event()
        if event is not None:
            for error in event_errors(self._meter, event, self.context.services.usage_sending.now()):
                if error.field in self._rows:
                    self._rows[error.field].show_problem(usage_words.problem(error.code))
                else:
                    self.show_problem(usage_words.problem(error.code))
        return event

    def _preview(self) -> None:
        self._touched = True
        self.show_problem("")
        event = self._check()
        wrong = next((row for row in self._rows.values() if row.problem), None)
        if event is None or wrong is not None:
            if wrong is not None:
                wrong.point_out()
            return
        self.jobs.alone("send", self._send(event))

    async def _send(self, event: MeterEvent) -> None:
        services = self.context.services
        sending = services.usage_sending

        async def make() -> Preview:
            return await sending.preview_send(self._meter, event)

        async def perform(operation: Operation) -> Json:
            return await sending.perform(services.writer, operation)

        act = translate("Usage", "Send {value}").format(value="1" if event.value is None else str(event.value))
        done = translate("Usage", "Usage sent. Stripe counts it within some minutes.")
        if await carry_out(self.context, self, make, act, done, perform=perform) is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        param, code = str(getattr(error, "param", "") or ""), str(error.code)
        row = self._rows.get({"timestamp": "at"}.get(param, param))
        text = usage_words.problem(code)
        if row is not None and text:
            row.show_problem(text)
            row.point_out()
