"""A key goes to Stripe, a test key also to this computer, and nowhere else; links open Stripe's pages and no others."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
import stripe
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from billing_desk.account_book import AccountBook
from billing_desk.desk import Desk
from billing_desk.desk_plans import DeskPlans
from billing_desk.domain.access.api_key import key_fingerprint, redacted
from billing_desk.domain.errors import WrongAddress
from billing_desk.domain.text.links import is_stripes, may_be_handed_out
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.client import Connection
from billing_desk.gateway.route import STRIPE, Route, checked_bases, loopback_address
from billing_desk.settings import SettingsFile
from billing_desk.ui.accounts.first_run import FirstRun
from billing_desk.ui.widgets.link_view import LinkView
from billing_desk.ui.widgets.links import open_link
from billing_desk.vault import SessionVault

from ..driver import seated
from ..support import ACCOUNT, LIVE_KEY, TEST_KEY, RecordedCallbacks, empty_simulator, on_loopback, plan, until

ELSEWHERE = (
    "http://evil.example",
    "https://evil.example",
    "https://api.stripe.com.evil.example",
    "https://api.stripe.com@evil.example",
    "http://api.stripe.com",
    "http://127.0.0.1:1@evil.example",
    "http://127.0.0.1\\@evil.example",
    "http://localhost.evil.example",
    "http://2130706433",
    "http://0x7f.1",
    "http://[::ffff:10.0.0.1]",
    "http://10.0.0.1",
    "ftp://127.0.0.1",
    "127.0.0.1",
    "//127.0.0.1",
    "http://127.0.0.1/path",
    "http://127.0.0.1?x",
    "http://127.0.0.1#x",
    "http://:pass@127.0.0.1",
    "http://127.0.0.1:99999",
    "http://\u2460\u2461\u2466.0.0.1",
    "http://evil.example%00127.0.0.1",
    "\nhttp://evil.example",
)


@pytest.mark.parametrize("address", [*ELSEWHERE, "http://127.0.0.1:8420", "https://localhost"])
def test_a_live_key_goes_to_no_address_of_the_settings(address: str) -> None:
    with pytest.raises(WrongAddress) as raised:
        Connection(LIVE_KEY, Route(address=address), live=True)
    assert raised.value.code == "live_elsewhere"


@pytest.mark.parametrize("address", ELSEWHERE)
def test_a_test_key_goes_to_this_computer_or_to_stripe(address: str) -> None:
    with pytest.raises(WrongAddress):
        Connection(TEST_KEY, Route(address=address))


@given(st.text(max_size=40), st.sampled_from(["http://", "https://", "", "//", "http:\\\\", "HTTP://"]))
@settings(max_examples=3_000)
def test_any_text_as_an_address(text: str, scheme: str) -> None:
    """What comes through names this computer and nothing else."""
    address = loopback_address(scheme + text)
    if address is None:
        return
    host = QUrl(address).host()
    assert host in ("localhost", "::1") or host.startswith(("127.", "::ffff:127."))
    bases = checked_bases(TEST_KEY, Route(address=scheme + text), live=False)
    assert set(bases.values()) == {address}


@pytest.mark.parametrize(
    ("key", "live"), [(LIVE_KEY, False), (TEST_KEY, True), ("whsec_abcdefgh12", False), ("", True)]
)
def test_a_key_of_the_other_mode_is_not_used(key: str, live: bool) -> None:
    with pytest.raises(WrongAddress) as raised:
        Connection(key, Route(), live=live)
    assert raised.value.code == "wrong_mode"


def test_stripes_addresses_are_the_sdks() -> None:
    defaults = {"api": stripe.DEFAULT_API_BASE, "connect": stripe.DEFAULT_CONNECT_API_BASE}
    defaults |= {"files": stripe.DEFAULT_UPLOAD_API_BASE, "meter_events": stripe.DEFAULT_METER_EVENTS_API_BASE}
    assert dict(STRIPE) == defaults
    assert all(address.startswith("https://") for address in STRIPE.values())
    assert checked_bases(LIVE_KEY, Route(), live=True) == STRIPE


@pytest.mark.parametrize("path", ["@evil.example/v1/x", "v1/customers", "/v1/a\\b", "//evil.example", "/v1/a\r\nb", ""])
async def test_a_path_cannot_name_another_host(qapp: QApplication, path: str) -> None:
    connection = Connection(TEST_KEY, Route(address="http://127.0.0.1:9"))
    for ask in (connection.get(path, {}), connection.send("post", path, {})):
        with pytest.raises(ValueError, match="not one of Stripe's paths"):
            await ask
    await connection.close()


async def test_settings_that_name_another_address_for_the_live_key_open_no_desk(
    qapp: QApplication, tmp_path: Path
) -> None:
    """A server that only listens must hear nothing: an address that fails is told with its file, never gone around."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        vault = SessionVault()
        await vault.put(f"live key {ACCOUNT}", LIVE_KEY)
        note = {
            "print": key_fingerprint(LIVE_KEY),
            "shown": redacted(LIVE_KEY),
            "restricted": True,
            "address": route.address,
        }
        content = {"accounts": [{"id": ACCOUNT, "name": "Acme", "keys": {"live": note}}], "current": [ACCOUNT, "live"]}
        (tmp_path / "settings.json").write_text(json.dumps(content))
        async with seated(qapp, tmp_path, vault=vault) as operator:
            said = await until(lambda: _why_no_desk(operator.window))
            assert "settings.json" in said
            assert str(route.address) in said
            assert operator.app.desks.current is None
        assert simulator.requests == []


