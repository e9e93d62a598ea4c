"""The data folder: accessible to this user only, and used by one process at a time."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import IO

_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""The errno values that mean another process holds the lock."""
_OURS = ("settings.json", "accounts", "logs", "lock")


class UnsafeFolder(Exception):
    """The folder's permissions cannot be restricted to this user; the text says why."""


def prepared(folder: Path) -> Path:
    """Create the folder, restrict it to this user, and return its real path. Raises UnsafeFolder and OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    real = folder.resolve(strict=True)
    if not real.is_dir():
        raise UnsafeFolder(f"{real} is not a folder")
    if sys.platform == "win32":
        return real  # files created inside inherit the folder's access control list
    found = real.stat()
    if found.st_uid != os.geteuid():
        raise UnsafeFolder(f"{real} belongs to another user")
    if found.st_mode & 0o077:
        names = os.listdir(real)
        if names and not any(name in names for name in _OURS):
            # A folder with other files, such as the home folder: its permissions are not changed.
            raise UnsafeFolder(f"{real} is open to other users and holds other files; choose a folder of its own")
        real.chmod(0o700)
    return real


class FolderLock:
    """An operating system file lock, held by one process at a time and released when that process ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Returns False if another process holds the lock. Raises OSError if the file system does not support locks."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        file = os.fdopen(os.open(self._folder / "lock", flags, 0o600), "r+b")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            if error.errno not in _HELD:
                raise
            return False
        self._file = file
        return True

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class RunMark:
    """A file that exists while the program runs, so that the next start can detect a crash."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "running"

    def begin(self) -> bool:
        """Returns whether the previous run did not end normally (crash, kill or power failure)."""
        left = self._path.exists()
        self._path.touch(mode=0o600)
        return left

    def end(self) -> None:
        self._path.unlink(missing_ok=True)
