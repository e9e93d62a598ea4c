"""Idempotency keys as at Stripe: the first answer of a key is replayed for 24 hours."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from ..errors import ApiError

KEPT_SECONDS = 24 * 3_600


@dataclass
class _Kept:
    fingerprint: str
    at: int
    status: int | None = None
    body: bytes = b""


class Idempotency:
    """Answers by (account and mode, idempotency key). A key without a stored answer belongs to a running request."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], _Kept] = OrderedDict()

    def begin(self, owner: str, key: str, fingerprint: str, now: int) -> tuple[int, bytes] | None:
        """The stored answer to replay; None: run the request. Raises ApiError for other parameters or a key in use."""
        self._forget_old(now)
        kept = self._kept.get((owner, key))
        if kept is None:
            self._kept[(owner, key)] = _Kept(fingerprint, now)
            return None
        if kept.fingerprint != fingerprint:
            raise ApiError(
                400,
                "Keys for idempotent requests can only be used with the same parameters they were first used "
                f"with. Try using a key other than '{key}' if you meant to execute a different request.",
                type_="idempotency_error",
            )
        if kept.status is None:
            raise ApiError(
                409,
                f"There is currently another in-progress request using this Stripe Idempotent Key '{key}'.",
                type_="idempotency_error",
                code="idempotency_key_in_use",
            )
        return kept.status, kept.body

    def finish(self, owner: str, key: str, status: int, body: bytes) -> None:
        kept = self._kept[(owner, key)]
        kept.status, kept.body = status, body

    def abandon(self, owner: str, key: str | None) -> None:
        """Release the key of a request whose answer was not stored."""
        kept = self._kept.get((owner, key or ""))
        if kept is not None and kept.status is None:
            del self._kept[(owner, key or "")]

    def _forget_old(self, now: int) -> None:
        """Drop expired answers, oldest first; stops at a running request."""
        while self._kept:
            oldest = next(iter(self._kept.values()))
            if oldest.status is None or now - oldest.at < KEPT_SECONDS:
                return
            self._kept.popitem(last=False)
