"""Reads a settings file field by field: what is right is used, what is wrong is left out and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from .domain.account_id import is_account_id
from .domain.display_text import is_blank

T = TypeVar("T")
LONGEST = 200
"""Characters of a name."""


class Fields:
    """One object of the file. `wrong` gathers the paths of the fields that could not be used, in all objects."""

    def __init__(self, body: Mapping[str, Any], path: str, wrong: list[str]) -> None:
        self._body, self._path, self._wrong = body, path, wrong

    def value(self, name: str, default: T, fits: Callable[[Any], bool]) -> T:
        """The field if it is there and fits, otherwise the default."""
        if name not in self._body:
            return default
        found = self._body[name]
        if not fits(found):
            self.say(name)
            return default
        chosen: T = found
        return chosen

    def inside(self, name: str) -> Fields:
        """The object in this field; an empty one where it is missing or is none."""
        found: dict[str, Any] = self.value(name, {}, lambda value: isinstance(value, dict))
        return Fields(found, f"{self._path}{name}.", self._wrong)

    def list_of(self, name: str) -> list[Fields]:
        """The objects in this list; what is no object is left out."""
        found: list[Any] = self.value(name, [], lambda value: isinstance(value, list))
        objects = []
        for place, each in enumerate(found):
            if isinstance(each, dict):
                objects.append(Fields(each, f"{self._path}{name}[{place}].", self._wrong))
            else:
                self.say(f"{name}[{place}]")
        return objects

    def each(self, fits: Callable[[str, Any], bool]) -> dict[str, Any]:
        """All fields of this object that fit."""
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
        """Fields that nobody reads: a slip, or of a newer version."""
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


def is_zone(value: object) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):  # unknown; a path; a folder of the zone database
        return False
    return True


def is_place(value: object) -> bool:
    """An account id and a mode."""
    pair = isinstance(value, list) and len(value) == 2
    return pair and is_account_id(value[0]) and value[1] in ("test", "live")  # type: ignore[index]


def is_view(name: str, value: object) -> bool:
    """What tables and the window keep. Names that are not known are kept as they are."""
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
    """Minor units by currency."""
    code = len(name) == 3 and name.isascii() and name.isalpha() and name.islower()
    return code and is_whole(1, 10**12)(value)
