"""Coupons and promotion codes."""

from __future__ import annotations

from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, missing_parameter, refused
from ...state.table import Json
from ...state.templates import plain, reject_both
from .. import endpoints_of, reads


def create(call: Call) -> Json:
    params, state = call.params, call.state
    reject_both(params, "percent_off", "amount_off")
    if "percent_off" not in params and "amount_off" not in params:
        raise missing_parameter("percent_off")
    if "amount_off" in params and "currency" not in params:
        raise missing_parameter("currency")
    share = params.get("percent_off")
    if share is not None and not 0 < float(share) <= 100:
        raise invalid("percent_off", "Invalid decimal: must be greater than 0 and at most 100.")
    duration = params.get("duration", "once")
    if (duration == "repeating") != ("duration_in_months" in params):
        if duration == "repeating":
            raise missing_parameter("duration_in_months")
        raise invalid("duration_in_months", "You cannot pass duration_in_months unless duration is repeating.")
    now = state.now()
    if params.get("redeem_by") is not None and not now < params["redeem_by"] <= now + 5 * 366 * 86_400:
        raise invalid("redeem_by", "Invalid timestamp: must be in the future, at most 5 years ahead.")
    if params.get("id") and state.has("coupon", params["id"]):
        raise refused("Coupon already exists.", "resource_already_exists", "id")
    coupon = state.new(
        "coupon",
        params.get("id") or state.new_id("", 8),
        amount_off=params.get("amount_off"),
        currency=params.get("currency") if "amount_off" in params else None,
        duration=duration,
        duration_in_months=params.get("duration_in_months"),
        max_redemptions=params.get("max_redemptions"),
        metadata=plain(params.get("metadata")) or {},
        name=plain(params.get("name")),
        percent_off=None if share is None else _share(share),
        redeem_by=params.get("redeem_by"),
        times_redeemed=0,
        valid=True,
    )
    products = params.get("applies_to", {}).get("products")
    if products:
        for at, id_ in enumerate(products):
            state.get("product", id_, f"applies_to[products][{at}]")
        state.secrets_of(coupon["id"])["products"] = products
    call.emit("coupon.created", coupon)
    return coupon


def _share(text: str) -> float | int:
    """A percentage as a JSON number, as in Stripe's answers. Calculations convert it to Decimal."""
    return int(text) if "." not in text else float(text)


def update(call: Call) -> Json:
    coupon = call.state.get("coupon", call.ids["id"])
    with call.changing(coupon, "coupon.updated"):
        if "metadata" in call.params:
            coupon["metadata"] = merged_metadata(coupon["metadata"], call.params["metadata"])
        if "name" in call.params:
            coupon["name"] = plain(call.params["name"])
    return coupon


def delete(call: Call) -> Json:
    """Existing discounts continue; the coupon can no longer be redeemed and is not listed."""
    coupon = call.state.get("coupon", call.ids["id"])
    coupon.update(deleted=True, valid=False)
    call.emit("coupon.deleted", {name: value for name, value in coupon.items() if name != "deleted"})
    return {"id": coupon["id"], "object": "coupon", "deleted": True}


def retrieve(call: Call) -> Json:
    coupon = call.state.get("coupon", call.ids["id"])
    if coupon.get("deleted"):
        raise invalid("id", f"No such coupon: '{coupon['id']}'", "resource_missing")
    _expire(call, coupon)
    return coupon


def _expire(call: Call, coupon: Json) -> None:
    if coupon["redeem_by"] and coupon["redeem_by"] <= call.state.now():
        coupon["valid"] = False


def create_code(call: Call) -> Json:
    params, state = call.params, call.state
    coupon = state.get("coupon", params["promotion"].get("coupon", ""), "promotion[coupon]")
    _expire(call, coupon)
    if not coupon["valid"]:
        raise refused("The coupon of a promotion code must be valid.", "coupon_expired", "promotion[coupon]")
    if params.get("customer"):
        state.get("customer", params["customer"], "customer")
    code = params.get("code") or state.new_id("", 8).upper()
    same = [other for other in state.of("promotion_code", "code", code.upper()) if other["active"]]
    if same:
        raise refused(
            f"An active promotion code with `code: {code}` already exists.", "resource_already_exists", "code"
        )
    limits = params.get("restrictions", {})
    made = state.new(
        "promotion_code",
        state.new_id("promo_1", 23),
        active=params.get("active", True),
        code=code.upper(),
        customer=plain(params.get("customer")),
        expires_at=params.get("expires_at"),
        max_redemptions=params.get("max_redemptions"),
        metadata=plain(params.get("metadata")) or {},
        promotion={"coupon": coupon["id"], "type": "coupon"},
        restrictions={
            "first_time_transaction": limits.get("first_time_transaction", False),
            "minimum_amount": limits.get("minimum_amount"),
            "minimum_amount_currency": limits.get("minimum_amount_currency"),
        },
        times_redeemed=0,
    )
    call.emit("promotion_code.created", made)
    return made


def update_code(call: Call) -> Json:
    made = call.state.get("promotion_code", call.ids["id"])
    with call.changing(made, "promotion_code.updated"):
        if "metadata" in call.params:
            made["metadata"] = merged_metadata(made["metadata"], call.params["metadata"])
        if "active" in call.params:
            made["active"] = call.params["active"]
    return made


def list_codes(call: Call) -> Json:
    params = call.params
    if params.get("code"):
        params["code"] = params["code"].upper()
    coupon = params.get("coupon")
    return listed(
        call,
        "promotion_code",
        "/v1/promotion_codes",
        "active",
        "code",
        "customer",
        test=lambda c: coupon is None or c["promotion"]["coupon"] == coupon,
    )


def list_all(call: Call) -> Json:
    return listed(call, "coupon", "/v1/coupons")


endpoints = endpoints_of(
    "coupon",
    {
        "POST /v1/coupons": create,
        "GET /v1/coupons": list_all,
        "GET /v1/coupons/{id}": retrieve,
        "POST /v1/coupons/{id}": update,
        "DELETE /v1/coupons/{id}": delete,
    },
) + endpoints_of(
    "promotion_code",
    {
        "POST /v1/promotion_codes": create_code,
        "GET /v1/promotion_codes": list_codes,
        "GET /v1/promotion_codes/{id}": reads("promotion_code"),
        "POST /v1/promotion_codes/{id}": update_code,
    },
)
