"""One encrypted SQLite file: one writing thread, one reading thread, usable from any event loop."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import apsw

from ..domain.errors import Unopenable

Connection = apsw.Connection
Result = TypeVar("Result")
Setup = Callable[[Connection], None]


class Damaged(Exception):
    """The file cannot be read with this key: another key, a broken page, or no database at all."""


class Database:
    """Opened with a 32-byte key in hex; without a path it lives in memory and nothing is written to disk.

    `migrations` bring the file from the version it has to `len(migrations)`, each in a transaction.
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
        check: bool = False,
    ) -> None:
        """`check` reads every page first. Raises Damaged, or Unopenable for a file that is whole but not for us."""
        self._path, self._key, self._durable, self._setup = path, key, durable, setup
        self._on_damage = on_damage
        self._closed = False
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="db-write")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="db-read") if path else self._writer
        try:
            self._write_connection = self._open()
            if check and self._write_connection.pragma("quick_check") != "ok":
                raise Damaged(str(path))
            _migrate(self._write_connection, migrations)
            self._check_encrypted()
            self._read_connection = self._open() if path else self._write_connection
        except (apsw.NotADBError, apsw.CorruptError) as error:
            self._shut_threads()
            raise Damaged(str(path)) from error
        except apsw.CantOpenError as error:
            self._shut_threads()
            raise Unopenable(str(path), code="cannot_open") from error
        except (Damaged, Unopenable):
            self._shut_threads()
            raise

    def _open(self) -> Connection:
        if not re.fullmatch("[0-9a-f]{64}", self._key):
            raise ValueError("the database key must be 32 bytes in hex")
        connection = Connection(str(self._path) if self._path else ":memory:")
        if self._path:
            connection.pragma("cipher", "chacha20")
            connection.pragma("key", f"raw:{self._key}")
            connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "full" if self._durable else "normal")
        connection.pragma("cache_size", -64_000)
        connection.pragma("temp_store", "memory")
        connection.pragma("foreign_keys", True)
        connection.set_busy_timeout(5_000)
        if self._setup:
            self._setup(connection)
        return connection

    def _check_encrypted(self) -> None:
        # The driver also opens a file without any key, in plain; so look.
        if self._path is None:
            return
        with self._path.open("rb") as file:
            if file.read(16) == b"SQLite format 3\0":
                raise Damaged(f"{self._path} is not encrypted")

    def submit_write(self, work: Callable[[Connection], Result]) -> Future[Result]:
        """Run `work` in one transaction on the writing thread."""
        return self._writer.submit(self._transaction, work)

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one transaction. A cancelled caller does not undo it."""
        self._refuse_when_closed()
        return await asyncio.shield(asyncio.wrap_future(self.submit_write(work)))

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        self._refuse_when_closed()
        return await asyncio.wrap_future(self._reader.submit(self._guarded, work, self._read_connection))

    def _refuse_when_closed(self) -> None:
        # Whoever still asks belongs to a desk that is gone; to be cancelled is all it can expect.
        if self._closed:
            raise asyncio.CancelledError

    def _transaction(self, work: Callable[[Connection], Result]) -> Result:
        def inside(connection: Connection) -> Result:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
            return result

        return self._guarded(inside, self._write_connection)

    def _guarded(self, work: Callable[[Connection], Result], connection: Connection) -> Result:
        try:
            return work(connection)
        except (apsw.CorruptError, apsw.NotADBError) as error:
            if self._on_damage:
                self._on_damage()
            raise Damaged(str(self._path)) from error

    def close(self) -> None:
        """Wait for what is running, then close the file."""
        self._closed = True
        self._shut_threads()
        self._write_connection.close()
        self._read_connection.close()

    def _shut_threads(self) -> None:
        self._reader.shutdown()
        self._writer.shutdown()


def _migrate(connection: Connection, migrations: Sequence[str]) -> None:
    version = int(str(connection.pragma("user_version")))
    if version > len(migrations):
        raise Unopenable(str(version), code="newer_version")
    for number, script in enumerate(migrations[version:], version + 1):
        with connection:
            connection.execute(script)
            connection.pragma("user_version", number)


def remove(path: Path) -> None:
    """Delete a database file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def set_aside(path: Path, mark: str) -> Path:
    """Keep a damaged file under another name; returns the name."""
    kept = path.with_name(f"{path.stem}.damaged-{mark}{path.suffix}")
    for suffix in ("", "-wal", "-shm"):
        old = path.with_name(path.name + suffix)
        if old.exists():
            old.rename(kept.with_name(kept.name + suffix))
    return kept
