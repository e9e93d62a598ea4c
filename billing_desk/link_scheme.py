"""Registers the packaged program for `billing-desk://` links, for this user only (G6)."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

SCHEME = "billing-desk"
ENTRY = "billing-desk-links.desktop"


def register() -> None:
    """Register the packaged program. Does nothing for a checkout, and on macOS, where the bundle's Info.plist says it.
    A folder or a registry that cannot be written leaves links unregistered."""
    if not getattr(sys, "frozen", False):
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            _in_registry(Path(sys.executable))
        elif sys.platform != "darwin":
            write_entry(Path(sys.executable), _applications())


def write_entry(program: Path, folder: Path) -> bool:
    """Write the desktop entry of `program` if it is not there yet; returns whether it was written. Raises OSError."""
    import shutil  # imported late: only the first start of a packaged program writes it
    import subprocess

    path = folder / ENTRY
    text = "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Billing Desk",
            f"Exec={_quoted(program)} %u",
            f"MimeType=x-scheme-handler/{SCHEME};",
            "Terminal=false",
            "NoDisplay=true",
            "",
        )
    )
    with contextlib.suppress(FileNotFoundError, UnicodeDecodeError):
        if path.read_text(encoding="utf-8") == text:
            return False
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    for command in (["xdg-mime", "default", ENTRY, f"x-scheme-handler/{SCHEME}"], ["update-desktop-database", folder]):
        if found := shutil.which(str(command[0])):
            subprocess.run([found, *command[1:]], check=False, capture_output=True, timeout=5)
    return True


def _applications() -> Path:
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "applications"


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
