"""Usage sent from here: one event, its cancellation, and the negative event that corrects it later (E2, E3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.objects.customer import display_name
from ...domain.objects.subscription import LIVE, items_of, standing
from ...domain.usage.event import Aggregation, Meter, MeterEvent, can_cancel, event_errors, meter_of, payload_of
from ...domain.usage.record import SentEvent, SentState
from ...domain.usage.rejected import key_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Operation, Preview, Risk
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...gateway.requests import usage
from ...store.durable.usage_record import UsageRecord
from ...store.mirror.usage.figures import UsageFigures
from ..tools import Tools
from ..writes.planner import new_id
from ..writes.writer import Writer


@dataclass(frozen=True)
class Period:
    """A customer's running billing period of a metered price, in Unix seconds; the end is exclusive."""

    subscription: str
    start: int
    end: int


class UsageSending:
    """Every `preview_…` raises DeskError, including Refused with a field and a code of EventCode."""

    def __init__(self, tools: Tools, record: UsageRecord, operator: Callable[[], str]) -> None:
        self._mirror, self._reader, self._planner = tools.mirror, tools.reader, tools.planner
        self._record, self._operator, self._figures = record, operator, UsageFigures(tools.mirror)

    def now(self) -> int:
        """Stripe's time in Unix seconds."""
        return self._planner.now()

    @staticmethod
    def new_identifier() -> str:
        return f"bd-{new_id()}"

    async def newest(self) -> list[SentEvent]:
        """What was sent from here, newest first."""
        return await self._record.newest()

    async def customers(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The names of customers by id."""
        found = {id_: await self._mirror.get("customer", id_) for id_ in set(ids)}
        return {id_: display_name(customer or {"id": id_}) for id_, customer in found.items()}

    async def preview_send(self, meter: Meter, event: MeterEvent) -> Preview:
        customer, _ = await self._reader.read("customer", event.customer)
        if customer.get("deleted"):
            raise Refused(code="deleted", param="customer")
        for error in event_errors(meter, event, self.now()):
            raise Refused(code=error.code, param=error.field)
        if event.identifier in await self._record.with_identifiers([event.identifier]):
            raise Refused(code="identifier_used", param="identifier")
        request = usage.send_event(event.event_name, payload_of(meter, event), event.at, event.identifier)
        operation = self._planner.plan(
            Action.USAGE_SEND,
            request,
            subjects=(("customer", event.customer), ("meter", meter.id)),
            changes=(
                FieldChange("event_name", None, event.event_name),
                FieldChange("usage_value", None, "1" if event.value is None else str(event.value)),
                FieldChange("usage_at", None, str(event.at)),
                FieldChange("identifier", None, event.identifier),
            ),
            risk=Risk.SERIOUS,
            key=key_of(event.identifier, await self._record.count_failed(event.identifier)),
            undo=((0, usage.cancel_event(event.event_name, event.identifier)),),
        )
        said = [Effect(EffectCode.AGGREGATED_LATE)]
        if event.value is not None and event.value < 0:
            said.append(Effect(EffectCode.NEGATIVE_USAGE))
        if meter.window:
            said.append(Effect(EffectCode.WINDOW_REPLACES, {"window": meter.window}))
        warned = period_warning(event.at, await self.periods(event.customer, meter.id))
        return Preview(operation, warned, Effects(by_stripe=tuple(said)))

    async def perform(self, writer: Writer, operation: Operation) -> Json:
        """Record the event, then send it. Raises as Writer.perform."""
        params = operation.steps[0].request.params
        value = next(each.after for each in operation.changes if each.field == "usage_value")
        customer = dict(operation.subjects).get("customer") or next(iter(params["payload"].values()))
        event = MeterEvent(params["event_name"], customer, int(str(value)), params["timestamp"], params["identifier"])
        number = await self._record.begin_alone(event, self._operator(), operation.id)
        try:
            answer = await writer.perform(operation)
        except DeskError as error:
            await self._record.settle([number], SentState.FAILED, None, error.code or type(error).__name__)
            raise
        await self._record.settle([number], SentState.SENT, self.now())
        return answer

    async def preview_cancel(self, event: SentEvent) -> Preview:
        """Raises Refused if more than 24 hours have passed since it was sent, or it was canceled already."""
        if event.state is not SentState.SENT or event.sent is None or not can_cancel(event.sent, self.now()):
            raise Refused(code="not_cancelable", param="identifier")
        operation = self._planner.plan(
            Action.USAGE_CANCEL,
            usage.cancel_event(event.event_name, event.identifier),
            subjects=(("customer", event.customer),),
            changes=(
                FieldChange("event_name", event.event_name, None),
                FieldChange("usage_value", "1" if event.value is None else str(event.value), None),
                FieldChange("identifier", event.identifier, None),
            ),
            risk=Risk.SERIOUS,
        )
        meter = await self._meter_named(event.event_name)
        warned = period_warning(event.at, await self.periods(event.customer, meter)) if meter else ()
        return Preview(operation, warned, Effects(by_stripe=(Effect(EffectCode.USAGE_TAKEN_BACK),)))

    async def canceled(self, event: SentEvent) -> None:
        """Stripe has accepted the cancellation."""
        await self._record.settle([event.number], SentState.CANCELED, None)

    def counter_event(self, meter: Meter, event: SentEvent) -> MeterEvent:
        """What takes an event back after 24 hours: the negative value at the same time, or now if that is too long ago.
        Raises Refused for a meter that does not add up values."""
        if meter.aggregation is not Aggregation.SUM or event.value is None:
            raise Refused(code="no_counter_event", param="value")
        made = MeterEvent(event.event_name, event.customer, -event.value, event.at, self.new_identifier())
        late = any(error.field == "at" for error in event_errors(meter, made, self.now()))
        return made._replace(at=self.now()) if late else made

    async def periods(self, customer: str, meter: str) -> list[Period]:
        """The running periods in which the customer is billed by the meter."""
        found = []
        subscriptions = await self._mirror.related("subscription", "customer", customer)
        for subscription in subscriptions:
            for item in items_of(subscription):
                start, end = item.period
                if item.price.meter == meter and start and end and standing(subscription) in LIVE:
                    found.append(Period(str(subscription["id"]), int(start), int(end)))
        return found

    async def _meter_named(self, event_name: str) -> str:
        found = [meter_of(row) for row in await self._figures.meters()]
        return next((meter.id for meter in found if meter.event_name == event_name), "")


def period_warning(at: int, periods: Sequence[Period]) -> tuple[Warning_, ...]:
    """Usage at `at` (Unix seconds) is billed with the period that it falls into, not with the one it is sent in."""
    if not periods:
        return (Warning_(WarningCode.NOT_BILLED),)
    first = min(period.start for period in periods)
    if at < first:
        return (Warning_(WarningCode.PERIOD_IS_OVER, {"at": str(first)}),)
    return ()
