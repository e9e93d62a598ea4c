"""The accounts of this user: names in the settings, keys in the vault, each key checked before it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from .domain.api_key import print_of, redacted
from .domain.errors import KeyRejected, KeyringTrouble, Refused
from .domain.operation import Mode
from .gateway.client import loopback_address
from .services.accounts import AccountInfo, Identity, KeyInfo
from .settings import Account, KeyNote, SettingsFile
from .store.erasing import erase
from .vault import SessionVault, Vault, VaultTrouble, new_database_key

Identify = Callable[[str, Mode, str | None], Awaitable[Identity]]


class AccountBook:
    """Implements `services.accounts.Accounts`. The vault is opened at the first need."""

    def __init__(
        self,
        settings: SettingsFile,
        open_vault: Callable[[], Awaitable[Vault]],
        identify: Identify,
        folder: Path,
        let_go: Callable[[str], Awaitable[None]],
    ) -> None:
        """`folder` holds the accounts' files; `let_go` closes the desk of an account, so that nothing holds them."""
        self._settings, self._open_vault, self._identify = settings, open_vault, identify
        self._folder, self._let_go = folder, let_go
        self._vault: Vault | None = None

    @property
    def lasting(self) -> bool | None:
        """Whether keys are kept beyond this start; None before the keyring was asked."""
        return self._vault.lasting if self._vault else None

    def use_for_this_start_only(self) -> None:
        self._vault = SessionVault()

    def all(self) -> list[AccountInfo]:
        return [_info(account) for account in self._settings.value.accounts]

    async def add(self, key: str, mode: Mode, address: str | None, name: str) -> AccountInfo:
        identity, address = await self._check(key, mode, address)
        known = self._settings.value.account(identity.account_id)
        account = known or Account(identity.account_id, name or identity.name or identity.account_id)
        return await self._keep(account, key, mode, address, identity)

    async def put_key(self, account_id: str, key: str, mode: Mode, address: str | None) -> AccountInfo:
        """Add or replace the key of one mode; it must belong to the same account."""
        account = self._settings.value.account(account_id)
        identity, address = await self._check(key, mode, address)
        if account is None or identity.account_id != account_id:
            raise KeyRejected(code="other_account")
        return await self._keep(account, key, mode, address, identity)

    async def _check(self, key: str, mode: Mode, address: str | None) -> tuple[Identity, str | None]:
        if address:
            local = loopback_address(address)
            if local is None or mode is not Mode.TEST:
                raise Refused(code="not_loopback", param="address")
            address = local
        return await self._identify(key, mode, address or None), address or None

    async def _keep(
        self, account: Account, key: str, mode: Mode, address: str | None, identity: Identity
    ) -> AccountInfo:
        vault = await self._opened()
        try:
            await vault.put(_name(account.id, mode), key)
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble
        note = KeyNote(print_of(key), redacted(key), identity.restricted, address)
        account = replace(account, keys={**account.keys, str(mode): note})
        self._settings.save(self._settings.value.with_account(account))
        return _info(account)

    async def key(self, account_id: str, mode: Mode) -> str:
        """Raises KeyringTrouble; code `gone` when the keyring no longer holds it."""
        try:
            found = await (await self._opened()).get(_name(account_id, mode))
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble
        if found is None:
            raise KeyringTrouble(code="gone")
        return found

    async def database_key(self, account_id: str) -> str:
        """The key of this account's local files, made at the first need. Raises KeyringTrouble."""
        vault, name = await self._opened(), f"database {account_id}"
        try:
            found = await vault.get(name)
            if found is None:
                found = new_database_key()
                await vault.put(name, found)
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble
        return found

    async def delete_key(self, account_id: str, mode: Mode) -> None:
        account = self._settings.value.account(account_id)
        if account is None:
            return
        try:
            await (await self._opened()).delete(_name(account_id, mode))
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble
        keys = {name: note for name, note in account.keys.items() if name != str(mode)}
        self._settings.save(self._settings.value.with_account(replace(account, keys=keys)))

    def rename(self, account_id: str, name: str) -> None:
        account = self._settings.value.account(account_id)
        if account is not None and name.strip():
            self._settings.save(self._settings.value.with_account(replace(account, name=name.strip())))

    async def remove(self, account_id: str) -> None:
        """Delete its keys and forget it. The journal file and its key stay, so that the record of writes does."""
        for mode in (Mode.TEST, Mode.LIVE):
            await self.delete_key(account_id, mode)
        value = self._settings.value
        accounts = tuple(account for account in value.accounts if account.id != account_id)
        current = None if value.current and value.current[0] == account_id else value.current
        self._settings.save(replace(value, accounts=accounts, current=current))

    async def wipe(self, account_id: str) -> None:
        """Leave nothing of it: keys deleted, files overwritten and removed, the record of changes too.

        Raises KeyringTrouble; then the files are there still, and the account is in the list.
        """
        await self._let_go(account_id)
        await self.remove(account_id)
        try:
            await (await self._opened()).delete(f"database {account_id}")
        except VaultTrouble as trouble:
            raise _translated(trouble) from trouble
        await asyncio.get_running_loop().run_in_executor(None, erase, self._folder, account_id)

    async def _opened(self) -> Vault:
        if self._vault is None:
            try:
                self._vault = await self._open_vault()
            except VaultTrouble as trouble:
                raise _translated(trouble) from trouble
        return self._vault


def _name(account_id: str, mode: Mode) -> str:
    return f"{mode} key {account_id}"


def _translated(trouble: VaultTrouble) -> KeyringTrouble:
    return KeyringTrouble(trouble.detail, code=trouble.kind)


def _info(account: Account) -> AccountInfo:
    keys = {Mode(mode): KeyInfo(note.shown, note.restricted, note.address) for mode, note in account.keys.items()}
    return AccountInfo(account.id, account.name, keys)
