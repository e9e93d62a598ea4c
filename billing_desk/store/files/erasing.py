"""Erases an account's files: overwrites, then deletes them. Their key is deleted elsewhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_CHUNK = 1024 * 1024


def erase(paths: Sequence[Path]) -> None:
    """Erase these files. A link is deleted, its target is not touched. At the end raises the first OSError of the files
    that could not be erased."""
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
    """Overwrite with random bytes and sync. An SSD may keep the old blocks, which are encrypted."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "r+b") as file:
        size = os.fstat(file.fileno()).st_size
        for _ in range(0, size, _CHUNK):
            file.write(os.urandom(min(_CHUNK, size - file.tell())))
        file.flush()
        os.fsync(file.fileno())
