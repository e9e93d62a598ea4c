"""An older audit log, another one, or none: noticed by the panel, at the start and by --verify-audit."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from billing_desk.commands.verify import run as verify
from billing_desk.domain.access.audit_anchor import Anchor, difference
from billing_desk.domain.changes import Change, ChangeKind, Changes
from billing_desk.domain.errors import KeyringTrouble
from billing_desk.domain.writes.operation import Mode
from billing_desk.services.tasks import Tasks
from billing_desk.services.writes.audit_anchoring import AuditAnchoring
from billing_desk.store.durable.audit import START, Audit
from billing_desk.store.durable.durable import LASTING
from billing_desk.store.files.database import Database
from billing_desk.store.files.database_files import AccountFiles
from billing_desk.store.files.identity import FileIdentity, Foreign
from billing_desk.store.mirror.mirror import Mirror
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.vault import AnchorEntry, VaultTrouble, database_key_name, new_database_key

from ..driver import Operator, seated
from ..flows.operator_fixture import at_desk
from ..support import DATABASE_KEY, until
from .test_keyring import LastingVault

OTHER = "acct_1SecondOne"


class Computer:
    """Audit logs of two accounts in two modes, with what the keyring has of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.vault = folder, LastingVault()
        self.keys: dict[tuple[str, Mode], str] = {}
        for account in ("acct_1FirstOne", OTHER):
            for mode in (Mode.TEST, Mode.LIVE):
                self.keys[account, mode] = new_database_key()
                asyncio.run(self.vault.put(database_key_name(account, mode), self.keys[account, mode]))
                self.write(account, mode, 3)

    def journal(self, account: str = "acct_1FirstOne", mode: Mode = Mode.TEST) -> Path:
        return AccountFiles(self.folder / "accounts", account).journal(str(mode))

    def write(self, account: str, mode: Mode, count: int) -> None:
        """Entries, and their head in the keyring, as a desk does."""

        async def opened() -> Any:
            return self.vault

        async def work() -> None:
            self.journal(account, mode).parent.mkdir(parents=True, exist_ok=True)
            belongs = FileIdentity(account, str(mode), "journal")
            key = self.keys[account, mode]
            database = Database(self.journal(account, mode), key, LASTING, durable=True, belongs=belongs)
            audit, entry = Audit(database), AnchorEntry(opened, account, mode)
            for number in range(count):
                await audit.append({"at": 1, "operation": None, "note": number})
            number, head = await audit.head()
            await entry.put(Anchor(await audit.file_id(), number, head))
            database.close()

        asyncio.run(work())

    def verified(self, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
        async def make() -> Any:
            return self.vault

        code = verify(self.folder, make)
        return code, capsys.readouterr().out


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_all_whole(computer: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = computer.verified(capsys)
    assert code == 0
    assert said.count("whole") == 4


def _yesterday(computer: Computer) -> None:
    path = computer.journal()
    kept = path.with_suffix(".yesterday")
    shutil.copy(path, kept)
    computer.write("acct_1FirstOne", Mode.TEST, 2)
    _forget_log(path)
    shutil.move(kept, path)


def _gone(computer: Computer) -> None:
    computer.journal().unlink()


def _live_is_test(computer: Computer) -> None:
    shutil.copy(computer.journal(), computer.journal(mode=Mode.LIVE))


def _of_another_account(computer: Computer) -> None:
    shutil.copy(computer.journal(OTHER), computer.journal())


def _new_and_empty(computer: Computer) -> None:
    computer.journal().unlink()
    belongs = FileIdentity("acct_1FirstOne", "test", "journal")
    key = computer.keys["acct_1FirstOne", Mode.TEST]
    Database(computer.journal(), key, LASTING, durable=True, belongs=belongs).close()


def _another_of_its_own(computer: Computer) -> None:
    """With the right key, and entries of its own."""
    _new_and_empty(computer)

    async def work() -> None:
        database = Database(computer.journal(), computer.keys["acct_1FirstOne", Mode.TEST], LASTING, durable=True)
        for number in range(9):
            await Audit(database).append({"at": 1, "operation": None, "note": number})
        database.close()

    asyncio.run(work())


def _grown_from_yesterday(computer: Computer) -> None:
    """Set back, then written on beyond where it was."""
    _yesterday(computer)

    async def work() -> None:
        database = Database(computer.journal(), computer.keys["acct_1FirstOne", Mode.TEST], LASTING, durable=True)
        for number in range(9):
            await Audit(database).append({"at": 1, "operation": None, "note": f"other {number}"})
        database.close()

    asyncio.run(work())


def _everything_gone(computer: Computer) -> None:
    shutil.rmtree(computer.folder / "accounts")


def _cut(computer: Computer) -> None:
    content = computer.journal().read_bytes()
    computer.journal().write_bytes(content[: len(content) // 2])


def _one_key_for_both(computer: Computer) -> None:
    """Even if somebody makes both modes' keys one: the file says inside whose it is."""
    key = computer.keys["acct_1FirstOne", Mode.TEST]
    asyncio.run(computer.vault.put(database_key_name("acct_1FirstOne", Mode.LIVE), key))
    shutil.copy(computer.journal(), computer.journal(mode=Mode.LIVE))


def _forget_log(path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("attack", "said"),
    [
        (_yesterday, "ROLLED BACK: 3 entries are here, 5 were written"),
        (_gone, "MISSING: the file is gone; it had 3 entries"),
        (_live_is_test, "FOREIGN: it is the file of acct_1FirstOne test"),
        (_of_another_account, f"FOREIGN: it is the file of {OTHER}"),
        (_new_and_empty, "MISSING: an empty file is in its place, 3 entries were written"),
        (_another_of_its_own, "REPLACED"),
        (_grown_from_yesterday, "ROLLED BACK"),
        (_everything_gone, "MISSING"),
        (_cut, "BROKEN"),
        (_one_key_for_both, "FOREIGN: it says that it is the journal of acct_1FirstOne test"),
    ],
)
def test_is_found_and_ends_with_an_error(
    computer: Computer, capsys: pytest.CaptureFixture[str], attack: Callable[[Computer], None], said: str
) -> None:
    attack(computer)
    code, output = computer.verified(capsys)
    assert code == 1
    assert said in output


def test_a_keyring_that_cannot_be_asked_is_not_called_whole(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    async def locked() -> Any:
        raise VaultTrouble("locked")

    assert verify(computer.folder, locked) == 2
    computer.vault.silent = True
    assert computer.verified(capsys)[0] == 2


def test_a_log_that_is_ahead_of_the_keyring_is_whole(computer: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    """The program was killed between the entry and the keyring."""

    async def work() -> None:
        database = Database(computer.journal(), computer.keys["acct_1FirstOne", Mode.TEST], LASTING, durable=True)
        await Audit(database).append({"at": 1, "operation": None})
        database.close()

    asyncio.run(work())
    assert computer.verified(capsys)[0] == 0


@given(st.integers(0, 9), st.integers(0, 9), st.booleans(), st.booleans())
def test_any_difference_is_one(count: int, kept: int, same_file: bool, same_hash: bool) -> None:
    anchor = Anchor("f", kept, "h")
    code = difference(anchor, "f" if same_file else "g", count, "h" if same_hash else "i")
    assert (code == "") == (same_file and count >= kept and same_hash)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "5", '{"file": 1}', '{"file":"a","count":"x","head":"","incidents":[]}']
)
def test_an_entry_that_is_no_anchor_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match="not an anchor"):
        Anchor.from_text(text)
    anchor = Anchor("a", 3, START, ((1, "gone"),))
    assert Anchor.from_text(anchor.to_text()) == anchor


async def test_a_mirror_of_another_mode_is_not_shown(qapp: QApplication, tmp_path: Path) -> None:
    """With the same key too: what is inside says whose it is."""
    path = tmp_path / "mirror.db"
    mirror = Mirror(path, DATABASE_KEY, belongs=FileIdentity("acct_1", "test", "mirror"))
    await mirror.put([{"id": "cus_1", "object": "customer", "created": 1}], 1.0)
    mirror.close()
    for other in (
        FileIdentity("acct_1", "live", "mirror"),
        FileIdentity("acct_2", "test", "mirror"),
        FileIdentity("acct_1", "test", "journal"),
    ):
        with pytest.raises(Foreign):
            Mirror(path, DATABASE_KEY, belongs=other)
    Mirror(path, DATABASE_KEY, belongs=FileIdentity("acct_1", "test", "mirror")).close()


def _unexpected(error: BaseException) -> None:
    raise error


def _anchoring(computer: Computer, audit: Audit) -> AuditAnchoring:
    async def opened() -> Any:
        return computer.vault

    store = AnchorEntry(opened, "acct_1FirstOne", Mode.TEST)
    return AuditAnchoring(audit, store, Tasks(_unexpected), Changes(), lambda: 1_790_000_000)


def _with_audit(computer: Computer, work: Callable[[Audit], Awaitable[None]]) -> None:
    async def run() -> None:
        database = Database(computer.journal(), computer.keys["acct_1FirstOne", Mode.TEST], LASTING, durable=True)
        await work(Audit(database))
        database.close()

    asyncio.run(run())


@pytest.mark.parametrize("left", [None, "garbage"])
def test_a_lost_anchor_is_said_and_not_replaced_without_a_trace(
    computer: Computer, capsys: pytest.CaptureFixture[str], left: str | None
) -> None:
    """Whoever rolls the file back may delete or damage the entry too."""
    name = "audit acct_1FirstOne test"
    computer.vault._held.pop(name)
    if left is not None:
        computer.vault._held[name] = left
    code, output = computer.verified(capsys)
    assert code == 1
    assert "UNANCHORED" in output

    async def work(audit: Audit) -> None:
        first = await _anchoring(computer, audit).begin()
        assert first is not None
        assert first.code == "unanchored"
        again = _anchoring(computer, audit)
        assert await again.begin() is None
        noticed = await again.first_broken()
        assert noticed is not None
        assert (noticed.code, noticed.what) == ("noticed", "unanchored")

    _with_audit(computer, work)


def test_what_is_found_is_said_although_it_cannot_be_kept(computer: Computer) -> None:
    _yesterday(computer)
    put = computer.vault.put

    async def refuses(name: str, secret: str) -> None:
        raise VaultTrouble("locked")

    async def work(audit: Audit) -> None:
        computer.vault.put = refuses  # type: ignore[method-assign]
        anchoring = _anchoring(computer, audit)
        found = await anchoring.begin()
        assert found is not None
        assert found.code == "rolled_back"
        assert await anchoring.first_broken() == found, "the panel says it too"
        computer.vault.put = put  # type: ignore[method-assign]

    _with_audit(computer, work)


def test_a_keyring_that_was_locked_at_the_start_is_asked_again_at_the_next_write(computer: Computer) -> None:
    async def work(audit: Audit) -> None:
        changes = Changes()

        async def opened() -> Any:
            if not unlocked:
                raise VaultTrouble("locked")
            return computer.vault

        unlocked: list[bool] = []
        tasks = Tasks(_unexpected)
        store = AnchorEntry(opened, "acct_1FirstOne", Mode.TEST)
        anchoring = AuditAnchoring(audit, store, tasks, changes, lambda: 1_790_000_000)
        assert await anchoring.begin() is None
        unlocked.append(True)
        await audit.append({"at": 1, "operation": None, "note": 9})
        changes.publish(Change(ChangeKind.OPERATION, frozenset({"x"})))
        await tasks.drain(5)
        kept = await AnchorEntry(opened, "acct_1FirstOne", Mode.TEST).get()
        assert kept is not None
        assert kept.count == 4

    _with_audit(computer, work)


def test_a_silent_or_garbled_list_of_logs_is_not_written_over(computer: Computer) -> None:
    """Or the deletion of another account's log would no longer be noticed."""

    async def opened() -> Any:
        return computer.vault

    before = computer.vault._held["audit logs"]
    for silent, content in ((True, before), (False, "garbled")):
        computer.vault._held["audit logs"], computer.vault.silent = content, silent
        with suppress(KeyringTrouble):
            asyncio.run(AnchorEntry(opened, "acct_1Third", Mode.LIVE).put(Anchor("file", 1, "head")))
        assert computer.vault._held["audit logs"] == content
        computer.vault.silent = False


async def _change(operator: Operator, name: str) -> None:
    form = await operator.edit(name=name)
    await operator.confirm()
    await operator.gone(form)
    await until(lambda: operator.services.audit_anchoring._kept and operator.services.audit_anchoring._kept.count)


async def test_the_program_notices_at_the_start_and_goes_on_noticing(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """F11."""
    vault = LastingVault()
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, _, __):
        await _change(operator, "First")
        await operator.app.desks.close_desk_of(operator.services.identity.account)
        journal = next((tmp_path / "accounts").glob("journal-*.db"))
        kept = tmp_path / "yesterday"
        shutil.copy(journal, kept)
        operator.app.open_desk(operator.app.accounts.all()[0].id, "test")
        await operator.current()
        await until(lambda: operator.page.detail.id)
        await _change(operator, "Second")
        await until(lambda: operator.services.audit_anchoring._kept.count == 2)
        await operator.app.desks.close_desk_of(operator.services.identity.account)
        _forget_log(journal)
        shutil.copy(kept, journal)
        operator.app.open_desk(operator.app.accounts.all()[0].id, "test")
        await until(lambda: "rolled back: it has 1 of the 2 entries" in operator.notice)
        await operator.current()
        await until(lambda: operator.page.detail.id)
        await _change(operator, "Third")
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        panel.tabs.setCurrentWidget(panel.audit)
        await until(lambda: "was found rolled back on" in panel.audit.chain.text())
        await operator.leave(panel)

    async def make() -> Any:
        return vault

    loop = asyncio.get_running_loop()
    assert await loop.run_in_executor(None, verify, tmp_path, make) == 1
    assert "whole since it was found rolled back" in capsys.readouterr().out


async def test_a_slow_keyring_holds_up_no_change(qapp: QApplication, tmp_path: Path) -> None:
    """Several ends while it answers are kept as one."""
    vault = LastingVault()
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, _, __):
        put, puts = vault.put, list[str]()

        async def slowly(name: str, secret: str) -> None:
            if name.startswith("audit acct"):
                puts.append(name)
                await asyncio.sleep(0.3)
            await put(name, secret)

        vault.put = slowly  # type: ignore[method-assign]
        for number in range(4):
            form = await operator.edit(name=f"Name {number}")
            await operator.confirm()
            await operator.gone(form)
        await until(lambda: operator.services.audit_anchoring._kept.count == 4)
        assert len(puts) <= 4


async def test_a_keyring_that_fails_later_fails_no_change(qapp: QApplication, tmp_path: Path) -> None:
    vault = LastingVault()
    async with seated(qapp, tmp_path, vault=vault):
        pass
    async with at_desk(qapp, tmp_path / "x", vault=vault) as (operator, _, __):
        put = vault.put

        async def refuses(name: str, secret: str) -> None:
            if name.startswith("audit"):
                raise VaultTrouble("locked")
            await put(name, secret)

        vault.put = refuses  # type: ignore[method-assign]
        form = await operator.edit(name="Changed")
        await operator.confirm()
        await operator.gone(form)
        await until(lambda: "Updated" in operator.notice)
