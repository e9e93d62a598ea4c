"""The fingerprint of a database key, in a file beside the database: it tells a wrong key from a damaged file.

Behind it stands, where it is not the usual one, under which entry of the keyring the key lies.
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
        """Whether it is that of this key; False where there is none."""
        return hmac.compare_digest(self._words()[0].encode(), fingerprint(key).encode())

    @property
    def entry(self) -> str:
        """Empty for the usual one, and where the file cannot be read."""
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
    """A hash that tells keys apart and gives nothing away: the key has 256 random bits."""
    return hashlib.sha256(b"billing-desk database key\n" + key.encode()).hexdigest()[:32]
