"""Disk space reserved for the journal: when the disk is full the mirror stops growing, but operations are still
recorded before they are sent."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

SIZE = 8 * 1024 * 1024
"""Bytes; enough for thousands of operations."""
ENOUGH = 64 * 1024 * 1024
"""Bytes that must be free for the mirror to grow."""


class Reserve:
    def __init__(self, path: Path) -> None:
        self._path = path

    def hold(self) -> None:
        """Create the reserve file, unless less than ENOUGH bytes are free."""
        if self._path.exists() and self._path.stat().st_size >= SIZE:
            return
        if shutil.disk_usage(self._path.parent).free < ENOUGH:
            return
        with contextlib.suppress(OSError), self._path.open("wb") as file:
            file.write(os.urandom(SIZE))  # compressible data or a sparse file would reserve no space

    def release(self) -> None:
        """Free the reserve for the journal when the disk is full."""
        self._path.unlink(missing_ok=True)


def has_room(folder: Path) -> bool:
    return shutil.disk_usage(folder).free >= ENOUGH
