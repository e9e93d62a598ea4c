"""The state of one account in one mode: objects, scheduled tasks and usage."""

from __future__ import annotations

import heapq
import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from ..errors import no_such
from ..spec import blank
from .clock import Clock
from .packed import Packed
from .table import Json, Table, copied
from .templates import UNSET

_LETTERS = ((string.ascii_letters + string.digits) * 5)[:256].encode()
EVENTS_KEPT_SECONDS = 30 * 86_400
_CUSTOMERS = ("customer",)
_INDEXED: dict[str, tuple[str, ...]] = {
    "bank_account": _CUSTOMERS,
    "card": _CUSTOMERS,
    "charge": ("customer", "payment_intent"),
    "credit_note": ("invoice", "customer"),
    "customer": ("email",),
    "customer_balance_transaction": _CUSTOMERS,
    "invoice": _CUSTOMERS,
    "invoice_payment": ("invoice",),
    "invoiceitem": _CUSTOMERS,
    "payment_intent": _CUSTOMERS,
    "payment_method": _CUSTOMERS,
    "price": ("product", "lookup_key"),
    "promotion_code": ("code",),
    "refund": ("charge", "payment_intent"),
    "source": _CUSTOMERS,
    "subscription": _CUSTOMERS,
    "tax_id": _CUSTOMERS,
    "radar.value_list_item": ("value_list",),
}
_UNDATED = ("card", "discount", "invoiceitem", "bank_account")
Due = tuple[int, int, str, str]
"""(Unix seconds, serial, task name, object id)."""


