"""A keyring that says "nothing", answers late or wrong: files stay as they are, keys are never minted over others."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from billing_desk.account_book import AccountBook
from billing_desk.domain.errors import KeyringTrouble, Unwritable
from billing_desk.domain.writes.operation import Mode
from billing_desk.services.accounts import Identity
from billing_desk.settings import SettingsFile
from billing_desk.simulator.state.faults import Fault
from billing_desk.store.desk_files import DeskFiles
from billing_desk.store.durable.durable import LASTING
from billing_desk.store.files import database
from billing_desk.store.files.database import Database
from billing_desk.store.files.key_fingerprint import KeyFingerprint, fingerprint
from billing_desk.ui.accounts.first_run import FirstRun
from billing_desk.ui.accounts.key_form import KeyForm
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import KeyringVault, SessionVault, VaultTrouble, new_database_key

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import ACCOUNT, TEST_KEY, empty_simulator, on_loopback, until


class LastingVault(SessionVault):
    """As the system's keyring, in memory; `silent` answers None, as a locked KWallet does."""

    durable = True

    def __init__(self) -> None:
        super().__init__()
        self.silent = False
        self.written: list[str] = []

    async def get(self, name: str) -> str | None:
        return None if self.silent else await super().get(name)

    async def put(self, name: str, secret: str) -> None:
        self.written.append(name)
        await super().put(name, secret)

    async def prove(self) -> None:
        if self.silent:
            raise VaultTrouble("locked")


def _book(folder: Path, vault: Any) -> AccountBook:
    async def opened() -> Any:
        return vault

    async def identify(_: str, mode: Mode, __: str | None) -> Identity:
        return Identity(ACCOUNT, "Acme", mode is Mode.LIVE, restricted=True)

    async def close_desk_of(_: str) -> None:
        return

    return AccountBook(SettingsFile(folder / "settings.json"), opened, identify, folder / "accounts", close_desk_of)


def _code(book: AccountBook, mode: Mode = Mode.TEST) -> str:
    with pytest.raises(KeyringTrouble) as raised:
        asyncio.run(book.database_keys(ACCOUNT, mode))
    return str(raised.value.code)


@pytest.mark.parametrize(
    "name", ["journal-{}-test.db", "mirror-5-{}-test.db", "key-{}-test.print", "reserve-{}-test.bin"]
)
def test_files_and_no_key_stop_and_nothing_is_minted(tmp_path: Path, name: str) -> None:
    """Whichever file there is."""
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / name.format(ACCOUNT)).write_bytes(b"x")
    vault = LastingVault()
    vault.silent = True
    assert _code(_book(tmp_path, vault)) == "no_database_key"
    assert vault.written == []


def test_another_key_than_the_files_is_told_from_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    KeyFingerprint(tmp_path / "accounts" / f"key-{ACCOUNT}-test.print").write("a" * 64)
    vault = LastingVault()
    asyncio.run(vault.put(f"database {ACCOUNT} test", "b" * 64))
    vault.written.clear()
    assert _code(_book(tmp_path, vault)) == "other_database_key"
    assert vault.written == []
    asyncio.run(vault.put(f"database {ACCOUNT} test", "a" * 64))
    assert asyncio.run(_book(tmp_path, vault).database_keys(ACCOUNT, Mode.TEST)).current == "a" * 64


def test_a_new_account_gets_a_key_for_each_mode(tmp_path: Path) -> None:
    book = _book(tmp_path, LastingVault())
    test, live = (asyncio.run(book.database_keys(ACCOUNT, mode)).current for mode in (Mode.TEST, Mode.LIVE))
    assert test != live
    assert asyncio.run(book.database_keys(ACCOUNT, Mode.TEST)).current == test


def test_a_keyring_that_loses_what_it_is_given_gives_no_key(tmp_path: Path) -> None:
    class Forgetful(LastingVault):
        async def put(self, name: str, secret: str) -> None:
            return

    assert _code(_book(tmp_path, Forgetful())) == "failed"


