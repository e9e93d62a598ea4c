"""`--verify-audit`: check the audit log of every account on this computer, and say where one was tampered with."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from platformdirs import user_data_path

from .domain.errors import Unopenable
from .store.audit import Audit, Broken
from .store.database import Damaged, Database
from .store.lasting import LASTING
from .vault import Vault, VaultTrouble, open_vault

_FILE = re.compile(r"journal-(acct_\w+)-(test|live)(\.damaged-\d+)?\.db")


def run(folder: Path | None, make_vault: Callable[[], Awaitable[Vault]] = open_vault) -> int:
    """0 when every log is whole, 1 when one is not, 2 when one could not be looked at."""
    place = (folder or Path(user_data_path("billing-desk", appauthor=False))) / "accounts"
    found = [(path, match) for path in sorted(place.glob("journal-*.db")) if (match := _FILE.fullmatch(path.name))]
    if not found:
        print("There is no audit log on this computer.")
        return 0
    worst = 0
    for path, match in found:
        set_aside = (1, f"the file was damaged and set aside as {path.name}")
        code, said = set_aside if match[3] else asyncio.run(_one(path, match[1], make_vault))
        print(f"{_WORDS[code]}  {match[1]} {match[2]}: {said}")
        worst = max(worst, code)
    return worst


_WORDS = ("whole ", "BROKEN", "UNREAD")


async def _one(path: Path, account: str, make_vault: Callable[[], Awaitable[Vault]]) -> tuple[int, str]:
    try:
        key = await (await make_vault()).get(f"database {account}")
    except VaultTrouble as error:
        return 2, f"the keyring did not give the key ({error})"
    if key is None:
        return 2, "the keyring holds no key for it"
    try:
        database = Database(path, key, LASTING, durable=True, check=True)
    except Damaged:
        return 1, "the file is damaged, or it was written with another key"
    except Unopenable as error:
        return 2, f"the file cannot be opened ({error.code})"
    try:
        audit = Audit(database)
        broken = await audit.first_broken()
        return (0, f"{len(await audit.all())} entries") if broken is None else (1, _why(broken))
    except Damaged:
        return 1, "the file is damaged"
    finally:
        database.close()


def _why(broken: Broken) -> str:
    return {
        "changed": f"entry {broken.sequence} was changed",
        "missing": f"entry {broken.sequence} is missing",
        "cut_off": f"entries are missing at the end, from {broken.sequence} on",
        "unrecorded": f"operation {broken.what} ended without an entry",
    }[broken.code]
