"""The identity stored inside a database file: account, mode, kind and file id."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import apsw

IDENTITY = """
CREATE TABLE identity (one INTEGER PRIMARY KEY CHECK (one = 1), account TEXT NOT NULL, mode TEXT NOT NULL,
  kind TEXT NOT NULL, file TEXT NOT NULL);
"""


class Foreign(Exception):
    """The file belongs to another account, mode or kind, which the message names."""


@dataclass(frozen=True)
class FileIdentity:
    """`kind` is "mirror", "journal" or "events"."""

    account: str
    mode: str
    kind: str


def claim(connection: apsw.Connection, wanted: FileIdentity) -> None:
    """Store the identity in a new file, or compare it with the stored one. Raises Foreign."""
    with connection:
        found = read_identity(connection)
        if found is None:
            row = (wanted.account, wanted.mode, wanted.kind, secrets.token_hex(8))
            connection.execute("INSERT INTO identity VALUES (1, ?, ?, ?, ?)", row)
        elif found[0] != wanted:
            raise Foreign(f"{found[0].kind} of {found[0].account} {found[0].mode}")


def read_identity(connection: apsw.Connection) -> tuple[FileIdentity, str] | None:
    """The stored identity and the file id; None: none is stored."""
    row: Any = connection.execute("SELECT account, mode, kind, file FROM identity").fetchone()
    return (FileIdentity(str(row[0]), str(row[1]), str(row[2])), str(row[3])) if row else None
