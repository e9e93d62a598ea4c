"""Finds the coupon or promotion code that was typed, and checks whether it can be redeemed (C12)."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.catalog.coupon import Coupon, PromotionCode, code_of, coupon_of
from ...domain.errors import NotFound, Refused
from ...domain.json_object import Json, id_of
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


@dataclass(frozen=True)
class Held:
    """A discount that a subscription has: the id of its coupon, and the text of the code or the name of the coupon.
    `is_plain`: giving the coupon again is the same, because it is for good and was not redeemed by a code."""

    coupon: str
    name: str
    is_plain: bool


def held_of(discount: Json) -> Held:
    """From a discount whose coupon and code are expanded, as far as Stripe sent them."""
    source = discount.get("source") or {}
    coupon, code = source.get("coupon") or discount.get("coupon"), discount.get("promotion_code")
    id_ = id_of(coupon) or ""
    name = str(coupon.get("name") or id_) if isinstance(coupon, dict) else id_
    plain = not code and isinstance(coupon, dict) and coupon.get("duration") == "forever"
    return Held(id_, str(code.get("code") or name) if isinstance(code, dict) else name, plain)


class GivenDiscounts:
    def __init__(self, gateway: StripeGateway) -> None:
        self._gateway = gateway

    async def find(self, typed: str, customer: str, currency: str) -> Given | None:
        """By the text of a promotion code, else by a coupon's id; None for no text. Raises DeskError, including Refused
        with `param` discount if there is none, or it cannot be redeemed."""
        if not typed:
            return None
        now = int(self._gateway.now())
        given = await self._by_code(typed, customer, now) or await self._by_coupon(typed)
        why = given.code.refusal(customer, now) if given.code else ""
        why = why or given.coupon.refusal(currency, now)
        if why:
            raise Refused(code=f"discount_{why}", param="discount")
        return given

    async def _by_code(self, typed: str, customer: str, now: int) -> Given | None:
        """One text can be a code of several customers; the one that can be redeemed goes first."""
        found: PromotionCode | None = None
        async for rows in pages(self._gateway, discounts.list_codes(code=typed), background=False):
            for code in map(code_of, rows):
                if found is None or (found.refusal(customer, now) and not code.refusal(customer, now)):
                    found = code
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
