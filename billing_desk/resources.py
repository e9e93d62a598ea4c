"""The program's resource files and license notices, in a checkout and in a built program."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """The folder `resources`: next to the package in a checkout, inside the bundle in a built program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent.parent / "resources"


def notices() -> str:
    """The license notices of all included components."""
    path = resources() / "licenses" / "NOTICE.txt"
    return path.read_text(encoding="utf-8")
