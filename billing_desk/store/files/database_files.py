"""The local files of an account, by their exact names. Nothing here is found by a pattern that a name could widen."""

from __future__ import annotations

import re
import secrets
import time
from pathlib import Path

from ...domain.access.account_id import checked
from ..mirror.schema import MIRROR_VERSION

MODES = ("demo", "test", "live")
_BESIDE = ("", "-wal", "-shm")
"""What SQLite keeps beside a database."""


class AccountFiles:
    """Of one account in one folder. Raises ValueError for an id that is none."""

    def __init__(self, folder: Path, account_id: str) -> None:
        self.folder, self.account_id = folder, checked(account_id)
        id_, modes = re.escape(account_id), "|".join(MODES)
        # Every name that this or an earlier version of the program gives a file of this account.
        self._name = re.compile(
            rf"(?:mirror-\d{{1,6}}|journal|reserve|key)-{id_}-({modes})(?:\.damaged-\d{{1,20}})?"
            r"(?:\.db(?:-wal|-shm|-journal)?|\.bin|\.print)"
        )

    def mirror(self, mode: str) -> Path:
        return self._path("mirror-" + str(MIRROR_VERSION), mode, ".db")

    def journal(self, mode: str) -> Path:
        return self._path("journal", mode, ".db")

    def reserve(self, mode: str) -> Path:
        return self._path("reserve", mode, ".bin")

    def key_fingerprint(self, mode: str) -> Path:
        """Holds the fingerprint of the key that the journal of this mode was written with."""
        return self._path("key", mode, ".print")

    def _path(self, kind: str, mode: str, suffix: str) -> Path:
        if mode not in MODES:
            raise ValueError(f"not a mode: {mode!r}")
        return self.folder / f"{kind}-{self.account_id}-{mode}{suffix}"

    def all(self, mode: str = "") -> list[Path]:
        """Those that are there, of one mode or of all; links among them, which are not followed."""
        if not self.folder.is_dir():
            return []
        found = ((path, self._name.fullmatch(path.name)) for path in sorted(self.folder.iterdir()))
        return [path for path, match in found if match and mode in ("", match[1]) and _is_file(path)]

    def key_fingerprints(self, mode: str) -> list[Path]:
        """Also those of files that were set aside."""
        return [path for path in self.all(mode) if path.suffix == ".print"]

    def holds_set_aside(self) -> bool:
        """Whether a record of changes was set aside, of any mode."""
        return any(path.name.startswith("journal-") and ".damaged-" in path.name for path in self.all())

    def set_aside(self, mode: str, mark: str) -> None:
        """The journal and the print of its key get other names, which `all` still finds; the mirror, which can be read
        anew, is removed."""
        for path in self.all(mode):
            if ".damaged-" in path.name:
                continue
            if path.name.startswith("journal-") or path == self.key_fingerprint(mode):
                stem, suffix = path.name.split(".", 1)
                path.rename(path.with_name(f"{stem}.damaged-{mark}.{suffix}"))
            elif path.name.startswith("mirror-"):
                path.unlink()

    def old_mirrors(self, mode: str) -> list[Path]:
        """Of earlier versions of this program; they are read anew."""
        now = self.mirror(mode).name
        names = {now + beside for beside in _BESIDE}
        return [path for path in self.all(mode) if path.name.startswith("mirror-") and path.name not in names]


def new_mark() -> str:
    """For files that are set aside now: the time, and enough chance that none is there already."""
    return f"{int(time.time())}{secrets.randbelow(10**8):08d}"


def _is_file(path: Path) -> bool:
    return path.is_symlink() or path.is_file()
