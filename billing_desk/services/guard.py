"""Whether this desk may write now, and this write at all (F1)."""

from __future__ import annotations

from collections.abc import Callable

from ..domain.errors import NotAllowed
from ..domain.operation import Mode, Operation, Place

ARMED_SECONDS = 15 * 60


class Guard:
    """Live starts view-only; arming takes the account's name and ends by itself. `clock` is monotonic seconds."""

    def __init__(self, place: Place, account_name: str, clock: Callable[[], float]) -> None:
        self.place = place
        self._name = account_name
        self._clock = clock
        self._armed_until = 0.0
        self.lacking: set[str] = set()
        """Permissions that Stripe has refused this key; what needs one is greyed."""

    @property
    def view_only(self) -> bool:
        return self.place.mode is Mode.LIVE and self.remaining <= 0

    @property
    def remaining(self) -> int:
        """Seconds a live desk stays armed."""
        return max(0, round(self._armed_until - self._clock()))

    def arm(self, typed: str) -> bool:
        """Whether the name was right; only then is the desk armed."""
        if " ".join(typed.split()) != " ".join(self._name.split()):
            return False
        self._armed_until = self._clock() + ARMED_SECONDS
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
