"""A file that is complete or not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

EXCEL = "utf-8-sig"
"""UTF-8 with the mark that Excel looks for."""


@contextmanager
def written_aside(path: Path, encoding: str = EXCEL) -> Iterator[TextIO]:
    """Written beside it, then renamed. Raises OSError."""
    aside = path.with_name(f"{path.name}.part")
    try:
        with aside.open("w", encoding=encoding, newline="") as file:
            yield file
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
