"""A company's network (G4): its proxy, its certificates, and nothing of the environment for this computer."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.access.network import Network, is_proxy
from billing_desk.domain.errors import Offline, ProxyTrouble, Untrusted, leaves_doubt
from billing_desk.gateway.client import Connection
from billing_desk.gateway.network import proxy_for
from billing_desk.gateway.pace import SANDBOX, Pace
from billing_desk.gateway.request_log import RequestLog
from billing_desk.gateway.requests.account import balance
from billing_desk.gateway.route import Route
from billing_desk.gateway.stripe_gateway import StripeGateway, attempts_for
from billing_desk.services.sync.status import Phase
from billing_desk.ui.settings.settings_dialog import SettingsDialog
from billing_desk.ui.wording.notices import sentence

from ..driver import seated
from ..support import LIVE_KEY, TEST_KEY, RecordedCallbacks, empty_simulator, on_loopback, plan, until

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@dataclass
class CompanyProxy:
    """Answers CONNECT with a certificate of its own authority, as proxies do that look into connections. `heard` are
    the first lines of what came, `inside` the heads of requests inside the tunnel."""

    authority: trustme.CA
    refuses: bool = False
    port: int = 0
    heard: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            line = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.heard.append(line.partition("\r\n")[0])
            if self.refuses:
                writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                return
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await writer.drain()
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.authority.issue_cert("api.stripe.com").configure_cert(context)
            await writer.start_tls(context)
            self.inside.append((await reader.readuntil(b"\r\n\r\n")).decode())
            body = b'{"object": "balance", "livemode": true}'
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError, ssl.SSLError):
            pass  # the other side did not trust it
        finally:
            writer.close()


@asynccontextmanager
async def company(*, refuses: bool = False) -> AsyncIterator[CompanyProxy]:
    proxy = CompanyProxy(trustme.CA(), refuses)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()


async def _balance(network: Network, key: str = LIVE_KEY) -> Any:
    connection = Connection(key, Route(network=network), live=key == LIVE_KEY)
    try:
        return await StripeGateway(connection, Pace(SANDBOX), RequestLog()).read(balance())
    finally:
        await connection.close()


@pytest.fixture
def plain_loop() -> Any:
    """TLS over streams needs asyncio's own loop; Qt has no part in these."""

    def run(work: Any) -> Any:
        async def limited() -> Any:
            async with asyncio.timeout(30):
                return await work

        return asyncio.run(limited())

    return run


def test_through_a_proxy_that_is_trusted_only_by_connect(plain_loop: Any, tmp_path: Path) -> None:
    async def use() -> None:
        async with company() as proxy:
            file = tmp_path / "ca.pem"
            proxy.authority.cert_pem.write_to_path(file)
            assert (await _balance(Network(proxy.address, str(file))))["object"] == "balance"
            assert proxy.heard == ["CONNECT api.stripe.com:443 HTTP/1.1"]
            assert "authorization: bearer" in proxy.inside[0].lower()

    plain_loop(use())


def test_a_certificate_that_is_not_trusted_is_named_and_nothing_was_sent(plain_loop: Any) -> None:
    async def use() -> None:
        async with company() as proxy:
            with pytest.raises(Untrusted) as raised:
                await _balance(Network(proxy.address))
            assert raised.value.code == "certificate"
            assert "certificate" in sentence(raised.value)
            assert "Settings" in sentence(raised.value)
            assert not leaves_doubt(raised.value)
            assert attempts_for(raised.value) == 1
            assert proxy.inside == []
            assert len(proxy.heard) == 1

    plain_loop(use())