def test_the_fingerprint_gives_nothing_away() -> None:
    key = new_database_key()
    assert fingerprint(key) not in key
    assert key not in fingerprint(key)
    assert fingerprint(key) != fingerprint(new_database_key())


async def test_a_charge_in_flight_survives_a_keyring_that_answers_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """The journal is kept, no key is overwritten; unlocked and tried again, the change is there to be settled."""
    vault, simulator = LastingVault(), empty_simulator()
    with on_loopback(simulator) as route:
        stripe = StripeSide(route.address or "", TEST_KEY)
        await stripe.customer(name="Ito Aoi", email="aoi@example.jp")
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.add_account(TEST_KEY, route.address)
            await until(lambda: operator.shown)
            await _leave_open(operator, simulator)
        journal = next((tmp_path / "accounts").glob("journal-*-test.db"))
        before, keys = journal.stat().st_ino, dict(vault._held)
        vault.written.clear()
        vault.silent = True
        async with seated(qapp, tmp_path, vault=vault) as operator:
            page = await until(lambda: operator.window._page if _offers_again(operator) else None)
            assert "does not contain" in _said(page)
            assert f"{operator.app.accounts.all()[0].name} · Test could not be opened" in _said(page)
            operator.click(page.key)
            form = await operator.dialog(KeyForm)
            assert form.mode is Mode.TEST
            await operator.leave(form)
            assert operator.window.desk is None
            assert vault.written == []
            assert vault._held == keys
            operator.click(page.again)
            await until(lambda: operator.window._page is not page and _offers_again(operator))
            vault.silent = False
            operator.click(operator.window._page.again)  # type: ignore[union-attr]
            await until(lambda: operator.window.desk is not None)
            assert len(await operator.services.log.unfinished()) == 1
            await until(lambda: operator.window.top.activity.text() == "1")
        assert journal.stat().st_ino == before
        assert not list((tmp_path / "accounts").glob("*.damaged-*"))


async def _leave_open(operator: Operator, simulator: Any) -> None:
    """The answer of a change is lost, and nobody can look whether it was made."""
    form = await operator.edit(name="Ito Aoi 2")
    await operator.dialog(PreviewDialog)
    preview_reads_first = operator.services.reader.changed_since

    async def then_the_network_goes(preview: Any) -> bool:
        changed: bool = await preview_reads_first(preview)
        simulator.faults.add(Fault(".", "drop_after", times=None))
        return changed

    operator.services.reader.changed_since = then_the_network_goes
    await operator.confirm()
    await operator.gone(form)
    await until(lambda: operator.window.top.activity.text() == "1")
    simulator.faults.clear()


def _offers_again(operator: Operator) -> bool:
    page = operator.window._page
    return isinstance(page, FirstRun) and not page.again.isHidden()


def _said(page: Any) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


async def test_files_that_cannot_be_opened_are_set_aside_only_when_a_person_says_so(
    qapp: QApplication, tmp_path: Path
) -> None:
    """The keyring was reset: the files stay until the second yes; then they are kept under another name."""
    vault, simulator = LastingVault(), empty_simulator()
    with on_loopback(simulator) as route:
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.add_account(TEST_KEY, route.address)
            account = operator.app.accounts.all()[0].id
        await vault.put(f"database {account} test", new_database_key())
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await until(lambda: _offers_again(operator))
            page: Any = operator.window._page
            assert "a different key" in _said(page)
            operator.click(page.aside)
            asked = await until(lambda: [d for d in operator.window.findChildren(QDialog) if d.isVisible()])
            assert not list((tmp_path / "accounts").glob("*.damaged-*"))
            operator.click(next(b for b in asked[0].findChildren(QPushButton) if b.property("primary")))
            await until(lambda: operator.window.desk is not None)
            await operator.current()
        aside = [path.name for path in (tmp_path / "accounts").iterdir() if ".damaged-" in path.name]
        assert any(name.startswith("journal-") for name in aside)
        assert any(name.startswith("key-") for name in aside)
        assert [name for name in vault._held if name.startswith(f"database {account} test ")], "a new entry"
        assert f"database {account} test" in vault._held, "the old key is kept"


