"""Compares a directory's users with the customers, and provisions chosen users (D4)."""

from __future__ import annotations

import asyncio
import importlib.util
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from ...domain.access.directory import Directory
from ...domain.errors import Offline, Refused
from ...domain.json_object import Json
from ...domain.list_query import Query
from ...domain.sign_ups.user import EXTERNAL_ID, USERNAME, Compared, KnownCustomer, Mismatch, User, compare
from ...store.mirror.mirror import Mirror
from .user_file import BadUserFile
from .user_file import pages as pages_of_file

CHUNK = 1_000


class Source(Protocol):
    """A directory. Blocking; used on a thread."""

    def pages(self) -> Iterator[list[User]]: ...

    def write_back(self, username: str, customer: str) -> str | None:
        """None if it was written, else why not."""
        ...


def has_cognito() -> bool:
    """Whether the extra `cognito` is installed."""
    return importlib.util.find_spec("boto3") is not None


class SignUps:
    """`open_pool` makes the source for a user pool."""

    def __init__(
        self, mirror: Mirror, directory: Callable[[], Directory], open_pool: Callable[[Directory], Source]
    ) -> None:
        self._mirror, self.directory, self._open_pool = mirror, directory, open_pool

    @property
    def is_offered(self) -> bool:
        """Whether there is something to show: a file, or a pool and the extra for it."""
        directory = self.directory()
        return bool(directory.file) or (bool(directory.pool) and has_cognito())

    async def compare(self, directory: Directory, progress: Callable[[int], None]) -> Compared:
        """Read all users; `progress` gets how many so far. Raises Refused with the reason as its code, and Offline."""
        users = await self._users(directory, progress)
        return compare(users, await self._customers())

    async def _users(self, directory: Directory, progress: Callable[[int], None]) -> list[User]:
        loop = asyncio.get_running_loop()
        found: list[User] = []
        try:
            if directory.file:
                source: Iterator[list[User]] = pages_of_file(Path(directory.file))
            else:
                source = (await loop.run_in_executor(None, self._open_pool, directory)).pages()
            while (page := await loop.run_in_executor(None, next, source, None)) is not None:
                found += page
                progress(len(found))
        except BadUserFile as error:
            raise Refused(code=f"user_file_{error.code}", param="file") from error
        except ImportError as error:
            raise Refused(code="no_cognito", param="pool") from error
        except Exception as error:
            code = str(getattr(error, "code", "") or type(error).__name__)
            if code in _UNREACHED:
                raise Offline(code=code) from error
            raise Refused(code="pool_refused", param="pool", message=code) from error
        return found

    async def _customers(self) -> list[KnownCustomer]:
        numbers = await self._mirror.numbers(Query("customer"))
        found: list[KnownCustomer] = []
        for at in range(0, len(numbers), CHUNK):
            found += map(_known, await self._mirror.bodies("customer", numbers[at : at + CHUNK]))
        return found

    async def write_back(
        self, directory: Directory, compared: Compared, progress: Callable[[int], None]
    ) -> Counter[str]:
        """Write the customers' ids to users who have none; returns how many by reason, "" for those written."""
        loop = asyncio.get_running_loop()
        source = await loop.run_in_executor(None, self._open_pool, directory)
        done: Counter[str] = Counter()
        for each in compared.mismatched:
            if each.kind is Mismatch.NOT_WRITTEN_BACK and each.customer is not None:
                user, customer = each.user.username, each.customer.id
                why = await loop.run_in_executor(None, source.write_back, user, customer)
                done[str(why or "")] += 1
                progress(sum(done.values()))
        return done


_UNREACHED = ("EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ConnectionClosedError")


def _known(row: Json) -> KnownCustomer:
    metadata = row.get("metadata") or {}
    return KnownCustomer(
        str(row.get("id") or ""),
        str(row.get("name") or ""),
        str(row.get("email") or ""),
        str(metadata.get(USERNAME) or ""),
        str(metadata.get(EXTERNAL_ID) or ""),
        bool(row.get("deleted")),
    )