class State:
    """Objects by kind. `hidden`: object id → internal data that API answers do not contain.

    `outbox` lists (endpoint, event) ids that wait for delivery; `listening` are sessions that get every event;
    `pages` and `invoice_pages` return the base addresses of the hosted pages;
    `retry_days` and `after_retries` (cancel, unpaid or past_due) are the account's settings for failed payments.
    """

    def __init__(self, clock: Clock, *, account_id: str, name: str, livemode: bool = False, seed: int = 1) -> None:
        self.clock = clock
        self.account_id = account_id
        self.name = name
        self.livemode = livemode
        self.hidden: dict[str, Json] = {}
        self.usage: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
        self.retry_days: tuple[int, ...] = (3, 5, 7)
        self.after_retries = "cancel"
        self.due: dict[str, list[Due]] = {}
        self.version = 0
        self.outbox: list[tuple[str, str]] = []
        self.listening: set[str] = set()
        self.pages: Callable[[], str] = lambda: "http://127.0.0.1:12111"
        self.invoice_pages: Callable[[], str] = lambda: "https://invoice.stripe.com"
        self._moments: dict[str, int] = {}
        self._tables: dict[str, Table] = {}
        self._seed, self._drawn = seed, 0
        self._serial = 0
        self._parent: State | None = None

    def new_id(self, prefix: str, length: int = 14) -> str:
        """A unique id, deterministic for the seed and the number of ids before."""
        self._drawn += 1
        drawn = blake2b(self._drawn.to_bytes(8, "big"), digest_size=length, key=b"%d" % self._seed).digest()
        return prefix + bytes(map(_LETTERS.__getitem__, drawn)).decode()

    def now(self, clock_id: str | None = None) -> int:
        """Unix seconds on the account's clock, or on a test clock."""
        moment = self._moments.get(clock_id or "")
        if moment is not None:
            return moment
        if clock_id:
            frozen = self.table("test_helpers.test_clock").peek(clock_id)
            if frozen is not None:
                return int(frozen["frozen_time"])
        return self.clock.now()

    def now_of(self, obj: Json) -> int:
        """Unix seconds on the object's `test_clock`, or on the account's clock."""
        return self.now(obj.get("test_clock"))

    def now_of_owner(self, obj: Json) -> int:
        """Unix seconds on the test clock of the object's customer; for objects without `test_clock`, e.g. a payment."""
        owner = self.table("customer").peek(obj.get("customer") or "")
        return self.now(owner.get("test_clock") if owner is not None else None)

    @contextmanager
    def at(self, moment: int, clock_id: str | None = None) -> Iterator[None]:
        """Set the time to `moment` (Unix seconds) inside the block."""
        before = self._moments.get(clock_id or "")
        self._moments[clock_id or ""] = moment
        try:
            yield
        finally:
            if before is None:
                del self._moments[clock_id or ""]
            else:
                self._moments[clock_id or ""] = before

    def table(self, kind: str) -> Table:
        found = self._tables.get(kind)
        if found is None:
            above = self._parent.table(kind) if self._parent else None
            found = self._tables[kind] = Table(_INDEXED.get(kind, ()), above)
        return found

    def new(self, kind: str, id_: str, **values: Any) -> Json:
        """Add an object with every field of its type; `values` override the blank ones."""
        made = {**blank(kind), "id": id_, **{name: value for name, value in values.items() if value is not UNSET}}
        if "livemode" in made:
            made["livemode"] = self.livemode
        if kind not in _UNDATED:
            made.setdefault("created", self.now(made.get("test_clock")))
        return self.add(kind, made)

    def add(self, kind: str, obj: Json) -> Json:
        self.add_row(kind, obj)
        return obj

    def add_row(self, kind: str, row: Json | Packed) -> None:
        self._serial += 1
        self.version += 1
        self.table(kind).add(row, self._serial)

    def get(self, kind: str, id_: str, param: str = "id") -> Json:
        found = self.table(kind).get(id_)
        if found is None:
            raise no_such(kind, id_, param)
        return found

    def replace(self, kind: str, obj: Json) -> Json:
        """Replace the fields of the object with the same id."""
        found = self.get(kind, obj["id"])
        found.clear()
        found.update(obj)
        self.changed(kind, found)
        return found

    def changed(self, kind: str, obj: Json) -> None:
        """Update indexes and version after an object was changed in place."""
        self.version += 1
        self.table(kind).reindex(obj)

    def find(self, id_: str) -> Json | Packed | None:
        """An object of any kind by its id, read-only; None: there is none."""
        for kind in self._kinds():
            found = self.table(kind).peek(id_)
            if found is not None:
                return found
        return None

    def has(self, kind: str, id_: str) -> bool:
        return id_ in self.table(kind)

    def all(self, kind: str) -> Iterator[Json]:
        """All objects of a kind, newest first, without deleted ones, as in Stripe's lists."""
        table = self.table(kind)
        for place in list(table.places(newest=True)):
            row = table.get(place[2])
            if row is not None and not row.get("deleted"):
                yield row

    def of(self, kind: str, field: str, value: str) -> list[Json]:
        """The objects whose indexed field has this value, oldest first."""
        table = self.table(kind)
        return [row for id_ in table.by(field, value) if (row := table.get(id_)) is not None]

    def count(self, kind: str) -> int:
        return len(self.table(kind))

    @property
    def serial(self) -> int:
        """The latest serial number, which orders objects of the same second."""
        return self._serial

    @property
    def drawn(self) -> tuple[int, int]:
        """The seed and the number of ids generated with it."""
        return self._seed, self._drawn

    def restore(self, seed: int, drawn: int, serial: int) -> None:
        """Restore the counters of a saved state."""
        self._seed, self._drawn, self._serial = seed, drawn, serial

    def rows_by_kind(self) -> dict[str, list[tuple[int, Json | Packed]]]:
        """Every object with its serial number, in order of creation."""
        return {kind: table.numbered() for kind, table in self._tables.items() if len(table)}

    def counts(self) -> dict[str, int]:
        """The number of objects of each kind."""
        return {kind: len(table) for kind, table in sorted(self._tables.items()) if len(table)}

    def move(self, obj: Json, created: int) -> None:
        self.version += 1
        self.table(obj["object"]).move(obj["id"], created)

    def remove(self, kind: str, id_: str) -> None:
        self.version += 1
        self.table(kind).remove(id_)

    def schedule(self, time: int, task: str, obj: Json) -> None:
        """Schedule `task` for this object at `time` (Unix seconds) of its clock. Tasks check if they still apply."""
        self._serial += 1
        entry = (time, self._serial, task, obj["id"])
        heapq.heappush(self._heap(obj.get("test_clock") or ""), entry)

    def next_due(self, clock_id: str, until: int) -> Due | None:
        """Remove and return the first task due by `until`; None: there is none."""
        heap = self._heap(clock_id)
        return heapq.heappop(heap) if heap and heap[0][0] <= until else None

    def secrets_of(self, id_: str) -> Json:
        """The hidden data of an object, for reading and writing."""
        if id_ not in self.hidden:
            above = self._parent.hidden_of(id_) if self._parent else {}
            self.hidden[id_] = copied(above)
        return self.hidden[id_]

    def hidden_of(self, id_: str) -> Json:
        """The hidden data of an object, read-only."""
        if id_ in self.hidden or self._parent is None:
            return self.hidden.get(id_, {})
        return self._parent.hidden_of(id_)

    def usage_of(self, key: tuple[str, str]) -> list[tuple[int, int, str]]:
        """The usage events of a (meter, customer), read-only."""
        if key in self.usage or self._parent is None:
            return self.usage.get(key, [])
        return self._parent.usage_of(key)

    def own_usage(self, key: tuple[str, str]) -> list[tuple[int, int, str]]:
        """The usage events of a (meter, customer), for writing."""
        if key not in self.usage:
            self.usage[key] = list(self.usage_of(key))
        return self.usage[key]

    def usage_keys(self) -> set[tuple[str, str]]:
        return {*self.usage, *(self._parent.usage_keys() if self._parent else ())}

    def deliver(self, endpoint: str, event: Json) -> None:
        """Queue this event for a webhook endpoint or event destination."""
        self.outbox.append((endpoint, event["id"]))

    def forget_old_events(self) -> None:
        self.table("event").forget_before(self.now() - EVENTS_KEPT_SECONDS)

    def fork(self) -> State:
        """A fork that reads through to this state and keeps its changes until `commit`."""
        above = State(self.clock, account_id=self.account_id, name=self.name, livemode=self.livemode)
        above._parent = self
        above.retry_days, above.after_retries = self.retry_days, self.after_retries
        above._moments = dict(self._moments)
        above.pages, above.invoice_pages, above.listening = self.pages, self.invoice_pages, self.listening
        above._seed, above._drawn, above._serial = self._seed, self._drawn, self._serial
        return above

    def commit(self) -> None:
        parent = self._parent
        assert parent is not None
        for table in self._tables.values():
            table.commit()
        parent.hidden.update(self.hidden)
        parent.outbox += self.outbox
        parent.usage.update(self.usage)
        for clock_id, heap in self.due.items():
            parent.due[clock_id] = heap
        parent._drawn, parent._serial = self._drawn, self._serial
        parent.version += 1

    def _heap(self, clock_id: str) -> list[Due]:
        if clock_id not in self.due:
            self.due[clock_id] = list(self._parent._heap(clock_id)) if self._parent else []
        return self.due[clock_id]

    def _kinds(self) -> list[str]:
        kinds = list(self._tables)
        if self._parent is not None:
            kinds += [kind for kind in self._parent._kinds() if kind not in self._tables]
        return kinds