def _journal(folder: Path, mode: str, key: str) -> Path:
    (folder / "accounts").mkdir(exist_ok=True)
    path = folder / "accounts" / f"journal-{ACCOUNT}-{mode}.db"
    Database(path, key, LASTING, durable=True).close()
    return path


def test_setting_aside_while_the_keyring_is_silent_loses_no_key(tmp_path: Path) -> None:
    vault, key = LastingVault(), new_database_key()
    path = _journal(tmp_path, "test", key)
    KeyFingerprint(tmp_path / "accounts" / f"key-{ACCOUNT}-test.print").write(key)
    asyncio.run(vault.put(f"database {ACCOUNT} test", key))
    vault.silent = True
    book = _book(tmp_path, vault)
    assert _code(book) == "no_database_key"
    with pytest.raises(KeyringTrouble):
        asyncio.run(book.set_aside(ACCOUNT, Mode.TEST))
    assert path.exists(), "nothing was given up"
    vault.silent = False
    assert asyncio.run(book.database_keys(ACCOUNT, Mode.TEST)).current == key


def test_files_set_aside_keep_their_key_and_the_new_ones_have_their_own(tmp_path: Path) -> None:
    """Twice, at the same second; and the older key of both modes stays as long as such a file may need it."""
    vault, older = LastingVault(), new_database_key()
    asyncio.run(vault.put(f"database {ACCOUNT}", older))
    _journal(tmp_path, "test", older)
    book, folder = _book(tmp_path, vault), tmp_path / "accounts"
    keys = [older]
    for _ in range(2):
        asyncio.run(book.set_aside(ACCOUNT, Mode.TEST))
        current = asyncio.run(book.database_keys(ACCOUNT, Mode.TEST)).current
        opened, _aside = DeskFiles(folder, ACCOUNT, Mode.TEST, current, None).journal()
        opened.close()
        keys.append(current)
        assert asyncio.run(_book(tmp_path, vault).database_keys(ACCOUNT, Mode.TEST)).current == current
    asyncio.run(book.forget_older_key(ACCOUNT))
    aside = sorted(folder.glob("journal-*.damaged-*.db"))
    assert len(aside) == 2
    assert set(keys) <= set(vault._held.values())
    assert {key for path in aside for key in keys if database.opens(path, key)} == set(keys[:2])
    asyncio.run(book.wipe(ACCOUNT))
    assert not list(folder.iterdir())
    assert vault._held == {}


def test_a_keyring_unlocked_between_two_questions_loses_no_key(tmp_path: Path) -> None:
    """Killed after the file got its own key and before its fingerprint was written."""

    class Unlocked(LastingVault):
        async def get(self, name: str) -> str | None:
            found = await super().get(name)
            self.silent = False
            return found

    vault, key = Unlocked(), new_database_key()
    _journal(tmp_path, "test", key)
    asyncio.run(vault.put(f"database {ACCOUNT} test", key))
    asyncio.run(vault.put(f"database {ACCOUNT}", new_database_key()))
    vault.silent = True
    assert asyncio.run(_book(tmp_path, vault).database_keys(ACCOUNT, Mode.TEST)).current == key


@pytest.mark.parametrize("content", [b"", b"\0\xff garbled", b"0" * 32])
def test_a_damaged_fingerprint_does_not_lock_a_healthy_file_out(tmp_path: Path, content: bytes) -> None:
    vault, key = LastingVault(), new_database_key()
    _journal(tmp_path, "test", key)
    mark = tmp_path / "accounts" / f"key-{ACCOUNT}-test.print"
    mark.write_bytes(content)
    asyncio.run(vault.put(f"database {ACCOUNT} test", key))
    assert asyncio.run(_book(tmp_path, vault).database_keys(ACCOUNT, Mode.TEST)).current == key
    assert KeyFingerprint(mark).fits(key)


