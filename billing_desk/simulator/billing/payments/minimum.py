"""The smallest amounts that can be charged (Stripe docs: minimum charge amounts)."""

from __future__ import annotations

_LEAST = {"usd": 50, "eur": 50, "jpy": 50, "gbp": 30, "aud": 50, "cad": 50, "chf": 50, "inr": 50, "nzd": 50, "sgd": 50}


def minimum(currency: str) -> int:
    """Minor units; 0 if it is not known."""
    return _LEAST.get(currency, 0)
