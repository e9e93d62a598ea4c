"""Saves the state of an account to a file and loads it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import orjson

from .clock import RealClock
from .packed import Packed
from .state import State
from .table import Json

_FORMAT = 1


def _plain(value: Any) -> Any:
    if isinstance(value, Packed):
        return orjson.Fragment(value.raw())
    if isinstance(value, set | tuple):
        return list(value)
    raise TypeError(type(value).__name__)


def dump(state: State, ahead: int = 0) -> bytes:
    """A state as JSON; `ahead` is the number of seconds its clock was advanced."""
    body: Json = {
        "format": _FORMAT,
        "account": [state.account_id, state.name, state.livemode],
        "ahead": ahead,
        "drawn": state.drawn,
        "serial": state.serial,
        "settings": {"retry_days": state.retry_days, "after_retries": state.after_retries},
        "hidden": state.hidden,
        "due": {clock: sorted(heap) for clock, heap in state.due.items()},
        "usage": [[meter, customer, events] for (meter, customer), events in state.usage.items()],
        "outbox": state.outbox,
        "tables": state.rows_by_kind(),
    }
    return orjson.dumps(body, default=_plain, option=orjson.OPT_NON_STR_KEYS)


def load(data: bytes, clock: RealClock | None = None) -> State:
    """The state that `dump` wrote. Raises ValueError for other data."""
    try:
        body = orjson.loads(data)
        if body["format"] != _FORMAT:
            raise ValueError("another format")
        account_id, name, livemode = body["account"]
        state = State(clock or RealClock(body["ahead"]), account_id=account_id, name=name, livemode=livemode)
        for kind, rows in body["tables"].items():
            for serial, row in rows:
                state.table(kind).add(row, serial)
        state.hidden.update(body["hidden"])
        state.due.update({clock_id: [tuple(entry) for entry in heap] for clock_id, heap in body["due"].items()})
        state.usage.update({(m, c): [tuple(event) for event in events] for m, c, events in body["usage"]})
        state.outbox = [tuple(entry) for entry in body["outbox"]]
        state.retry_days = tuple(body["settings"]["retry_days"])
        state.after_retries = body["settings"]["after_retries"]
        seed, drawn = body["drawn"]
        state.restore(seed, drawn, body["serial"])
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise ValueError("not a state of this simulator") from error
    return state


class Keeper:
    """Writes a state to its file if it has changed; a crash during the write keeps the previous file."""

    def __init__(self, state: State, path: Path) -> None:
        self._state = state
        self._path = path
        self._kept = -1

    def keep(self) -> None:
        if self._state.version == self._kept:
            return
        self._kept = self._state.version
        ahead = getattr(self._state.clock, "ahead", 0)
        beside = self._path.with_suffix(".new")
        with beside.open("wb") as file:
            file.write(dump(self._state, ahead))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
