"""A desk's local files: opened with their own keys, checked to be its own, and what happens when they are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .domain.errors import Unopenable
from .domain.operation import Mode
from .store import database
from .store.database import Damaged, Database
from .store.files import AccountFiles, new_mark
from .store.identity import Belonging, Foreign
from .store.key_print import KeyPrint
from .store.lasting import LASTING
from .store.mirror import Mirror
from .store.reserve import Reserve


class DeskFiles:
    """Of one account in one mode. Without a folder everything is in memory."""

    def __init__(self, folder: Path | None, account_id: str, mode: Mode, key: str, older_key: str | None) -> None:
        """`older_key` opens a journal that was not opened since each mode has a key of its own."""
        self._files = AccountFiles(folder, account_id) if folder is not None else None
        self._account, self._mode, self._key, self._older_key = account_id, str(mode), key, older_key

    def mirror(self, on_damage: Callable[[], None], now: Callable[[], int]) -> Mirror:
        """One that cannot be read, or is of another desk, is deleted and fetched again."""
        belongs = Belonging(self._account, self._mode, "mirror")
        if self._files is None:
            return Mirror(None, self._key, on_damage, now, None, belongs)
        self._files.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in self._files.old_mirrors(self._mode):
            old.unlink(missing_ok=True)  # of an earlier version of this program: it is read anew
        path = self._files.mirror(self._mode)
        reserve = Reserve(self._files.reserve(self._mode))
        reserve.hold()
        try:
            return Mirror(path, self._key, on_damage, now, reserve.release, belongs)
        except (Damaged, Foreign):
            database.remove(path)
            return Mirror(path, self._key, on_damage, now, reserve.release, belongs)

    def journal(self) -> tuple[Database, Path | None]:
        """The journal, and the name under which a damaged one was set aside; it is never deleted. Raises Unopenable
        `unknown_key` or `foreign` for one that may be whole, but was written with another key or for another desk."""
        if self._files is None:
            return self._journal_at(None), None
        path, mark = self._files.journal(self._mode), KeyPrint(self._files.key_print(self._mode))
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
        belongs = Belonging(self._account, self._mode, "journal")
        return Database(path, self._key, LASTING, durable=True, check=path is not None, belongs=belongs)

    def remove_mirror(self) -> None:
        if self._files is not None:
            database.remove(self._files.mirror(self._mode))
