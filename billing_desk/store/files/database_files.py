"""The local files of an account, matched by their exact names, without globs that an id could widen."""

from __future__ import annotations

import re
import secrets
import time
from pathlib import Path

from ...domain.access.account_id import checked
from ..mirror.schema import MIRROR_VERSION

MODES = ("demo", "test", "live")
_BESIDE = ("", "-wal", "-shm")
"""Suffixes of a database and of SQLite's files next to it."""


class AccountFiles:
    """The files of one account in one folder. Raises ValueError for an invalid account id."""

    def __init__(self, folder: Path, account_id: str) -> None:
        self.folder, self.account_id = folder, checked(account_id)
        id_, modes = re.escape(account_id), "|".join(MODES)
        # All file names for this account, of this and earlier versions.
        self._name = re.compile(
            rf"(?:mirror-\d{{1,6}}|journal|events|reserve|key)-{id_}-({modes})(?:\.damaged-\d{{1,20}})?"
            r"(?:\.db(?:-wal|-shm|-journal)?|\.bin|\.print)"
        )

    def mirror(self, mode: str) -> Path:
        return self._path("mirror-" + str(MIRROR_VERSION), mode, ".db")

    def journal(self, mode: str) -> Path:
        return self._path("journal", mode, ".db")

    def events(self, mode: str) -> Path:
        return self._path("events", mode, ".db")

    def reserve(self, mode: str) -> Path:
        return self._path("reserve", mode, ".bin")

    def key_fingerprint(self, mode: str) -> Path:
        """Holds the fingerprint of the database key of this mode's journal."""
        return self._path("key", mode, ".print")

    def _path(self, kind: str, mode: str, suffix: str) -> Path:
        if mode not in MODES:
            raise ValueError(f"not a mode: {mode!r}")
        return self.folder / f"{kind}-{self.account_id}-{mode}{suffix}"

    def all(self, mode: str = "") -> list[Path]:
        """Existing files of one mode (empty: of all modes), including links, which are not followed."""
        if not self.folder.is_dir():
            return []
        found = ((path, self._name.fullmatch(path.name)) for path in sorted(self.folder.iterdir()))
        return [path for path, match in found if match and mode in ("", match[1]) and _is_file(path)]

    def key_fingerprints(self, mode: str) -> list[Path]:
        """Including those of files that were set aside."""
        return [path for path in self.all(mode) if path.suffix == ".print"]

    def holds_set_aside(self) -> bool:
        """Whether a journal of any mode was set aside."""
        return any(path.name.startswith("journal-") and ".damaged-" in path.name for path in self.all())

    def set_aside(self, mode: str, mark: str) -> None:
        """Rename the journal and its key fingerprint to names that `all` still finds; delete the mirror, which can be
        fetched again."""
        for path in self.all(mode):
            if ".damaged-" in path.name:
                continue
            if path.name.startswith(("journal-", "events-")) or path == self.key_fingerprint(mode):
                stem, suffix = path.name.split(".", 1)
                path.rename(path.with_name(f"{stem}.damaged-{mark}.{suffix}"))
            elif path.name.startswith("mirror-"):
                path.unlink()

    def old_mirrors(self, mode: str) -> list[Path]:
        """Mirrors of other schema versions, which are not migrated."""
        now = self.mirror(mode).name
        names = {now + beside for beside in _BESIDE}
        return [path for path in self.all(mode) if path.name.startswith("mirror-") and path.name not in names]


def new_mark() -> str:
    """A mark for files to set aside: the time and random digits, so that it is unique."""
    return f"{int(time.time())}{secrets.randbelow(10**8):08d}"


def _is_file(path: Path) -> bool:
    return path.is_symlink() or path.is_file()
