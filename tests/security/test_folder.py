"""One desk a folder, by whatever path it is named; ceilings that two processes cannot pass together."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.data_folder import FolderLock, RunMark, UnsafeFolder, prepared
from billing_desk.domain.errors import TooMuch
from billing_desk.domain.money import Money
from billing_desk.domain.writes.action import Action
from billing_desk.domain.writes.operation import DeskIdentity, Mode, Operation, OperationState, Step
from billing_desk.domain.writes.request import Request
from billing_desk.domain.writes.safety_limits import Ceilings, passed
from billing_desk.store.durable.durable import LASTING
from billing_desk.store.durable.journal import Admission, Journal
from billing_desk.store.files.database import Database
from billing_desk.ui.startup.single_instance import SingleInstance, socket_name

from ..support import DATABASE_KEY

HERE = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def short(tmp_path: Path) -> Iterator[Path]:
    """A folder with a path that a socket can have."""
    with tempfile.TemporaryDirectory(prefix="bd") as folder:
        yield Path(folder)


def _start(folder: str, cwd: Path, runtime: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen", "BILLING_DESK_SAY_READY": "1"}
    environment["XDG_RUNTIME_DIR"] = str(runtime)
    command = [sys.executable, "-m", "billing_desk", "--demo", "--data", folder]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=cwd, env=environment, stdout=pipe, stderr=pipe, text=True)


def _end(*programs: subprocess.Popen[str]) -> None:
    for program in programs:
        if program.poll() is None:
            program.kill()
        program.communicate(timeout=20)


def test_a_file_system_without_locks_is_not_called_busy(short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("billing_desk.data_folder._lock", no_locks)
    with pytest.raises(OSError, match="No locks"):
        FolderLock(short).take()


def test_relative_symlinked_and_dotted_paths_are_one_folder_and_the_second_start_raises_the_first(short: Path) -> None:
    data, runtime = short / "data", short / "run"
    data.mkdir()
    runtime.mkdir(mode=0o700)
    (short / "link").symlink_to(data)
    first = _start(str(data), short, runtime)
    try:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "ready"
        others = [_start(path, short, runtime) for path in ("data", "link", "data/../data", "./link/.")]
        for other in others:
            assert other.wait(30) == 0
        assert first.poll() is None
        _end(*others)
    finally:
        _end(first)


def test_of_several_started_at_once_one_has_the_folder(short: Path) -> None:
    data, runtime = short / "data", short / "run"
    runtime.mkdir(mode=0o700)
    racing = [_start(str(data), short, runtime) for _ in range(4)]
    try:
        for program in racing:
            _wait_for_end_or_ready(program)
        assert sum(program.poll() is None for program in racing) == 1
        assert all(program.poll() in (None, 0) for program in racing)
    finally:
        _end(*racing)


def _wait_for_end_or_ready(program: subprocess.Popen[str]) -> None:
    assert program.stdout is not None
    program.stdout.readline()


def test_one_that_hangs_is_named_and_the_second_start_ends_with_an_error(short: Path) -> None:
    data, runtime = short / "data", short / "run"
    runtime.mkdir(mode=0o700)
    lock = FolderLock(prepared(data))
    assert lock.take()
    second = _start(str(data), short, runtime)
    _, said = second.communicate(timeout=30)
    assert second.returncode == 1
    assert "Another Billing Desk uses" in said
    lock.release()


_HOLDER = """
import sys, time
from pathlib import Path
from billing_desk.data_folder import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(60)
"""


def test_the_lock_ends_with_its_process_however_that_ends(short: Path) -> None:
    command = [sys.executable, "-c", _HOLDER, str(short)]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    held = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert held.stdout is not None
    assert held.stdout.readline().strip() == "True"
    lock = FolderLock(short)
    assert not lock.take()
    held.send_signal(signal.SIGKILL)
    held.communicate(timeout=10)
    assert lock.take()
    lock.release()


def test_another_users_socket_in_the_temporary_folder_is_not_asked(qapp: QApplication, short: Path) -> None:
    """Its name could be known; so the socket lies where only this user can write."""
    path = Path(socket_name(prepared(short / "data")))
    assert path.is_absolute()
    found = path.parent.stat()
    assert found.st_uid == os.geteuid()
    assert not found.st_mode & 0o022


def test_a_runtime_folder_that_others_can_write_to_is_not_used(short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = short / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    data = prepared(short / "data")
    assert Path(socket_name(data)).parent == data


def test_a_socket_that_cannot_be_made_is_an_error(qapp: QApplication, short: Path) -> None:
    data = prepared(short / "data")
    instance = SingleInstance(data, lambda _: None)
    Path(instance._name).mkdir()  # nothing can listen there
    assert instance.listen() != ""
    instance.close()


def test_a_socket_left_by_a_crash_is_taken_over(qapp: QApplication, short: Path) -> None:
    data = prepared(short / "data")
    instance = SingleInstance(data, lambda _: None)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(instance._name)
    assert instance.listen() == ""
    assert SingleInstance(data, lambda _: None).ask_forward()
    instance.close()


def test_a_folder_that_is_open_to_others_is_mended_or_refused(short: Path) -> None:
    ours = short / "ours"
    (ours / "accounts").mkdir(parents=True)
    ours.chmod(0o777)
    assert stat.S_IMODE(prepared(ours).stat().st_mode) == 0o700
    fresh = short / "fresh"
    fresh.mkdir()
    fresh.chmod(0o755)
    assert stat.S_IMODE(prepared(fresh).stat().st_mode) == 0o700
    documents = short / "documents"
    documents.mkdir()
    (documents / "letter.txt").write_text("x")
    documents.chmod(0o755)
    with pytest.raises(UnsafeFolder, match="other files"):
        prepared(documents)
    assert stat.S_IMODE(documents.stat().st_mode) == 0o755
    with pytest.raises(OSError, match="File exists"):
        prepared(documents / "letter.txt")


def test_a_folder_of_another_user_is_refused(short: Path) -> None:
    if os.geteuid() != 0:
        folder = Path("/")
    else:
        folder = short / "theirs"
        folder.mkdir()
        os.chown(folder, 12345, 12345)
    with pytest.raises(UnsafeFolder, match="another user"):
        prepared(folder)


def test_a_lock_file_is_never_opened_through_a_link(short: Path) -> None:
    (short / "lock").symlink_to(short / "victim")
    with pytest.raises(OSError, match="symbolic"):
        FolderLock(short).take()
    assert not (short / "victim").exists()


def test_a_run_that_did_not_end_is_known_at_the_next_start(short: Path) -> None:
    assert not RunMark(short).begin()
    assert RunMark(short).begin()
    RunMark(short).end()
    assert not RunMark(short).begin()


_CEILING = Ceilings(one_write={"jpy": 1_000}, one_hour={"jpy": 1_000})


def _operation(number: int, amount: int) -> Operation:
    steps = (Step(Request("post", "/v1/charges", {"amount": amount, "n": number}), f"k{number}"),)
    return Operation(
        f"op{number}",
        DeskIdentity("acct_1", Mode.LIVE, "p"),
        Action.PAYMENT_CHARGE,
        steps,
        money=(Money(amount, "jpy"),),
    )


def _admission(operation: Operation) -> Admission:
    def admit(written: object) -> None:
        over = passed(operation.id, operation.money, written, _CEILING)  # type: ignore[arg-type]
        if over is not None:
            raise TooMuch(code=over.code)

    return admit


def test_two_connections_cannot_pass_a_ceiling_together(tmp_path: Path) -> None:
    """Eight writers of 500 under a ceiling of 1,000: two get through, whoever they are."""
    path = tmp_path / "journal.db"
    Database(path, DATABASE_KEY, LASTING, durable=True).close()
    outcomes: list[str] = []
    go = threading.Barrier(8)

    def write(number: int) -> None:
        async def work() -> str:
            database = Database(path, DATABASE_KEY, LASTING, durable=True)
            operation = _operation(number, 500)
            try:
                go.wait(20)
                await Journal(database).begin(operation, "v", 1_000_000, _admission(operation), sending=number % 2 == 0)
            except TooMuch:
                return "too much"
            finally:
                database.close()
            return "begun"

        outcomes.append(asyncio.run(work()))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcomes) == ["begun"] * 2 + ["too much"] * 6


async def test_what_was_refused_moved_nothing_and_an_hour_ends(qapp: QApplication, tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db", DATABASE_KEY, LASTING, durable=True)
    journal = Journal(database)
    first, second, third = (_operation(number, 800) for number in (1, 2, 3))
    await journal.begin(first, "v", 10_000, _admission(first), sending=True)
    with pytest.raises(TooMuch):
        await journal.begin(second, "v", 10_001, _admission(second))
    assert await journal.entry(second.id) is None, "what is over a ceiling is not even written"
    await journal.close(Journal.settling(first.id, OperationState.REFUSED, 10_002))
    await journal.begin(second, "v", 10_003, _admission(second))
    with pytest.raises(TooMuch):
        await journal.begin(third, "v", 10_004, _admission(third))
    await journal.begin(third, "v", 10_003 + 3_600, _admission(third))
    with pytest.raises(TooMuch):
        await journal.count_again(second.id, 10_003 + 3_600, _admission(second))
    database.close()
