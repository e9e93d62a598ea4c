"""The local receiver of webhooks: signatures, hosts, sizes, order, each once (E11)."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import stripe

from billing_desk.desk import Desk
from billing_desk.domain.access.watching import ReceiverSettings
from billing_desk.domain.events.signature import Refusal, refusal
from billing_desk.services.events.feed import EventFilter
from billing_desk.services.events.receiver import Receiver
from billing_desk.simulator.http.signing import signature
from billing_desk.store.events.event_log import EVENTS, EventLog
from billing_desk.store.files.database import Database

from ..support import RecordedCallbacks, empty_simulator, on_loopback, until, with_desk

SECRET = "whsec_" + "a1B2" * 8
PINNED = "2026-10-28.endive"


def event(number: int, **values: Any) -> dict[str, Any]:
    obj = {"id": f"ch_{number}", "object": "charge", "amount": 100, "currency": "jpy", "status": "succeeded"}
    made = {"id": f"evt_{number}", "object": "event", "api_version": PINNED, "created": 1_790_000_000 + number % 50}
    return {**made, "livemode": False, "type": "charge.succeeded", "data": {"object": obj}, **values}


def signed(payload: bytes, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    return {"Stripe-Signature": signature(secret, payload, int(time.time() if at is None else at))}


class Heard:
    def __init__(self) -> None:
        self.unexpected: list[BaseException] = []
        self.published: list[Any] = []


@asynccontextmanager
async def listening(*secrets: str, now: float | None = None) -> AsyncIterator[tuple[Receiver, EventLog, str]]:
    log = EventLog(Database(None, "ab" * 32, EVENTS, durable=True))
    heard = Heard()
    clock = (lambda: now) if now is not None else time.time
    receiver = Receiver(log, clock, heard.published.append, lambda: None, heard.unexpected.append, live=False)
    receiver.set_secrets({str(n): secret for n, secret in enumerate(secrets or (SECRET,))})
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, receiver.start, ReceiverSettings(enabled=True, port=0))
    try:
        assert receiver.listens, receiver.state.trouble
        yield receiver, log, receiver.state.address.replace("localhost", "127.0.0.1")
    finally:
        await loop.run_in_executor(None, receiver.stop)
        log.close()
    assert heard.unexpected == []


async def post(url: str, payload: bytes, headers: dict[str, str] | None = None) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.post(url, content=payload, headers=headers or {})


async def stored(log: EventLog) -> list[str]:
    return [each.record.id for each in await log.page(EventFilter(), 100_000)]


async def test_a_signed_event_is_stored_once_and_answered_when_it_is() -> None:
    """E11."""
    async with listening() as (receiver, log, url):
        payload = json.dumps(event(1)).encode()
        for _ in range(3):
            assert (await post(url, payload, signed(payload))).status_code == 200
        assert await stored(log) == ["evt_1"]
        assert len(await log.received(10)) == 1
        assert receiver.state.accepted == 3


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda payload: signed(payload, "whsec_" + "zzzz" * 8), Refusal.WRONG_SECRET),
        (lambda payload: signed(payload + b" "), Refusal.WRONG_SECRET),
        (lambda payload: signed(payload, at=time.time() - 301), Refusal.TOO_OLD),
        (lambda payload: signed(payload, at=time.time() + 302), Refusal.IN_FUTURE),
        (lambda _: {}, Refusal.NO_SIGNATURE),
        (lambda _: {"Stripe-Signature": "t=abc,v1=00"}, Refusal.NO_SIGNATURE),
        (lambda _: {"Stripe-Signature": "t=1,v0=00"}, Refusal.NO_SIGNATURE),
    ],
)
async def test_what_is_not_signed_now_with_the_secret_is_refused_and_counted(change: Any, why: Refusal) -> None:
    """E11: ±301 s, a replay, another secret, another body."""
    async with listening() as (receiver, log, url):
        payload = json.dumps(event(1)).encode()
        answer = await post(url, payload, change(payload))
        assert (answer.status_code, answer.text) == (400, str(why))
        assert receiver.state.refused == {why: 1}
        assert await stored(log) == []


async def test_the_signature_is_that_of_the_bytes_not_of_the_json() -> None:
    """E11: escaped and unescaped text is the same JSON, and other bytes."""
    async with listening() as (_receiver, log, url):
        named = event(1, account_name="山田 🎌")
        raw, escaped = json.dumps(named, ensure_ascii=False).encode(), json.dumps(named).encode()
        assert (await post(url, escaped, signed(raw))).status_code == 400
        assert (await post(url, raw, signed(raw))).status_code == 200
        assert await stored(log) == ["evt_1"]


@pytest.mark.parametrize("offset", [-400, -302, -298, -1, 0, 298])
@pytest.mark.parametrize("secret", [SECRET, "whsec_other"])
def test_the_sdk_agrees_about_signatures(offset: int, secret: str) -> None:
    """E11: Stripe's own verifier, which checks only one side of the time."""
    payload, now = json.dumps(event(1), ensure_ascii=False), int(time.time())
    header = signature(secret, payload.encode(), now + offset)
    try:
        taken = stripe.WebhookSignature.verify_header(payload, header, SECRET, tolerance=300)
    except stripe.SignatureVerificationError:
        taken = False
    assert (refusal(payload.encode(), header, [SECRET], now) is None) is bool(taken)


