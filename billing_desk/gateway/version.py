"""The pinned version of Stripe's API."""

from __future__ import annotations

API_VERSION = "2026-10-28.endive"
"""Sent with every request (E7) and shown to the operator. A contract test checks that it is the SDK's version."""
