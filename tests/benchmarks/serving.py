"""How fast the simulator serves, beside localstripe, beside a client's parsing, and beside the clock on the wall."""

from __future__ import annotations

import asyncio
import json
import selectors
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from billing_desk.simulator.accounts.practice import DEMO_KEY, demo_simulator
from billing_desk.simulator.http.answer import Incoming
from billing_desk.simulator.state.clock import FrozenClock

from ..peers.localstripe import KEY, running
from ..simulated import DAY, NOW, Asked

CONNECTIONS = 8


def _request(method: str, path: str, key: str, body: bytes = b"") -> bytes:
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _body_of(data: bytearray) -> int:
    """Where the body begins, once the answer is all there; 0 before. As little work as can be: the server is meant."""
    head = data.find(b"\r\n\r\n")
    if head < 0:
        return 0
    lower = data[:head].lower()
    at = lower.index(b"content-length:") + 15
    end = lower.find(b"\r\n", at)
    length = int(lower[at : end if end > 0 else head])
    if len(data) < head + 4 + length:
        return 0
    assert data.startswith(b"HTTP/1.1 200"), data
    return head + 4


def drive(port: int, request: bytes, count: int) -> tuple[float, bytes]:
    """Milliseconds for `count` answers over several connections that are never idle, and the last body."""
    selector = selectors.DefaultSelector()
    body, done, sent = b"", 0, 0
    began = time.perf_counter()
    for _ in range(min(CONNECTIONS, count)):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(connection, selectors.EVENT_READ, (connection, bytearray()))
        connection.sendall(request)
        sent += 1
    while done < count:
        for key, _ in selector.select():
            connection, data = key.data
            data.extend(connection.recv(262_144))
            start = _body_of(data)
            if start:
                done += 1
                if done == count:
                    body = bytes(data[start:])
                data.clear()
                if sent < count:
                    connection.sendall(request)
                    sent += 1
    took = (time.perf_counter() - began) * 1_000
    for key in list(selector.get_map().values()):
        key.data[0].close()
    return took, body


def small_requests(reads: int, writes: int) -> dict[str, tuple[float, float]]:
    """Milliseconds for 1,000 small reads and writes: ours and localstripe's, in turns."""
    command = [sys.executable, "-m", "billing_desk.simulator", "--port", "0", "--key", KEY]
    with (
        running() as peer,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process,
    ):
        assert process.stdout is not None
        ours = int(process.stdout.readline().split()[1].rpartition(":")[2])
        theirs = int(peer.rpartition(":")[2])
        write = _request("POST", "/v1/customers", KEY, b"name=Ito+Aoi&email=aoi%40example.jp")
        found = {}
        for name in ("read", "write"):
            took = {}
            for port in (ours, theirs):
                made = json.loads(drive(port, write, 1)[1])["id"]
                asked = write if name == "write" else _request("GET", f"/v1/customers/{made}", KEY)
                count = reads if name == "read" else writes
                drive(port, asked, count // 10)
                took[port] = statistics.median(drive(port, asked, count)[0] / count * 1_000 for _ in range(3))
            found[name] = (took[ours], took[theirs])
        process.terminate()
    return found


def _per_call(act: Callable[[], object], count: int) -> float:
    began = time.perf_counter()
    for _ in range(count):
        act()
    return (time.perf_counter() - began) * 1_000 / count


def page_beside_parsing() -> tuple[float, float]:
    """Milliseconds to serve 100 pages of 100 invoices, and for a client to parse them with the standard library."""
    simulator = demo_simulator(FrozenClock(NOW))
    asked = Incoming("GET", "/v1/invoices", "limit=100", {"authorization": f"Bearer {DEMO_KEY}"}, b"")

    async def serve() -> tuple[float, bytes]:
        body = (await simulator.handle(asked)).body
        began = time.perf_counter()
        for _ in range(100):
            await simulator.handle(asked)
        return (time.perf_counter() - began) * 1_000, body

    served, body = asyncio.run(serve())
    return served, _per_call(lambda: json.loads(body), 100) * 100


def a_year() -> float:
    """Milliseconds for a year of 250 monthly subscriptions, every invoice drafted, finalized, paid and told of."""
    asked = Asked()
    price = asked.price(980)
    for _ in range(250):
        asked.subscribe(asked.customer(), price)
    began = time.perf_counter()
    asked.advance(365 * DAY)
    took = (time.perf_counter() - began) * 1_000
    assert sum(1 for invoice in asked.state.all("invoice") if invoice["status"] == "paid") >= 250 * 12
    return took


# The largest size of the process itself. On Linux `ru_maxrss` of a child begins with its parent's size, so that a large
# benchmark process would be measured instead; `VmHWM` begins anew with the program. macOS counts `ru_maxrss` in bytes.
_LARGE = """
import pathlib, resource, sys, time
from billing_desk.simulator.state.clock import RealClock
from billing_desk.simulator.accounts.large import large_state
began = time.perf_counter()
state = large_state(RealClock(), int(sys.argv[1]))
took = (time.perf_counter() - began) * 1_000
status = pathlib.Path("/proc/self/status")
if status.exists():
    kilobytes = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
else:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kilobytes = most // 1024 if sys.platform == "darwin" else most
print(took, kilobytes // 1024)
"""


def large_account(customers: int = 100_000) -> tuple[float, int]:
    """Milliseconds and MiB for an account of so many customers, each with five invoices, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _LARGE, str(customers)], capture_output=True, text=True, check=True)
    took, memory = done.stdout.split()
    return float(took), int(memory)