def test_a_secret_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    class Refusing(SharedBackend):
        entries: dict[tuple[str, str], str] = {}  # noqa: RUF012

        def set_password(self, service: str, username: str, password: str) -> None:
            raise KeyringLocked

    backend = Refusing()  # type: ignore[no-untyped-call]
    backend.entries[("Billing Desk: x", "billing-desk")] = "before"
    vault = KeyringVault(backend)
    with pytest.raises(VaultTrouble):
        asyncio.run(vault.put("x", "after"))
    assert asyncio.run(vault.get("x")) == "before"


def test_a_list_of_logs_that_cannot_be_read_does_not_stop_the_erasing(tmp_path: Path) -> None:
    vault = LastingVault()
    asyncio.run(vault.put("audit logs", "garbled"))
    asyncio.run(vault.put(f"audit {ACCOUNT} test", "anchor"))
    book = _book(tmp_path, vault)
    asyncio.run(book.add(TEST_KEY, Mode.TEST, None, "Acme"))
    asyncio.run(book.wipe(ACCOUNT))
    assert book.all() == []
    assert vault._held == {"audit logs": "garbled"}


@pytest.mark.parametrize("part", ["key", "files"])
def test_an_account_that_cannot_be_erased_whole_stays_in_the_list(
    tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stubborn(LastingVault):
        async def delete(self, name: str) -> None:
            if name.startswith("database") and part == "key":
                raise VaultTrouble("locked")
            await super().delete(name)

    def refuse(_: object) -> None:
        raise PermissionError(13, "denied", "x")

    book = _book(tmp_path, Stubborn())
    asyncio.run(book.add(TEST_KEY, Mode.TEST, None, "Acme"))
    path = _journal(tmp_path, "test", new_database_key())
    with monkeypatch.context() as patch:
        if part == "files":
            patch.setattr("billing_desk.store.files.erasing.overwrite", refuse)
        with pytest.raises(KeyringTrouble if part == "key" else Unwritable):
            asyncio.run(book.wipe(ACCOUNT))
    assert [account.id for account in book.all()] == [ACCOUNT]
    assert path.exists()


def test_files_of_the_time_when_both_modes_had_one_key_are_encrypted_anew(tmp_path: Path) -> None:
    """The older key opens the journal once; then each mode has its own, and the older one is forgotten last."""
    folder = tmp_path / "accounts"
    folder.mkdir()
    older = new_database_key()
    for mode in ("test", "live"):
        path = folder / f"journal-{ACCOUNT}-{mode}.db"
        Database(path, older, LASTING, durable=True).close()
    vault = LastingVault()
    asyncio.run(vault.put(f"database {ACCOUNT}", older))
    book = _book(tmp_path, vault)
    for mode in (Mode.TEST, Mode.LIVE):
        keys = asyncio.run(book.database_keys(ACCOUNT, mode))
        assert keys.older == older
        opened, aside = DeskFiles(folder, ACCOUNT, mode, keys.current, keys.older).journal()
        opened.close()
        assert aside is None
        asyncio.run(book.forget_older_key(ACCOUNT))
        assert (f"database {ACCOUNT}" in vault._held) == (mode is Mode.TEST)
        with pytest.raises(database.Damaged):
            Database(folder / f"journal-{ACCOUNT}-{mode}.db", older, LASTING, durable=True)
        assert asyncio.run(_book(tmp_path, vault).database_keys(ACCOUNT, mode)).older is None


class SharedBackend(KeyringBackend):
    """One keyring under two programs: every call lets the other one go first."""

    priority = 5
    entries: dict[tuple[str, str], str] = {}  # noqa: RUF012

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        self.entries.pop((service, username), None)


def _shared() -> KeyringBackend:
    made: KeyringBackend = SharedBackend()  # type: ignore[no-untyped-call]
    return made


def test_two_probes_at_once_do_not_call_the_keyring_insecure() -> None:
    async def use() -> None:
        vaults = [KeyringVault(_shared()) for _ in range(8)]
        await asyncio.gather(*(vault.prove() for vault in vaults))

    asyncio.run(use())
    assert SharedBackend.entries == {}
