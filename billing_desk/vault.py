"""API keys and database keys in the operating system's keyring, and nowhere else.

Back ends are instantiated from a list, never looked up: a configuration file or an environment variable could
otherwise name one that stores in plain text or runs somebody's code.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import secrets
import sys
import threading
from collections.abc import Callable
from typing import Any, Literal, Protocol

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

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
    def lasting(self) -> bool: ...

    async def get(self, name: str) -> str | None: ...

    async def put(self, name: str, secret: str) -> None: ...

    async def delete(self, name: str) -> None: ...

    async def prove(self) -> None: ...


class SessionVault:
    """For this start only: secrets live in memory."""

    lasting = False

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

    lasting = True

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
