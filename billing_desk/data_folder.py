"""The folder with settings and local files: this user's alone, and used by one process at a time."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import IO

_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system says while another process has the lock."""
_OURS = ("settings.json", "accounts", "logs", "lock")


class UnsafeFolder(Exception):
    """The folder cannot be kept to this user; the text says why."""


def prepared(folder: Path) -> Path:
    """The folder by its one real path, made if it is missing, open to nobody else. Raises UnsafeFolder and OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    real = folder.resolve(strict=True)
    if not real.is_dir():
        raise UnsafeFolder(f"{real} is not a folder")
    if sys.platform == "win32":
        return real  # what is made there is this user's by the folder it lies in
    found = real.stat()
    if found.st_uid != os.geteuid():
        raise UnsafeFolder(f"{real} belongs to another user")
    if found.st_mode & 0o077:
        names = os.listdir(real)
        if names and not any(name in names for name in _OURS):
            # Somebody's documents, or the system's folder for temporary files: their rights are not ours to change.
            raise UnsafeFolder(f"{real} is open to other users and holds other files; choose a folder of its own")
        real.chmod(0o700)
    return real


class FolderLock:
    """The operating system gives it to one process at a time, and takes it back however that one ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """False while another process holds it. Raises OSError where the file system has no locks."""
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
    """A file that is there while the program runs, so that the next start knows whether this one ended well."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "running"

    def begin(self) -> bool:
        """Whether the last start did not come to its end: a crash, a kill, a power cut."""
        left = self._path.exists()
        self._path.touch(mode=0o600)
        return left

    def end(self) -> None:
        self._path.unlink(missing_ok=True)
