"""What a desk is made of, from the settings and the keyring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .account_book import AccountBook
from .desk import DeskPlan
from .domain.account_id import is_local
from .domain.errors import WrongAddress
from .domain.operation import Mode
from .gateway.route import Route
from .settings import SettingsFile


class DeskPlans:
    """`folder` holds the accounts' files."""

    def __init__(self, settings: SettingsFile, accounts: AccountBook, folder: Path) -> None:
        self._settings, self._accounts, self._folder = settings, accounts, folder

    async def plan(self, account_id: str, mode: Mode) -> DeskPlan:
        """For this account and mode, which are remembered as the current ones. Raises KeyringTrouble, and WrongAddress
        for an account of Stripe's at a local address or the reverse."""
        account = self._settings.value.account(account_id)
        note = account.keys.get(str(mode)) if account else None
        address = note.address if note else None
        if is_local(account_id) != (address is not None) and mode is Mode.TEST:
            raise WrongAddress(address or "", code="local_only" if address is None else "stripes_account")
        key = await self._accounts.key(account_id, mode)
        database_keys = await self._accounts.database_keys(account_id, mode)
        if self._settings.value.current != (account_id, str(mode)):
            self._settings.save(replace(self._settings.value, current=(account_id, str(mode))))
        lasting = self._accounts.lasting
        return DeskPlan(
            account_id,
            account.name if account else account_id,
            mode,
            key,
            Route(address=address, network=self._settings.value.network),
            self._folder if lasting else None,
            database_keys.current,
            own_pages=lambda: address or "",
            older_key=database_keys.older,
            anchors=self._accounts.anchors(account_id, mode) if lasting else None,
        )
