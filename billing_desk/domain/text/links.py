"""Which URLs from outside may be opened or given to a customer (G3)."""

from __future__ import annotations

import re

# Only URLs that every parser reads alike: no user name, no backslash, no escapes in the host, ASCII only.
_HTTPS = re.compile(r"https://((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?::443)?(?:[/?#][!-\[\]-~]*)?")
_REST = re.compile(r"(?:[/?#][!-\[\]-~]*)?")
_STRIPE = ("stripe.com", "stripe.dev")
LONGEST = 4_096


def is_stripes(url: str, own: str = "") -> bool:
    """Whether the browser may open the URL: https on one of Stripe's hosts, or a page under `own`, the base address of
    this desk's local server ("" for none)."""
    match = _HTTPS.fullmatch(url) if len(url) <= LONGEST else None
    if match is not None and any(match[1] == host or match[1].endswith(f".{host}") for host in _STRIPE):
        return True
    return is_own(url, own)


def is_own(url: str, own: str) -> bool:
    return bool(own) and len(url) <= LONGEST and url.startswith(own) and _REST.fullmatch(url[len(own) :]) is not None


def may_be_handed_out(url: str, own: str = "") -> bool:
    """Whether the URL may be given to a customer: also https on other hosts, because an account can have a custom
    domain for Stripe's pages."""
    return is_own(url, own) or (len(url) <= LONGEST and _HTTPS.fullmatch(url) is not None)
