"""The texts of a search result: name, what tells it apart, and amount, state and date."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...domain.money import Money
from ...domain.search_hit import Hit
from . import words
from .text import Wording, joined, translate


@dataclass(frozen=True)
class HitText:
    """`first` and `second` are lines; `amount` and `rest` stand at the right."""

    first: str
    second: str = ""
    amount: str = ""
    rest: str = ""

    @property
    def whole(self) -> str:
        """For screen readers."""
        return joined((self.first, self.second, self.amount, self.rest), ", ")


def hit_text(hit: Hit, wording: Wording) -> HitText:
    row = hit.row
    if not row:
        return HitText(hit.title, hit.id)
    owner = str(row.get("customer_name") or "")
    match hit.kind:
        case "customer":
            name = str(row.get("name") or row.get("email") or hit.id)
            state = translate("Hits", "Deleted") if row.get("deleted") else ""
            owed = _money(row.get("overdue"), row, wording)
            overdue = translate("Hits", "overdue") if owed else ""
            return HitText(name, str(row.get("email") or hit.id), owed, joined((overdue, state)))
        case "card":
            name = words.card(str(row.get("brand") or ""), str(row.get("last4") or ""))
            holder = joined((owner or translate("Hits", "Not attached"), str(row.get("hint") or "")), " · ")
            return HitText(name, holder, "", words.expiry(row.get("expiry")))
        case "subscription":
            name = str(row.get("price_name") or row.get("price") or hit.id)
            state = words.subscription_status(str(row.get("standing") or ""))[0]
            return HitText(
                name,
                owner or hit.id,
                _money(row.get("amount"), row, wording),
                joined((state, wording.day(row.get("next_bill"))), " · "),
            )
        case "invoice":
            state = words.invoice_status(str(row.get("standing") or ""))[0]
            name = str(row.get("number") or translate("Hits", "Draft"))
            amount = _money(row.get("total"), row, wording)
            return HitText(name, owner or hit.id, amount, joined((state, wording.day(row.get("created"))), " · "))
        case "price":
            price = (
                "" if row.get("amount") is None else wording.unit_price(Decimal(str(row["amount"])), row["currency"])
            )
            every = words.interval(str(row.get("interval") or ""), int(row.get("interval_count") or 1))
            return HitText(str(row.get("nickname") or hit.id), str(row.get("product_name") or hit.id), price, every)
        case "meter":
            return HitText(str(row.get("display_name") or hit.id), str(row.get("event_name") or ""))
    return HitText(hit.title, hit.id)


def _money(amount: int | None, row: dict[str, object], wording: Wording) -> str:
    code = row.get("currency")
    return wording.money(Money(int(amount), str(code))) if amount and code else ""
