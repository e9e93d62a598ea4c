"""The environment makes no library tell secrets, and does not say who works here."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from billing_desk.environment import scrub, system_user

from ..support import TEST_KEY, empty_simulator, on_loopback

HERE = Path(__file__).resolve().parent.parent.parent
TELLING = (
    "STRIPE_LOG",
    "SSLKEYLOGFILE",
    "PYTHON_KEYRING_BACKEND",
    "KEYRING_PROPERTY_X",
    "KEYCHAIN_PATH",
    "QT_LOGGING_RULES",
)


def test_telling_variables_are_forgotten_and_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in TELLING:
        monkeypatch.setenv(name, "debug")
    monkeypatch.setenv("SSL_CERT_FILE", "/company.pem")
    scrub()
    assert not any(name in os.environ for name in TELLING)
    assert os.environ["SSL_CERT_FILE"] == "/company.pem"


def test_who_works_here_is_who_the_process_belongs_to(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    assert system_user() == pwd.getpwuid(os.getuid()).pw_name


_ASK = """
import asyncio, sys
from billing_desk.__main__ import main
try:
    main(["--version"])
except SystemExit:
    pass
from billing_desk.gateway.stripe_gateway import StripeGateway
from billing_desk.gateway.client import Connection
from billing_desk.gateway.requests.customers import create
from billing_desk.gateway.pace import SANDBOX, Pace
from billing_desk.gateway.request_log import RequestLog
from billing_desk.gateway.route import Route
async def use():
    connection = Connection(sys.argv[1], Route(address=sys.argv[2]))
    gateway = StripeGateway(connection, Pace(SANDBOX), RequestLog())
    await gateway.send(create({"email": "canary@example.jp"}), key="k")
    await connection.close()
asyncio.run(use())
"""


def test_a_program_that_is_told_to_log_everything_prints_no_body_and_writes_no_keys(tmp_path: Path) -> None:
    keys = tmp_path / "keys.log"
    environment = {**os.environ, "PYTHONPATH": str(HERE), "STRIPE_LOG": "debug", "SSLKEYLOGFILE": str(keys)}
    environment |= {"HTTPX_LOG_LEVEL": "trace", "PYTHONASYNCIODEBUG": "1"}
    with on_loopback(empty_simulator()) as route:
        done = subprocess.run(
            [sys.executable, "-c", _ASK, TEST_KEY, str(route.address)], env=environment, capture_output=True, timeout=60
        )
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert b"canary@example.jp" not in said
    assert TEST_KEY.encode() not in said
    assert not keys.exists()
