"""The local files of one account in one mode, opened with the rules for damaged and foreign files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..domain.errors import Unopenable
from ..domain.writes.operation import Mode
from .durable.durable import LASTING
from .events.event_log import EVENTS
from .files import database
from .files.database import Damaged, Database
from .files.database_files import AccountFiles, new_mark
from .files.identity import FileIdentity, Foreign
from .files.key_fingerprint import KeyFingerprint
from .files.reserve import Reserve
from .mirror.mirror import Mirror


class DeskFiles:
    """The local files of one account in one mode. Without a folder everything is in memory."""

    def __init__(self, folder: Path | None, account_id: str, mode: Mode, key: str, older_key: str | None) -> None:
        """`older_key` opens a journal that has not been opened since each mode got its own key (None: no such key)."""
        self._files = AccountFiles(folder, account_id) if folder is not None else None
        self._account, self._mode, self._key, self._older_key = account_id, str(mode), key, older_key

    def mirror(self, on_damage: Callable[[], None], now: Callable[[], int]) -> Mirror:
        """Open the mirror. If it is damaged or belongs to another desk, it is replaced by an empty one."""
        belongs = FileIdentity(self._account, self._mode, "mirror")
        if self._files is None:
            return Mirror(None, self._key, on_damage, now, None, belongs)
        self._files.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in self._files.old_mirrors(self._mode):
            old.unlink(missing_ok=True)  # written by an earlier version of the program; the data is fetched again
        path = self._files.mirror(self._mode)
        reserve = Reserve(self._files.reserve(self._mode))
        reserve.hold()
        try:
            return Mirror(path, self._key, on_damage, now, reserve.release, belongs)
        except (Damaged, Foreign):
            database.remove(path)
            return Mirror(path, self._key, on_damage, now, reserve.release, belongs)

    def journal(self) -> tuple[Database, Path | None]:
        """Open the journal. A damaged one is renamed, never deleted; the second value is its new path. Raises
        Unopenable `unknown_key` or `foreign` for a file that may be intact but has another key or desk."""
        if self._files is None:
            return self._journal_at(None), None
        path, mark = self._files.journal(self._mode), KeyFingerprint(self._files.key_fingerprint(self._mode))
        known, set_aside = mark.fits(self._key), None
        try:
            opened = self._journal_or_older(path)
        except Foreign as error:
            raise Unopenable(str(error), code="foreign") from error
        except Damaged:
            if not known:
                raise Unopenable(str(path), code="unknown_key") from None
            set_aside = database.set_aside(path, new_mark())
            opened = self._journal_at(path)
        if not known:
            mark.write(self._key)
        return opened, set_aside

    def _journal_or_older(self, path: Path) -> Database:
        try:
            return self._journal_at(path)
        except Damaged:
            if self._older_key is None:
                raise
        database.rekey(path, self._older_key, self._key)
        return self._journal_at(path)

    def _journal_at(self, path: Path | None) -> Database:
        belongs = FileIdentity(self._account, self._mode, "journal")
        return Database(path, self._key, LASTING, durable=True, check=path is not None, belongs=belongs)

    def events(self) -> Database:
        """Open the events. A damaged file is renamed, and its last 30 days are read again; one that has another key is
        renamed too, because the journal says first whether keys are lost."""
        belongs = FileIdentity(self._account, self._mode, "events")
        if self._files is None:
            return Database(None, self._key, EVENTS, durable=True, belongs=belongs)
        path = self._files.events(self._mode)
        try:
            return Database(path, self._key, EVENTS, durable=True, belongs=belongs)
        except (Damaged, Foreign):
            database.set_aside(path, new_mark())
            return Database(path, self._key, EVENTS, durable=True, belongs=belongs)

    def remove_mirror(self) -> None:
        if self._files is not None:
            database.remove(self._files.mirror(self._mode))
