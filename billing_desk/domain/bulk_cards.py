"""What an edit of many cards does to each, by what the local copy says of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .bulk import Edit, EditKind, Planned

CONTACTED = "bd_contacted"
"""The metadata key of a card whose owner was contacted about it; its value is the day, as YYYY-MM-DD."""


def planned_card(card: Mapping[str, Any], owner: Mapping[str, Any], edit: Edit, today: date) -> Planned:
    """`card` and `owner` by the columns of the local copy."""
    title = f"{card.get('brand') or ''} *{card.get('last4') or ''}  {card.get('customer_name') or ''}".strip()
    before, after = {
        EditKind.SEND_LINK: ("", str(owner.get("email") or "")),
        EditKind.MAKE_DEFAULT: (
            str(owner.get("card") or "").replace(" ·", " *"),
            f"{card.get('brand')} *{card.get('last4')}",
        ),
    }.get(edit.kind, (str(card.get("contacted") or ""), edit.value))
    return Planned(str(card["id"]), title, _skip(card, edit, today), before, after, str(card.get("customer") or ""))


def _skip(card: Mapping[str, Any], edit: Edit, today: date) -> str:
    if not card.get("customer") or card.get("state") != "attached":
        return "unattached"
    if edit.kind in (EditKind.CONTACTED, EditKind.NOT_CONTACTED):
        return "same" if (card.get("contacted") or "") == edit.value else ""
    if edit.kind is EditKind.SEND_LINK:
        return ""
    if card.get("is_default"):
        return "same"
    if card.get("review"):
        return "funding"
    expiry = int(card.get("expiry") or 0)
    return "expired" if expiry and expiry < today.year * 100 + today.month else ""