def test_the_systems_certificates_are_trusted(plain_loop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system trusts, here by OpenSSL's own variable, needs no setting; neither does the system's proxy."""

    async def use() -> None:
        async with company() as proxy:
            file = tmp_path / "system.pem"
            proxy.authority.cert_pem.write_to_path(file)
            monkeypatch.setenv("SSL_CERT_FILE", str(file))
            monkeypatch.setenv("HTTPS_PROXY", proxy.address)
            assert (await _balance(Network()))["object"] == "balance"
            monkeypatch.setenv("NO_PROXY", "api.stripe.com")
            assert proxy_for("api.stripe.com", Network()) is None

    plain_loop(use())


def test_a_proxy_that_refuses_is_named(plain_loop: Any) -> None:
    async def use() -> None:
        async with company(refuses=True) as proxy:
            with pytest.raises(ProxyTrouble) as raised:
                await _balance(Network(proxy.address))
            assert "407" in sentence(raised.value)
            assert not leaves_doubt(raised.value)

    plain_loop(use())


def test_a_certificate_file_that_cannot_be_read_is_named(plain_loop: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pem"
    bad.write_text("no certificate")
    for file in (bad, tmp_path / "missing.pem"):
        with pytest.raises(Untrusted) as raised:
            plain_loop(_balance(Network("none", str(file))))
        assert raised.value.code == "ca_file"
        assert file.name in sentence(raised.value)


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1", "http://", "ftp://x", "http://a b:1", "http://x:0x1", "x"])
def test_a_proxy_that_cannot_carry_https_is_not_gone_around(
    plain_loop: Any, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    assert not is_proxy(address)
    with pytest.raises(ProxyTrouble) as raised:
        plain_loop(_balance(Network(address)))
    assert raised.value.code == "unusable"
    if "://" in address:
        for name in VARIABLES:
            monkeypatch.setenv(name, address)
        with pytest.raises(ProxyTrouble):
            plain_loop(_balance(Network()))


def test_a_password_of_a_proxy_is_not_told(plain_loop: Any) -> None:
    with pytest.raises(ProxyTrouble) as raised:
        plain_loop(_balance(Network("socks5://user:secret@proxy.example:1")))
    assert "secret" not in sentence(raised.value) + raised.value.message


async def test_this_computers_servers_are_reached_whatever_the_environment_says(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A proxy in the environment hears nothing of a test key."""
    async with company() as proxy:
        for name in VARIABLES:
            monkeypatch.setenv(name, proxy.address)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nowhere.pem"))
        with on_loopback(empty_simulator()) as route:
            connection = Connection(TEST_KEY, route)
            found = await StripeGateway(connection, Pace(SANDBOX), RequestLog()).read(balance())
            await connection.close()
            assert found["object"] == "balance"
        assert proxy.heard == []


async def test_a_desk_says_which_certificate_trouble_keeps_it_offline(qapp: QApplication, tmp_path: Path) -> None:
    """The sync's phase carries it to the notice, instead of "the network"."""
    heard = RecordedCallbacks()
    missing = Network("none", str(tmp_path / "missing.pem"))
    desk = Desk(plan(Route(network=missing), None), heard.callbacks())
    desk.start()
    try:
        await until(lambda: heard.phase is Phase.OFFLINE)
        assert isinstance(heard.statuses[-1].trouble, Untrusted)
    finally:
        await desk.close()
    assert heard.unexpected == []


async def test_proxy_and_certificates_are_chosen_in_the_settings(qapp: QApplication, tmp_path: Path) -> None:
    """G4: By keyboard and mouse: what cannot be used is said at its field; what can is kept."""
    good, bad = tmp_path / "good.pem", tmp_path / "bad.pem"
    trustme.CA().cert_pem.write_to_path(good)
    bad.write_text("-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n")
    async with seated(qapp, tmp_path / "data") as operator:
        operator.window.commands.show_settings()
        dialog = await operator.dialog(SettingsDialog)
        network = dialog.network
        network.proxy.setCurrentIndex(network.proxy.findData("own"))
        operator.enter(network.address, "proxy:8080")
        operator.enter(network.ca_file, str(bad))
        dialog._accept()
        assert "http://proxy.example:8080" in network._address.problem
        assert "no PEM certificates" in network._ca_file.problem
        operator.enter(network.address, "http://proxy.example:8080")
        operator.enter(network.ca_file, str(good))
        dialog._accept()
        await operator.gone(dialog)
        await until(lambda: operator.app.settings.value.network == Network("http://proxy.example:8080", str(good)))


def test_without_a_network_it_is_the_network(plain_loop: Any) -> None:
    with pytest.raises(Offline) as raised:
        plain_loop(_balance(Network("http://127.0.0.1:9")))
    assert not isinstance(raised.value, Untrusted)
