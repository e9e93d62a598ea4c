"""Requests for test clocks, which hold customers that no list shows."""

from __future__ import annotations

from ...domain.writes.request import Request


def list_all() -> Request:
    return Request("get", "/v1/test_helpers/test_clocks")