def _why_no_desk(window: Any) -> str:
    page = window._page
    labels = page.findChildren(QLabel) if isinstance(page, FirstRun) else []
    return " ".join(label.text() for label in labels if label.property("problem"))


@pytest.mark.parametrize(
    ("account", "address", "code"),
    [("acct_1Real", "http://127.0.0.1:6666", "stripes_account"), ("acct_local0123456789abcdef", None, "local_only")],
)
def test_an_accounts_key_does_not_change_sides(tmp_path: Path, account: str, address: str | None, code: str) -> None:
    """Stripe's accounts are read from Stripe, those of a local server from its address: settings cannot swap them."""
    note = {"print": key_fingerprint(TEST_KEY), "shown": redacted(TEST_KEY), "restricted": False, "address": address}
    body = {"version": 1, "accounts": [{"id": account, "name": "Acme", "keys": {"test": note}}]}
    (tmp_path / "settings.json").write_text(json.dumps(body))
    settings = SettingsFile(tmp_path / "settings.json")
    vault = SessionVault()

    async def plan_it() -> None:
        async def opened() -> Any:
            return vault

        book = AccountBook(settings, opened, None, tmp_path, None)  # type: ignore[arg-type]
        await vault.put(f"test key {account}", TEST_KEY)
        await DeskPlans(settings, book, tmp_path).plan(account, Mode.TEST)

    with pytest.raises(WrongAddress) as raised:
        asyncio.run(plan_it())
    assert raised.value.code == code


@pytest.mark.parametrize("address", ["http://127.0.0.1:0", "http://[::1%25eth0]:80", "http://[::1%evil.example]"])
def test_an_address_that_means_another_port_or_interface_is_none(address: str) -> None:
    assert loopback_address(address) is None


def test_a_desk_checks_the_address_before_it_opens_a_file(tmp_path: Path) -> None:
    with pytest.raises(WrongAddress):
        Desk(
            plan(Route(address="http://127.0.0.1:9"), tmp_path, key=LIVE_KEY, mode=Mode.LIVE),
            RecordedCallbacks().callbacks(),
        )
    assert list(tmp_path.iterdir()) == []


OPENED = (
    "https://checkout.stripe.com/c/pay/cs_test_a1#fidkdWxOYHwnPyd1blpxYHZxWjA0",
    "https://invoice.stripe.com/i/acct_1/test_x?s=ap",
    "https://dashboard.stripe.com/customers/cus_1",
    "https://stripe.com",
)
REFUSED = (
    "file:///etc/passwd",
    "javascript:alert(1)",
    "smb://host/share",
    "ms-msdt:/id",
    "data:text/html,x",
    "http://checkout.stripe.com/",
    "https://checkout.stripe.com.evil.example/",
    "https://evil-stripe.com/",
    "https://stripe.com@evil.example/",
    "https://stripe.com:8443/",
    "https://evil.example\\.stripe.com/",
    "https://evil.example/.stripe.com",
    "https://evil.example#.stripe.com",
    "https://stripe.com\t.evil.example/",
    "https://stripe.com\u3002evil.example/",
    "https://sтripe.com/",
    " https://stripe.com",
    "HTTPS://STRIPE.COM.EVIL.EXAMPLE",
    "https://stripe.com/" + "a" * 5_000,
    "\\\\host\\share",
    "mailto:x@example.com",
    "",
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that reach the desktop."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


@pytest.mark.parametrize("url", OPENED)
def test_stripes_pages_are_opened(opened: list[str], url: str) -> None:
    assert open_link(url, "")
    assert len(opened) == 1


@pytest.mark.parametrize("url", REFUSED)
def test_nothing_else_is_opened(opened: list[str], url: str) -> None:
    assert not open_link(url, "")
    assert opened == []


@given(st.text(alphabet=st.sampled_from([*"htps:/.@\\#?%&strie.comevl[]0127 \t", "\u202e", "。"]), max_size=60))
@settings(max_examples=3_000)
def test_whatever_is_taken_for_stripes_is_stripes_for_qt_too(url: str) -> None:
    for text in (url, f"https://stripe.com{url}", f"https://{url}stripe.com/"):
        if is_stripes(text):
            host = QUrl(text, QUrl.ParsingMode.StrictMode).host()
            assert host == "stripe.com" or host.endswith(".stripe.com"), text
            assert may_be_handed_out(text)


def test_pages_of_the_desks_own_server_are_opened_and_of_others_not(opened: list[str]) -> None:
    own = "http://127.0.0.1:8420"
    assert open_link(f"{own}/pay/cs_1", own)
    for url in (
        "http://127.0.0.1:84201/pay",
        "http://127.0.0.1:8420.evil.example/",
        "http://127.0.0.1:8420@evil.example/",
    ):
        assert not open_link(url, own), url
        assert not open_link(f"{own}/pay/cs_1", "")
    assert len(opened) == 1


def test_an_address_that_is_no_web_page_gets_no_button_and_no_code(qapp: QApplication) -> None:
    view = LinkView("javascript:alert(1)", "", "mail")
    assert view.findChildren(QPushButton) == []
    assert all(label.pixmap().isNull() for label in view.findChildren(QLabel))
    other = LinkView("https://pay.example.jp/x", "", "mail")
    assert [button.text() for button in other.findChildren(QPushButton)] == ["Copy link", "Copy email text"]
    view.deleteLater()
    other.deleteLater()
