"""This user's settings: one typed value, one file, never a secret."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from .domain.ceilings import Ceilings
from .domain.rules import Rules

VERSION = 1


@dataclass(frozen=True)
class KeyNote:
    """What is remembered of a key that lies in the keyring: its print, whether it is restricted, a loopback address."""

    print: str
    shown: str
    restricted: bool = False
    address: str | None = None


@dataclass(frozen=True)
class Account:
    """`keys` by mode name ("test", "live")."""

    id: str
    name: str
    keys: Mapping[str, KeyNote] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """`current` is (account id, mode). `language` and `operator` are empty until chosen. `views` holds each table's
    columns and the window's geometry by name. `rules` are those for writing safely."""

    accounts: tuple[Account, ...] = ()
    current: tuple[str, str] | None = None
    language: str = ""
    zone: str = "Asia/Tokyo"
    operator: str = ""
    theme: str = "system"
    views: Mapping[str, Any] = field(default_factory=dict)
    rules: Rules = field(default_factory=Rules)

    def account(self, id_: str) -> Account | None:
        return next((account for account in self.accounts if account.id == id_), None)

    def with_account(self, account: Account) -> Settings:
        """Replaces the account of the same id, or adds it."""
        if self.account(account.id) is None:
            return replace(self, accounts=(*self.accounts, account))
        kept = tuple(account if old.id == account.id else old for old in self.accounts)
        return replace(self, accounts=kept)


class SettingsFile:
    """Reads and writes the file; a file that cannot be read is kept beside and the defaults are used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.value = self._load()

    def save(self, value: Settings) -> None:
        """All or nothing: written aside, synced, then renamed."""
        self.value = value
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = self._path.with_suffix(".new")
        with aside.open("w", encoding="utf-8") as file:
            json.dump({"version": VERSION, **asdict(value)}, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self._path)

    def _load(self) -> Settings:
        try:
            body = json.loads(self._path.read_text(encoding="utf-8"))
            return _decode(body)
        except FileNotFoundError:
            return Settings()
        except (ValueError, KeyError, TypeError, AttributeError):
            self._path.replace(self._path.with_suffix(".unreadable"))
            return Settings()


class Preferences:
    """Small lasting choices by name, such as a table's columns; JSON values."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def get(self, name: str) -> Any:
        return self._settings.value.views.get(name)

    def put(self, name: str, value: Any) -> None:
        views = {**self._settings.value.views, name: value}
        self._settings.save(replace(self._settings.value, views=views))


def _decode(body: dict[str, Any]) -> Settings:
    accounts = tuple(
        Account(a["id"], a["name"], {mode: KeyNote(**note) for mode, note in a["keys"].items()})
        for a in body.get("accounts", [])
    )
    current = body.get("current")
    plain = {name: body[name] for name in ("language", "zone", "operator", "theme", "views") if name in body}
    rules = dict(body.get("rules") or {})
    if "ceilings" in rules:
        rules["ceilings"] = Ceilings(**rules["ceilings"])
    return Settings(
        accounts=accounts, current=(current[0], current[1]) if current else None, rules=Rules(**rules), **plain
    )
