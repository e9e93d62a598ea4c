"""Events received into the feed beside the SDK's own check of them in a loop; the sign-up trigger, cold and warm."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
import stripe

from billing_desk.domain.access.watching import ReceiverSettings
from billing_desk.services.events.feed import EventFilter
from billing_desk.services.events.receiver import Receiver
from billing_desk.simulator.http.signing import signature
from billing_desk.store.events.event_log import EVENTS, EventLog
from billing_desk.store.files.database import Database

from .figures import Figure, figure

COUNT, SENDERS = 10_000, 32
SECRET = "whsec_" + "a1B2" * 8
RUNS = 5


def watching() -> list[Figure]:
    bodies = [_event(number) for number in range(COUNT)]
    ours, beside = asyncio.run(_received(bodies)), _verified(bodies)
    received = "events/s received, signed, on disk and in the feed, once each"
    cold, warm = _cold("billing_desk.integrations.cognito.trigger"), _cold("stripe")
    return [
        figure(received, ours, beside, "the SDK's check", "≥ 1000"),
        figure("cold start of the sign-up trigger: its imports", cold, warm, "importing the Stripe SDK", "≤ 0.5"),
    ]


def _event(number: int) -> bytes:
    obj = {"id": f"ch_{number}", "object": "charge", "amount": 980, "currency": "jpy", "status": "succeeded"}
    event = {"id": f"evt_{number}", "object": "event", "api_version": "2026-10-28.endive", "livemode": False}
    event |= {"created": 1_790_000_000 + number // 100, "type": "charge.succeeded", "data": {"object": obj}}
    return json.dumps(event).encode()


async def _received(bodies: list[bytes]) -> float:
    """Events a second over HTTP on loopback, each answered when it is on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        log = EventLog(Database(Path(folder) / "events.db", "ab" * 32, EVENTS, durable=True))
        receiver = Receiver(log, time.time, lambda _: None, lambda: None, lambda _: None, live=False)
        receiver.set_secrets({"one": SECRET})
        await asyncio.get_running_loop().run_in_executor(None, receiver.start, ReceiverSettings(enabled=True, port=0))
        url = receiver.state.address.replace("localhost", "127.0.0.1")
        stamp = int(time.time())
        signed = iter([(body, signature(SECRET, body, stamp)) for body in bodies])
        began = time.perf_counter()
        try:
            await asyncio.gather(*(_send(url, signed) for _ in range(SENDERS)))
            took = time.perf_counter() - began
            found = len(await log.page(EventFilter(), COUNT + 1))
            assert found == COUNT, f"{found} of {COUNT}"
        finally:
            await asyncio.get_running_loop().run_in_executor(None, receiver.stop)
            log.close()
    return COUNT / took


async def _send(url: str, signed: Any) -> None:
    """A plain connection: a client library would take more time than what is measured."""
    parts = httpx.URL(url)
    reader, writer = await asyncio.open_connection(parts.host, parts.port)
    for body, header in signed:
        head = f"POST {parts.path} HTTP/1.1\r\nHost: localhost:{parts.port}\r\nContent-Length: {len(body)}\r\n"
        writer.write(f"{head}Stripe-Signature: {header}\r\n\r\n".encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in answer, answer
        await reader.readexactly(2)
    writer.close()


def _verified(bodies: list[bytes]) -> float:
    """Events a second of the SDK's `construct_event`, in one process and without storing anything."""
    stamp = int(time.time())
    signed = [(body, signature(SECRET, body, stamp)) for body in bodies[:2_000]]
    began = time.perf_counter()
    for body, header in signed:
        stripe.Webhook.construct_event(body, header, SECRET)
    return len(signed) / (time.perf_counter() - began)


def _cold(module: str) -> float:
    """Milliseconds of importing a module in a new process, without those of starting Python."""

    def timed(code: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return (time.perf_counter() - began) * 1_000

    taken = sorted(timed(f"import {module}") - timed("pass") for _ in range(RUNS))
    return taken[RUNS // 2]
