"""A meter: its usage by customer and over time, and the events that Stripe rejected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import shiboken6

from ...domain.json_object import Json
from ...domain.objects.event import reason_of
from ...domain.usage.event import Meter, meter_of
from ...services.desk_services import UsageServices
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder
from ..widgets.context import Context
from ..wording import words
from ..wording.billing import usage_words
from ..wording.text import joined, translate
from .actions import UsageActions
from .view import UsageView


@dataclass(frozen=True)
class MeterSeen:
    """`problems` are API v2 events about usage that could not be recorded, newest first."""

    meter: Json
    problems: list[Json]


class MeterDetail(Detail[MeterSeen, UsageServices]):
    """`view` is the usage on the screen, None while no meter is shown."""

    def __init__(self, context: Context[UsageServices]) -> None:
        empty = translate("Usage", "Select a meter to see its usage.")
        super().__init__(context, "meter", self._load_meter, self._read_again, self._fill, empty)
        self._customer = ""
        self._meter: Meter | None = None
        self.view: UsageView | None = None
        self._actions = UsageActions(context, self, self.jobs, lambda: self.id)

    async def _load_meter(self, meter_id: str) -> MeterSeen | None:
        reading = self.context.services.queries
        meter = await reading.get("meter", meter_id)
        return None if meter is None else MeterSeen(meter, await reading.problems(meter_id))

    async def _read_again(self, meter_id: str) -> None:
        await self.context.services.queries.refresh("meter", meter_id)

    def send(self) -> None:
        """Send usage to the shown meter."""
        if self._meter is not None:
            self._actions.send(self._meter, self._customer)

    def choose_customer(self, customer_id: str) -> None:
        """The chosen customer is kept when another meter is shown."""
        self._customer = customer_id

    def _fill(self, sheet: DetailBuilder, seen: MeterSeen) -> None:
        meter = self._meter = meter_of(seen.meter)
        status = words.meter_status(str(seen.meter.get("status") or ""))
        sheet.heading(meter.name, meter.id, [status], about=self._about(meter))
        sheet.action_row(*self._actions.buttons(meter, lambda: self._customer))
        sheet.widget(self._view_of(meter))
        sheet.section(translate("Usage", "Rejected usage"))
        rows = [row for problem in seen.problems for row in self._problem(problem)]
        sheet.rows(rows, translate("Usage", "No errors in the last 30 days."), right=(2,))

    def _view_of(self, meter: Meter) -> UsageView:
        """The view on the screen is kept, with what is chosen in it, while it is about the same meter."""
        held = self.view if self.view is not None and shiboken6.isValid(self.view) else None
        if held is not None and held.meter == meter:
            return held
        if held is not None:
            held.release()
        self.view = UsageView(self.context, meter, self._customer, self.choose_customer)
        return self.view

    def _about(self, meter: Meter) -> str:
        text = translate("Usage", "Event {event} · {aggregation} · customer in {customer}, value in {value}")
        return text.format(
            event=meter.event_name,
            aggregation=usage_words.aggregation(meter.aggregation),
            customer=meter.customer_key,
            value=meter.value_key,
        )

    def _problem(self, event: Json) -> list[list[Cell]]:
        """One row for each kind of error in a report: what it means, time, count; with some identifiers."""
        wording = self.context.wording
        at = int(datetime.fromisoformat(str(event["created"])).timestamp())
        found: list[list[Cell]] = []
        for kind in reason_of(event).get("error_types") or []:
            code = str(kind.get("code") or "")
            text = joined(
                (usage_words.stripe_code(code), f"({code})" if usage_words.stripe_code(code) != code else ""), " "
            )
            found.append([text, wording.moment(at), wording.number(int(kind.get("error_count") or 0))])
        return found
