"""What an API key says about itself before it is ever sent."""

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
    """`live` is None where the text does not say."""

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
    r"\b(?:sk|rk|pk)_(?:org_)?(?:test|live)_[A-Za-z0-9]{4,}"  # API keys, an organization's too
    r"|\bwhsec_[A-Za-z0-9+/=]{4,}"  # webhook signing secrets
    r"|\b(?:pi|seti|src|cs|cus_sess|cuss|vs|ek|ephkey)_[A-Za-z0-9_]{4,}_secret_[A-Za-z0-9]{4,}"  # client secrets
    r"|\b(?:ek|ephkey|uk|ss)_(?:test|live)_[A-Za-z0-9]{4,}"  # ephemeral keys and sessions
    r"|\b[0-9a-f]{64}\b"  # database keys
)
"""What opens an account, a payment or a local file, wherever it stands in a text."""


def holds_secret(text: str) -> bool:
    return SECRETS.search(text) is not None


def key_fingerprint(key: str) -> str:
    """A short hash that tells keys apart and gives nothing away; not reversible."""
    return hashlib.sha256(b"billing-desk key\n" + key.encode()).hexdigest()[:16]


def redacted(key: str) -> str:
    """What may be shown of a key: its kind and its last four characters."""
    match = _SHAPE.fullmatch(key)
    return f"{match[1]}_{match[2]}_…{key[-4:]}" if match and len(match[3]) >= 12 else "…"
