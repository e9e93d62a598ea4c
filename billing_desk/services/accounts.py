"""Identifies the account and mode of a key before it is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ..domain.access.account_id import is_account_id, local_id
from ..domain.access.api_key import shape_of
from ..domain.errors import KeyRejected, NotAllowed, NotFound, Unexpected
from ..domain.writes.operation import Mode
from ..gateway.client import Connection
from ..gateway.pace import SANDBOX, Pace
from ..gateway.request_log import RequestLog
from ..gateway.requests import account
from ..gateway.route import Route
from ..gateway.stripe_gateway import StripeGateway

_ACCOUNT = re.compile(r"'(acct_[A-Za-z0-9]+)'")


@dataclass(frozen=True)
class Identity:
    """The account of a key. `name` is empty if the key may not read the account."""

    account_id: str
    name: str
    livemode: bool
    restricted: bool


@dataclass(frozen=True)
class KeyInfo:
    """The displayable part of a stored key. `address` is the local server's address; None: Stripe."""

    shown: str
    restricted: bool
    address: str | None


@dataclass(frozen=True)
class AccountInfo:
    id: str
    name: str
    keys: Mapping[Mode, KeyInfo]


class Accounts(Protocol):
    """The user's accounts. All methods raise DeskError, including KeyringTrouble."""

    def all(self) -> list[AccountInfo]: ...

    async def add(
        self, key: str, mode: Mode, address: str | None, name: str, *, replacing: bool = False
    ) -> AccountInfo: ...

    async def put_key(
        self, account_id: str, key: str, mode: Mode, address: str | None, *, replacing: bool = False
    ) -> AccountInfo: ...

    def files_of(self, account_id: str) -> list[Path]: ...

    async def delete_key(self, account_id: str, mode: Mode) -> None: ...

    def rename(self, account_id: str, name: str) -> None: ...

    async def remove(self, account_id: str) -> None: ...

    async def wipe(self, account_id: str) -> None: ...

    def use_for_this_start_only(self) -> None: ...

    @property
    def durable(self) -> bool | None: ...


def refuse_unfit(key: str, mode: Mode) -> None:
    """Raises KeyRejected with code `publishable`, `webhook`, `not_a_key`, `live_key` or `test_key`."""
    shape = shape_of(key)
    if not shape.usable:
        raise KeyRejected(code={"publishable": "publishable", "webhook": "webhook"}.get(shape.kind, "not_a_key"))
    if shape.live != (mode is Mode.LIVE):
        raise KeyRejected(code="live_key" if shape.live else "test_key")


async def identify(key: str, mode: Mode, route: Route, log: RequestLog) -> Identity:
    """Ask Stripe. Raises DeskError; KeyRejected `wrong_mode` if Stripe's mode differs from the key's prefix."""
    refuse_unfit(key, mode)
    connection = Connection(key, route, live=mode is Mode.LIVE)
    try:
        gateway = StripeGateway(connection, Pace(SANDBOX), log)
        account_id, name = await _account(gateway, route)
        livemode = await _livemode(gateway, mode)
    finally:
        await connection.close()
    if livemode != (mode is Mode.LIVE):
        raise KeyRejected(code="wrong_mode")
    return Identity(account_id, name, livemode, shape_of(key).kind == "restricted")


async def _account(gateway: StripeGateway, route: Route) -> tuple[str, str]:
    """Id and name. A local server always gets an id of its own, whatever account id it reports."""
    claimed, name = await _claimed(gateway, route)
    if route.address is not None and route.transport is None:
        return local_id(route.address, claimed), name
    if not is_account_id(claimed):
        raise KeyRejected(claimed, code="strange_account")
    return claimed, name


async def _claimed(gateway: StripeGateway, route: Route) -> tuple[str, str]:
    try:
        found: dict[str, Any] = await gateway.read(account.retrieve())
    except NotAllowed as error:
        # A restricted key can lack this permission; Stripe's error message still names the account.
        named = _ACCOUNT.search(error.message)
        if named is None:
            raise
        return named.group(1), ""
    except (NotFound, Unexpected) as error:
        unknown = isinstance(error, NotFound) or error.status == 404
        if route.address is None or not unknown:
            raise
        return "", ""  # a local server without accounts: its address identifies it
    name = _text_at(found, "settings", "dashboard", "display_name") or _text_at(found, "business_profile", "name")
    return str(found.get("id") or ""), name


def _text_at(found: Any, *path: str) -> str:
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""


async def _livemode(gateway: StripeGateway, mode: Mode) -> bool:
    try:
        return bool((await gateway.read(account.balance())).get("livemode"))
    except NotAllowed:
        return mode is Mode.LIVE  # unknown: assume the mode of the key's prefix
