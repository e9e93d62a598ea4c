"""Writes a finished file."""

from __future__ import annotations

from pathlib import Path

from ...store.files.atomic_write import written


def write_file(body: bytes, path: Path) -> None:
    """Raises OSError."""
    with written(path) as file:
        file.write(body)
