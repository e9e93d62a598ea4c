"""Whether this desk may write now, and this write at all (F1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...domain.errors import NotAllowed, TooMuch
from ...domain.text.display_text import is_blank, visible
from ...domain.writes.operation import DeskIdentity, Mode, Operation
from ...domain.writes.safety_limits import SafetyLimits, Spent, passed

LONGEST_WORD = 80
"""Characters of a name that a person can be asked to type."""


class Guard:
    """Live starts view-only; arming takes the account's name and ends automatically. `clock` is monotonic seconds."""

    def __init__(
        self, place: DeskIdentity, account_name: str, clock: Callable[[], float], rules: Callable[[], SafetyLimits]
    ) -> None:
        self.identity = place
        self._name = account_name
        self._clock, self.rules = clock, rules
        self._armed_until = 0.0
        self.lacking: set[str] = set()
        """Permissions that Stripe has refused this key; what needs one is grayed."""

    @property
    def view_only(self) -> bool:
        return self.identity.mode is Mode.LIVE and self.remaining <= 0

    @property
    def remaining(self) -> int:
        """Seconds a live desk stays armed."""
        return max(0, round(self._armed_until - self._clock()))

    @property
    def armed_for(self) -> int:
        return self.rules().armed_for

    @property
    def word_to_arm(self) -> str:
        """The account's name; its id where the name cannot be seen or typed as it is."""
        unclear = is_blank(self._name) or visible(self._name) != self._name or len(self._name) > LONGEST_WORD
        return self.identity.account if unclear else self._name

    def arm(self, typed: str) -> bool:
        """Whether `word_to_arm` was typed; only then is the desk armed."""
        if " ".join(typed.split()) != " ".join(self.word_to_arm.split()):
            return False
        self._armed_until = self._clock() + self.armed_for
        return True

    def disarm(self) -> None:
        self._armed_until = 0.0

    def check_allowed(self) -> None:
        """Raises NotAllowed while this desk may not write at all."""
        if self.view_only:
            raise NotAllowed(code="view_only")

    def check(self, operation: Operation) -> None:
        """Raises NotAllowed with code `other_desk` or `view_only`."""
        if operation.identity.key_fingerprint != self.identity.key_fingerprint:
            raise NotAllowed(code="other_desk")
        self.check_resumed(operation)

    def check_resumed(self, operation: Operation) -> None:
        """For one that was begun before: the key may have been rotated since (E9), account and mode may not differ."""
        if (operation.identity.account, operation.identity.mode) != (self.identity.account, self.identity.mode):
            raise NotAllowed(code="other_desk")
        if self.view_only:
            raise NotAllowed(code="view_only")

    def admit(self, operation: Operation, written: Sequence[Spent]) -> None:
        """Raises TooMuch where it would pass a ceiling; `written` is what the journal has of the last hour."""
        over = passed(operation.id, operation.money, written, self.rules().ceilings)
        if over is not None:
            raise TooMuch(code=over.code, limit=over.limit, count=over.count)
