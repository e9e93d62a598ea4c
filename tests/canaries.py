"""Secrets that tests use: none may be found in any file, log or picture afterwards."""

from __future__ import annotations

from pathlib import Path

from . import support

KEYS = [value for name, value in vars(support).items() if name.endswith("_KEY") and name != "DATABASE_KEY"]
CARDS = ["4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242"]
CANARIES = [text.encode() for text in (*KEYS, support.DATABASE_KEY, *CARDS)]
_LARGEST = 64_000_000


def held_by(data: bytes) -> list[str]:
    """The canaries in these bytes, each only by its first characters: this goes into a report."""
    return [canary[:12].decode() + "…" for canary in CANARIES if canary in data]


def found_under(*places: Path) -> dict[str, list[str]]:
    """Files that hold one."""
    found = {}
    for place in places:
        for path in place.rglob("*"):
            small = path.is_file() and not path.is_symlink() and path.stat().st_size < _LARGEST
            if small and (held := held_by(path.read_bytes())):
                found[str(path)] = held
    return found
