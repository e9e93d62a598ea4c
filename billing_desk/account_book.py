"""The user's accounts: their entries in the settings, and their keys and audit log anchors in the keyring."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from .domain.access.account_id import is_local
from .domain.access.api_key import key_fingerprint, redacted
from .domain.errors import KeyRejected, KeyringTrouble, Refused, Unopenable, Unwritable
from .domain.text.display_text import is_blank, shortened
from .domain.writes.operation import Mode
from .gateway.route import loopback_address
from .services.accounts import AccountInfo, Identity, KeyInfo
from .services.events.secrets import SecretStore
from .services.writes.audit_anchoring import AnchorStore
from .settings import Account, KeyNote, SettingsFile
from .store.files.database import opens
from .store.files.database_files import AccountFiles, new_mark
from .store.files.erasing import erase
from .store.files.key_fingerprint import KeyFingerprint
from .vault import (
    AnchorEntry,
    SessionVault,
    Vault,
    VaultTrouble,
    WebhookSecrets,
    api_key_name,
    database_key_name,
    forget,
    new_database_key,
    webhook_secrets_name,
)

Identify = Callable[[str, Mode, str | None], Awaitable[Identity]]
LONGEST_NAME = 120
"""Maximum length of an account name in characters; a server may return a longer one."""


@dataclass(frozen=True)
class DatabaseKeys:
    """`current` is the key for the files of one account and mode; `older` opens files from the time when an account had
    one key for both modes (None: no such key)."""

    current: str
    older: str | None = None


class AccountBook:
    """Implements `services.accounts.Accounts`. The vault is opened on first use."""

    def __init__(
        self,
        settings: SettingsFile,
        open_vault: Callable[[], Awaitable[Vault]],
        identify: Identify,
        folder: Path,
        close_desk_of: Callable[[str], Awaitable[None]],
    ) -> None:
        """`folder` holds the accounts' files; `close_desk_of` is awaited before an account's files are erased."""
        self._settings, self._open_vault, self._identify = settings, open_vault, identify
        self._folder, self._close_desk_of = folder, close_desk_of
        self._vault: Vault | None = None

    @property
    def durable(self) -> bool | None:
        """Whether keys are kept after the program ends; None if the keyring has not been opened yet."""
        return self._vault.durable if self._vault else None

    def use_for_this_start_only(self) -> None:
        self._vault = SessionVault()

    def all(self) -> list[AccountInfo]:
        return [_info(account) for account in self._settings.value.accounts]

    async def add(
        self, key: str, mode: Mode, address: str | None, name: str, *, replacing: bool = False
    ) -> AccountInfo:
        """Raises KeyRejected `has_key` if the account already has another key for this mode, unless `replacing`."""
        identity, address = await self._check(key, mode, address)
        called = next((each for each in (name, identity.name) if not is_blank(each)), identity.account_id)
        known = self._settings.value.account(identity.account_id)
        account = known or Account(identity.account_id, shortened(called.strip(), LONGEST_NAME))
        return await self._keep(account, key, mode, address, identity, replacing=replacing)

    async def put_key(
        self, account_id: str, key: str, mode: Mode, address: str | None, *, replacing: bool = False
    ) -> AccountInfo:
        """Add or replace the key of one mode. Raises KeyRejected `other_account`, and as `add`."""
        account = self._settings.value.account(account_id)
        identity, address = await self._check(key, mode, address)
        if account is None or identity.account_id != account_id:
            raise KeyRejected(code="other_account")
        return await self._keep(account, key, mode, address, identity, replacing=replacing)

    async def _check(self, key: str, mode: Mode, address: str | None) -> tuple[Identity, str | None]:
        if address:
            local = loopback_address(address)
            if local is None or mode is not Mode.TEST:
                raise Refused(code="not_loopback", param="address")
            address = local
        return await self._identify(key, mode, address or None), address or None

    async def _keep(
        self, account: Account, key: str, mode: Mode, address: str | None, identity: Identity, *, replacing: bool
    ) -> AccountInfo:
        if is_local(account.id) != (address is not None):
            raise KeyRejected(code="other_account")  # a local server's key cannot replace Stripe's key, nor the reverse
        before = account.keys.get(str(mode))
        if before is not None and before.print != key_fingerprint(key) and not replacing:
            raise KeyRejected(before.shown, code="has_key", account=account.name)
        vault = await self._opened()
        try:
            await vault.put(api_key_name(account.id, mode), key)
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble
        note = KeyNote(key_fingerprint(key), redacted(key), identity.restricted, address)
        account = replace(account, keys={**account.keys, str(mode): note})
        self._settings.save(self._settings.value.with_account(account))
        return _info(account)

    async def key(self, account_id: str, mode: Mode) -> str:
        """Raises KeyringTrouble: `gone` if the keyring holds no key, `other_key` if it holds a different key than the
        one stored by this program."""
        found = await self._get(api_key_name(account_id, mode))
        if found is None:
            raise KeyringTrouble(code="gone")
        account = self._settings.value.account(account_id)
        note = account.keys.get(str(mode)) if account else None
        if note is not None and note.print and note.print != key_fingerprint(found):
            raise KeyringTrouble(code="other_key")
        return found

    async def database_keys(self, account_id: str, mode: Mode) -> DatabaseKeys:
        """The database keys for this account and mode; creates a key if there are no files yet.

        Raises KeyringTrouble `no_database_key` if there are files but the keyring returns no key, which can happen with
        a locked or replaced keyring, and `other_database_key` if it returns a key that does not open them. In both
        cases nothing is written, because a later attempt may succeed.
        """
        files = AccountFiles(self._folder, account_id)
        vault = await self._opened()
        mark = KeyFingerprint(files.key_fingerprint(str(mode)))
        name = database_key_name(account_id, mode, mark.entry)
        found = await self._get(name)
        if not vault.durable:  # nothing is written to disk
            if found is None:
                found = new_database_key()
                await vault.put(name, found)
            return DatabaseKeys(found)
        if mark.exists:
            if found is None:
                raise KeyringTrouble(code="no_database_key")
            if not mark.fits(found):
                if not opens(files.journal(str(mode)), found):
                    raise KeyringTrouble(code="other_database_key")
                mark.write(found, mark.entry)  # the key opens the journal, so the fingerprint file was damaged
            return DatabaseKeys(found)
        older = await self._get(database_key_name(account_id))
        if found is None and files.all(str(mode)):
            if older is None:
                raise KeyringTrouble(code="no_database_key")
            found = await self._get(name)  # the keyring may have been locked at the first read and unlocked since
        return DatabaseKeys(found or await self._made(name), older)

    async def _made(self, name: str) -> str:
        """Create a key under an unused name and read it back before any file is written with it."""
        made = new_database_key()
        try:
            vault = await self._opened()
            await vault.prove()  # a locked keyring may report that it holds nothing
            if await vault.get(name) is not None:
                raise KeyringTrouble(code="locked")
            await vault.put(name, made)
        except VaultTrouble as trouble:
            # open_vault() has already proven that the keyring stores values, so "insecure" means locked here.
            raise KeyringTrouble(code="locked" if trouble.kind == "insecure" else trouble.kind) from trouble
        if await self._get(name) != made:
            raise KeyringTrouble(code="failed")
        return made

    async def forget_older_key(self, account_id: str) -> None:
        """Delete the older key if every journal of both modes has its own key and no file was set aside that may still
        need the older one. Raises KeyringTrouble."""
        files = AccountFiles(self._folder, account_id)
        if files.holds_set_aside():
            return
        modes = [str(mode) for mode in (Mode.TEST, Mode.LIVE) if files.journal(str(mode)).exists()]
        if all(KeyFingerprint(files.key_fingerprint(mode)).exists for mode in modes):
            await self._delete(database_key_name(account_id))

    async def set_aside(self, account_id: str, mode: Mode) -> None:
        """Rename the files of this mode and create a new key for new files. The new key has its own keyring entry, so
        that the old key stays if the keyring still has it. Raises KeyringTrouble before any file is renamed, and
        Unopenable if a file cannot be renamed."""
        files, entry = AccountFiles(self._folder, account_id), new_mark()
        made = await self._made(database_key_name(account_id, mode, entry))
        try:
            files.set_aside(str(mode), entry)
            KeyFingerprint(files.key_fingerprint(str(mode))).write(made, entry)
        except OSError as error:
            raise Unopenable(error.strerror or "") from error

    def anchors(self, account_id: str, mode: Mode) -> AnchorStore:
        """The keyring entry with the head of this audit log."""
        return AnchorEntry(self._opened, account_id, mode)

    def webhook_secrets(self, account_id: str, mode: Mode) -> SecretStore:
        """The keyring entry with the signing secrets of this account's webhooks."""
        return WebhookSecrets(self._opened, account_id, mode)

    async def delete_key(self, account_id: str, mode: Mode) -> None:
        account = self._settings.value.account(account_id)
        if account is None:
            return
        await self._delete(api_key_name(account_id, mode))
        await self._delete(webhook_secrets_name(account_id, mode))
        keys = {name: note for name, note in account.keys.items() if name != str(mode)}
        self._settings.save(self._settings.value.with_account(replace(account, keys=keys)))

    def rename(self, account_id: str, name: str) -> None:
        account = self._settings.value.account(account_id)
        if account is not None and not is_blank(name):
            called = shortened(name.strip(), LONGEST_NAME)
            self._settings.save(self._settings.value.with_account(replace(account, name=called)))

    async def remove(self, account_id: str) -> None:
        """Delete its API keys and settings entry. The journal file and its key stay, and with them the audit log."""
        for mode in (Mode.TEST, Mode.LIVE):
            await self.delete_key(account_id, mode)
        value = self._settings.value
        accounts = tuple(account for account in value.accounts if account.id != account_id)
        current = None if value.current and value.current[0] == account_id else value.current
        self._settings.save(replace(value, accounts=accounts, current=current))

    def files_of(self, account_id: str) -> list[Path]:
        """The files that `wipe` erases."""
        return AccountFiles(self._folder, account_id).all()

    async def wipe(self, account_id: str) -> None:
        """Delete everything about the account: keys, files (overwritten first) and the audit log.

        Raises KeyringTrouble, and Unwritable if a file cannot be erased; the account then stays in the list, so that
        the call can be repeated.
        """
        await self._close_desk_of(account_id)
        files = AccountFiles(self._folder, account_id)
        for mode in (Mode.TEST, Mode.LIVE):
            for entry in {"", *(KeyFingerprint(path).entry for path in files.key_fingerprints(str(mode)))}:
                await self._delete(database_key_name(account_id, mode, entry))
            await self._delete(webhook_secrets_name(account_id, mode))
        await self._delete(database_key_name(account_id))
        await forget(await self._opened(), account_id)
        try:
            await asyncio.get_running_loop().run_in_executor(None, erase, files.all())
        except OSError as error:
            raise Unwritable(error.strerror or "", code=str(error.filename)) from error
        await self.remove(account_id)

    async def _get(self, name: str) -> str | None:
        try:
            return await (await self._opened()).get(name)
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble

    async def _delete(self, name: str) -> None:
        try:
            await (await self._opened()).delete(name)
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble

    async def _opened(self) -> Vault:
        if self._vault is None:
            try:
                self._vault = await self._open_vault()
            except VaultTrouble as trouble:
                raise _translated(trouble) from trouble
        return self._vault


def _translated(trouble: VaultTrouble) -> KeyringTrouble:
    return KeyringTrouble(trouble.detail, code=trouble.kind)


def _info(account: Account) -> AccountInfo:
    keys = {Mode(mode): KeyInfo(note.shown, note.restricted, note.address) for mode, note in account.keys.items()}
    return AccountInfo(account.id, account.name, keys)
