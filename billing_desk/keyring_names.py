"""What lies in the keyring under which name: API keys, database keys, and what is kept of the audit logs."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress

from .domain.account_id import checked, is_account_id
from .domain.audit_anchor import Anchor
from .domain.errors import KeyringTrouble
from .domain.operation import Mode
from .vault import Vault, VaultTrouble

_INDEX = "audit logs"
"""A list of the accounts and modes that have an audit log: the keyring itself cannot be asked for its names."""


def api_key_name(account_id: str, mode: Mode) -> str:
    return f"{mode} key {checked(account_id)}"


def database_key_name(account_id: str, mode: Mode | None = None, entry: str = "") -> str:
    """Without a mode: the one key that an account had before each mode got its own. `entry`: of files that were begun
    after older ones had been set aside, whose key keeps its own name."""
    parts = (f"database {checked(account_id)}", str(mode or ""), entry)
    return " ".join(part for part in parts if part)


def _anchor_name(account_id: str, mode: Mode) -> str:
    return f"audit {checked(account_id)} {mode}"


class AnchorEntry:
    """Implements `services.anchoring.AnchorStore` for one account and mode."""

    def __init__(self, opened: Callable[[], Awaitable[Vault]], account_id: str, mode: Mode) -> None:
        self._opened, self._account, self._mode = opened, account_id, mode
        self._listed = False

    async def get(self) -> Anchor | None:
        """None for a log that was never kept. Raises KeyringTrouble, `gone` for one that was kept although nothing is
        left of it, `unreadable` for an entry that is no anchor."""
        name = _anchor_name(self._account, self._mode)
        try:
            vault = await self._opened()
            text = await vault.get(name)
            if text is None and (self._account, self._mode) in await _listed(vault):
                await vault.prove()  # not only locked
                text = await vault.get(name)
                if text is None:
                    raise KeyringTrouble(code="gone")
        except VaultTrouble as trouble:
            raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble
        if text is None:
            return None
        try:
            return Anchor.from_text(text)
        except ValueError as error:
            raise KeyringTrouble(code="unreadable") from error

    async def put(self, anchor: Anchor) -> None:
        try:
            vault = await self._opened()
            await vault.put(_anchor_name(self._account, self._mode), anchor.to_text())
            if not self._listed:
                await _list(vault, self._account, self._mode)
                self._listed = True
        except VaultTrouble as trouble:
            raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble


async def anchored(vault: Vault) -> list[tuple[str, Mode]]:
    """The accounts and modes whose audit log's head is kept. Raises KeyringTrouble."""
    try:
        return await _listed(vault)
    except VaultTrouble as trouble:
        raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble


async def forget(vault: Vault, account_id: str) -> None:
    """Nothing of this account's logs is expected any more; a list that cannot be read stays. Raises KeyringTrouble."""
    try:
        with suppress(KeyringTrouble):
            known = await _listed(vault)
            kept = [(account, mode) for account, mode in known if account != account_id]
            if kept != known:
                await vault.put(_INDEX, json.dumps(kept))
        for mode in (Mode.TEST, Mode.LIVE):
            await vault.delete(_anchor_name(account_id, mode))
    except VaultTrouble as trouble:
        raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble


async def _list(vault: Vault, account_id: str, mode: Mode) -> None:
    known = await _listed(vault)
    if not known:
        await vault.prove()  # a locked keyring may have said that there is none
        known = await _listed(vault)
    if (account_id, mode) not in known:
        await vault.put(_INDEX, json.dumps([*known, (account_id, mode)]))


async def _listed(vault: Vault) -> list[tuple[str, Mode]]:
    """Raises KeyringTrouble `unreadable`: a list that cannot be read is not written over."""
    try:
        body = json.loads(await vault.get(_INDEX) or "[]")
        return [(id_, Mode(mode)) for id_, mode in body if is_account_id(id_)]
    except (ValueError, TypeError) as error:
        raise KeyringTrouble(code="unreadable") from error
