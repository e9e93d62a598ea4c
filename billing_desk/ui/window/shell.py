"""What the main window needs from the application."""

from __future__ import annotations

from typing import Protocol

from ...services.accounts import Accounts
from ..settings.choices import Choices
from ..widgets.context import Preferences
from ..wording.text import Wording


class Shell(Protocol):
    @property
    def accounts(self) -> Accounts: ...

    @property
    def preferences(self) -> Preferences: ...

    @property
    def wording(self) -> Wording: ...

    @property
    def choices(self) -> Choices: ...

    def choose(self, choices: Choices) -> None: ...

    def open_desk(self, account_id: str, mode: str) -> None: ...

    def open_demo(self) -> None: ...

    @property
    def opens_first_row(self) -> bool:
        """Whether a tab opens its newest object automatically; False after a crash, in case it was the cause."""
        ...

    async def travel(self, seconds: int) -> int: ...

    def accounts_changed(self) -> None: ...

    def shut_down(self) -> None: ...

    def lock(self) -> None: ...

    def unlock(self) -> None: ...

    def unexpected(self, error: BaseException) -> None: ...
