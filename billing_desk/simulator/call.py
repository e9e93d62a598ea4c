"""The context of one API request or one scheduled task: state, parameters, events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson

from .errors import ApiError
from .http.wire import check_cursors, cut
from .spec import api_version
from .state.packed import Packed
from .state.state import State
from .state.table import Json, Test, created_of


@dataclass(frozen=True)
class RequestMark:
    """The request that caused a change; written into its event."""

    id: str | None = None
    idempotency_key: str | None = None


@dataclass
class Call:
    """`ids` are the path parameters; `params` have been validated by the endpoint's shape."""

    state: State
    params: Json = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    mark: RequestMark = field(default_factory=RequestMark)

    def over(self, state: State, params: Json | None = None) -> Call:
        """The same request against another state or with other parameters."""
        return Call(state, self.params if params is None else params, self.ids, self.mark)

    def emit(self, type_: str, obj: Json, previous: Json | None = None) -> None:
        """Add the event that Stripe creates for this change, with a snapshot of `obj` as JSON bytes."""
        state = self.state
        data: dict[str, Any] = {"object": orjson.Fragment(orjson.dumps(obj))}
        if previous is not None:
            data["previous_attributes"] = previous
        listeners = [
            endpoint["id"]
            for kind in ("webhook_endpoint", "v2.core.event_destination")
            for endpoint in state.table(kind).rows()
            if endpoint["status"] == "enabled" and heard(type_, endpoint["enabled_events"], thin=_is_thin(endpoint))
        ]
        made = state.add(
            "event",
            {
                "id": state.new_id("evt_1", 23),
                "object": "event",
                "api_version": api_version(),
                "created": state.now_of(obj),
                "data": data,
                "livemode": state.livemode,
                "pending_webhooks": len(listeners),
                "request": {"id": self.mark.id, "idempotency_key": self.mark.idempotency_key},
                "type": type_,
            },
        )
        for listener in (*listeners, *state.listening):
            state.deliver(listener, made)

    @contextmanager
    def changing(self, obj: Json, type_: str | None, kind: str | None = None) -> Iterator[Json]:
        """Change an object in place. If it changed, mark it changed and emit `type_` (None: no event)."""
        before: Json = orjson.loads(orjson.dumps(obj))
        yield obj
        previous = difference(before, obj)
        if previous or obj.keys() != before.keys():
            self.state.changed(kind or obj["object"], obj)
            if type_:
                self.emit(type_, obj, previous)


def heard(type_: str, patterns: list[str], *, thin: bool = False) -> bool:
    """Whether an event of this type matches the endpoint's patterns."""
    wanted = f"v1.{type_}" if thin else type_
    return any(p in ("*", wanted) or (p.endswith("*") and wanted.startswith(p[:-1])) for p in patterns)


def _is_thin(endpoint: Any) -> bool:
    return bool(endpoint.get("event_payload") == "thin")


def difference(before: Json, after: Json) -> Json:
    """`previous_attributes` as in Stripe's events: the old values of changed fields only, also in nested objects."""
    found: Json = {}
    for name, old in before.items():
        new = after.get(name)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict) and name != "metadata":
            found[name] = difference(old, new)
        else:
            found[name] = old
    if isinstance(after.get("metadata"), dict) and "metadata" in found and isinstance(found["metadata"], dict):
        names = {*before["metadata"], *after["metadata"]}
        changed = [n for n in names if before["metadata"].get(n) != after["metadata"].get(n)]
        found["metadata"] = {n: before["metadata"].get(n) for n in sorted(changed)}
    return found


def within(created: Any, value: int | None) -> bool:
    """Whether `value` satisfies a time filter: a timestamp or a range."""
    if value is None:
        return False
    if not isinstance(created, dict):
        return bool(value == created)
    return not (
        ("gt" in created and value <= created["gt"])
        or ("gte" in created and value < created["gte"])
        or ("lt" in created and value >= created["lt"])
        or ("lte" in created and value > created["lte"])
    )


def listed(call: Call, kind: str, url: str, *equal: str, test: Test | None = None) -> Json:
    """One page of a kind, newest first, filtered by `created`, by the fields named in `equal`, and by `test`.

    Reads only the rows of the page: starts at the cursor and stops when the page is full.
    """
    params, table = call.params, call.state.table(kind)
    check_cursors(params)
    backwards = "ending_before" in params
    cursor = params.get("ending_before") if backwards else params.get("starting_after")
    beyond = None
    if cursor is not None:
        beyond = table.place(cursor)
        if beyond is None:
            name = "ending_before" if backwards else "starting_after"
            raise ApiError(400, f"No such {kind}: '{cursor}'", code="resource_missing", param=name)
    wanted = {name: params[name] for name in equal if name in params}
    key = next((name for name in wanted if table.indexes(name)), None)
    if key is None:
        places = table.places(newest=not backwards, beyond=_bound(params, beyond, backwards=backwards))
    else:
        ids = table.by(key, wanted.pop(key))
        found = sorted((p for id_ in ids if (p := table.place(id_))), reverse=not backwards)
        places = (p for p in found if beyond is None or (p > beyond if backwards else p < beyond))
    fits = _fits(wanted, params.get("created"), test)
    rows = (row for p in places if (row := table.peek(p[2])) is not None and fits(row))
    return cut(_until(rows, params.get("created"), backwards=backwards), params, url)


def _bound(params: Json, beyond: tuple[int, int, str] | None, *, backwards: bool) -> tuple[int, int, str] | None:
    """Where iteration starts: after the cursor, and not newer than the `created` filter allows."""
    created = params.get("created")
    if backwards or not isinstance(created, dict):
        return beyond
    ends = [created["lt"]] if "lt" in created else []
    ends += [created["lte"] + 1] if "lte" in created else []
    first = (min(ends), 0, "") if ends else None
    return beyond if first is None else first if beyond is None else min(first, beyond)


def _until(rows: Iterator[Any], created: Any, *, backwards: bool) -> Iterator[Any]:
    """Stop at the first row older than the `created` filter, when rows are newest first."""
    least = max(created.get("gte", 0), created.get("gt", -1) + 1) if isinstance(created, dict) else 0
    for row in rows:
        if not backwards and created_of(row) < least:
            return
        yield row


def _fits(wanted: Json, created: Any, test: Test | None) -> Callable[[Json | Packed], bool]:
    def fits(row: Json | Packed) -> bool:
        if row.get("deleted"):
            return False
        if any(row.get(name) != value for name, value in wanted.items()):
            return False
        if created is not None and not within(created, created_of(row)):
            return False
        return test is None or test(row)

    return fits
