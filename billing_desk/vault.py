"""Stores API keys and database keys in the operating system's keyring, and nowhere else.

Back ends are created from a fixed list: with keyring's own lookup, a configuration file or an environment variable
could select one that stores plain text or runs other code.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import secrets
import sys
import threading
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Literal, Protocol

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from .domain.access.account_id import checked, is_account_id
from .domain.access.audit_anchor import Anchor
from .domain.errors import KeyringTrouble
from .domain.writes.operation import Mode

_INDEX = "audit logs"
"""An entry with the list of accounts and modes that have an audit log, because a keyring cannot list its entries."""


def api_key_name(account_id: str, mode: Mode) -> str:
    return f"{mode} key {checked(account_id)}"


def database_key_name(account_id: str, mode: Mode | None = None, entry: str = "") -> str:
    """Without a mode: the key that an account used before each mode got its own. `entry` distinguishes the key of files
    created after older ones were set aside."""
    parts = (f"database {checked(account_id)}", str(mode or ""), entry)
    return " ".join(part for part in parts if part)


def webhook_secrets_name(account_id: str, mode: Mode) -> str:
    return f"webhooks {checked(account_id)} {mode}"


def _anchor_name(account_id: str, mode: Mode) -> str:
    return f"audit {checked(account_id)} {mode}"


class AnchorEntry:
    """Implements `services.writes.audit_anchoring.AnchorStore` for one account and mode."""

    def __init__(self, opened: Callable[[], Awaitable[Vault]], account_id: str, mode: Mode) -> None:
        self._opened, self._account, self._mode = opened, account_id, mode
        self._listed = False

    async def get(self) -> Anchor | None:
        """None if no anchor was ever stored. Raises KeyringTrouble: `gone` if one was stored but is missing,
        `unreadable` if the entry is not an anchor."""
        name = _anchor_name(self._account, self._mode)
        try:
            vault = await self._opened()
            text = await vault.get(name)
            if text is None and (self._account, self._mode) in await _listed(vault):
                await vault.prove()  # proves that the keyring is not locked
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


MOST_SECRETS = 12
"""Signing secrets in one entry: Windows limits an entry to 1,280 characters. The oldest goes first."""


class WebhookSecrets:
    """Implements `services.events.secrets.SecretStore` for one account and mode: one entry, because a keyring cannot
    list its entries."""

    def __init__(self, opened: Callable[[], Awaitable[Vault]], account_id: str, mode: Mode) -> None:
        self._opened, self._name = opened, webhook_secrets_name(account_id, mode)

    async def all(self) -> Mapping[str, str]:
        try:
            body = json.loads(await (await self._opened()).get(self._name) or "{}")
        except VaultTrouble as trouble:
            raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble
        except ValueError as error:
            raise KeyringTrouble(code="unreadable") from error
        return {str(id_): str(secret) for id_, secret in body.items()} if isinstance(body, dict) else {}

    async def put(self, id_: str, secret: str | None) -> None:
        held = {name: value for name, value in (await self.all()).items() if name != id_}
        if secret is not None:
            held[id_] = secret
        kept = dict(list(held.items())[-MOST_SECRETS:])
        try:
            await (await self._opened()).put(self._name, json.dumps(kept))
        except VaultTrouble as trouble:
            raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble


async def anchored(vault: Vault) -> list[tuple[str, Mode]]:
    """The accounts and modes with a stored anchor. Raises KeyringTrouble."""
    try:
        return await _listed(vault)
    except VaultTrouble as trouble:
        raise KeyringTrouble(trouble.detail, code=trouble.kind) from trouble


async def forget(vault: Vault, account_id: str) -> None:
    """Remove the account from the list of audit logs; an unreadable list is kept. Raises KeyringTrouble."""
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
        await vault.prove()  # a locked keyring may have reported no entry
        known = await _listed(vault)
    if (account_id, mode) not in known:
        await vault.put(_INDEX, json.dumps([*known, (account_id, mode)]))


async def _listed(vault: Vault) -> list[tuple[str, Mode]]:
    """Raises KeyringTrouble `unreadable`, so that an unreadable list is not overwritten."""
    try:
        body = json.loads(await vault.get(_INDEX) or "[]")
        return [(id_, Mode(mode)) for id_, mode in body if is_account_id(id_)]
    except (ValueError, TypeError) as error:
        raise KeyringTrouble(code="unreadable") from error


TIMEOUT = 10.0
"""Seconds; a locked keyring may show a password prompt, or hang."""

Trouble = Literal["locked", "missing", "insecure", "timeout", "failed"]
_SAFE = {
    "linux": (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.libsecret", "Keyring")),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
}
_USER = "billing-desk"


class VaultTrouble(Exception):
    """The keyring cannot be used; `kind` is the reason, `detail` names the back end or its message."""

    def __init__(self, kind: Trouble, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind, self.detail = kind, detail


class Vault(Protocol):
    """A store for secrets. `durable`: stored values survive the end of the program."""

    @property
    def durable(self) -> bool: ...

    async def get(self, name: str) -> str | None: ...

    async def put(self, name: str, secret: str) -> None: ...

    async def delete(self, name: str) -> None: ...

    async def prove(self) -> None: ...


class SessionVault:
    """Keeps secrets in memory until the program ends."""

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
        """Nothing to prove: memory keeps what is stored."""


class KeyringVault:
    """Runs every call on a daemon thread with a timeout, so that a hanging keyring does not block the program."""

    durable = True

    def __init__(self, backend: KeyringBackend, timeout: float = TIMEOUT) -> None:
        self._backend, self._timeout = backend, timeout

    async def get(self, name: str) -> str | None:
        found: str | None = await self._call(lambda: self._backend.get_password(_service(name), _USER))
        return found

    async def put(self, name: str, secret: str) -> None:
        if sys.platform == "win32":
            await self.delete(name)  # WORKAROUND: Windows keeps the old secret as well (jaraco/keyring #545)
        await self._call(lambda: self._backend.set_password(_service(name), _USER, secret))

    async def delete(self, name: str) -> None:
        def work() -> None:
            try:
                self._backend.delete_password(_service(name), _USER)
            except PasswordDeleteError:
                pass  # there was no entry

        await self._call(work)

    async def prove(self) -> None:
        """Write, read and delete a test entry; its name is random because two programs can do this at once.

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
    """A thread pool would delay the end of the program for as long as the keyring hangs."""
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
    # The message of an unknown error can quote the secret; its class cannot.
    detail = type(error).__name__
    return VaultTrouble("failed", detail) if isinstance(error, KeyringError) else VaultTrouble("missing", detail)


def judge(backend: KeyringBackend) -> None:
    """Raises VaultTrouble: `insecure` if the back end is not on the list, `missing` if it cannot work here."""
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
                backend.persist = "local machine"  # not roaming to other computers of a Windows domain
            return backend
    raise reason


async def open_vault(timeout: float = TIMEOUT) -> KeyringVault:
    """This computer's keyring, after proving that it stores values. Raises VaultTrouble."""
    for name in [name for name in os.environ if name.startswith("KEYRING_PROPERTY_") or name == "KEYCHAIN_PATH"]:
        del os.environ[name]  # they would redirect an allowed back end
    backend = await _in_daemon_thread(safe_backend, timeout, "")
    vault = KeyringVault(backend, timeout)
    await vault.prove()
    return vault


def new_database_key() -> str:
    """32 random bytes in hex."""
    return secrets.token_hex(32)
