"""Requests for coupons and promotion codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import CouponCreateParams, CouponUpdateParams, PromotionCodeCreateParams, PromotionCodeListParams

_COUPONS, _CODES = "/v1/coupons", "/v1/promotion_codes"


def list_coupons(since: int | None = None) -> Request:
    """All coupons, or those created since a time (Unix seconds)."""
    return Request("get", _COUPONS, {} if since is None else {"created": {"gte": since}})


def read_coupon(coupon_id: str) -> Request:
    return Request("get", object_path(_COUPONS, coupon_id))


def create_coupon(fields: CouponCreateParams) -> Request:
    return Request("post", _COUPONS, cast("Mapping[str, Any]", fields))


def rename_coupon(coupon_id: str, name: str) -> Request:
    changes: CouponUpdateParams = {"name": name}
    return Request("post", object_path(_COUPONS, coupon_id), cast("Mapping[str, Any]", changes))


def delete_coupon(coupon_id: str) -> Request:
    """Discounts that were given with it continue; nobody can redeem it any more."""
    return Request("delete", object_path(_COUPONS, coupon_id))


def list_codes(*, coupon: str = "", code: str = "") -> Request:
    """Promotion codes of a coupon, or with a text; Stripe compares without regard to case."""
    filters: PromotionCodeListParams = {}
    if coupon:
        filters["coupon"] = coupon
    if code:
        filters["code"] = code
    return Request("get", _CODES, cast("Mapping[str, Any]", filters))


def create_code(fields: PromotionCodeCreateParams) -> Request:
    return Request("post", _CODES, cast("Mapping[str, Any]", fields))


def switch_code(code_id: str, *, active: bool) -> Request:
    return Request("post", object_path(_CODES, code_id), {"active": active})
