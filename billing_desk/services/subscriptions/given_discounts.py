"""Finds the coupon or promotion code that was typed, and checks whether it can be redeemed (C12)."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.catalog.coupon import Coupon, PromotionCode, code_of, coupon_of
from ...domain.errors import NotFound, Refused
from ...gateway.pages import pages
from ...gateway.requests import discounts
from ...gateway.stripe_gateway import StripeGateway


@dataclass(frozen=True)
class Given:
    """`code` is None if the coupon itself was named."""

    coupon: Coupon
    code: PromotionCode | None = None

    @property
    def param(self) -> dict[str, str]:
        """An entry of Stripe's `discounts`."""
        return {"promotion_code": self.code.id} if self.code else {"coupon": self.coupon.id}


class GivenDiscounts:
    def __init__(self, gateway: StripeGateway) -> None:
        self._gateway = gateway

    async def find(self, typed: str, customer: str, currency: str) -> Given | None:
        """By the text of a promotion code, else by a coupon's id; None for no text. Raises DeskError, including Refused
        with `param` discount if there is none, or it cannot be redeemed."""
        if not typed:
            return None
        now = int(self._gateway.now())
        given = await self._by_code(typed) or await self._by_coupon(typed)
        why = given.code.refusal(customer, now) if given.code else ""
        why = why or given.coupon.refusal(currency, now)
        if why:
            raise Refused(code=f"discount_{why}", param="discount")
        return given

    async def _by_code(self, typed: str) -> Given | None:
        found: PromotionCode | None = None
        async for rows in pages(self._gateway, discounts.list_codes(code=typed), background=False):
            codes = [code_of(row) for row in rows]
            found = next((code for code in codes if code.active), codes[0] if codes else None) or found
        if found is None:
            return None
        return Given(coupon_of(await self._gateway.read(discounts.read_coupon(found.coupon))), found)

    async def _by_coupon(self, typed: str) -> Given:
        try:
            request = discounts.read_coupon(typed)
            return Given(coupon_of(await self._gateway.read(request)))
        except (NotFound, ValueError):
            raise Refused(code="discount_unknown", param="discount") from None
        except Refused:
            raise Refused(code="discount_unknown", param="discount") from None
