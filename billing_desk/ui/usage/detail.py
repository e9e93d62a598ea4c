"""The detail of a meter, with one customer's daily usage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.list_query import Query
from ...domain.objects.customer import display_name
from ...domain.objects.event import reason_of
from ...services.desk_services import UsageServices
from ...services.usage.usage import Chart
from ..charts.bars import Bars
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder
from ..widgets.context import Context
from ..widgets.fields import complete_anywhere
from ..widgets.plain import ComboBox, Label
from ..widgets.theme import SMALL
from ..wording import words
from ..wording.notices import sentence
from ..wording.text import joined, translate

OFFERED = 500
"""Maximum number of customers in the picker; the search box finds others."""


@dataclass(frozen=True)
class MeterSeen:
    """`problems` are API v2 events about usage that could not be recorded, newest first."""

    meter: Json
    problems: list[Json]


class MeterDetail(Detail[MeterSeen, UsageServices]):
    def __init__(self, context: Context[UsageServices]) -> None:
        empty = translate("Usage", "Select a meter to see a customer's daily usage.")
        super().__init__(context, "meter", self._load_meter, self._read_again, self._fill, empty)
        self._customer = ""

    async def _load_meter(self, meter_id: str) -> MeterSeen | None:
        reading = self.context.services.queries
        meter = await reading.get("meter", meter_id)
        return None if meter is None else MeterSeen(meter, await reading.problems(meter_id))

    async def _read_again(self, meter_id: str) -> None:
        await self.context.services.queries.refresh("meter", meter_id)

    def choose_customer(self, customer_id: str) -> None:
        """The chosen customer is kept when another meter is shown."""
        self._customer = customer_id

    def _fill(self, sheet: DetailBuilder, seen: MeterSeen) -> None:
        meter = seen.meter
        formula = (meter.get("default_aggregation") or {}).get("formula", "")
        mapping = (meter.get("customer_mapping") or {}).get("event_payload_key", "")
        value = (meter.get("value_settings") or {}).get("event_payload_key", "")
        status = words.meter_status(str(meter.get("status") or ""))
        sheet.heading(str(meter.get("display_name") or meter["id"]), meter["id"], [status])
        sheet.facts(
            [
                (translate("Usage", "Event name"), str(meter.get("event_name") or "")),
                (translate("Usage", "Aggregation"), formula),
                (translate("Usage", "Customer key"), mapping),
                (translate("Usage", "Value key"), value),
                (translate("Usage", "Created"), self.context.wording.moment(meter.get("created"))),
            ]
        )
        sheet.section(translate("Usage", "Daily usage of one customer, days in UTC"))
        sheet.widget(UsageChart(self.context, meter["id"], self._customer, self.choose_customer))
        sheet.section(translate("Usage", "Rejected usage"))
        rows = [row for problem in seen.problems for row in self._problem(problem)]
        sheet.rows(rows, translate("Usage", "No errors in the last 30 days."), right=(2,))

    def _problem(self, event: Json) -> list[list[Cell]]:
        """One row for each kind of error in a report: time, error, count."""
        wording = self.context.wording
        at = int(datetime.fromisoformat(str(event["created"])).timestamp())
        kinds = reason_of(event).get("error_types") or []
        return [
            [
                wording.moment(at),
                str(kind.get("code") or "").replace("_", " "),
                wording.number(int(kind.get("error_count") or 0)),
            ]
            for kind in kinds
        ]


class UsageChart(QWidget):
    """A customer picker above the chart of the last 90 days."""

    def __init__(
        self, context: Context[UsageServices], meter: str, customer: str, chosen: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._context, self._meter = context, meter
        self._chosen = chosen
        self._jobs = context.jobs(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.picker = ComboBox()
        complete_anywhere(self.picker)
        self.picker.setAccessibleName(translate("Usage", "Customer"))
        self.picker.activated.connect(self._picked)
        self._bars = Bars(lambda seconds: datetime.fromtimestamp(seconds, UTC).strftime("%m-%d"))
        self.note = Label(wordWrap=True)
        self.note.setProperty("dim", True)
        for widget in (self.picker, self._bars, self.note):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._jobs.start(self._offer(customer))

    async def _offer(self, customer: str) -> None:
        reading = self._context.services.queries
        page = await reading.page(Query("customer", sort="name", descending=False), OFFERED)
        rows = {str(row["id"]): row for _, row in page.rows}
        if customer and customer not in rows and (kept := await reading.get("customer", customer)):
            rows = {customer: kept, **rows}
        ids = list(rows)
        for id_ in ids:
            row = rows.get(id_, {})
            self.picker.addItem(
                joined((display_name({"id": id_, "name": row.get("name")}), str(row.get("email") or "")), " · "), id_
            )
        if not ids:
            self.note.setText(translate("Usage", "No customers yet."))
            return
        place = self.picker.findData(customer) if customer else await self._first_with_usage(ids)
        self.picker.setCurrentIndex(max(place, 0))
        self._picked()

    async def _first_with_usage(self, ids: list[str]) -> int:
        """The first customer with cached usage, else the first, so that the chart is not empty if possible."""
        for place, id_ in enumerate(ids):
            if await self._context.services.usage.kept(self._meter, id_):
                return place
        return 0

    def _picked(self) -> None:
        customer = str(self.picker.currentData() or "")
        if customer:
            self._chosen(customer)
            self._jobs.newest("usage", self._show(customer))

    async def _show(self, customer: str) -> None:
        kept = await self._context.services.usage.kept(self._meter, customer)
        if kept:
            self._draw(kept)
        try:
            self._draw(await self._context.services.usage.read(self._meter, customer))
        except DeskError as error:
            self.note.setText(sentence(error))

    def _draw(self, chart: Chart) -> None:
        wording = self._context.wording
        total = sum(day.value for day in chart.days)
        text = translate("Usage", "{total} in the last 90 days, {month} in the last 30 · as of {time}")
        month = sum(day.value for day in chart.days[-30:])
        said = text.format(
            total=wording.number(int(total)), month=wording.number(int(month)), time=wording.clock(chart.as_of)
        )
        self.note.setText(said if total else translate("Usage", "No usage in the last 90 days."))
        self._bars.show_days([(day.start, day.value) for day in chart.days], said)