async def test_only_events_of_this_mode_are_taken() -> None:
    async with listening() as (receiver, log, url):
        for body, why in (
            (event(1, livemode=True), Refusal.OTHER_MODE),
            ({"id": "evt_2"}, Refusal.NOT_AN_EVENT),
            ([1, 2], Refusal.NOT_AN_EVENT),
        ):
            payload = json.dumps(body).encode()
            assert (await post(url, payload, signed(payload))).text == why
        deep = b'{"a":' * 100_000
        assert (await post(url, deep, signed(deep))).text == Refusal.NOT_AN_EVENT
        assert await stored(log) == []
        assert sum(receiver.state.refused.values()) == 4


async def test_a_thin_event_at_the_snapshot_address_is_taken() -> None:
    """E11: never a 500."""
    thin = {
        "id": "evt_thin_1",
        "object": "v2.core.event",
        "type": "v1.charge.succeeded",
        "livemode": False,
        "created": "2026-09-21T14:13:20.000Z",
        "snapshot_event": "evt_1",
        "context": None,
        "related_object": {"id": "ch_1", "type": "charge", "url": "/v1/charges/ch_1"},
    }
    async with listening() as (_receiver, log, url):
        payload = json.dumps(thin).encode()
        assert (await post(url, payload, signed(payload))).status_code == 200
        whole = json.dumps(event(1)).encode()
        assert (await post(url, whole, signed(whole))).status_code == 200
        assert await stored(log) == ["evt_1"]


async def test_other_computers_pages_and_paths_are_refused() -> None:
    """E11, G3."""
    async with listening() as (receiver, log, url):
        payload = json.dumps(event(1)).encode()
        for headers in ({"Host": "evil.example"}, {"Host": "evil.example:4242"}, {"Origin": "https://evil.example"}):
            answer = await post(url, payload, {**signed(payload), **headers})
            assert (answer.status_code, answer.text) == (403, str(Refusal.NOT_LOCAL))
        assert (await post(url + "/other", payload, signed(payload))).status_code == 404
        async with httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(url)).status_code == 405
        assert receiver.state.refused == {Refusal.NOT_LOCAL: 3}
        assert await stored(log) == []


