"""The permissions that a restricted key needs to write, by Stripe's names."""

from __future__ import annotations

INVOICE_WRITE = "rak_invoice_write"
