"""API keys and database keys in the operating system's keyring, and nowhere else.

Back ends are instantiated from a list, never looked up: a configuration file or an environment variable could
otherwise name one that stores in plain text or runs somebody's code.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import secrets
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Literal, Protocol

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from .domain.access.account_id import checked, is_account_id
from .domain.access.audit_anchor import Anchor
from .domain.errors import KeyringTrouble
from .domain.writes.operation import Mode

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


TIMEOUT = 10.0
"""Seconds; a locked keyring may ask the person for a password, or hang for ever."""

Trouble = Literal["locked", "missing", "insecure", "timeout", "failed"]
_SAFE = {
    "linux": (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.libsecret", "Keyring")),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
}
_USER = "billing-desk"


class VaultTrouble(Exception):
    """The keyring cannot be used; `kind` says why, `detail` names the back end or its reason."""

    def __init__(self, kind: Trouble, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind, self.detail = kind, detail


class Vault(Protocol):
    """`lasting` tells whether what is put in is still there at the next start."""

    @property
    def durable(self) -> bool: ...

    async def get(self, name: str) -> str | None: ...

    async def put(self, name: str, secret: str) -> None: ...

    async def delete(self, name: str) -> None: ...

    async def prove(self) -> None: ...


class SessionVault:
    """For this start only: secrets live in memory."""

    durable = False

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        return self._held.get(name)

    async def put(self, name: str, secret: str) -> None:
        self._held[name] = secret

    async def delete(self, name: str) -> None:
        self._held.pop(name, None)

    async def prove(self) -> None:
        """Memory keeps what it is given."""


class KeyringVault:
    """Every call runs on a daemon thread with a timeout, so that a hanging keyring cannot hold up the program."""

    durable = True

    def __init__(self, backend: KeyringBackend, timeout: float = TIMEOUT) -> None:
        self._backend, self._timeout = backend, timeout

    async def get(self, name: str) -> str | None:
        found: str | None = await self._call(lambda: self._backend.get_password(_service(name), _USER))
        return found

    async def put(self, name: str, secret: str) -> None:
        if sys.platform == "win32":
            await self.delete(name)  # WORKAROUND: it keeps the old secret beside the new one (jaraco/keyring #545)
        await self._call(lambda: self._backend.set_password(_service(name), _USER, secret))

    async def delete(self, name: str) -> None:
        def work() -> None:
            try:
                self._backend.delete_password(_service(name), _USER)
            except PasswordDeleteError:
                pass  # there was none

        await self._call(work)

    async def prove(self) -> None:
        """Write, read and delete a canary, under a name of its own because two programs may try at once.

        Raises VaultTrouble.
        """
        canary, name = secrets.token_hex(16), f"canary {secrets.token_hex(4)}"
        await self.put(name, canary)
        try:
            if await self.get(name) != canary:
                raise VaultTrouble("insecure", type(self._backend).__module__)
        finally:
            await self.delete(name)

    async def _call(self, work: Callable[[], Any]) -> Any:
        return await _in_daemon_thread(work, self._timeout, type(self._backend).__module__)


async def _in_daemon_thread(work: Callable[[], Any], timeout: float, name: str) -> Any:
    """An ordinary thread pool would hold up the end of the program for as long as the keyring hangs."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()

    def deliver(result: Any, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)

    def run() -> None:
        try:
            outcome: tuple[Any, BaseException | None] = (work(), None)
        except VaultTrouble as trouble:
            outcome = (None, trouble)
        except Exception as error:
            outcome = (None, _trouble(error))
        if not loop.is_closed():
            loop.call_soon_threadsafe(deliver, *outcome)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        async with asyncio.timeout(timeout):
            return await answer
    except TimeoutError:
        raise VaultTrouble("timeout", name) from None


def _service(name: str) -> str:
    return f"Billing Desk: {name}"


def _trouble(error: Exception) -> VaultTrouble:
    if isinstance(error, KeyringLocked):
        return VaultTrouble("locked")
    if isinstance(error, InitError):
        return VaultTrouble("missing", str(error))
    # The text of an unknown error might quote what was being stored; its class does not.
    detail = type(error).__name__
    return VaultTrouble("failed", detail) if isinstance(error, KeyringError) else VaultTrouble("missing", detail)


def judge(backend: KeyringBackend) -> None:
    """Raises VaultTrouble `insecure` for any back end that is not on the list, `missing` for one that cannot work."""
    kind = type(backend)
    if (kind.__module__, kind.__qualname__) not in _SAFE.get(sys.platform, ()):
        raise VaultTrouble("insecure", f"{kind.__module__}.{kind.__qualname__}")
    try:
        usable = kind.priority
    except Exception as error:
        raise VaultTrouble("missing", str(error)) from error
    if usable <= 0:
        raise VaultTrouble("missing", kind.__module__)


def safe_backend() -> KeyringBackend:
    """The first back end of the list that works here. Raises VaultTrouble `missing` with the last reason."""
    reason = VaultTrouble("missing", sys.platform)
    for module, name in _SAFE.get(sys.platform, ()):
        try:
            backend: KeyringBackend = getattr(importlib.import_module(module), name)()
            judge(backend)
        except VaultTrouble as error:
            reason = error
        except ImportError as error:
            reason = VaultTrouble("missing", str(error))
        else:
            if hasattr(backend, "persist"):
                backend.persist = "local machine"  # not roaming to other machines of a Windows domain
            return backend
    raise reason


async def open_vault(timeout: float = TIMEOUT) -> KeyringVault:
    """The keyring of this machine, proven to keep what it is given. Raises VaultTrouble."""
    for name in [name for name in os.environ if name.startswith("KEYRING_PROPERTY_") or name == "KEYCHAIN_PATH"]:
        del os.environ[name]  # they would redirect an allowed back end
    backend = await _in_daemon_thread(safe_backend, timeout, "")
    vault = KeyringVault(backend, timeout)
    await vault.prove()
    return vault


def new_database_key() -> str:
    """32 random bytes in hex."""
    return secrets.token_hex(32)
