"""A CSV of users, as `aws cognito-idp list-users` or an export of another directory gives it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...domain.sign_ups.user import Standing, User

MOST_BYTES, LONGEST_FIELD = 50_000_000, 10_000
PAGE = 1_000
_NAMES: Mapping[str, tuple[str, ...]] = {
    "username": ("username", "cognito:username", "user name", "user"),
    "sub": ("sub", "id", "user id", "uuid"),
    "email": ("email", "e-mail", "mail"),
    "name": ("name", "full name", "display name"),
    "locale": ("locale", "language"),
    "customer": ("custom:customerid", "customerid", "customer id", "customer"),
    "standing": ("userstatus", "status", "cognito:user_status"),
    "enabled": ("enabled",),
}
_STANDINGS = {"confirmed": Standing.CONFIRMED, "external_provider": Standing.CONFIRMED, "": Standing.CONFIRMED}
_STANDINGS["force_change_password"] = Standing.INVITED


class BadUserFile(Exception):
    """`code` says why: too_large, not_text, no_columns, cannot_read."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def pages(path: Path) -> Iterator[list[User]]:
    """The users of a file, PAGE at a time. Raises BadUserFile. Without a column of states all count as confirmed."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadUserFile("too_large")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadUserFile("cannot_read") from error
    except UnicodeDecodeError as error:
        raise BadUserFile("not_text") from error
    if "\0" in text:
        raise BadUserFile("not_text")
    rows = csv.reader(io.StringIO(text))
    columns = _columns(next(rows, []))
    found: list[User] = []
    try:
        for row in rows:
            cells = {name: row[at].strip()[:LONGEST_FIELD] for name, at in columns.items() if at < len(row)}
            if cells.get("sub") or cells.get("username"):
                found.append(_user(cells))
            if len(found) == PAGE:
                yield found
                found = []
    except csv.Error as error:
        raise BadUserFile("not_text") from error
    yield found


def _columns(titles: list[str]) -> dict[str, int]:
    known = [title.strip().casefold() for title in titles]
    found = {
        name: known.index(next(one for one in names if one in known))
        for name, names in _NAMES.items()
        if any(one in known for one in names)
    }
    if not {"sub", "username"} & set(found) or "email" not in found:
        raise BadUserFile("no_columns")
    return found


def _user(cells: Mapping[str, str]) -> User:
    standing = _STANDINGS.get(cells.get("standing", "").casefold(), Standing.OTHER)
    if cells.get("enabled", "").casefold() in ("false", "0", "no"):
        standing = Standing.DISABLED
    names = ("username", "sub", "email", "name", "locale", "customer")
    return User(standing=standing, **{name: cells.get(name, "") for name in names})
