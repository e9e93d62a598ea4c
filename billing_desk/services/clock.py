"""The account's time: the computer's own, and in the practice account as much more as it was moved forward."""

from __future__ import annotations

import time


class AccountClock:
    """Unix seconds; `ahead` is by how much the account is ahead of this computer."""

    def __init__(self) -> None:
        self.ahead = 0

    def now(self) -> int:
        return int(time.time()) + self.ahead
