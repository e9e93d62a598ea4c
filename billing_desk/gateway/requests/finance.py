"""Requests for what closing a month reads: credit notes, refunds, the account's balance, payouts, its tax ids."""

from __future__ import annotations

from ...domain.writes.request import Request


def list_credit_notes(since: int) -> Request:
    """Created since a time (Unix seconds)."""
    return Request("get", "/v1/credit_notes", {"created": {"gte": since}})


def list_refunds(since: int, until: int) -> Request:
    """Created from `since` until before `until` (Unix seconds)."""
    return Request("get", "/v1/refunds", {"created": {"gte": since, "lt": until}})


def list_transactions(since: int, until: int) -> Request:
    return Request("get", "/v1/balance_transactions", {"created": {"gte": since, "lt": until}})


def list_payouts(since: int, until: int) -> Request:
    return Request("get", "/v1/payouts", {"created": {"gte": since, "lt": until}})


def list_own_tax_ids() -> Request:
    """The account's own tax ids, such as the registration number of Japan's qualified invoices."""
    return Request("get", "/v1/tax_ids")
