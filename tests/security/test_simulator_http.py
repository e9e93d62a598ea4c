"""The simulator over HTTP: only for programs of this computer, within limits of size, time and patterns."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.local_http import guarded_http
from billing_desk.simulator.accounts.practice import DEMO_KEY
from billing_desk.simulator.http.loopback import LoopbackServer
from billing_desk.simulator.state.faults import LONGEST_LINE, Fault, check_pattern

from ..support import TEST_KEY, empty_simulator


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    made = LoopbackServer(empty_simulator())
    yield made
    made.stop()


def _ask(server: LoopbackServer, path: str = "/v1/customers", method: str = "GET", **headers: str) -> httpx.Response:
    sent = {"Authorization": f"Bearer {TEST_KEY}", **{name.replace("_", "-"): text for name, text in headers.items()}}
    with httpx.Client(trust_env=False) as client:
        return client.request(method, server.url + path, headers=sent)


def _port(server: LoopbackServer) -> int:
    return int(server.url.rpartition(":")[2])


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:{port}", "practice.invalid", "10.0.0.1"),
        *("[::2]", "127.0.0.1:1", "127.0.0.2", ""),
    ],
)
@pytest.mark.parametrize(
    "path", ["/v1/customers", "/v1/account", "/_control/state", "/pay/cs_1", "/invoices/in_1", "/"]
)
def test_another_host_gets_nothing(server: LoopbackServer, host: str, path: str) -> None:
    answer = _ask(server, path, Host=host.format(port=_port(server)))
    assert answer.status_code in (400, 403)
    assert "acct_" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "localhost"])
def test_this_computers_names_are_answered(server: LoopbackServer, host: str) -> None:
    assert _ask(server, Host=host.format(port=_port(server))).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1.evil.example"]
)
def test_a_page_of_another_origin_writes_nothing(server: LoopbackServer, origin: str) -> None:
    """A form in a browser can carry the published key in the address it is sent to."""
    for method, path in (("POST", "/v1/customers"), ("GET", "/v1/customers"), ("POST", "/_control/clear")):
        assert _ask(server, path, method, Origin=origin).status_code == 403
    assert server.simulator.grants[TEST_KEY].state.count("customer") == 0


def _raw(server: LoopbackServer, *parts: bytes, seconds: float = 10.0) -> bytes:
    """What comes back until the connection is closed by the other side."""
    with socket.create_connection(("127.0.0.1", _port(server)), timeout=seconds) as link:
        try:
            for part in parts:
                link.sendall(part)
        except OSError:
            pass  # closed while it was still being sent: as it should be
        found = b""
        try:
            while chunk := link.recv(65_536):
                found += chunk
        except (ConnectionResetError, BrokenPipeError):
            pass
        return found


def test_a_body_of_300_megabytes_is_cut_off_early(server: LoopbackServer) -> None:
    sent = 0
    head = b"POST /v1/customers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 314572800\r\n\r\n"
    with socket.create_connection(("127.0.0.1", _port(server)), timeout=10) as link:
        link.sendall(head)
        try:
            for _ in range(300):
                link.sendall(b"x" * 1_048_576)
                sent += 1
        except OSError:
            pass
    assert sent < 100
    assert _ask(server).status_code == 200


def test_an_endless_body_in_chunks_is_cut_off(server: LoopbackServer) -> None:
    head = b"POST /v1/customers HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    assert b"413" in _raw(server, head, *[chunk] * 100)


def test_a_head_without_end_is_cut_off(server: LoopbackServer) -> None:
    line = b"X-Filler: " + b"y" * 8_000 + b"\r\n"
    assert b"431" in _raw(server, b"GET /v1/customers HTTP/1.1\r\nHost: localhost\r\n", *[line] * 20)
    assert b"431" in _raw(server, b"GET /" + b"a" * 200_000)


def test_half_requests_end_by_themselves_and_others_are_served_meanwhile(
    server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three hundred at once: beyond the limit they are turned away, below it they have a time."""
    monkeypatch.setattr(guarded_http, "PATIENCE", 0.5)
    links = [socket.create_connection(("127.0.0.1", _port(server)), timeout=10) for _ in range(300)]
    began = time.monotonic()
    for link in links:
        try:
            link.sendall(b"POST /v1/customers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab")
        except OSError:
            pass
    answers = []
    for link in links:
        try:
            answers.append(link.recv(100)[:12])
        except OSError:
            answers.append(b"closed")
        link.close()
    assert time.monotonic() - began < 9
    assert set(answers) <= {b"HTTP/1.1 408", b"HTTP/1.1 503", b"closed", b""}
    assert b"HTTP/1.1 408" in answers
    assert _ask(server).status_code == 200
    assert server.simulator.grants[TEST_KEY].state.count("customer") == 0


def test_an_idle_connection_that_says_nothing_ends(server: LoopbackServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded_http, "PATIENCE", 0.3)
    assert b"408" in _raw(server)


SLOW = (
    "(a+)+$",
    "(a|a)*b",
    "(a|aa)+$",
    "(.*)*x",
    "a*a*a*b",
    ".*.*.*x",
    "(x+x+)+y",
    "(?:a+)+",
    "(?=a)",
    r"(a)\1",
    r"\d+\d+",
    "a{1,}b{1,}c{1,}",
    "((a{1,9}){1,9}){1,9}",
    "x" * 500,
    "[",
    "a**",
)


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_could_take_long_is_refused(server: LoopbackServer, pattern: str) -> None:
    with httpx.Client(trust_env=False) as client:
        body = {"pattern": pattern, "kind": "status"}
        assert client.post(f"{server.url}/_control/fault", json=body).status_code == 400


@pytest.mark.parametrize(
    "pattern", ["POST", ".", "POST /v1/charges", "GET /v1/(customers|invoices)$", "POST .*/pay", "^GET /v1/[^/]+$"]
)
def test_the_patterns_that_one_writes_are_taken(server: LoopbackServer, pattern: str) -> None:
    with httpx.Client(trust_env=False) as client:
        body = {"pattern": pattern, "kind": "delay"}
        assert client.post(f"{server.url}/_control/fault", json=body).status_code == 200


@given(st.text(alphabet=".*+?()[]{}|^$\\ab1,/", max_size=24), st.sampled_from(["a", "ab", "/", "a/b"]))
@settings(max_examples=3_000, deadline=None)
def test_whatever_is_taken_is_quick(pattern: str, piece: str) -> None:
    try:
        check_pattern(pattern)
    except ValueError:
        return
    began = time.perf_counter()
    re.search(pattern, (piece * LONGEST_LINE)[:LONGEST_LINE])
    assert time.perf_counter() - began < 0.5, pattern


def test_a_fault_made_in_code_is_checked_too() -> None:
    kind: Any = "status"
    with pytest.raises(ValueError, match="pattern"):
        Fault("(a+)+$", kind)


def test_the_published_key_opens_nothing_for_a_name_that_only_leads_here(server: LoopbackServer) -> None:
    """A name server of somebody else's may say that its name is 127.0.0.1."""
    answer = _ask(server, Authorization=f"Bearer {DEMO_KEY}", Host=f"rebound.example:{_port(server)}")
    assert answer.status_code == 403
