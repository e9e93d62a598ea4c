"""The signature of events that are sent to other programs."""

from __future__ import annotations

import hashlib
import hmac


def signature(secret: str, payload: bytes, moment: int) -> str:
    """The `Stripe-Signature` header: timestamp and HMAC-SHA256 of timestamp and body (Stripe's page on signatures)."""
    mac = hmac.new(secret.encode(), f"{moment}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={moment},v1={mac}"
