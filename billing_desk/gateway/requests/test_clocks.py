"""Requests for test clocks. The list of all customers leaves out customers on a test clock."""

from __future__ import annotations

from ...domain.writes.request import Request


def list_all() -> Request:
    return Request("get", "/v1/test_helpers/test_clocks")
