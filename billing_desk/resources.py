"""Where the program's own files and the license notices lie, from source and when frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """The folder `resources`, beside the package in a checkout and inside a built program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent.parent / "resources"


def notices() -> str:
    """The notices of every part that is shipped."""
    path = resources() / "licenses" / "NOTICE.txt"
    return path.read_text(encoding="utf-8")
