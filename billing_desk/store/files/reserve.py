"""Room on the disk that is kept for the journal: when the disk is full the local copy stops, but changes are still
recorded before they are sent."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

SIZE = 8 * 1024 * 1024
"""Bytes: thousands of operations."""
ENOUGH = 64 * 1024 * 1024
"""Bytes that must be free before the local copy grows again."""


class Reserve:
    def __init__(self, path: Path) -> None:
        self._path = path

    def hold(self) -> None:
        """Take the room, unless there is none."""
        if self._path.exists() and self._path.stat().st_size >= SIZE:
            return
        if shutil.disk_usage(self._path.parent).free < ENOUGH:
            return
        with contextlib.suppress(OSError), self._path.open("wb") as file:
            file.write(os.urandom(SIZE))  # what can be compressed, or is a hole, takes no room

    def release(self) -> None:
        """The disk is full: the journal may have it."""
        self._path.unlink(missing_ok=True)


def has_room(folder: Path) -> bool:
    return shutil.disk_usage(folder).free >= ENOUGH
