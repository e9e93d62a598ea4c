"""Words for metered usage: rules, error codes, aggregation, wiring, and remarks of previews."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from ....domain.usage.event import Aggregation, EventCode, Meter
from ....domain.usage.record import SentState
from ....domain.usage.series import Range, Unit
from ....domain.usage.wiring import Fault, FaultCode
from ....domain.writes.remarks import EffectCode, WarningCode
from ..text import Wording, joined, translate


def problem(code: str) -> str:
    """Why an event is refused, with Stripe's own code where there is one."""
    return {
        EventCode.NO_CUSTOMER: translate("Usage", "Choose a customer."),
        EventCode.NO_VALUE: translate("Usage", "Enter a whole number."),
        EventCode.NOT_WHOLE: translate(
            "Usage", "Stripe takes whole numbers only, without separators (meter_event_invalid_value)."
        ),
        EventCode.TOO_MANY_DIGITS: translate("Usage", "At most 15 digits (meter_event_value_too_many_digits)."),
        EventCode.TOO_OLD: translate(
            "Usage", "More than 35 days ago: Stripe does not take it any more (timestamp_too_far_in_past)."
        ),
        EventCode.IN_FUTURE: translate("Usage", "More than 5 minutes in the future (timestamp_in_future)."),
        EventCode.NO_IDENTIFIER: translate("Usage", "Enter an identifier."),
        EventCode.BAD_IDENTIFIER: translate("Usage", "It contains characters that cannot be printed."),
        EventCode.LONG_IDENTIFIER: translate("Usage", "At most 100 characters."),
        EventCode.INACTIVE_METER: translate("Usage", "This meter is deactivated (archived_meter)."),
        "identifier_used": translate(
            "Usage", "This identifier was already sent from here, and would not be counted again."
        ),
        "not_cancelable": translate(
            "Usage", "Stripe cancels an event only within 24 hours. Send the negative value instead."
        ),
        "no_counter_event": translate(
            "Usage",
            "A negative value corrects only a meter that adds up values, which this one does not.",
        ),
        "meter_empty": translate("Usage", "Enter a text."),
        "meter_too_long": translate("Usage", "This text is too long."),
        "meter_same_keys": translate("Usage", "The customer and the value need different keys."),
        "event_name_taken": translate("Usage", "An active meter already has this event name."),
    }.get(code, "")


def stripe_code(code: str) -> str:
    """What a code of Stripe's error reports means and what helps; the code itself for an unknown one."""
    return {
        "archived_meter": translate("Usage", "The meter is deactivated. Reactivate it, or correct the event name."),
        "meter_event_customer_not_found": translate(
            "Usage", "No customer has this ID. Correct the ID and send the event with the same identifier."
        ),
        "meter_event_no_customer_defined": translate(
            "Usage", "The event lacks the meter's customer key. Send it again with the customer."
        ),
        "meter_event_invalid_value": translate(
            "Usage", "The value is not a whole number. Correct it and send it again."
        ),
        "meter_event_value_too_many_digits": translate("Usage", "The value has more than 15 digits."),
        "meter_event_dimension_count_too_high": translate("Usage", "The event has too many dimensions."),
        "missing_dimension_payload_keys": translate("Usage", "The event lacks the key of a dimension."),
        "no_meter": translate("Usage", "No meter has this event name. Create one, or correct the name."),
        "timestamp_in_future": translate("Usage", "The time was more than 5 minutes in the future."),
        "timestamp_too_far_in_past": translate(
            "Usage", "The time was more than 35 days ago. Stripe does not take this usage any more."
        ),
    }.get(code, code)


def ranges() -> list[tuple[Range, str]]:
    return [
        (Range.THIS_MONTH, translate("Usage", "This month")),
        (Range.LAST_MONTH, translate("Usage", "Last month")),
        (Range.DAYS_30, translate("Usage", "Last 30 days")),
        (Range.DAYS_90, translate("Usage", "Last 90 days")),
        (Range.YEAR, translate("Usage", "Last 365 days")),
    ]


def units() -> list[tuple[Unit, str]]:
    return [
        (Unit.HOUR, translate("Usage", "By hour")),
        (Unit.DAY, translate("Usage", "By day")),
        (Unit.MONTH, translate("Usage", "By month")),
    ]


def bucket(at: int, unit: Unit) -> str:
    """The hour, day, or month that begins at `at` (Unix seconds), in UTC as Stripe counts them."""
    shape = {Unit.HOUR: "%Y-%m-%d %H:%M", Unit.DAY: "%Y-%m-%d", Unit.MONTH: "%Y-%m"}[unit]
    return datetime.fromtimestamp(at, UTC).strftime(shape)


