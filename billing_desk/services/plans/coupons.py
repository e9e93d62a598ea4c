"""Coupons and promotion codes: list, who uses them, create, archive (C12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.coupon import Coupon, PromotionCode, code_of, coupon_of
from ...domain.catalog.new_coupon import NewCode, NewCoupon, code_errors, coupon_errors
from ...domain.errors import Refused
from ...domain.json_object import Json
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...gateway.pages import pages
from ...gateway.requests import discounts, subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import CouponCreateParams, PromotionCodeCreateParams


@dataclass(frozen=True)
class CouponRow:
    """A coupon with its promotion codes."""

    coupon: Coupon
    codes: tuple[PromotionCode, ...]


class Coupons:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner

    def now(self) -> int:
        """Stripe's time, as far as it is known (Unix seconds)."""
        return int(self._gateway.now())

    async def all(self) -> list[CouponRow]:
        """Newest first, as they are at Stripe. Raises DeskError."""
        codes: dict[str, list[PromotionCode]] = {}
        async for rows in pages(self._gateway, discounts.list_codes(), background=False):
            for code in map(code_of, rows):
                codes.setdefault(code.coupon, []).append(code)
        found: list[CouponRow] = []
        async for rows in pages(self._gateway, discounts.list_coupons(), background=False):
            found += [CouponRow(coupon, tuple(codes.get(coupon.id, ()))) for coupon in map(coupon_of, rows)]
        return found

    async def used_by(self, coupon_id: str) -> list[tuple[str, str]]:
        """(subscription id, customer id) of running subscriptions with a discount of this coupon. Raises DeskError."""
        found: list[tuple[str, str]] = []
        async for rows in pages(self._gateway, subscriptions.list_with_discounts(), background=False):
            found += [
                (str(row["id"]), str(row.get("customer") or ""))
                for row in rows
                if any(_coupon_in(each) == coupon_id for each in row.get("discounts") or ())
            ]
        return found

    async def preview_create(self, new: NewCoupon) -> Preview:
        """Raises DeskError, including Refused with the field as `param`."""
        if errors := coupon_errors(new, self.now()):
            raise Refused(code=errors[0].code, param=errors[0].field)
        id_ = new_id()
        fields: dict[str, Any] = {"duration": new.duration, "metadata": {OWN_ID: id_}}
        if new.id:
            fields["id"] = new.id
        if new.name:
            fields["name"] = new.name
        if new.amount is not None:
            fields |= {"amount_off": new.amount.amount, "currency": new.amount.currency}
        else:
            fields["percent_off"] = format(new.percent or 0, "f")
        if new.duration == "repeating":
            fields["duration_in_months"] = new.months
        if new.redeem_by is not None:
            fields["redeem_by"] = new.redeem_by
        if new.most is not None:
            fields["max_redemptions"] = new.most
        if new.products:
            fields["applies_to"] = {"products": list(new.products)}
        operation = self._planner.plan(
            Action.COUPON_CREATE,
            discounts.create_coupon(cast("CouponCreateParams", fields)),
            changes=(FieldChange("coupon", None, new.name or new.id or None),),
            id_=id_,
        )
        return Preview(operation, effects=Effects(about=new.as_coupon))

    async def preview_delete(self, coupon_id: str) -> Preview:
        """Nobody can redeem it any more; given discounts continue. Raises DeskError."""
        _, version = await self._reader.read("coupon", coupon_id)
        operation = self._planner.plan(
            Action.COUPON_DELETE,
            discounts.delete_coupon(coupon_id),
            changes=(FieldChange("coupon", coupon_id, None),),
            risk=Risk.IRREVERSIBLE,
        )
        said = (Effect(EffectCode.COUPON_ENDS),)
        return Preview(operation, (Warning_(WarningCode.NOT_RESTORED),), Effects(by_stripe=said), (version,))

    async def preview_code(self, new: NewCode) -> Preview:
        """Raises DeskError, including Refused with the field as `param`."""
        if errors := code_errors(new, self.now()):
            raise Refused(code=errors[0].code, param=errors[0].field)
        _, version = await self._reader.read("coupon", new.coupon)
        id_ = new_id()
        fields: dict[str, Any] = {"promotion": {"type": "coupon", "coupon": new.coupon}, "metadata": {OWN_ID: id_}}
        limits: dict[str, Any] = {"first_time_transaction": True} if new.first_time else {}
        if new.least is not None:
            limits |= {"minimum_amount": new.least.amount, "minimum_amount_currency": new.least.currency}
        optional = {
            "code": new.code or None,
            "customer": new.customer or None,
            "expires_at": new.expires,
            "max_redemptions": new.most,
            "restrictions": limits or None,
        }
        fields |= {name: value for name, value in optional.items() if value is not None}
        operation = self._planner.plan(
            Action.CODE_CREATE,
            discounts.create_code(cast("PromotionCodeCreateParams", fields)),
            changes=(FieldChange("code", None, new.code or None), FieldChange("coupon", None, new.coupon)),
            id_=id_,
        )
        return Preview(operation, effects=Effects(about=new.as_code), versions=(version,))

    async def preview_switch(self, code_id: str, *, active: bool) -> Preview | None:
        """Archive a promotion code, or use it again. None if nothing changes. Raises DeskError."""
        now, version = await self._reader.read("promotion_code", code_id)
        if bool(now.get("active")) == active:
            return None
        words = ("yes", "no")
        operation = self._planner.plan(
            Action.CODE_SWITCH,
            discounts.switch_code(code_id, active=active),
            changes=(
                FieldChange("code", str(now.get("code") or code_id), str(now.get("code") or code_id)),
                FieldChange("active", words[active], words[not active]),
            ),
            undo=((0, discounts.switch_code(code_id, active=not active)),),
            now=(now,),
        )
        said = (Effect(EffectCode.CODE_WORKS if active else EffectCode.CODE_STOPS),)
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))


def _coupon_in(discount: Json | str) -> str:
    """The coupon of an expanded discount."""
    if not isinstance(discount, dict):
        return ""
    coupon = (discount.get("source") or {}).get("coupon") or discount.get("coupon")
    return str(coupon.get("id") if isinstance(coupon, dict) else coupon or "")
