"""Requests that identify the account and the mode of a key."""

from __future__ import annotations

from ...domain.writes.request import Request


def retrieve() -> Request:
    return Request("get", "/v1/account")


def balance() -> Request:
    """Carries `livemode`, which the account does not."""
    return Request("get", "/v1/balance")