def unit_of(meter: Meter) -> str:
    """What the chart's values are."""
    return joined((meter.name, aggregation(meter.aggregation)), ", ")


def change(before: float, now: float, wording: Wording) -> str:
    """How much more or less, in percent; times from three times on."""
    if not before:
        return "–" if not now else translate("Usage", "new")
    times = now / before
    if times >= THREE:
        return translate("Usage", "{times} times").format(times=wording.number(round(times, 1)))
    percent = round((times - 1) * 100)
    return f"{'+' if percent > 0 else ''}{wording.number(percent)} %"


def signed(value: float, number: Callable[[float], str]) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


THREE = 3


def aggregation(value: Aggregation) -> str:
    return {
        Aggregation.SUM: translate("Usage", "Sum of values"),
        Aggregation.COUNT: translate("Usage", "Number of events"),
        Aggregation.LAST: translate("Usage", "Last value"),
    }[value]


def sent_state(value: SentState) -> tuple[str, str]:
    """Text and tone."""
    return {
        SentState.WAITING: (translate("Usage", "Waiting"), "neutral"),
        SentState.SENDING: (translate("Usage", "Sending"), "warn"),
        SentState.SENT: (translate("Usage", "Sent"), "good"),
        SentState.FAILED: (translate("Usage", "Failed"), "bad"),
        SentState.CANCELED: (translate("Usage", "Canceled"), "neutral"),
    }[value]


def fault(found: Fault) -> tuple[str, str]:
    """What is missing between an event and a bill, and what helps."""
    return {
        FaultCode.NO_METER: (
            translate("Usage", "%n event(s) of the last 30 days have a name that no meter has.", "", found.count),
            translate("Usage", "Create a meter with that event name, or correct the name where the events come from."),
        ),
        FaultCode.NO_MAPPING: (
            translate("Usage", "%n event(s) of the last 30 days lack the meter's customer key.", "", found.count),
            translate("Usage", "Send the customer's ID under the meter's customer key."),
        ),
        FaultCode.NO_PRICE: (
            translate("Usage", "No active price uses this meter: its usage is never billed."),
            translate("Usage", "Create a metered price on it in the Plans tab."),
        ),
        FaultCode.INACTIVE_METER: (
            translate("Usage", "An active price uses this meter, which is deactivated: new usage is rejected."),
            translate("Usage", "Reactivate the meter, or archive the price."),
        ),
        FaultCode.NO_SUBSCRIPTION: (
            translate("Usage", "Nobody subscribes to this metered price: its usage is never billed."),
            translate("Usage", "Subscribe a customer to it, or archive it."),
        ),
    }[found.code]


def warning(code: WarningCode) -> str:
    """ "" for another code."""
    return {
        WarningCode.PERIOD_IS_OVER: translate(
            "Usage",
            "The time lies before the running period, which began on {at}. The earlier invoice is made "
            "already and does not change.",
        ),
        WarningCode.NOT_BILLED: translate(
            "Usage", "The customer has no active subscription on a price of this meter: this usage is not billed."
        ),
        WarningCode.STILL_USED: translate(
            "Usage", "{prices} price(s) with {count} subscription(s) use this meter. Their new usage will be rejected."
        ),
    }.get(code, "")


def effect(code: EffectCode) -> str:
    """ "" for another code."""
    return {
        EffectCode.AGGREGATED_LATE: translate(
            "Usage", "Stripe adds usage up a little later; charts and bills show it after some minutes."
        ),
        EffectCode.NEGATIVE_USAGE: translate(
            "Usage", "A negative value lowers the total of the period. A period that ends below 0 is billed as 0."
        ),
        EffectCode.WINDOW_REPLACES: translate(
            "Usage", "Within one {window} (UTC) only the latest event counts; it replaces the earlier ones."
        ),
        EffectCode.USAGE_TAKEN_BACK: translate(
            "Usage", "Stripe takes the event out of the total. Invoices that are finalized already do not change."
        ),
        EffectCode.METER_IS_FIXED: translate(
            "Usage", "Only the name can be changed later; the event name, the aggregation, and the keys cannot."
        ),
        EffectCode.METER_STOPS: translate(
            "Usage", "Events named {name} are rejected from now on, and no price can use the meter."
        ),
        EffectCode.METER_STARTS: translate(
            "Usage", "Events named {name} are taken again. What was sent meanwhile is not counted."
        ),
    }.get(code, "")
