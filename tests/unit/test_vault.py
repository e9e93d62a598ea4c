"""Keys lie in a safe keyring or nowhere: a real Secret Service, and every unsafe back end refused."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, cast

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from billing_desk import vault
from billing_desk.vault import KeyringVault, SessionVault, VaultTrouble, judge, open_vault

HERE = Path(__file__).resolve().parent.parent.parent


class _Plaintext(KeyringBackend):
    """What keyrings.alt would offer: keeps everything readable in a file."""

    priority = 5.0

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class _Held(_Plaintext):
    """Keeps entries in memory and remembers what was asked; stands in for the system's keyring."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.asked: list[str] = []
        self.trouble: Exception | None = None
        self.wait = 0.0

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        time.sleep(self.wait)
        if self.trouble:
            raise self.trouble

    def get_password(self, service: str, username: str) -> str | None:
        self._ask("get")
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask("set")
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask("delete")
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring, _Plaintext], ids=lambda b: b.__module__)
def test_back_ends_that_are_not_on_the_list_are_refused(backend: Any) -> None:
    with pytest.raises(VaultTrouble) as raised:
        judge(backend())
    assert raised.value.kind == "insecure"


def test_the_environment_cannot_choose_the_back_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(VaultTrouble) as raised:
        vault.safe_backend()
    assert raised.value.kind == "missing"


async def test_a_back_end_that_forgets_is_insecure() -> None:
    with pytest.raises(VaultTrouble) as raised:
        await KeyringVault(cast("Any", _Plaintext)()).prove()
    assert raised.value.kind == "insecure"


@pytest.mark.parametrize("system", ["win32", "linux", "darwin"])
async def test_replacing_deletes_the_old_secret_first_only_where_it_must(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    """Windows would keep it beside the new one; elsewhere a failure in between would lose both."""
    monkeypatch.setattr("billing_desk.vault.sys.platform", system)
    backend = _Held()
    kept = KeyringVault(backend)
    await kept.put("test key acct_1", "one")
    await kept.put("test key acct_1", "two")
    assert backend.asked == (["delete", "set"] if system == "win32" else ["set"]) * 2
    assert await kept.get("test key acct_1") == "two"
    await kept.delete("test key acct_1")
    await kept.delete("test key acct_1")
    assert await kept.get("test key acct_1") is None


@pytest.mark.parametrize(
    ("error", "kind"), [(KeyringLocked("locked"), "locked"), (RuntimeError("no D-Bus, secret"), "missing")]
)
async def test_troubles_are_named_without_their_text(error: Exception, kind: str) -> None:
    backend = _Held()
    backend.trouble = error
    with pytest.raises(VaultTrouble) as raised:
        await KeyringVault(backend).put("n", "s3cret")
    assert raised.value.kind == kind
    assert "secret" not in str(raised.value)


async def test_a_hanging_keyring_ends_in_time() -> None:
    backend = _Held()
    backend.wait = 1.5
    began = asyncio.get_running_loop().time()
    with pytest.raises(VaultTrouble) as raised:
        await KeyringVault(backend, timeout=0.2).get("n")
    assert raised.value.kind == "timeout"
    assert asyncio.get_running_loop().time() - began < 1


async def test_for_this_start_only() -> None:
    kept = SessionVault()
    await kept.put("a", "b")
    assert await kept.get("a") == "b"
    await kept.delete("a")
    assert await kept.get("a") is None
    assert not kept.durable


async def test_redirections_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_KEYCHAIN", "elsewhere")
    monkeypatch.setattr(vault, "safe_backend", _Held)
    opened = await open_vault()
    assert "KEYRING_PROPERTY_KEYCHAIN" not in os.environ
    assert opened.durable


_USE = """
import asyncio
from billing_desk.vault import open_vault
async def main():
    kept = await open_vault()
    await kept.put("test key acct_1", "sk_test_one")
    await kept.put("test key acct_1", "sk_test_two")
    assert await kept.get("test key acct_1") == "sk_test_two"
    again = await open_vault()
    assert await again.get("test key acct_1") == "sk_test_two"
    await again.delete("test key acct_1")
    assert await kept.get("test key acct_1") is None
    print("kept")
asyncio.run(main())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Secret Service is Linux's keyring")
@pytest.mark.parametrize("locked", [False, True], ids=["unlocked", "locked"])
def test_a_real_secret_service(tmp_path: Path, locked: bool) -> None:
    """GNOME Keyring on a bus of its own: stores, replaces, reads and deletes; locked, it says so."""
    if shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None:
        assert not _is_root(), "dev.py installs GNOME Keyring and D-Bus where it may"
        pytest.skip("GNOME Keyring is not installed and may not be installed here")
    home, runtime = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(HERE)}
    environment |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    unlock = "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
    start = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; " if locked else unlock
    command = ["dbus-run-session", "--", "bash", "-c", f'{start} "{sys.executable}" -c "$CODE"']
    done = subprocess.run(
        command, env={**environment, "CODE": _USE}, capture_output=True, text=True, timeout=60, check=False
    )
    if locked:
        assert done.returncode != 0
        assert "VaultTrouble" in done.stderr
    else:
        assert done.stdout.strip() == "kept", done.stderr[-2000:]
    assert not [path for path in home.rglob("*") if path.is_file() and b"sk_test_" in path.read_bytes()]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
