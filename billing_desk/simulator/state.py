"""What one account in one mode holds: its objects, its events, and its usage."""

from __future__ import annotations

import copy
import random
import string
from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .clock import Clock
from .errors import no_such
from .wire import Json

API_VERSION = "2026-10-28.endive"
_ALPHABET = string.ascii_letters + string.digits


@dataclass(frozen=True)
class RequestMark:
    """Which request caused a change; written into its event."""

    id: str | None = None
    idempotency_key: str | None = None


class State:
    """Objects by kind, each kind kept newest first for lists."""

    def __init__(self, clock: Clock, *, account_id: str, name: str, livemode: bool = False, seed: int = 1) -> None:
        self.clock = clock
        self.account_id = account_id
        self.name = name
        self.livemode = livemode
        self.usage: dict[tuple[str, str], dict[int, int]] = {}
        self._random = random.Random(seed)
        self._objects: dict[str, dict[str, Json]] = {}
        self._order: dict[str, list[tuple[int, int, str]]] = {}
        self._kind_of: dict[str, str] = {}
        self._serial = 0

    def new_id(self, prefix: str, length: int = 14) -> str:
        return prefix + "".join(self._random.choices(_ALPHABET, k=length))

    def add(self, kind: str, obj: Json) -> Json:
        self._serial += 1
        self._objects.setdefault(kind, {})[obj["id"]] = obj
        insort(self._order.setdefault(kind, []), (-obj["created"], -self._serial, obj["id"]))
        self._kind_of[obj["id"]] = kind
        return obj

    def move(self, obj: Json, created: int) -> None:
        """Give an object another creation time and its place in the lists."""
        order = self._order[self._kind_of[obj["id"]]]
        index = next(i for i, entry in enumerate(order) if entry[2] == obj["id"])
        _, serial, id_ = order.pop(index)
        obj["created"] = created
        insort(order, (-created, serial, id_))

    def get(self, kind: str, id_: str, param: str = "id") -> Json:
        found = self._objects.get(kind, {}).get(id_)
        if found is None:
            raise no_such(kind, id_, param)
        return found

    def find(self, id_: str) -> Json | None:
        """Any object by its id, as `expand` needs it."""
        kind = self._kind_of.get(id_)
        return self._objects[kind].get(id_) if kind else None

    def has(self, kind: str, id_: str) -> bool:
        return id_ in self._objects.get(kind, {})

    def all(self, kind: str) -> Iterator[Json]:
        """Newest first; deleted objects are left out, as in Stripe's lists."""
        objects = self._objects.get(kind, {})
        for _, _, id_ in self._order.get(kind, ()):
            if not objects[id_].get("deleted"):
                yield objects[id_]

    def count(self, kind: str) -> int:
        return len(self._objects.get(kind, {}))

    def replace(self, kind: str, obj: Json) -> Json:
        self._objects[kind][obj["id"]] = obj
        return obj


@dataclass
class Call:
    """One request on its way through a resource."""

    state: State
    params: Json
    ids: dict[str, str]
    mark: RequestMark = field(default_factory=RequestMark)

    def emit(self, type_: str, obj: Json, previous: Json | None = None) -> None:
        """Write the event Stripe would write for this change."""
        data: dict[str, Any] = {"object": copy.deepcopy(obj)}
        if previous is not None:
            data["previous_attributes"] = previous
        self.state.add(
            "event",
            {
                "id": self.state.new_id("evt_1", 23),
                "object": "event",
                "api_version": API_VERSION,
                "created": self.state.clock.now(),
                "data": data,
                "livemode": self.state.livemode,
                "pending_webhooks": 0,
                "request": {"id": self.mark.id, "idempotency_key": self.mark.idempotency_key},
                "type": type_,
            },
        )


def within(created: Any, value: int) -> bool:
    """Whether `value` satisfies a `created` filter: a timestamp or a range."""
    if not isinstance(created, dict):
        return bool(value == created)
    tests = {
        "gt": value > created.get("gt", value - 1),
        "gte": value >= created.get("gte", value),
        "lt": value < created.get("lt", value + 1),
        "lte": value <= created.get("lte", value),
    }
    return all(tests.values())


def matching(items: Iterable[Json], params: Json, *names: str) -> list[Json]:
    """The items whose `created` and named fields equal the filters given in `params`."""
    chosen = [item for item in items if all(item.get(name) == params[name] for name in names if name in params)]
    if "created" in params:
        chosen = [item for item in chosen if within(params["created"], item["created"])]
    return chosen
