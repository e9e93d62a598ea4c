"""`--verify-audit`: checks the audit log of every account on this computer and reports tampering."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from platformdirs import user_data_path

from ..domain.access.account_id import is_account_id
from ..domain.access.audit_anchor import Anchor, Broken, difference
from ..domain.errors import KeyringTrouble, Unopenable
from ..domain.writes.operation import Mode
from ..settings import SettingsFile
from ..store.durable.audit import Audit
from ..store.durable.durable import LASTING
from ..store.files.database import Damaged, Database, opens
from ..store.files.database_files import AccountFiles
from ..store.files.identity import FileIdentity
from ..store.files.key_fingerprint import KeyFingerprint
from ..vault import AnchorEntry, Vault, VaultTrouble, anchored, database_key_name, open_vault

_FILE = re.compile(r"journal-(acct_[A-Za-z0-9]+)-(test|live)(\.damaged-\d+)?\.db")
_WORDS = ("whole ", "BROKEN", "UNREAD")
Log = tuple[str, Mode]
"""Account id and mode."""
Said = tuple[int, str]
"""(0 whole, 1 broken or 2 not checked, explanation)."""


def run(folder: Path | None, make_vault: Callable[[], Awaitable[Vault]] = open_vault) -> int:
    """Returns 0 if every expected log is whole, 1 if one is broken, 2 if one could not be checked."""
    place = folder or Path(user_data_path("billing-desk", appauthor=False))
    return asyncio.run(_Verification(place).all(make_vault))


class _Verification:
    def __init__(self, place: Path) -> None:
        self._place, self._folder = place, place / "accounts"

    async def all(self, make_vault: Callable[[], Awaitable[Vault]]) -> int:
        try:
            self._vault = await make_vault()
            expected = set(await anchored(self._vault))
        except (VaultTrouble, KeyringTrouble) as trouble:
            print(f"{_WORDS[2]}  the keyring could not be asked ({trouble}).")
            return 2
        found, aside = self._files()
        self._known = sorted({*expected, *found, *self._of_settings()})
        results = [(log, await self._one(*log)) for log in sorted({*expected, *found})]
        worst = 0
        for (account, mode), (code, said) in results:
            print(f"{_WORDS[code]}  {account} {mode}: {said}")
            worst = _worse(worst, code)
        for name in aside:
            print(f"{_WORDS[1]}  {name}: a file that could not be opened was set aside")
            worst = 1
        if not results and not aside:
            print("There is no audit log on this computer.")
        return worst

    def _files(self) -> tuple[set[Log], list[str]]:
        """The logs in the folder, and the names of those that were set aside."""
        paths = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        matches = [match for path in paths if (match := _FILE.fullmatch(path.name))]
        here = {(match[1], Mode(match[2])) for match in matches if not match[3]}
        return here, [match.string for match in matches if match[3]]

    def _of_settings(self) -> set[Log]:
        """Accounts and modes in the settings: their keys may open a misplaced file."""
        accounts = SettingsFile.peek(self._place / "settings.json").accounts
        return {(account.id, Mode(mode)) for account in accounts for mode in account.keys if is_account_id(account.id)}

    async def _one(self, account: str, mode: Mode) -> Said:
        files = AccountFiles(self._folder, account)
        path, mark = files.journal(str(mode)), KeyFingerprint(files.key_fingerprint(str(mode)))
        try:
            anchor = await self._anchor(account, mode)
            key = await self._vault.get(database_key_name(account, mode, mark.entry))
            older = await self._vault.get(database_key_name(account))
        except KeyringTrouble as trouble:
            if trouble.code not in ("gone", "unreadable"):
                return 2, f"the keyring did not answer ({trouble})"
            return 1, "UNANCHORED: what the keyring kept of it is missing or cannot be read"
        except VaultTrouble as trouble:
            return 2, f"the keyring did not answer ({trouble})"
        if not path.exists():
            return 1, "MISSING: the file is gone" + (f"; it had {anchor.count} entries" if anchor else "")
        if older is not None and not mark.exists and not (key and opens(path, key)):
            key = older  # not opened since each mode got its own key
        if key is None:
            return 2, "the keyring holds no key for it"
        if mark.exists and not mark.fits(key) and not opens(path, key):
            return 2, "the keyring holds another key than the file was written with"
        return await self._file(path, key, FileIdentity(account, str(mode), "journal"), anchor)

    async def _anchor(self, account: str, mode: Mode) -> Anchor | None:
        async def opened() -> Vault:
            return self._vault

        return await AnchorEntry(opened, account, mode).get()

    async def _file(self, path: Path, key: str, wanted: FileIdentity, anchor: Anchor | None) -> Said:
        try:
            database = Database(path, key, LASTING, durable=True, check=True)
        except Damaged:
            other = await self._whose(path, wanted)
            return 1, f"FOREIGN: it is the file of {other}" if other else "the file is damaged, or not written here"
        except Unopenable as error:
            return 2, f"the file cannot be opened ({error.code})"
        try:
            return await _checked(Audit(database), wanted, anchor)
        except Damaged:
            return 1, "the file is damaged"
        finally:
            database.close()

    async def _whose(self, path: Path, wanted: FileIdentity) -> str:
        """The other desk whose key opens this file; "" if none does."""
        for account, mode in self._known:
            if (account, str(mode)) == (wanted.account, wanted.mode):
                continue
            mark = KeyFingerprint(AccountFiles(self._folder, account).key_fingerprint(str(mode)))
            key = await self._vault.get(database_key_name(account, mode, mark.entry))
            if key is not None and opens(path, key):
                return f"{account} {mode}"
        return ""


async def _checked(audit: Audit, wanted: FileIdentity, anchor: Anchor | None) -> Said:
    found = await audit.identity_and_id()
    if found is not None and found[0] != wanted:
        return 1, f"FOREIGN: it says that it is the {found[0].kind} of {found[0].account} {found[0].mode}"
    if (broken := await audit.first_broken()) is not None:
        return 1, _why(broken)
    count, _ = await audit.head()
    if anchor is None:
        if found is not None and count:
            return 2, f"{count} entries, but the keyring has nothing to compare them with"
        return 0, f"{count} entries"
    code = difference(anchor, found[1] if found else "", count, await audit.hash_at(anchor.count))
    if code:
        return 1, _DIFFERENT[code].format(count=count, before=anchor.count)
    if anchor.incidents:
        return 1, f"{count} entries, whole since it was found {_NOTICED[anchor.incidents[-1][1]]}"
    return 0, f"{count} entries"


_DIFFERENT = {
    "rolled_back": "ROLLED BACK: {count} entries are here, {before} were written",
    "replaced": "REPLACED: another file is in its place, with {count} entries",
    "gone": "MISSING: an empty file is in its place, {before} entries were written",
}
_NOTICED = {"rolled_back": "rolled back", "replaced": "replaced", "gone": "missing", "unanchored": "without its anchor"}


def _worse(one: int, other: int) -> int:
    """Broken is worse than not checked."""
    return 1 if 1 in (one, other) else max(one, other)


def _why(broken: Broken) -> str:
    return {
        "changed": f"entry {broken.sequence} was changed",
        "missing": f"entry {broken.sequence} is missing",
        "cut_off": f"entries are missing at the end, from {broken.sequence} on",
        "unrecorded": f"operation {broken.what} ended without an entry",
    }[broken.code]
