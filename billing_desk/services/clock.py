"""The account's time: the computer's, except that the practice account can be ahead of it."""

from __future__ import annotations

import time


class AccountClock:
    """`now` is in Unix seconds; `ahead` is the number of seconds the account is ahead of this computer."""

    def __init__(self) -> None:
        self.ahead = 0

    def now(self) -> int:
        return int(time.time()) + self.ahead
