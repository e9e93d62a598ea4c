"""The event log, readable for 30 days."""

from __future__ import annotations

from ..errors import no_such
from ..shapes import array, boolean, created, listing, text
from ..state import Call, matching
from ..wire import Json, page
from . import NOTHING, Endpoint

KEPT_SECONDS = 30 * 86_400


def _kept(call: Call) -> list[Json]:
    oldest = call.state.clock.now() - KEPT_SECONDS
    return [event for event in call.state.all("event") if event["created"] >= oldest]


def _wanted(type_: str, patterns: list[str]) -> bool:
    return any(type_ == p or (p.endswith("*") and type_.startswith(p[:-1])) for p in patterns)


def list_all(call: Call) -> Json:
    chosen = matching(_kept(call), call.params)
    patterns = call.params.get("types") or ([call.params["type"]] if "type" in call.params else [])
    if patterns:
        chosen = [event for event in chosen if _wanted(event["type"], patterns)]
    return page(chosen, call.params, "/v1/events", "event")


def retrieve(call: Call) -> Json:
    event = call.state.get("event", call.ids["id"])
    if event not in _kept(call):
        raise no_such("event", event["id"])
    return event


_filters = listing(type=text(), types=array(text(), max_items=20), created=created, delivery_success=boolean)
endpoints = [
    Endpoint("GET", "/v1/events", list_all, _filters, "event"),
    Endpoint("GET", "/v1/events/{id}", retrieve, NOTHING, "event"),
]
