"""One encrypted SQLite file with a thread each for writes, quick reads and long reads. Usable from any event loop."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

import apsw

from ...domain.errors import DiskFull, Unopenable
from .identity import FileIdentity, Foreign, claim
from .lane import Lane, Result, outlasting

Connection = apsw.Connection
_READ_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
Setup = Callable[[Connection], None]
WRITE_CACHE, READ_CACHE, SCAN_CACHE = 40_000, 24_000, 32_000
"""KiB of the decrypted page cache of each connection."""


class Damaged(Exception):
    """The file cannot be read with this key: wrong key, corrupt page, or not a database."""


class Database:
    """Opened with a 32-byte key in hex. `path` None: an in-memory database.

    `migrations` bring the file from its version to `len(migrations)`, each in a transaction.
    """

    def __init__(
        self,
        path: Path | None,
        key: str,
        migrations: Sequence[str],
        *,
        durable: bool,
        setup: Setup | None = None,
        on_damage: Callable[[], None] | None = None,
        on_full: Callable[[], None] | None = None,
        check: bool = False,
        belongs: FileIdentity | None = None,
    ) -> None:
        """`check` reads every page first. `belongs` is the identity a file must have; a new file gets it. Raises
        Damaged, Foreign, or Unopenable (cannot be opened, or has a newer version)."""
        self._path, self._key, self._durable, self._setup = path, key, durable, setup
        self._on_damage, self._on_full = on_damage, on_full
        self._closed = False
        self._lanes: list[Lane] = []
        try:
            self._write_lane = self._lane("write", WRITE_CACHE)
            if check and self._write_lane.connection.pragma("quick_check") != "ok":
                raise Damaged(str(path))
            _migrate(self._write_lane.connection, migrations)
            if belongs is not None:
                claim(self._write_lane.connection, belongs)
            self._check_encrypted()
            # An in-memory database has one connection only; a second would be a separate database.
            self._read_lane = self._lane("read", READ_CACHE) if path else self._write_lane
            self._scan_lane = self._lane("scan", SCAN_CACHE) if path else self._write_lane
        except (apsw.NotADBError, apsw.CorruptError) as error:
            self._shut()
            raise Damaged(str(path)) from error
        except apsw.CantOpenError as error:
            self._shut()
            raise Unopenable(str(path), code="cannot_open") from error
        except (Damaged, Foreign, Unopenable):
            self._shut()
            raise

    def _lane(self, name: str, cache: int) -> Lane:
        lane = Lane(name, self._open(cache))
        self._lanes.append(lane)
        return lane

    def _open(self, cache: int) -> Connection:
        connection = _keyed(self._path, self._key)
        if self._path:
            connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "full" if self._durable else "normal")
        connection.pragma("cache_size", -cache)
        connection.pragma("temp_store", "memory")
        connection.pragma("wal_autocheckpoint", 8_000)
        connection.pragma("foreign_keys", True)
        connection.set_busy_timeout(5_000)
        if self._setup:
            self._setup(connection)
        return connection

    def _check_encrypted(self) -> None:
        # The driver also opens an unencrypted file, so check the header.
        if self._path is None:
            return
        with self._path.open("rb") as file:
            if file.read(16) == b"SQLite format 3\0":
                raise Damaged(f"{self._path} is not encrypted")

    async def write(self, work: Callable[[Connection], Result], *, synced: bool = True) -> Result:
        """Run `work` in one transaction. Canceling the caller does not undo it. Raises DiskFull and Damaged.

        Not `synced`: survives a crash of the program, but not a power failure before the next synced write.
        """
        if synced or not self._durable:
            return await outlasting(asyncio.wrap_future(self.submit(work)))
        self._refuse_when_closed()
        return await outlasting(asyncio.wrap_future(self._write_lane.submit(self._unsynced, work)))

    def submit(self, work: Callable[[Connection], Result]) -> Future[Result]:
        """A synced `write` that returns a concurrent Future."""
        self._refuse_when_closed()
        return self._write_lane.submit(self._transaction, work)

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run a short read that the user waits for. Canceling the caller interrupts it."""
        return await self._on(self._read_lane, work)

    async def scan(self, work: Callable[[Connection], Result]) -> Result:
        """Run a read over many rows, which does not block `read`. Canceling the caller interrupts it."""
        return await self._on(self._scan_lane, work)

    async def aside(self, work: Callable[[Connection], Result]) -> Result:
        """Run a long task on a separate connection and thread, so that no other work waits for it."""
        self._refuse_when_closed()
        if self._path is None:
            return await self._on(self._scan_lane, work)
        lane = self._lane("aside", SCAN_CACHE)
        try:
            return await self._on(lane, work)
        finally:
            self._lanes.remove(lane)
            await outlasting(asyncio.get_running_loop().run_in_executor(None, lane.close_soon))

    async def _on(self, lane: Lane, work: Callable[[Connection], Result]) -> Result:
        self._refuse_when_closed()
        try:
            return await asyncio.wrap_future(lane.submit(self._guarded, work))
        except asyncio.CancelledError:
            lane.stop(work)
            raise

    def _refuse_when_closed(self) -> None:
        # The caller belongs to a desk that was closed, so it is canceled.
        if self._closed:
            raise asyncio.CancelledError

    def _transaction(self, connection: Connection, work: Callable[[Connection], Result]) -> Result:
        def inside(connection: Connection) -> Result:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return result

        return self._guarded(connection, inside)

    def _unsynced(self, connection: Connection, work: Callable[[Connection], Result]) -> Result:
        connection.pragma("synchronous", "normal")
        try:
            return self._transaction(connection, work)
        finally:
            connection.pragma("synchronous", "full")

    def _guarded(self, connection: Connection, work: Callable[[Connection], Result]) -> Result:
        try:
            return work(connection)
        except (apsw.CorruptError, apsw.NotADBError) as error:
            if self._on_damage:
                self._on_damage()
            raise Damaged(str(self._path)) from error
        except apsw.FullError as error:
            if self._on_full:
                self._on_full()
            raise DiskFull(str(self._path)) from error

    def close(self) -> None:
        """Wait for writes, interrupt reads, then close the file."""
        self._closed = True
        self._shut()

    def _shut(self) -> None:
        for lane in reversed(self._lanes):
            lane.close(wait_for_work=lane is self._lanes[0])


