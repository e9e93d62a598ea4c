"""Fill an account's folder as a first visit would, so that a start with a warm mirror can be measured."""

from __future__ import annotations

import asyncio
from pathlib import Path

from billing_desk.desk import Desk, DeskPlan
from billing_desk.domain.access.api_key import key_fingerprint, redacted
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.route import Route
from billing_desk.services.sync.status import Phase
from billing_desk.settings import Account, KeyNote, Settings, SettingsFile
from billing_desk.vault import new_database_key

from ..support import RecordedCallbacks, until

ACCOUNT = "acct_local00000000000001"


def warm(folder: Path, address: str, key: str) -> tuple[str, str]:
    """The account's id and its database key."""
    database_key = new_database_key()

    async def fill() -> None:
        heard = RecordedCallbacks()
        plan = DeskPlan(ACCOUNT, "Practice", Mode.TEST, key, Route(address=address), folder / "accounts", database_key)
        desk = Desk(plan, heard.callbacks())
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT, 60)
        await desk.close()

    asyncio.run(fill())
    note = KeyNote(key_fingerprint(key), redacted(key), False, address)
    account = Account(ACCOUNT, "Practice", {"test": note})
    SettingsFile(folder / "settings.json").save(Settings(accounts=(account,), current=(ACCOUNT, "test")))
    return ACCOUNT, database_key
