"""What a desk needs to be opened, from the settings and the keyring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .account_book import AccountBook
from .desk import DeskPlan
from .domain.access.account_id import is_local
from .domain.errors import WrongAddress
from .domain.writes.operation import Mode
from .gateway.route import Route
from .settings import SettingsFile


class DeskPlans:
    """`folder` contains the accounts' files."""

    def __init__(self, settings: SettingsFile, accounts: AccountBook, folder: Path) -> None:
        self._settings, self._accounts, self._folder = settings, accounts, folder

    async def plan(self, account_id: str, mode: Mode, *, remember: bool = True) -> DeskPlan:
        """The plan for this account and mode; `remember`: they are saved as the current ones. Raises KeyringTrouble,
        and WrongAddress if a Stripe account has a local address or a local account has none."""
        account = self._settings.value.account(account_id)
        note = account.keys.get(str(mode)) if account else None
        address = note.address if note else None
        if is_local(account_id) != (address is not None) and mode is Mode.TEST:
            raise WrongAddress(address or "", code="local_only" if address is None else "stripes_account")
        key = await self._accounts.key(account_id, mode)
        database_keys = await self._accounts.database_keys(account_id, mode)
        if remember and self._settings.value.current != (account_id, str(mode)):
            self._settings.save(replace(self._settings.value, current=(account_id, str(mode))))
        durable = self._accounts.durable
        return DeskPlan(
            account_id,
            account.name if account else account_id,
            mode,
            key,
            Route(address=address, network=self._settings.value.network),
            self._folder if durable else None,
            database_keys.current,
            own_pages=lambda: address or "",
            older_key=database_keys.older,
            anchors=self._accounts.anchors(account_id, mode) if durable else None,
            secrets=self._accounts.webhook_secrets(account_id, mode),
        )
