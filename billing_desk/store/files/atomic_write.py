"""Atomic file writes through a new temporary file."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

EXCEL = "utf-8-sig"
"""UTF-8 with a byte order mark, which Excel needs."""


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Write a temporary file in the same folder, sync it, then rename it. If this raises, the old file is unchanged.

    The temporary file is created exclusively, so that an existing file or link is not written to. A link at `path`
    itself is replaced, not followed.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(part, flags, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def written_text(path: Path, encoding: str = EXCEL) -> Iterator[TextIO]:
    """The same for text; line ends are not translated."""
    with written(path) as file:
        text = io.TextIOWrapper(file, encoding=encoding, newline="", errors="replace")
        try:
            yield text
        finally:
            text.flush()
            text.detach()


def _sync_folder(folder: Path) -> None:
    """Make the rename survive a power failure; not available on Windows."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
