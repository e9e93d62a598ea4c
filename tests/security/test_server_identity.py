"""What a server calls itself opens no path, deletes no file and takes the place of no other account."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from billing_desk.account_book import AccountBook
from billing_desk.domain.access.account_id import is_account_id, is_local, local_id
from billing_desk.domain.errors import KeyRejected
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.request_log import RequestLog
from billing_desk.gateway.route import Route
from billing_desk.services.accounts import Identity, identify
from billing_desk.settings import SettingsFile
from billing_desk.store.files.database_files import AccountFiles
from billing_desk.store.files.erasing import erase
from billing_desk.ui.accounts.key_form import KeyForm
from billing_desk.ui.accounts.manage import AccountsDialog
from billing_desk.vault import SessionVault

from ..driver import Operator, seated
from ..support import ACCOUNT, OTHER_KEY, TEST_KEY, empty_simulator, on_loopback, until

STRANGE = (
    "*",
    "../../x",
    "acct_",
    "acct_*",
    "acct_1/../2",
    "acct_1\0",
    "acct_\u0661",
    "ACCT_1",
    "acct_1\n",
    "",
    "acct_-",
    "[a-z]*",
)


@pytest.mark.parametrize("text", STRANGE)
def test_such_ids_are_none(tmp_path: Path, text: str) -> None:
    assert not is_account_id(text)
    with pytest.raises(ValueError, match="not an account id"):
        AccountFiles(tmp_path, text)


@given(st.text(max_size=30))
@settings(max_examples=3_000)
def test_whatever_is_an_id_stays_in_its_folder(text: str) -> None:
    for id_ in (text, f"acct_{text}"):
        if is_account_id(id_):
            files = AccountFiles(Path("/folder"), id_)
            for path in (
                files.mirror("live"),
                files.journal("test"),
                files.reserve("demo"),
                files.key_fingerprint("test"),
            ):
                assert path.parent == Path("/folder")
                assert path.name.isprintable()
    with pytest.raises(ValueError, match="not a mode"):
        AccountFiles(Path("/folder"), "acct_1").journal(text + "/")


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_local_server_is_never_one_of_stripes_accounts(address: str, claimed: str) -> None:
    made = local_id(address, claimed)
    assert is_account_id(made)
    assert is_local(made)
    assert made != claimed or is_local(claimed)


class _Claims(httpx.AsyncBaseTransport):
    """A server that says it is this account."""

    def __init__(self, id_: Any) -> None:
        self._id = id_

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body: dict[str, Any] = {"object": "account", "id": self._id, "business_profile": "x", "settings": [1]}
        if request.url.path == "/v1/balance":
            body = {"object": "balance", "livemode": False}
        return httpx.Response(200, content=json.dumps(body))


@pytest.mark.parametrize("claimed", [*STRANGE, None, 5, ["acct_1"], {"id": "acct_1"}])
async def test_a_strange_id_is_refused_before_anything_is_kept(qapp: QApplication, claimed: Any) -> None:
    route = Route(address="http://practice.invalid", transport=_Claims(claimed))
    with pytest.raises(KeyRejected) as raised:
        await identify(TEST_KEY, Mode.TEST, route, RequestLog())
    assert raised.value.code == "strange_account"


def _touch(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"kept")


def test_erasing_takes_exact_names_and_follows_no_link(tmp_path: Path) -> None:
    mine, other = "acct_1A", "acct_1AB"
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    own = [
        f"journal-{mine}-test.db",
        f"journal-{mine}-test.db-wal",
        f"journal-{mine}-live.damaged-17.db",
        f"mirror-3-{mine}-live.db",
        f"reserve-{mine}-test.bin",
        f"key-{mine}-live.print",
    ]
    others = [f"journal-{other}-test.db", f"journal-x{mine}-test.db", f"notes-{mine}-test.txt", "journal--test.db"]
    folder = tmp_path / "accounts"
    _touch(folder, *own, *others)
    (folder / f"key-{mine}-test.print").symlink_to(victim)
    files = AccountFiles(folder, mine)
    assert sorted(path.name for path in files.all()) == sorted([*own, f"key-{mine}-test.print"])
    erase(files.all())
    assert victim.read_bytes() == b"precious"
    assert sorted(path.name for path in folder.iterdir()) == sorted(others)


def test_opening_a_desk_deletes_no_other_accounts_mirror(tmp_path: Path) -> None:
    _touch(tmp_path, "mirror-3-acct_1A-test.db", "mirror-3-acct_1B-test.db", "mirror-3-acct_1A-live.db")
    found = AccountFiles(tmp_path, "acct_1A").old_mirrors("test")
    assert [path.name for path in found] == ["mirror-3-acct_1A-test.db"]


async def test_a_local_server_that_claims_a_known_account_takes_nothing_from_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    """Its account is its own; the real one's key, name and files stay."""
    vault, simulator = SessionVault(), empty_simulator()
    (tmp_path / "settings.json").write_text(
        json.dumps(
            {"accounts": [{"id": ACCOUNT, "name": "Real", "keys": {"test": {"print": "p", "shown": "rk_test_…"}}}]}
        )
    )
    await vault.put(f"test key {ACCOUNT}", "rk_test_thereal0one00000")
    with on_loopback(simulator) as route:
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.add_account(TEST_KEY, route.address)
            accounts = {account.id: account for account in operator.app.accounts.all()}
            assert len(accounts) == 2
            assert accounts[ACCOUNT].name == "Real"
            assert vault._held[f"test key {ACCOUNT}"] == "rk_test_thereal0one00000"
            with pytest.raises(KeyRejected) as raised:
                await operator.app.accounts.put_key(ACCOUNT, TEST_KEY, Mode.TEST, route.address)
            assert raised.value.code == "other_account"


