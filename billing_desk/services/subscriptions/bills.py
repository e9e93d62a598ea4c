"""The bills of a new subscription, from Stripe's own invoice previews (C3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.billing_cycle import Cycle
from ...domain.catalog.plan import Price
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.bill import Bill, bill_of
from ...domain.writes.new_subscription import FeeWay, Start, Wish
from ...gateway.nested import whole
from ...gateway.requests import subscriptions
from ...gateway.stripe_gateway import StripeGateway
from .given_discounts import Given

if TYPE_CHECKING:
    from stripe.params import InvoiceCreatePreviewParams

SHOWN = 4
_YEAR = 365 * 86_400


@dataclass(frozen=True)
class Bills:
    """The first bills, and what the first year's bills add up to before the customer's balance. `is_whole`: False if a
    later bill has metered usage, which is not known yet."""

    first: tuple[Bill, ...]
    year: Money
    is_whole: bool


class BillPreviews:
    def __init__(self, gateway: StripeGateway) -> None:
        self._gateway = gateway

    async def of(self, wish: Wish, prices: list[Price], given: Given | None, now: int) -> Bills:
        """Raises DeskError. The dates of later bills are those of the billing cycle."""
        asked = _Asked(wish, given)
        preview = await self._ask(asked.first(now))
        first = bill_of(preview, now)
        used = any(int(d.get("amount") or 0) for d in preview.get("total_discount_amounts") or ())
        bills: list[Bill] = [first]
        known: dict[tuple[Any, ...], Bill] = {}
        year = first.total.amount
        for number, (at, due) in enumerate(_dates(wish, prices, now)):
            if at >= now + _YEAR and len(bills) >= SHOWN:
                break
            applies = given is not None and given.coupon.applies_at(at, now, used=used)
            special = number == 0 and wish.fee.way is FeeWay.NEXT and wish.free_until(now) is not None
            key = (due, applies, special)
            if len(bills) < SHOWN or key not in known:
                answer = await self._ask(asked.later(at, due, discounted=applies, with_fee=special))
                known[key] = bill_of(answer, at)
                bills.append(known[key])
            used = used or applies
            year += known[key].total.amount if at < now + _YEAR else 0
        is_whole = not any(price.is_metered for price in prices)
        return Bills(tuple(bills[:SHOWN]), Money(year, first.due.currency), is_whole)

    async def recurring(self, customer: str, items: list[dict[str, Any]], discounts: list[Any], at: int) -> Json:
        """The preview of what these items cost for a whole period that begins at `at`."""
        fields: InvoiceCreatePreviewParams = {
            "customer": customer,
            "preview_mode": "recurring",
            "subscription_details": {"items": cast("Any", items), "start_date": at},
        }
        if discounts:
            fields["discounts"] = discounts
        return await self._ask(fields)

    async def _ask(self, fields: InvoiceCreatePreviewParams) -> Json:
        answer: Json = await self._gateway.read(subscriptions.preview(fields))
        return await whole(self._gateway, answer)


@dataclass(frozen=True)
class _Asked:
    """The parameters of the previews."""

    wish: Wish
    given: Given | None

    def _plain(self, due: Sequence[int], details: dict[str, Any]) -> InvoiceCreatePreviewParams:
        chosen = [self.wish.items[place] for place in due]
        items = [
            {"price": item.price, **({} if item.quantity is None else {"quantity": item.quantity})} for item in chosen
        ]
        found = {"items": items, **details}
        return {
            "customer": self.wish.customer,
            "currency": self.wish.currency,
            "subscription_details": cast("Any", found),
        }

    def first(self, now: int) -> InvoiceCreatePreviewParams:
        wish = self.wish
        details: dict[str, Any] = {}
        until = wish.free_until(now)
        if wish.start in (Start.NOW, Start.FREE_UNTIL) and until is not None:
            details["trial_end"] = until
        elif wish.day is not None and wish.start is not Start.NOW:
            details["billing_cycle_anchor"] = {"type": "timestamp", "timestamp": wish.day.next(now)}
            if wish.start is Start.ANCHOR:
                details["proration_behavior"] = "none"
        fields = self._plain(range(len(wish.items)), details)
        if self.given:
            fields["discounts"] = cast("Any", [self.given.param])
        if wish.fee.way is FeeWay.NEXT and until is None:
            fields["invoice_items"] = self._fee()
        return fields

    def later(self, at: int, due: Sequence[int], *, discounted: bool, with_fee: bool) -> InvoiceCreatePreviewParams:
        fields = self._plain(due, {"start_date": at})
        if discounted and self.given:
            fields["discounts"] = cast("Any", [{"coupon": self.given.coupon.id}])
        if with_fee:
            fields["invoice_items"] = self._fee()
        else:
            fields["preview_mode"] = "recurring"
        return fields

    def _fee(self) -> Any:
        fee = self.wish.fee
        assert fee.amount is not None
        return [{"amount": fee.amount.amount, "currency": fee.amount.currency, "description": fee.description}]


def _dates(wish: Wish, prices: list[Price], now: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """When the second and later bills are, and which items (by place) they bill."""
    day = wish.day if wish.start is not Start.NOW else None
    first = day.next(now) if day is not None else wish.free_until(now) or now
    in_month = day.anchor_day(now) if day and day.is_kept(now) else None
    cycles = [Cycle(first, price.interval, price.interval_count, in_month) for price in prices]
    if first > now:
        yield first, tuple(range(len(prices)))
    at = first
    while True:
        following = [cycle.after(at) for cycle in cycles]
        at = min(following)
        yield at, tuple(place for place, moment in enumerate(following) if moment == at)
