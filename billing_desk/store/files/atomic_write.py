"""A file that is complete or not there, made where nobody could have put something before."""

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
"""UTF-8 with the mark that Excel looks for."""


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Written beside it under a new name, synced, then renamed. Raises OSError; then the old file is as it was.

    The new file is created, never opened, so that a link or a file of somebody else's is not written through. A link
    at `path` itself is replaced, not followed.
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
    """The same for text; line ends are written as they are given."""
    with written(path) as file:
        text = io.TextIOWrapper(file, encoding=encoding, newline="", errors="replace")
        try:
            yield text
        finally:
            text.flush()
            text.detach()


def _sync_folder(folder: Path) -> None:
    """So that the new name survives a power cut; Windows has no such call."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
