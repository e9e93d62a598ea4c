"""Signing secrets of webhooks, in the operating system's keyring and nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from ...domain.errors import KeyringTrouble
from ...domain.events.endpoint import secret_of
from ...domain.json_object import Json

log = logging.getLogger(__name__)

RECEIVER = "receiver"
"""The name of the secret that `stripe listen` prints, which belongs to no endpoint."""


class SecretStore(Protocol):
    """Storage of one account and mode. Both raise KeyringTrouble."""

    async def all(self) -> Mapping[str, str]:
        """Secrets by the id of their endpoint, or RECEIVER."""
        ...

    async def put(self, id_: str, secret: str | None) -> None:
        """None removes it."""
        ...


class SessionSecrets:
    """For a desk that stores nothing on disk: in memory, until it is closed."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    async def all(self) -> Mapping[str, str]:
        return dict(self._held)

    async def put(self, id_: str, secret: str | None) -> None:
        if secret is None:
            self._held.pop(id_, None)
        else:
            self._held[id_] = secret


class AnnouncedSecrets:
    """A store that says `changed` with all secrets after each change."""

    def __init__(self, store: SecretStore, changed: Callable[[Mapping[str, str]], None]) -> None:
        self._store, self._changed = store, changed

    async def all(self) -> Mapping[str, str]:
        return await self._store.all()

    async def put(self, id_: str, secret: str | None) -> None:
        await self._store.put(id_, secret)
        self._changed(await self._store.all())

    async def announce(self) -> None:
        self._changed(await self._store.all())


@dataclass(frozen=True)
class NewSecret:
    """`kept`: it is in the keyring; otherwise it must be saved by the operator now."""

    id: str
    secret: str
    kept: bool


class NewSecrets:
    """Takes the signing secret out of an answer as soon as it arrives, so that it is in the keyring even if the window
    is closed meanwhile; Stripe shows it once."""

    def __init__(self, store: SecretStore) -> None:
        self._store = store
        self._last: NewSecret | None = None

    async def keep(self, answer: Json) -> None:
        if not (secret := secret_of(answer)):
            return
        try:
            await self._store.put(str(answer["id"]), secret)
        except KeyringTrouble:
            log.info("a signing secret could not be stored in the keyring")
            self._last = NewSecret(str(answer["id"]), secret, kept=False)
        else:
            self._last = NewSecret(str(answer["id"]), secret, kept=True)

    def take(self) -> NewSecret | None:
        """The last one, once."""
        last, self._last = self._last, None
        return last
