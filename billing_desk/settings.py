"""This user's settings: one value in one file, without secrets."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from .domain.access.account_id import is_account_id
from .domain.access.directory import Directory, is_pool
from .domain.access.network import DIRECT, SYSTEM, Network, is_proxy
from .domain.access.watching import (
    HIGHEST_PORT,
    LOWEST_PORT,
    STRIPE_CLI_PORT,
    DesktopNotices,
    ReceiverSettings,
)
from .domain.billing_dates import DECEMBER, JANUARY
from .domain.errors import Unwritable
from .domain.text.display_text import is_blank
from .domain.writes.safety_limits import Ceilings, SafetyLimits
from .store.files.atomic_write import written

T = TypeVar("T")
LONGEST = 200
"""Maximum length of a text in characters."""


class Fields:
    """One object of the file. `wrong` collects the paths of unusable fields in all objects."""

    def __init__(self, body: Mapping[str, Any], path: str, wrong: list[str]) -> None:
        self._body, self._path, self._wrong = body, path, wrong

    def value(self, name: str, default: T, fits: Callable[[Any], bool]) -> T:
        """The field if it is present and valid, otherwise the default."""
        if name not in self._body:
            return default
        found = self._body[name]
        if not fits(found):
            self.say(name)
            return default
        chosen: T = found
        return chosen

    def inside(self, name: str) -> Fields:
        """The object in this field; an empty one if it is missing or not an object."""
        found: dict[str, Any] = self.value(name, {}, lambda value: isinstance(value, dict))
        return Fields(found, f"{self._path}{name}.", self._wrong)

    def list_of(self, name: str) -> list[Fields]:
        """The objects in this list; other values are left out."""
        found: list[Any] = self.value(name, [], lambda value: isinstance(value, list))
        objects = []
        for place, each in enumerate(found):
            if isinstance(each, dict):
                objects.append(Fields(each, f"{self._path}{name}[{place}].", self._wrong))
            else:
                self.say(f"{name}[{place}]")
        return objects

    def each(self, fits: Callable[[str, Any], bool]) -> dict[str, Any]:
        """All valid fields of this object."""
        kept = {}
        for name, value in self._body.items():
            if fits(name, value):
                kept[name] = value
            else:
                self.say(name)
        return kept

    def names(self) -> list[str]:
        return list(self._body)

    def refuse_unknown(self, known: set[str]) -> None:
        """Report unknown fields: a typing error, or from a newer version."""
        for name in self._body:
            if name not in known:
                self.say(name)

    def say(self, name: str) -> None:
        self._wrong.append(f"{self._path}{name}"[:LONGEST])


def is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST and not is_blank(value)


def is_flag(value: object) -> bool:
    return isinstance(value, bool)


def is_one_of(*allowed: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in allowed


def is_whole(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def is_month(value: object) -> bool:
    return type(value) is int and JANUARY <= value <= DECEMBER


def is_zone(value: object) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):  # unknown; a path; a folder of the zone database
        return False
    return True


def is_place(value: object) -> bool:
    """Whether the value is a pair of account id and mode."""
    pair = isinstance(value, list) and len(value) == 2
    return pair and is_account_id(value[0]) and value[1] in ("test", "live")  # type: ignore[index]


def is_view(name: str, value: object) -> bool:
    """Whether the value is valid for tables and the window. Unknown names are accepted."""
    if name == "window":
        fits = is_whole(100, 100_000)
        return isinstance(value, list) and len(value) == 2 and all(map(fits, value))
    if name.startswith("table."):
        return isinstance(value, list) and all(map(_is_column, value))
    return isinstance(value, str) if name == "export.folder" else True


def _is_column(value: object) -> bool:
    wide = is_whole(0, 100_000)
    return (
        isinstance(value, list)
        and len(value) == 3
        and isinstance(value[0], str)
        and wide(value[1])
        and isinstance(value[2], bool)
    )


def is_ceiling(name: str, value: object) -> bool:
    """Whether the value is a ceiling: minor units by currency."""
    code = len(name) == 3 and name.isascii() and name.isalpha() and name.islower()
    return code and is_whole(1, 10**12)(value)


VERSION = 1


@dataclass(frozen=True)
class KeyNote:
    """A key's entry: fingerprint, displayable form, restricted or not, local server's address (None: Stripe)."""

    print: str
    shown: str
    restricted: bool = False
    address: str | None = None


@dataclass(frozen=True)
class Account:
    """`keys` by mode ("test", "live")."""

    id: str
    name: str
    keys: Mapping[str, KeyNote] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """`current` is (account id, mode). `language` and `operator` are "" until chosen. `year_begins` is the fiscal
    year's first month. `views` holds the tables' columns
    and the window's size by name. `rules` are the safety limits, `network` the proxy and certificates, `notices`
    the desktop's notifications, `receiver` the local receiver of webhooks,
    `directory` where users who sign up are listed."""

    accounts: tuple[Account, ...] = ()
    current: tuple[str, str] | None = None
    language: str = ""
    zone: str = "Asia/Tokyo"
    year_begins: int = 1
    operator: str = ""
    theme: str = "system"
    views: Mapping[str, Any] = field(default_factory=dict)
    rules: SafetyLimits = field(default_factory=SafetyLimits)
    network: Network = field(default_factory=Network)
    notices: DesktopNotices = field(default_factory=DesktopNotices)
    receiver: ReceiverSettings = field(default_factory=ReceiverSettings)
    directory: Directory = field(default_factory=Directory)

    def account(self, id_: str) -> Account | None:
        return next((account for account in self.accounts if account.id == id_), None)

    def with_account(self, account: Account) -> Settings:
        """Replaces the account with the same id, or adds it."""
        if self.account(account.id) is None:
            return replace(self, accounts=(*self.accounts, account))
        kept = tuple(account if old.id == account.id else old for old in self.accounts)
        return replace(self, accounts=kept)


class SettingsFile:
    """Reads and writes the file. Invalid parts are left out and listed in `problems`; the file is then also copied to
    `settings.unreadable`. The version before the last one is kept as `settings.previous`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[str, ...] = ()
        self.value = self._load()

    @property
    def unreadable_copy(self) -> Path:
        """The copy of a file with problems."""
        return self.path.with_suffix(".unreadable")

    @staticmethod
    def peek(path: Path) -> Settings:
        """Read what is valid in a file, without copying it."""
        try:
            return _decoded(path.read_bytes())[0]
        except (OSError, ValueError, RecursionError):
            return Settings()

    def save(self, value: Settings) -> None:
        """Write the file atomically. Raises Unwritable; the value then stays in effect until the program ends."""
        self.value = value
        text = json.dumps({"version": VERSION, **asdict(value)}, ensure_ascii=False, indent=1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._keep_previous()
            with written(self.path) as file:
                file.write(text.encode("utf-8", "replace"))
        except OSError as error:
            raise Unwritable(error.strerror or "", code=str(self.path)) from error

    def _keep_previous(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            before = self.path.read_bytes()
            with written(self.path.with_suffix(".previous")) as file:
                file.write(before)

    def _load(self) -> Settings:
        try:
            value, problems = _decoded(self.path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, RecursionError):
            value, problems = self.peek(self.path.with_suffix(".previous")), ("settings.json",)
        self.problems = problems
        if problems:
            with contextlib.suppress(OSError), written(self.unreadable_copy) as file:
                file.write(self.path.read_bytes())
        return value


def _decoded(content: bytes) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and the names of unusable fields. Raises ValueError if the content is not a JSON object."""
    body = json.loads(content.decode("utf-8"))
    if not isinstance(body, dict):
        raise ValueError("not an object")
    wrong: list[str] = []
    fields = Fields(body, "", wrong)
    fields.refuse_unknown({"version", *(each.name for each in dataclass_fields(Settings))})
    accounts = _accounts(fields)
    known = {account.id for account in accounts}
    current = fields.value("current", None, lambda value: value is None or (is_place(value) and value[0] in known))
    value = Settings(
        accounts=accounts,
        current=(current[0], current[1]) if current else None,
        language=fields.value("language", "", is_one_of("", "en", "ja")),
        zone=fields.value("zone", Settings.zone, is_zone),
        year_begins=fields.value("year_begins", Settings.year_begins, is_month),
        operator=fields.value("operator", "", is_text),
        theme=fields.value("theme", "system", is_one_of("system", "light", "dark")),
        views=fields.inside("views").each(is_view),
        rules=_rules(fields.inside("rules")),
        network=_network(fields.inside("network")),
        notices=_notices(fields.inside("notices")),
        receiver=_receiver(fields.inside("receiver")),
        directory=_directory(fields.inside("directory")),
    )
    return value, tuple(wrong)


def _accounts(fields: Fields) -> tuple[Account, ...]:
    found: dict[str, Account] = {}
    for each in fields.list_of("accounts"):
        id_ = each.value("id", "", is_account_id)
        if not id_ or id_ in found:
            each.say("id")
            continue
        keys = each.inside("keys")
        notes = {mode: note for mode in keys.names() if (note := _note(keys, mode)) is not None}
        found[id_] = Account(id_, each.value("name", id_, is_name), notes)
    return tuple(found.values())


def _note(keys: Fields, mode: str) -> KeyNote | None:
    if mode not in ("test", "live"):
        keys.say(mode)
        return None
    note = keys.inside(mode)
    # An invalid address is kept as an unusable one; without it the key would be sent to Stripe.
    address: str | None = note.value("address", "(unreadable)", lambda value: value is None or is_text(value))
    if "address" not in note.names():
        address = None
    return KeyNote(
        print=note.value("print", "", is_text),
        shown=note.value("shown", "…", is_text),
        restricted=note.value("restricted", False, is_flag),
        address=address or None,
    )


def _rules(fields: Fields) -> SafetyLimits:
    standard, ceilings = SafetyLimits(), fields.inside("ceilings")
    fields.refuse_unknown({each.name for each in dataclass_fields(SafetyLimits)})
    ceilings.refuse_unknown({each.name for each in dataclass_fields(Ceilings)})
    return SafetyLimits(
        armed_for=fields.value("armed_for", standard.armed_for, is_whole(60, 12 * 3_600)),
        lock_after=fields.value("lock_after", standard.lock_after, is_whole(0, 7 * 86_400)),
        ceilings=Ceilings(
            ceilings.inside("one_write").each(is_ceiling),
            ceilings.inside("one_hour").each(is_ceiling),
            ceilings.value("writes_an_hour", standard.ceilings.writes_an_hour, is_whole(1, 1_000_000)),
        ),
        note_at_stripe=fields.value("note_at_stripe", standard.note_at_stripe, is_flag),
        refuse_prepaid=fields.value("refuse_prepaid", standard.refuse_prepaid, is_flag),
        remove_prepaid=fields.value("remove_prepaid", standard.remove_prepaid, is_flag),
    )


def _network(fields: Fields) -> Network:
    fields.refuse_unknown({each.name for each in dataclass_fields(Network)})
    # An invalid proxy becomes an unusable one, because a direct connection was not chosen.
    unusable = "(unreadable)" if "proxy" in fields.names() else SYSTEM
    return Network(
        proxy=fields.value("proxy", unusable, _is_way_out),
        ca_file=fields.value("ca_file", "", lambda value: isinstance(value, str) and len(value) < 4_096),
    )


def _notices(fields: Fields) -> DesktopNotices:
    fields.refuse_unknown({each.name for each in dataclass_fields(DesktopNotices)})
    standard = DesktopNotices()
    return DesktopNotices(
        enabled=fields.value("enabled", standard.enabled, is_flag),
        quiet_from=fields.value("quiet_from", standard.quiet_from, is_whole(0, 23)),
        quiet_until=fields.value("quiet_until", standard.quiet_until, is_whole(0, 23)),
    )


def _receiver(fields: Fields) -> ReceiverSettings:
    fields.refuse_unknown({each.name for each in dataclass_fields(ReceiverSettings)})
    return ReceiverSettings(
        enabled=fields.value("enabled", False, is_flag),
        port=fields.value("port", STRIPE_CLI_PORT, is_whole(LOWEST_PORT, HIGHEST_PORT)),
    )


def _directory(fields: Fields) -> Directory:
    fields.refuse_unknown({each.name for each in dataclass_fields(Directory)})
    return Directory(
        pool=fields.value("pool", "", lambda value: value == "" or (isinstance(value, str) and is_pool(value))),
        file=fields.value("file", "", lambda value: isinstance(value, str) and len(value) < 4_096),
    )


def _is_way_out(value: object) -> bool:
    return isinstance(value, str) and (value in (SYSTEM, DIRECT) or is_proxy(value))


class Preferences:
    """Small persistent choices by name, such as a table's columns; JSON values."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def get(self, name: str) -> Any:
        return self._settings.value.views.get(name)

    def put(self, name: str, value: Any) -> None:
        """If the file cannot be written, the choice lasts until the program ends."""
        views = {**self._settings.value.views, name: value}
        with contextlib.suppress(Unwritable):
            self._settings.save(replace(self._settings.value, views=views))
