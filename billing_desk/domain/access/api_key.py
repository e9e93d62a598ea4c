"""What the text of an API key shows before it is sent: its kind and its mode."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["secret", "restricted", "publishable", "webhook", "unknown"]
_KINDS: dict[str, Kind] = {"sk": "secret", "rk": "restricted", "pk": "publishable"}
_SHAPE = re.compile(r"(sk|rk|pk)_(test|live)_([A-Za-z0-9]{8,})")


@dataclass(frozen=True)
class KeyShape:
    """`live` is None if the text does not show the mode."""

    kind: Kind
    live: bool | None

    @property
    def usable(self) -> bool:
        return self.kind in ("secret", "restricted")


def shape_of(key: str) -> KeyShape:
    if key.startswith("whsec_"):
        return KeyShape("webhook", None)
    match = _SHAPE.fullmatch(key)
    if match is None:
        return KeyShape("unknown", None)
    return KeyShape(_KINDS[match[1]], match[2] == "live")


SECRETS = re.compile(
    r"\b(?:sk|rk|pk)_(?:org_)?(?:test|live)_[A-Za-z0-9]{4,}"  # API keys, including an organization's
    r"|\bwhsec_[A-Za-z0-9+/=]{4,}"  # webhook signing secrets
    r"|\b(?:pi|seti|src|cs|cus_sess|cuss|vs|ek|ephkey)_[A-Za-z0-9_]{4,}_secret_[A-Za-z0-9]{4,}"  # client secrets
    r"|\b(?:ek|ephkey|uk|ss)_(?:test|live)_[A-Za-z0-9]{4,}"  # ephemeral keys and sessions
    r"|\b[0-9a-f]{64}\b"  # database keys
)
"""Secrets that give access to an account, a payment or a local file, anywhere in a text."""


def holds_secret(text: str) -> bool:
    return SECRETS.search(text) is not None


def key_fingerprint(key: str) -> str:
    """A short one-way hash that distinguishes keys."""
    return hashlib.sha256(b"billing-desk key\n" + key.encode()).hexdigest()[:16]


def redacted(key: str) -> str:
    """The displayable form of a key: its kind and its last four characters."""
    match = _SHAPE.fullmatch(key)
    return f"{match[1]}_{match[2]}_…{key[-4:]}" if match and len(match[3]) >= 12 else "…"
