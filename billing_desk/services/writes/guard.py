"""Decides whether this desk may write, and whether an operation may be sent (F1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...domain.errors import NotAllowed, TooMuch
from ...domain.text.display_text import is_blank, visible
from ...domain.writes.operation import DeskIdentity, Mode, Operation
from ...domain.writes.safety_limits import SafetyLimits, Spent, passed

LONGEST_WORD = 80
"""The longest name, in characters, that the operator has to type."""


class Guard:
    """A live desk starts view-only; arming takes the account's name and expires. `clock` is monotonic seconds."""

    def __init__(
        self, place: DeskIdentity, account_name: str, clock: Callable[[], float], rules: Callable[[], SafetyLimits]
    ) -> None:
        self.identity = place
        self._name = account_name
        self._clock, self.rules = clock, rules
        self._armed_until = 0.0
        self.lacking: set[str] = set()
        """Permissions that Stripe has refused to this key; the UI disables actions that need one."""

    @property
    def view_only(self) -> bool:
        return self.identity.mode is Mode.LIVE and self.remaining <= 0

    @property
    def remaining(self) -> int:
        """Seconds until a live desk becomes view-only; 0 if it is view-only."""
        return max(0, round(self._armed_until - self._clock()))

    @property
    def armed_for(self) -> int:
        return self.rules().armed_for

    @property
    def word_to_arm(self) -> str:
        """The account's name, or its id if the name is blank, too long or has invisible characters."""
        unclear = is_blank(self._name) or visible(self._name) != self._name or len(self._name) > LONGEST_WORD
        return self.identity.account if unclear else self._name

    def arm(self, typed: str) -> bool:
        """Arms the desk if `word_to_arm` was typed; returns whether it was."""
        if " ".join(typed.split()) != " ".join(self.word_to_arm.split()):
            return False
        self._armed_until = self._clock() + self.armed_for
        return True

    def disarm(self) -> None:
        self._armed_until = 0.0

    def check_allowed(self) -> None:
        """Raises NotAllowed `view_only` while this desk may not write."""
        if self.view_only:
            raise NotAllowed(code="view_only")

    def check(self, operation: Operation) -> None:
        """Raises NotAllowed with code `other_desk` or `view_only`."""
        if operation.identity.key_fingerprint != self.identity.key_fingerprint:
            raise NotAllowed(code="other_desk")
        self.check_resumed(operation)

    def check_resumed(self, operation: Operation) -> None:
        """As `check`, for an operation sent before: the key may have changed (E9), account and mode may not."""
        if (operation.identity.account, operation.identity.mode) != (self.identity.account, self.identity.mode):
            raise NotAllowed(code="other_desk")
        if self.view_only:
            raise NotAllowed(code="view_only")

    def admit(self, operation: Operation, written: Sequence[Spent]) -> None:
        """Raises TooMuch if it would exceed a ceiling; `written` are the last hour's writes in the journal."""
        over = passed(operation.id, operation.money, written, self.rules().ceilings)
        if over is not None:
            raise TooMuch(code=over.code, limit=over.limit, count=over.count)
