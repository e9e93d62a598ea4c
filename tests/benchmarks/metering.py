"""Sending usage: at Stripe's limits beside them, without limits beside a plain loop with the SDK; checking a file."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import stripe

from billing_desk import desk
from billing_desk.desk import Desk
from billing_desk.domain.usage.event import Aggregation, Meter
from billing_desk.domain.usage.rows import ImportMap
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.pace import METER_EVENTS, METER_STREAM, PRACTICE, PaceLimits
from billing_desk.gateway.route import Route
from billing_desk.services.usage.imports.checking import Checker
from billing_desk.services.usage.imports.runs import Way
from billing_desk.services.usage.imports.table_file import opened

from ..stripe_side import StripeSide
from ..support import ACCOUNT, TEST_KEY, empty_simulator, on_loopback, with_desk
from .figures import Figure, figure

CUSTOMERS, SINGLE, STREAMED, CHECKED, LOOPED = 200, 6_000, 60_000, 400_000, 1_000
KILLED = 100_000
SINGLE_LIMIT, STREAM_LIMIT = 1_000.0, 20.0
"""Requests a second; a request of the stream has 100 events. That of the stream is a part of Stripe's, so that the
simulator on the same computer is not what is measured."""
MAPPED = ImportMap(0, 1, 2, 3, "UTC")
_SERVER = """
import gc, sys
gc.disable()
from billing_desk.simulator.http.limiter import Limiter, Published
from billing_desk.simulator.http.loopback import LoopbackServer
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import RealClock
from billing_desk.simulator.state.state import State
account, key, single, stream = sys.argv[1:]
simulator = Simulator({key: Grant(State(RealClock(), account_id=account, name="Acme KK", seed=3))})
if float(single):
    simulator.limiter = Limiter(Published(test=float(single), endpoint=float(single), stream=float(stream)))
server = LoopbackServer(simulator, 0)
print(server.url, flush=True)
simulator.limiter.enabled = False
sys.stdin.readline()
simulator.limiter.enabled = bool(float(single))
print("limited", flush=True)
server.wait()
"""


@contextmanager
def _server(single: float, stream: float) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-c", _SERVER, ACCOUNT, TEST_KEY, str(single), str(stream)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip(), server
        finally:
            server.kill()


async def _filled(address: str) -> list[str]:
    side = StripeSide(address, TEST_KEY)
    fields = {"default_aggregation[formula]": "sum", "display_name": "API calls", "event_name": "api_calls"}
    await side.call("post", "/v1/billing/meters", **fields)
    return [await side.customer(name=f"Customer {number}") for number in range(CUSTOMERS)]


def _file(folder: Path, customers: list[str], count: int, now: int) -> Path:
    path = folder / f"{count}.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("customer,value,time,identifier\n")
        file.writelines(
            f"{customers[number % len(customers)]},{number % 97},{now - number % 3_600},row-{number}\n"
            for number in range(count)
        )
    return path


async def _sent(address: str, server: subprocess.Popen[str], path: Path, way: Way) -> float:
    """Events a second."""

    async def use(made: Desk, heard: object) -> float:
        made.start()
        while made.status.phase != "current":
            await asyncio.sleep(0.05)
            made.take_status(heard.statuses[-1] if heard.statuses else made.status)  # type: ignore[attr-defined]
        imports = made.services.rooms.usage.imports
        dry = await imports.check(opened(path), MAPPED, (await imports.meters())[0])
        run = await imports.start(await imports.begin(dry, way, "", ""))
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write("go\n")
        server.stdin.flush()
        server.stdout.readline()
        began = time.perf_counter()
        await imports.send(run)
        assert not run.failed
        assert run.halt is None, run.cause
        return run.done / (time.perf_counter() - began)

    with tempfile.TemporaryDirectory() as folder:
        return float(await with_desk(Route(address=address), use, Path(folder)))


def _rate(way: Way, count: int, limits: PaceLimits, *, limited: bool) -> float:
    before = desk._LIMITS[Mode.TEST]
    desk._LIMITS[Mode.TEST] = limits
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            _server(SINGLE_LIMIT if limited else 0, STREAM_LIMIT) as (address, server),
        ):
            customers = asyncio.run(_filled(address))
            path = _file(Path(folder), customers, count, int(time.time()))
            return asyncio.run(_sent(address, server, path, way))
    finally:
        desk._LIMITS[Mode.TEST] = before


def _loop_with_the_sdk() -> float:
    with _server(0, 0) as (address, _):
        customers = asyncio.run(_filled(address))
        client = stripe.StripeClient(TEST_KEY, base_addresses={"api": address})
        began = time.perf_counter()
        for number in range(LOOPED):
            client.v1.billing.meter_events.create(
                {
                    "event_name": "api_calls",
                    "payload": {"stripe_customer_id": customers[number % CUSTOMERS], "value": "1"},
                    "identifier": f"loop-{number}",
                }
            )
        return LOOPED / (time.perf_counter() - began)


def _checked() -> float:
    now, customers = int(time.time()), [f"cus_{number:014d}" for number in range(CUSTOMERS)]
    meter = Meter("mtr_1", "API", "api_calls", Aggregation.SUM, "stripe_customer_id", "value", "", is_active=True)
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder), customers, CHECKED, now)
        checker = Checker(opened(path), MAPPED, meter, dict(zip(customers, customers, strict=True)), "bd", now)
        rates = []
        for _ in range(3):
            began = time.perf_counter()
            assert checker.run().good == CHECKED
            rates.append(CHECKED / (time.perf_counter() - began))
    return max(rates)


def metering() -> list[Figure]:
    limited = PaceLimits(SINGLE_LIMIT, SINGLE_LIMIT, {METER_EVENTS: SINGLE_LIMIT, METER_STREAM: STREAM_LIMIT})
    loop = _loop_with_the_sdk()
    single = _rate(Way.SINGLE, SINGLE, limited, limited=True)
    stream = _rate(Way.STREAM, STREAMED, limited, limited=True)
    free = _rate(Way.STREAM, STREAMED, PRACTICE, limited=False)
    return [
        figure("usage one by one, events/s", single, SINGLE_LIMIT, "the limit of 1,000 a second", "≥ 0.95"),
        figure(
            "usage by the stream, events/s", stream, STREAM_LIMIT * 100, "a limit of 20 requests a second", "≥ 0.95"
        ),
        figure("usage by the stream without limits, events/s", free, loop, "a loop with the SDK", "≥ 5"),
        figure("checking a file of usage, rows/s", _checked(), 200_000, "200,000 rows a second", "≥ 1"),
    ]


def killed_imports() -> None:
    """100,000 rows with 5 % of the requests in trouble, in processes that are killed; raises AssertionError."""
    from ..flows.test_usage_command import Place, killed

    simulator = empty_simulator()
    with tempfile.TemporaryDirectory() as folder, on_loopback(simulator) as route:
        kills = asyncio.run(killed(Place(simulator, route.address or "", Path(folder)), KILLED, 100))
    print(f"usage: {KILLED} rows, killed {kills} times, the totals are those of the file", flush=True)
