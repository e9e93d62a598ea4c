"""Whether this desk may write now, and this write at all (F1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..domain.ceilings import Spending, Spent
from ..domain.errors import NotAllowed, TooMuch
from ..domain.operation import Mode, Operation, Place
from ..domain.rules import Rules


class Guard:
    """Live starts view-only; arming takes the account's name and ends by itself. `clock` is monotonic seconds."""

    def __init__(self, place: Place, account_name: str, clock: Callable[[], float], rules: Callable[[], Rules]) -> None:
        self.place = place
        self._name = account_name
        self._clock, self.rules = clock, rules
        self._armed_until = 0.0
        self._spending: Spending | None = None
        self.lacking: set[str] = set()
        """Permissions that Stripe has refused this key; what needs one is greyed."""

    @property
    def view_only(self) -> bool:
        return self.place.mode is Mode.LIVE and self.remaining <= 0

    @property
    def remaining(self) -> int:
        """Seconds a live desk stays armed."""
        return max(0, round(self._armed_until - self._clock()))

    @property
    def armed_for(self) -> int:
        return self.rules().armed_for

    def arm(self, typed: str) -> bool:
        """Whether the name was right; only then is the desk armed."""
        if " ".join(typed.split()) != " ".join(self._name.split()):
            return False
        self._armed_until = self._clock() + self.armed_for
        return True

    def disarm(self) -> None:
        self._armed_until = 0.0

    def check(self, operation: Operation) -> None:
        """Raises NotAllowed with code `other_desk` or `view_only`."""
        if operation.place.key_print != self.place.key_print:
            raise NotAllowed(code="other_desk")
        self.check_resumed(operation)

    def check_resumed(self, operation: Operation) -> None:
        """For one that was begun before: the key may have been rotated since (E9), account and mode may not differ."""
        if (operation.place.account, operation.place.mode) != (self.place.account, self.place.mode):
            raise NotAllowed(code="other_desk")
        if self.view_only:
            raise NotAllowed(code="view_only")

    @property
    def knows_spending(self) -> bool:
        return self._spending is not None

    def remember(self, written: Sequence[Spent]) -> None:
        """What was written before this desk was opened; without it nothing is let through."""
        self._spending = Spending(written)

    def spend(self, operation: Operation, now: int) -> None:
        """Count one more write. Raises TooMuch where it would pass a ceiling. `now` in Unix seconds."""
        assert self._spending is not None, "remember first"
        passed = self._spending.passes(operation.id, operation.money, self.rules().ceilings, now)
        if passed is not None:
            raise TooMuch(code=passed.code, limit=passed.limit, count=passed.count)
        self._spending.add(operation.id, operation.money, now)

    def take_back(self, operation: str) -> None:
        if self._spending is not None:
            self._spending.take_back(operation)
