"""Registers the packaged program for `billing-desk://` links, for this user only (G6)."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

SCHEME = "billing-desk"
ENTRY = "billing-desk-links.desktop"
_SECTION, _DEFAULT = "[Default Applications]", f"x-scheme-handler/{SCHEME}={ENTRY}"


def register() -> None:
    """Register the packaged program. Does nothing for a checkout, and on macOS, where the bundle's Info.plist says it.
    A folder or a registry that cannot be written leaves links unregistered."""
    if not getattr(sys, "frozen", False):
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            _in_registry(Path(sys.executable))
        elif sys.platform != "darwin":
            applications = _home("XDG_DATA_HOME", ".local", "share") / "applications"
            write_entry(Path(sys.executable), applications, _home("XDG_CONFIG_HOME", ".config"))


def write_entry(program: Path, applications: Path, settings: Path) -> bool:
    """Write the desktop entry of `program` if it is not there yet, and name it in the `mimeapps.list` in `settings`,
    which needs no cache to be built; returns whether it was written. Raises OSError."""
    path, text = applications / ENTRY, _entry(program)
    if _read(path) == text:
        return False
    applications.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    defaults = settings / "mimeapps.list"
    known = _read(defaults)
    if _DEFAULT not in known.splitlines():
        settings.mkdir(parents=True, exist_ok=True)
        head, found, rest = known.partition(f"{_SECTION}\n")
        head = head if not head or head.endswith("\n") else f"{head}\n"
        defaults.write_text(f"{head}{_SECTION}\n{_DEFAULT}\n{rest if found else ''}", encoding="utf-8")
    return True


def _entry(program: Path) -> str:
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Billing Desk",
        f"Exec={_quoted(program)} %u",
        f"MimeType=x-scheme-handler/{SCHEME};",
        "Terminal=false",
        "NoDisplay=true",
        "",
    )
    return "\n".join(lines)


def _read(path: Path) -> str:
    """ "" if there is no such file."""
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def _home(variable: str, *default: str) -> Path:
    return Path(os.environ.get(variable) or Path.home().joinpath(*default))


def _quoted(program: Path) -> str:
    """An argument of a desktop entry's `Exec` (freedesktop.org, Desktop Entry Specification)."""
    text = str(program).replace("\\", "\\\\").replace('"', '\\"').replace("`", "\\`").replace("$", "\\$")
    return '"' + text.replace("\\", "\\\\").replace("%", "%%") + '"'


def _in_registry(program: Path) -> None:
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{SCHEME}") as key:
            winreg.SetValueEx(key, "", 0, winreg.REG_SZ, "URL:Billing Desk")
            winreg.SetValueEx(key, "URL Protocol", 0, winreg.REG_SZ, "")
            with winreg.CreateKey(key, r"shell\open\command") as command:
                winreg.SetValueEx(command, "", 0, winreg.REG_SZ, f'"{program}" "%1"')
