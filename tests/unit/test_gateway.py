"""The one door: the same key on every attempt, the right patience, every error translated."""

from __future__ import annotations

from typing import Any

import pytest

from billing_desk.domain.errors import (
    Busy,
    Conflict,
    DeskError,
    KeyRejected,
    Locked,
    NotAllowed,
    NotFound,
    Offline,
    Refused,
    Unexpected,
    leaves_doubt,
)
from billing_desk.domain.writes.request import Request
from billing_desk.gateway.client import Connection
from billing_desk.gateway.pace import PRACTICE, Pace
from billing_desk.gateway.pages import pages
from billing_desk.gateway.request_log import RequestLog
from billing_desk.gateway.requests import customers, invoices, plans
from billing_desk.gateway.requests.objects import read_one
from billing_desk.gateway.route import Route
from billing_desk.gateway.stripe_gateway import StripeGateway
from billing_desk.gateway.version import API_VERSION
from billing_desk.simulator.state.faults import Fault

from ..support import (
    NO_INVOICES_KEY,
    OTHER_KEY,
    READ_ONLY_KEY,
    REVOKED_KEY,
    TEST_KEY,
    empty_simulator,
    in_process,
    on_loopback,
)


class _Patience:
    """Sleeps no time and remembers how long it would have been."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


async def _send(route: Route, request: Any, *, key: str = TEST_KEY, idempotency: str | None = None) -> Any:
    connection, patience = Connection(key, route), _Patience()
    log = RequestLog()
    gateway = StripeGateway(connection, Pace(PRACTICE), log, sleep=patience)
    try:
        return await gateway.send(request, key=idempotency), patience.slept, log
    finally:
        await connection.close()


NEW: Any = {"name": "花子", "email": "hanako@example.jp"}


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
@pytest.mark.parametrize("serve", [in_process, on_loopback])
async def test_a_lost_connection_is_tried_again_with_the_same_key(kind: Any, serve: Any) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST /v1/customers", kind, times=2))
    with serve(simulator) as route:
        reply, slept, _ = await _send(route, customers.create(NEW), idempotency="key-1")
    assert len(slept) == 2
    assert simulator.grants[TEST_KEY].state.count("customer") == 1
    assert reply.replayed is (kind == "drop_after")
    assert {key for _, _, key in simulator.requests} == {"key-1"}


async def test_429_waits_longer_each_time() -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("GET", "status", times=4, status=429))
    with in_process(simulator) as route:
        _, slept, log = await _send(route, customers.list_all())
    assert len(slept) >= 4
    assert [e.outcome for e in log.newest()] == ["ok", "Busy", "Busy", "Busy", "Busy"]


@pytest.mark.parametrize(
    ("fault", "error", "attempts"),
    [
        (Fault(".", "status", times=None, status=429), Busy, 6),
        (Fault(".", "status", times=None, status=500), Unexpected, 3),
        (Fault(".", "status", times=None, status=409), Conflict, 3),
        (Fault(".", "drop_before", times=None), Offline, 3),
        (Fault(".", "not_json", times=None), Unexpected, 1),
    ],
)
async def test_gives_up_in_time(fault: Fault, error: type[DeskError], attempts: int) -> None:
    simulator = empty_simulator()
    simulator.faults.add(fault)
    with in_process(simulator) as route, pytest.raises(error):
        await _send(route, customers.create(NEW), idempotency="key-1")
    assert fault.hits == attempts


@pytest.mark.parametrize(
    ("key", "request_", "error", "facts"),
    [
        (REVOKED_KEY, customers.list_all(), KeyRejected, {"code": "api_key_expired"}),
        ("sk_test_nobody0knows0this", customers.list_all(), KeyRejected, {}),
        ("pk_test_publishable000000", customers.list_all(), KeyRejected, {"code": "secret_key_required"}),
        (NO_INVOICES_KEY, invoices.list_all(), NotAllowed, {"permission": "rak_invoice_read"}),
        (READ_ONLY_KEY, customers.create(NEW), NotAllowed, {"permission": "rak_customer_write"}),
        (OTHER_KEY, read_one("customer", "cus_1"), NotFound, {"code": "resource_missing"}),
        (TEST_KEY, customers.create({"email": "nobody"}), Refused, {"param": "email", "code": "email_invalid"}),
    ],
)
async def test_stripes_refusals_keep_what_the_operator_needs(
    key: str, request_: Any, error: type[DeskError], facts: dict[str, str]
) -> None:
    with in_process(empty_simulator()) as route, pytest.raises(error) as raised:
        await _send(route, request_, key=key, idempotency="k" if request_.is_write else None)
    assert {name: getattr(raised.value, name) for name in facts} == facts
    assert (raised.value.request_id or "").startswith("req_")
    assert key not in str(raised.value)


async def test_a_locked_object_is_tried_again_alone_and_the_pace_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("billing_desk.simulator.state.locks.PATIENCE_SECONDS", 0.0)
    simulator = empty_simulator()
    with in_process(simulator) as route:
        made = (await _send(route, customers.create(NEW), idempotency="key-1"))[0].data["id"]
        held = frozenset({made})
        await simulator._locks.acquire(held)
        connection, pace, slept = Connection(TEST_KEY, route), Pace(PRACTICE), list[float]()

        async def sleep(seconds: float) -> None:
            slept.append(seconds)
            if len(slept) == 3:
                simulator._locks.release(held)

        log = RequestLog()
        gateway = StripeGateway(connection, pace, log, sleep=sleep)
        try:
            reply = await gateway.send(customers.update(made, {"name": "After"}), key="key-2")
            limited = gateway.is_limited()
        finally:
            await connection.close()
    assert reply.data["name"] == "After"
    assert [entry.outcome for entry in log.newest()] == ["ok", "Locked", "Locked", "Locked"]
    assert slept == sorted(slept)
    assert not limited, "the other requests of the account are not slowed"


async def test_an_object_that_stays_locked_is_said_to_be_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("billing_desk.simulator.state.locks.PATIENCE_SECONDS", 0.0)
    simulator = empty_simulator()
    with in_process(simulator) as route:
        made = (await _send(route, customers.create(NEW), idempotency="key-1"))[0].data["id"]
        await simulator._locks.acquire(frozenset({made}))
        with pytest.raises(Locked) as raised:
            await _send(route, customers.update(made, {"name": "After"}), idempotency="key-2")
    assert raised.value.code == "lock_timeout"
    assert not leaves_doubt(raised.value)


async def test_a_list_goes_on_although_the_object_it_stopped_at_was_deleted() -> None:
    simulator = empty_simulator()
    with in_process(simulator) as route:
        state = simulator.grants[TEST_KEY].state
        connection = Connection(TEST_KEY, route)
        gateway = StripeGateway(connection, Pace(PRACTICE), RequestLog())
        try:
            for number in range(230):
                await gateway.send(plans_product(number), key=f"key-{number}")
            every = [product["id"] for product in state.all("product")]
            read = list[str]()
            async for rows in pages(gateway, plans.list_products()):
                read += [row["id"] for row in rows]
                if len(read) == 100:  # the last two objects of the page are deleted before the next page is read
                    for id_ in read[-2:]:
                        state.table("product").remove(id_)
        finally:
            await connection.close()
    assert sorted(read) == sorted(every)


async def test_a_list_starts_again_if_everything_read_before_was_deleted() -> None:
    simulator = empty_simulator()
    with in_process(simulator) as route:
        state = simulator.grants[TEST_KEY].state
        connection = Connection(TEST_KEY, route)
        gateway = StripeGateway(connection, Pace(PRACTICE), RequestLog())
        try:
            for number in range(130):
                await gateway.send(plans_product(number), key=f"key-{number}")
            read = list[str]()
            async for rows in pages(gateway, plans.list_products()):
                if not read:
                    for row in rows:
                        state.table("product").remove(row["id"])
                read += [row["id"] for row in rows]
        finally:
            await connection.close()
    assert len(read) == len(set(read)) == 130


def plans_product(number: int) -> Request:
    return Request("post", "/v1/products", {"name": f"Product {number}"})


async def test_a_key_with_other_parameters_is_a_conflict() -> None:
    with in_process(empty_simulator()) as route:
        await _send(route, customers.create(NEW), idempotency="key-1")
        with pytest.raises(Conflict) as raised:
            await _send(route, customers.create({"name": "other"}), idempotency="key-1")
    assert raised.value.code == "idempotency_error"


async def test_a_write_without_a_key_never_leaves() -> None:
    simulator = empty_simulator()
    with in_process(simulator) as route, pytest.raises(ValueError, match="idempotency"):
        await _send(route, customers.create(NEW))
    assert simulator.requests == []


async def test_no_network_is_offline() -> None:
    with pytest.raises(Offline):
        await _send(Route(address="http://127.0.0.1:9"), customers.list_all())


async def test_the_version_goes_with_every_request_and_the_log_holds_no_bodies() -> None:
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        reply, _, log = await _send(route, customers.list_by_email("hanako@example.jp"))
    assert reply.data["data"] == []
    assert reply.server_time is not None
    entry = log.newest()[0]
    assert (entry.path, entry.outcome) == ("/v1/customers", "ok")
    assert "hanako" not in repr(entry)
    assert API_VERSION == "2026-10-28.endive"
