"""The fingerprint of a database key, in a file beside the database: it tells a wrong key from a damaged file."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from .atomic_write import written


class KeyPrint:
    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def exists(self) -> bool:
        return self._path.exists()

    def fits(self, key: str) -> bool:
        """Whether it is that of this key; False where there is none."""
        try:
            kept = self._path.read_text(encoding="ascii", errors="replace").strip()
        except FileNotFoundError:
            return False
        return hmac.compare_digest(kept.encode(), fingerprint(key).encode())

    def write(self, key: str) -> None:
        with written(self._path) as file:
            file.write(fingerprint(key).encode("ascii") + b"\n")


def fingerprint(key: str) -> str:
    """A hash that tells keys apart and gives nothing away: the key has 256 random bits."""
    return hashlib.sha256(b"billing-desk database key\n" + key.encode()).hexdigest()[:32]
