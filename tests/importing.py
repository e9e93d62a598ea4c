"""`billing-desk usage import` in a process of its own, which can be killed, with a keyring in a file.

`python -m tests.importing FOLDER ARGUMENT…`: the command with the keyring of that folder, and without Stripe's pace.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from billing_desk import desk
from billing_desk.account_book import AccountBook
from billing_desk.commands.headless import _identify, _no_desk
from billing_desk.commands.usage_import import main
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway import stripe_gateway
from billing_desk.gateway.pace import PRACTICE
from billing_desk.settings import SettingsFile
from billing_desk.vault import Vault


class FileVault:
    """Made-up keys of a test, so that another process finds them."""

    durable = True

    def __init__(self, folder: Path) -> None:
        self._path = folder / "keyring.json"

    async def get(self, name: str) -> str | None:
        return self._all().get(name)

    async def put(self, name: str, secret: str) -> None:
        self._path.write_text(json.dumps({**self._all(), name: secret}))

    async def delete(self, name: str) -> None:
        self._path.write_text(json.dumps({key: value for key, value in self._all().items() if key != name}))

    async def prove(self) -> None:
        """It is never locked."""

    def _all(self) -> dict[str, str]:
        return dict(json.loads(self._path.read_text())) if self._path.exists() else {}


async def add_account(folder: Path, vault: Vault, key: str, mode: Mode, address: str | None) -> str:
    """As the window adds one; returns its id."""

    async def opened() -> Vault:
        return vault

    folder.mkdir(mode=0o700, exist_ok=True)
    book = AccountBook(SettingsFile(folder / "settings.json"), opened, _identify, folder / "accounts", _no_desk)
    return (await book.add(key, mode, address, "Acme KK")).id


def run(folder: Path, arguments: list[str]) -> int:
    """In this process."""

    async def opened() -> Vault:
        return FileVault(folder)

    return main([*arguments, "--data", str(folder)], opened)


if __name__ == "__main__":
    desk._LIMITS[Mode.TEST] = PRACTICE
    stripe_gateway.delay = lambda *_: 0.01
    sys.exit(run(Path(sys.argv[1]), sys.argv[2:]))
