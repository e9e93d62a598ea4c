"""Erases an account's files: overwritten, then removed. The key that could read them is deleted elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

_CHUNK = 1024 * 1024


def erase(folder: Path, account_id: str) -> list[Path]:
    """Every file of the account in both modes, damaged ones that were set aside included. Returns what is gone."""
    found = sorted(path for path in folder.glob(f"*-{account_id}-*") if path.is_file()) if folder.is_dir() else []
    for path in found:
        overwrite(path)
        path.unlink()
    return found


def overwrite(path: Path) -> None:
    """With random bytes, synced. A disk that writes elsewhere than it is told keeps the old ones, unreadable."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        for at in range(0, size, _CHUNK):
            file.write(os.urandom(min(_CHUNK, size - at)))
        file.flush()
        os.fsync(file.fileno())
