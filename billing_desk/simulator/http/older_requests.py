"""Requests without a version: Stripe then uses the account's default one, which can be older than the pinned version.

Parameters that the pinned version renamed are translated, as Stripe does for such an account. Programs that name a
version get exactly what that version accepts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from .answer import Incoming

_ITERATIONS = re.compile(r"(phases\[\d+\])\[iterations\]")
_INTENTS = ("/v1/payment_intents", "/v1/setup_intents")


def translated(incoming: Incoming) -> Incoming:
    """The same request in the parameters of the pinned version."""
    form = incoming.method == "POST" and incoming.path.startswith("/v1/")
    if not form or "stripe-version" in incoming.headers or not incoming.body:
        return incoming
    pairs = parse_qsl(incoming.body.decode(errors="replace"), keep_blank_values=True)
    found = [pair for name, value in pairs for pair in _pairs(incoming.path, name, value)]
    return incoming if found == pairs else replace(incoming, body=urlencode(found).encode())


def _pairs(path: str, name: str, value: str) -> list[tuple[str, str]]:
    if name.startswith("payment_method_types"):
        if path.startswith(_INTENTS):
            return [("allowed_" + name, value)]
        return [] if path.startswith("/v1/checkout/sessions") else [(name, value)]
    if name == "coupon" and path == "/v1/promotion_codes":
        return [("promotion[type]", "coupon"), ("promotion[coupon]", value)]
    if (found := _ITERATIONS.fullmatch(name)) and path.startswith("/v1/subscription_schedules"):
        return [(f"{found[1]}[duration][interval]", "month"), (f"{found[1]}[duration][interval_count]", value)]
    return [(name, value)]
