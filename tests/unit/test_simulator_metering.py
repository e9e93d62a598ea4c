"""Usage in the simulator: windows, formulas, identifiers, corrections, and what is reported later."""

from __future__ import annotations

from typing import Any

import pytest

from ..simulated import DAY, NOW, Asked

HOUR = 3_600


@pytest.fixture
def asked() -> Asked:
    return Asked()


def meter(asked: Asked, formula: str = "sum", **values: Any) -> str:
    made = asked.post(
        "/v1/billing/meters",
        display_name="Calls",
        event_name="calls",
        default_aggregation={"formula": formula},
        **values,
    )
    return str(made["id"])


def send(asked: Asked, customer: str, value: str, identifier: str, at: int = NOW) -> None:
    payload = {"stripe_customer_id": customer, "value": value}
    asked.post("/v1/billing/meter_events", event_name="calls", payload=payload, identifier=identifier, timestamp=at)


def total(asked: Asked, meter_id: str, customer: str, window: str | None = None) -> list[float]:
    span = {"customer": customer, "start_time": NOW, "end_time": NOW + DAY}
    if window:
        span["value_grouping_window"] = window
    found = asked.get(f"/v1/billing/meters/{meter_id}/event_summaries", **span)["data"]
    return [row["aggregated_value"] for row in found[::-1]]


@pytest.mark.parametrize(
    ("formula", "window", "expected"),
    [("sum", None, 22), ("count", None, 4), ("last", None, 7), ("sum", "hour", 17), ("sum", "day", 7)],
)
def test_formulas_and_windows(asked: Asked, formula: str, window: str | None, expected: int) -> None:
    """E8."""
    asked.advance(DAY)
    id_ = meter(asked, formula, **({"event_time_window": window} if window else {}))
    customer = asked.customer(None)["id"]
    for number, (value, at) in enumerate((("5", 0), ("6", 60), ("4", HOUR), ("7", 2 * HOUR))):
        send(asked, customer, value, f"e{number}", NOW + at)
    assert total(asked, id_, customer) == [expected]
    if window is None and formula == "sum":
        assert total(asked, id_, customer, "hour") == [11, 4, 7]


def test_what_is_refused_at_once(asked: Asked) -> None:
    """E2."""
    meter(asked)
    customer = asked.customer(None)["id"]
    send(asked, customer, "1", "once")
    usage = {"event_name": "calls", "payload": {"stripe_customer_id": customer, "value": "1"}}
    path = "/v1/billing/meter_events"
    assert asked.refused("POST", path, **usage, identifier="once")["code"] == "resource_already_exists"
    old, ahead = NOW - 35 * DAY - 1, NOW + 301
    assert asked.refused("POST", path, **usage, timestamp=old)["code"] == "timestamp_too_far_in_past"
    assert asked.refused("POST", path, **usage, timestamp=ahead)["code"] == "timestamp_in_future"
    asked.post(path, **usage, timestamp=NOW - 35 * DAY)
    asked.post(path, **usage, timestamp=NOW + 300)
    assert asked.refused("POST", path, **usage, identifier="x" * 101)["status"] == 400
    asked.advance(DAY)
    asked.post(path, **usage, identifier="once")


def test_canceled_within_a_day_and_corrected_afterwards(asked: Asked) -> None:
    """E3."""
    id_, customer = meter(asked), asked.customer(None)["id"]
    send(asked, customer, "5", "first")
    send(asked, customer, "8", "second")
    cancel = {"type": "cancel", "event_name": "calls"}
    path = "/v1/billing/meter_event_adjustments"
    assert asked.post(path, **cancel, cancel={"identifier": "first"})["status"] == "pending"
    assert total(asked, id_, customer) == [8]
    assert "already been canceled" in asked.refused("POST", path, **cancel, cancel={"identifier": "first"})["message"]
    assert asked.refused("POST", path, **cancel, cancel={"identifier": "never"})["code"] == "resource_missing"
    asked.advance(DAY + 1)
    assert "24 hours" in asked.refused("POST", path, **cancel, cancel={"identifier": "second"})["message"]
    send(asked, customer, "-8", "correction", NOW + 60)
    assert total(asked, id_, customer) == [0]


def test_what_is_reported_later_with_counts_and_samples(asked: Asked) -> None:
    """E5."""
    id_, customer = meter(asked), asked.customer(None)["id"]
    for number in range(7):
        send(asked, "cus_nobody", "1", f"lost{number}")
    send(asked, customer, "1.5", "broken")
    send(asked, customer, "1" * 16, "long")
    send(asked, customer, "1" + "0" * 20, "round")
    assert asked.get("/v2/core/events", types=["v1.billing.meter.error_report_triggered"])["data"] == []
    asked.advance(10)
    listed = asked.get("/v2/core/events", types=["v1.billing.meter.error_report_triggered"])["data"]
    assert len(listed) == 1
    assert "data" not in listed[0], "an entry of the list must be read by its id"
    report = asked.get(f"/v2/core/events/{listed[0]['id']}")
    assert report["related_object"]["id"] == id_
    found = {kind["code"]: kind for kind in report["data"]["reason"]["error_types"]}
    counts = {code: kind["error_count"] for code, kind in found.items()}
    assert counts == {
        "meter_event_customer_not_found": 7,
        "meter_event_invalid_value": 1,
        "meter_event_value_too_many_digits": 2,
    }
    samples = found["meter_event_customer_not_found"]["sample_errors"]
    assert [sample["request"]["identifier"] for sample in samples] == [f"lost{number}" for number in range(5)]
    asked.post(f"/v1/billing/meters/{id_}/deactivate")
    send(asked, customer, "1", "archived")
    asked.advance(10)
    newest = asked.get("/v2/core/events", types=["v1.billing.meter.error_report_triggered"])["data"][0]
    kinds = asked.get(f"/v2/core/events/{newest['id']}")["data"]["reason"]["error_types"]
    assert [kind["code"] for kind in kinds] == ["archived_meter"]
