"""The `Stripe-Signature` header: timestamp and HMAC-SHA256 over the body's bytes as they came (Stripe's page on
signatures)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from enum import StrEnum

TOLERANCE = 300
"""Seconds by which the timestamp may differ from the time of arrival, in both directions."""
_LONGEST_HEADER, _MOST_SIGNATURES = 4_096, 16


class Refusal(StrEnum):
    """Why something that was sent to the receiver is refused."""

    NO_SECRET = "no_secret"
    NO_SIGNATURE = "no_signature"
    WRONG_SECRET = "wrong_secret"
    TOO_OLD = "too_old"
    IN_FUTURE = "in_future"
    NOT_AN_EVENT = "not_an_event"
    OTHER_MODE = "other_mode"
    NOT_LOCAL = "not_local"
    NOT_STORED = "not_stored"


def refusal(payload: bytes, header: str, secrets: Iterable[str], now: float) -> Refusal | None:
    """None if one of the secrets has signed this payload at a time near `now`, the time of arrival (Unix seconds)."""
    keys = list(secrets)
    if not keys:
        return Refusal.NO_SECRET
    stamp, signatures = _parts(header)
    if stamp is None or not signatures:
        return Refusal.NO_SIGNATURE
    signed = str(stamp).encode() + b"." + payload
    expected = [hmac.new(key.encode(), signed, hashlib.sha256).hexdigest().encode() for key in keys]
    if not any(hmac.compare_digest(one, given.encode()) for one in expected for given in signatures):
        return Refusal.WRONG_SECRET
    if now - stamp > TOLERANCE:
        return Refusal.TOO_OLD
    return Refusal.IN_FUTURE if stamp - now > TOLERANCE else None


def _parts(header: str) -> tuple[int | None, list[str]]:
    stamp, signatures = None, []
    for part in header[:_LONGEST_HEADER].split(","):
        name, _, value = part.strip().partition("=")
        if name == "t" and value.isascii() and value.isdigit() and len(value) < 12:
            stamp = int(value)
        elif name == "v1" and value.isascii():
            signatures.append(value)
    return stamp, signatures[:_MOST_SIGNATURES]
