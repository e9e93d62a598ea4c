"""The fingerprint of a database key, in a file next to the database, to tell a wrong key from a damaged file.

The file also names the keyring entry of the key, if it is not the default one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import Path

from .atomic_write import written

_ENTRY = re.compile(r"\d{1,20}")


class KeyFingerprint:
    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def exists(self) -> bool:
        return self._path.exists()

    def fits(self, key: str) -> bool:
        """Whether the fingerprint is that of `key`; False if there is none."""
        return hmac.compare_digest(self._words()[0].encode(), fingerprint(key).encode())

    @property
    def entry(self) -> str:
        """The keyring entry; empty: the default one, or the file cannot be read."""
        word = self._words()[1]
        return word if _ENTRY.fullmatch(word) else ""

    def _words(self) -> tuple[str, str]:
        try:
            with self._path.open(encoding="ascii", errors="replace") as file:
                kept = file.read(200).split()
        except OSError:
            kept = []
        return (kept[0] if kept else "", kept[1] if len(kept) > 1 else "")

    def write(self, key: str, entry: str = "") -> None:
        with written(self._path) as file:
            file.write(f"{fingerprint(key)} {entry}".strip().encode("ascii") + b"\n")


def fingerprint(key: str) -> str:
    """A hash that identifies the key without revealing it, because the key has 256 random bits."""
    return hashlib.sha256(b"billing-desk database key\n" + key.encode()).hexdigest()[:32]
