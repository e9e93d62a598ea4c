"""The columns of the cards' table."""

from __future__ import annotations

from ..tables.column import Column, Row, day, identity, plain, status
from ..text import Wording, translate
from ..words import brand, expiry, funding


def _default(row: Row, _: Wording) -> str:
    return translate("Cards", "Yes") if row.get("is_default") else ""


COLUMNS = [
    plain("customer_name", lambda: translate("Cards", "Owner"), 170),
    Column("brand", lambda: translate("Cards", "Brand"), lambda row, _: brand(str(row.get("brand") or "")), 120),
    plain("last4", lambda: translate("Cards", "Last 4"), 70),
    Column("expiry", lambda: translate("Cards", "Expires"), lambda row, _: expiry(row.get("expiry")), 85),
    status("funding", funding, lambda: translate("Cards", "Funding"), 100),
    Column("is_default", lambda: translate("Cards", "Default"), _default, 95),
    plain("country", lambda: translate("Cards", "Country"), 75),
    plain("holder", lambda: translate("Cards", "Name on card"), 150, shown=False),
    plain("fingerprint", lambda: translate("Cards", "Fingerprint"), 150, shown=False),
    day("created", lambda: translate("Cards", "Added")),
    identity(),
]
