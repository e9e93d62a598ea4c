"""The control endpoint: time, faults and limits of a running simulator, from this computer only.

`POST /_control/<action>` with a JSON body: `advance {"seconds": N}` moves every account's clock, `fault {…}` adds a
fault, `clear` removes all, `seed {"seed": N}` seeds random faults, `limits {"enabled": true}` switches rate limits,
`settings {"retry_days": […], "after_retries": "…", "raw_card_data": true}`; `GET /_control/state` shows the state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, get_args

import orjson

from ..errors import ApiError, unknown_parameter
from ..server import Simulator
from ..state.faults import Fault, Kind
from ..state.table import Json
from .answer import Answer, Incoming, answer
from .wire import decode_json

_FURTHEST = 20 * 366 * 86_400
_LOCAL = ("127.0.0.1", "localhost", "[::1]", "practice.invalid")


def _advance(simulator: Simulator, values: Json) -> Json:
    seconds = int(values["seconds"])
    if not 0 <= seconds <= _FURTHEST:
        raise ValueError("at most 20 years at a time")
    return {"now": simulator.advance(seconds)}


def _fault(simulator: Simulator, values: Json) -> Json:
    known = {entry.name for entry in fields(Fault)} - {"hits", "over"}
    for name in values:
        if name not in known:
            raise unknown_parameter(name)
    if not isinstance(values.get("status", 500), int) or values.get("kind") not in get_args(Kind):
        raise ValueError("a fault has a kind and a whole number as its status")
    simulator.faults.add(Fault(**values))
    return {"added": True}


def _clear(simulator: Simulator, _: Json) -> Json:
    simulator.faults.clear()
    return {"cleared": True}


def _seed(simulator: Simulator, values: Json) -> Json:
    simulator.faults.seed(int(values["seed"]))
    return {"seeded": True}


def _limits(simulator: Simulator, values: Json) -> Json:
    simulator.limiter.enabled = bool(values["enabled"])
    return {"enabled": simulator.limiter.enabled}


def _settings(simulator: Simulator, values: Json) -> Json:
    for state in simulator.states():
        if "retry_days" in values:
            state.retry_days = tuple(int(day) for day in values["retry_days"])
        if values.get("after_retries") in ("cancel", "unpaid", "past_due"):
            state.after_retries = values["after_retries"]
        if "raw_card_data" in values:
            state.secrets_of("settings")["raw_card_data"] = bool(values["raw_card_data"])
    return {"set": sorted(values)}


_COMMANDS: dict[str, Callable[[Simulator, Json], Json]] = {
    "advance": _advance,
    "clear": _clear,
    "fault": _fault,
    "limits": _limits,
    "seed": _seed,
    "settings": _settings,
}


async def control(simulator: Simulator, incoming: Incoming) -> Answer:
    """Answer a control request. 403 for a non-local host or a request with an `Origin` header."""
    host = incoming.headers.get("host", "").rsplit(":", 1)[0]
    if host not in _LOCAL or incoming.headers.get("origin"):
        return Answer(403, orjson.dumps({"error": "The control address is for programs of this computer only."}))
    command = incoming.path.removeprefix("/_control/")
    if incoming.method == "GET" and command == "state":
        return answer(200, _state(simulator))
    try:
        if incoming.method != "POST" or command not in _COMMANDS:
            raise ApiError(404, f"No such control: {command}")
        return answer(200, _COMMANDS[command](simulator, decode_json(incoming.body)))
    except ApiError as error:
        return answer(error.status, error.body())
    except (KeyError, TypeError, ValueError) as error:
        return answer(400, {"error": {"message": f"Bad control values: {error}"}})


def _state(simulator: Simulator) -> Json:
    accounts: list[Any] = [
        {"account": state.account_id, "livemode": state.livemode, "now": state.now(), "objects": state.counts()}
        for state in simulator.states()
    ]
    return {"accounts": accounts, "limits": simulator.limiter.enabled, "requests": len(simulator.requests)}
