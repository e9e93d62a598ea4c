"""Erases an account's files: overwritten, then removed. The key that could read them is deleted elsewhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_CHUNK = 1024 * 1024


def erase(paths: Sequence[Path]) -> None:
    """Exactly these files. A link is removed, what it leads to is not touched. Raises OSError at the end, for the first
    of those that could not be erased."""
    failed: list[OSError] = []
    for path in paths:
        try:
            if not path.is_symlink():
                overwrite(path)
            path.unlink(missing_ok=True)
        except OSError as error:
            failed.append(error)
    if failed:
        raise failed[0]


def overwrite(path: Path) -> None:
    """With random bytes, synced. A disk that writes elsewhere than it is told keeps the old ones, unreadable."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "r+b") as file:
        size = os.fstat(file.fileno()).st_size
        for _ in range(0, size, _CHUNK):
            file.write(os.urandom(min(_CHUNK, size - file.tell())))
        file.flush()
        os.fsync(file.fileno())
