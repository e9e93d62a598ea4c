"""Start localstripe, a Stripe imitation that nobody of this project wrote, on a free loopback port."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

KEY = "sk_test_localstripe0peer0"


@contextmanager
def running() -> Iterator[str]:
    """Its base address. `BILLING_DESK_PEERS` names the Python of its environment; dev.py makes both."""
    python = os.environ.get("BILLING_DESK_PEERS")
    assert python, "run the tests with dev.py, which prepares the peers"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [python, "-m", "localstripe", "--port", str(port), "--from-scratch"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert process.poll() is None, "localstripe ended at once"
        try:
            httpx.get(f"{address}/v1/balance", headers={"Authorization": f"Bearer {KEY}"}, timeout=1)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("localstripe does not answer")