def _keyed(path: Path | None, key: str, flags: int = _READ_WRITE) -> Connection:
    if not re.fullmatch("[0-9a-f]{64}", key):
        raise ValueError("the database key must be 32 bytes in hex")
    connection = Connection(str(path) if path else ":memory:", flags=flags)
    if path:
        connection.pragma("cipher", "chacha20")
        connection.pragma("key", f"raw:{key}")
    return connection


def opens(path: Path, key: str) -> bool:
    """Whether this key opens the file. Read-only."""
    if not path.is_file():
        return False
    connection = _keyed(path, key, flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except apsw.Error:
        return False
    finally:
        connection.close()
    return True


def rekey(path: Path, old: str, new: str) -> None:
    """Encrypt the file with another key; after a crash during this the old key is valid. Raises Damaged if the old
    key does not open it."""
    connection = _keyed(path, old)
    try:
        connection.pragma("journal_mode", "delete")  # rekey does not work in WAL mode
        connection.pragma("synchronous", "full")
        connection.pragma("rekey", f"raw:{new}")
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise Damaged(str(path)) from error
    finally:
        connection.close()


def _migrate(connection: Connection, migrations: Sequence[str]) -> None:
    version = int(str(connection.pragma("user_version")))
    if version > len(migrations):
        raise Unopenable(str(version), code="newer_version")
    for number, script in enumerate(migrations[version:], version + 1):
        with connection:
            connection.execute(script)
            connection.pragma("user_version", number)


def remove(path: Path) -> None:
    """Delete a database file with its -wal and -shm files."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def set_aside(path: Path, mark: str) -> Path:
    """Rename a damaged file and its -wal and -shm files; returns the new path."""
    kept = path.with_name(f"{path.stem}.damaged-{mark}{path.suffix}")
    for suffix in ("", "-wal", "-shm"):
        old = path.with_name(path.name + suffix)
        if old.exists():
            old.rename(kept.with_name(kept.name + suffix))
    return kept