async def test_large_bodies_are_taken_and_enormous_ones_refused() -> None:
    """E11: 1 MB is taken."""
    async with listening() as (_receiver, log, url):
        payload = json.dumps(event(1, padding="x" * 1_000_000)).encode()
        assert (await post(url, payload, signed(payload))).status_code == 200
        assert await stored(log) == ["evt_1"]
        enormous = b"{" + b" " * 5_000_000
        try:
            status = (await post(url, enormous, signed(enormous))).status_code
        except httpx.HTTPError:
            status = 413  # the connection is closed before the whole body is sent
        assert status == 413


async def test_a_slow_body_does_not_keep_others_waiting() -> None:
    """E11."""
    async with listening() as (_receiver, log, url):
        port = httpx.URL(url).port
        payload = json.dumps(event(1)).encode()
        head = f"POST /webhooks HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: {len(payload)}\r\n\r\n"
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(20)]
        for each in slow:
            each.sendall(head.encode() + payload[:3])
        other = json.dumps(event(2)).encode()
        assert (await post(url, other, signed(other))).status_code == 200
        for each in slow:
            each.close()
        assert await stored(log) == ["evt_2"]


async def test_without_a_secret_nothing_is_taken() -> None:
    async with listening(SECRET) as (receiver, _log, url):
        receiver.set_secrets({})
        payload = json.dumps(event(1)).encode()
        assert (await post(url, payload, signed(payload))).text == Refusal.NO_SECRET


async def test_a_port_that_is_taken_is_said() -> None:
    """E11."""
    log = EventLog(Database(None, "ab" * 32, EVENTS, durable=True))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        receiver = Receiver(log, time.time, lambda _: None, lambda: None, lambda _: None, live=False)
        receiver.start(ReceiverSettings(enabled=True, port=other.getsockname()[1]))
        assert (receiver.listens, receiver.state.trouble) == (False, "port_taken")
    receiver.stop()
    log.close()


async def test_thousands_of_events_are_stored_once_each() -> None:
    """E11: none lost, none doubled, whatever comes twice."""
    async with listening() as (receiver, log, url):
        numbers = list(range(3_000)) + list(range(0, 3_000, 3))
        queue = iter(numbers)

        async def work(client: httpx.AsyncClient) -> None:
            for number in queue:
                payload = json.dumps(event(number)).encode()
                assert (await client.post(url, content=payload, headers=signed(payload))).status_code == 200

        async with httpx.AsyncClient(trust_env=False) as client:
            await asyncio.gather(*(work(client) for _ in range(16)))
        found = await stored(log)
        assert len(found) == len(set(found)) == 3_000
        assert receiver.state.accepted == len(numbers)
        at = [each.record.at for each in await log.page(EventFilter(), 10_000)]
        assert at == sorted(at, reverse=True)


async def test_received_events_are_taken_into_the_mirror_once_with_those_of_the_poll() -> None:
    """E11: the same stream; an `updated` before its `created`."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            from ..stripe_side import StripeSide

            side = StripeSide(route.address or "", desk.plan.key)
            desk.start()
            await until(lambda: heard.statuses and heard.phase.value == "current")
            await desk._secrets.put("receiver", SECRET)
            await desk.receive(ReceiverSettings(enabled=True, port=0))
            url = desk.receiver.state.address.replace("localhost", "127.0.0.1")
            customer = await side.customer(email="first@example.jp")
            await side.call("post", f"/v1/customers/{customer}", email="second@example.jp")
            events = (await side.call("get", "/v1/events"))["data"]
            assert [each["type"] for each in events] == ["customer.updated", "customer.created"]
            for each in events:
                payload = json.dumps(each).encode()
                assert (await post(url, payload, signed(payload))).status_code == 200

            async def held() -> str:
                row = await desk.services.queries.get("customer", customer)
                return str((row or {}).get("email"))

            while await held() != "second@example.jp":
                await until(lambda: True)
            rows = await desk.services.feed.page(EventFilter())
            assert sorted(row.logged.record.id for row in rows) == sorted(each["id"] for each in events)
            while await desk._events.received(1):
                await until(lambda: True)

        await with_desk(route, use)