async def _enter_other_key(operator: Operator, address: str, *, replaces: bool) -> None:
    """And answer the question that comes."""
    operator.window.commands.add_account()
    form = await operator.dialog(KeyForm)
    form.key.setText(OTHER_KEY)
    operator.enter(form.address, address)
    operator.click(form.confirm)
    asked = await until(lambda: [d for d in form.findChildren(QDialog) if d.isVisible()])
    assert TEST_KEY[-4:] in " ".join(label.text() for label in asked[0].findChildren(QLabel))
    operator.click(next(b for b in asked[0].findChildren(QPushButton) if bool(b.property("primary")) is replaces))
    if replaces:
        await operator.gone(form)
    else:
        await until(form.confirm.isEnabled)
        await operator.leave(form)


async def test_replacing_a_key_is_always_asked(qapp: QApplication, tmp_path: Path) -> None:
    vault, simulator = SessionVault(), empty_simulator()
    with on_loopback(simulator) as route:
        other = simulator.grants[TEST_KEY]
        simulator.grants[OTHER_KEY] = other
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.add_account(TEST_KEY, route.address)
            name = f"test key {operator.app.accounts.all()[0].id}"
            for replaces in (False, True):
                await _enter_other_key(operator, route.address or "", replaces=replaces)
                assert vault._held[name] == (OTHER_KEY if replaces else TEST_KEY)
            await operator.current()


async def test_what_is_erased_is_shown_first(qapp: QApplication, tmp_path: Path) -> None:
    vault = SessionVault()
    vault.durable = True
    with on_loopback(empty_simulator()) as route:
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.add_account(TEST_KEY, route.address)
            operator.window.commands.show_accounts()
            dialog = await operator.dialog(AccountsDialog)
            operator.click(next(b for b in dialog.findChildren(QPushButton) if b.text() == "Erase…"))
            asked = await until(lambda: [d for d in dialog.findChildren(QDialog) if d.isVisible()])
            said = " ".join(label.text() for label in asked[0].findChildren(QLabel))
            names = [path.name for path in (tmp_path / "accounts").iterdir()]
            assert names
            assert all(name in said for name in names if not name.endswith(("-shm", "-wal")))
            asked[0].reject()
            dialog.accept()


def test_a_name_that_cannot_be_seen_is_not_an_accounts_name(tmp_path: Path) -> None:
    async def identified(_: str, mode: Mode, __: str | None) -> Identity:
        return Identity("acct_1Blank", "\u3000\u200b", mode is Mode.LIVE, restricted=True)

    async def vault() -> Any:
        return SessionVault()

    async def close_desk_of(_: str) -> None:
        return

    book = AccountBook(SettingsFile(tmp_path / "s.json"), vault, identified, tmp_path, close_desk_of)
    made = asyncio.run(book.add("rk_live_made0up0for0tests", Mode.LIVE, None, "   "))
    assert made.name == "acct_1Blank"
    book.rename("acct_1Blank", " \u200b ")
    assert book.all()[0].name == "acct_1Blank"
