"""The practice account's coupons and promotion codes, tiered and package prices, and changed subscriptions.

No change here makes an invoice: what differs is billed from the next period on.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ..billing.subscriptions import changing
from ..call import Call
from ..resources.billing import schedules
from ..resources.products import coupons
from ..resources.products.prices import new_price, stored_tiers
from ..state.state import State
from ..state.table import Json
from .practice_payments import Silent

DAY = 86_400
MONTHLY = {"interval": "month"}
SEATS, PACK = "team-seats-monthly", "email-pack-monthly"
SPRING, LOYAL = "spring-25", "loyal-100"
CODE, OLD_CODE = "SPRING25", "EARLYBIRD"
_SEAT_TIERS: list[Json] = [
    {"up_to": 5, "flat_amount": 2_500},
    {"up_to": 50, "unit_amount": 450},
    {"up_to": "inf", "unit_amount": 400},
]


def add_prices(state: State, team: str, api: str) -> None:
    """Seats by graduated tiers, of the product `team`, and e-mails in packs of 1,000, of the product `api`."""
    new_price(
        state,
        team,
        "jpy",
        None,
        id=SEATS,
        nickname="Team Seats Monthly",
        lookup_key=SEATS,
        recurring=MONTHLY,
        tiers=stored_tiers(_SEAT_TIERS),
        tiers_mode="graduated",
    )
    new_price(
        state,
        api,
        "jpy",
        300,
        id=PACK,
        nickname="E-mail Pack Monthly",
        lookup_key=PACK,
        recurring=MONTHLY,
        transform_quantity={"divide_by": 1_000, "round": "up"},
    )


def add_discounts(state: State, today: int) -> None:
    """25 % for three months, with an active and an inactive promotion code, and JPY 100 off forever."""
    made = today - 60 * DAY
    year = datetime.fromtimestamp(made, UTC).year
    spring: Json = {"id": SPRING, "name": f"Spring {year}", "percent_off": "25"}
    loyal: Json = {"id": LOYAL, "name": "Loyal customer", "amount_off": 100, "currency": "jpy", "duration": "forever"}
    with state.at(made):
        coupons.create(Silent(state, {**spring, "duration": "repeating", "duration_in_months": 3}))
        coupons.create(Silent(state, loyal))
        promotion = {"coupon": SPRING, "type": "coupon"}
        active: Json = {"code": CODE, "promotion": promotion, "expires_at": today + 60 * DAY, "max_redemptions": 100}
        coupons.create_code(Silent(state, active))
        old = coupons.create_code(Silent(state, {"code": OLD_CODE, "promotion": promotion}))
    with state.at(today - 45 * DAY):
        coupons.update_code(Silent(state, {"active": False}, {"id": old["id"]}))


def change_subscriptions(state: State, today: int) -> None:
    """Changes of the last days to seven running subscriptions, each with its events."""
    basic, pro = (_running(state, price) for price in ("basic-monthly", "pro-monthly"))
    (code,) = state.of("promotion_code", "code", CODE)
    changes: tuple[tuple[Json, int, Json], ...] = (
        (pro[0], 6, {"discounts": [{"promotion_code": code["id"]}]}),
        (basic[0], 5, {"discounts": [{"coupon": LOYAL}]}),
        (pro[1], 5, {"items": [{"id": _item(pro[1]), "quantity": 2}, {"price": SEATS, "quantity": 12}]}),
        (basic[1], 4, {"items": [{"price": PACK, "quantity": 4_500}]}),
        (pro[2], 3, {"pause_collection": {"behavior": "void"}}),
        (pro[3], 2, {"cancel_at_period_end": True, "cancellation_details": {"feedback": "missing_features"}}),
    )
    for subscription, days, change in changes:
        with state.at(_moment(subscription, today - days * DAY)):
            changing.update(Call(state, {**change, "proration_behavior": "none"}), subscription)
    with state.at(_moment(basic[2], today - DAY)):
        _schedule(state, basic[2], "pro-monthly")


def _running(state: State, price: str) -> list[Json]:
    """The active subscriptions to one of this price, newest first, that nothing is planned for."""

    def fits(subscription: Any) -> bool:
        (item,) = subscription["items"]["data"]
        plain = subscription["cancel_at"] is None and subscription["pause_collection"] is None
        return plain and subscription["status"] == "active" and (item["price"]["id"], item["quantity"]) == (price, 1)

    return [subscription for subscription in state.all("subscription") if fits(subscription)]


def _item(subscription: Json) -> str:
    return str(subscription["items"]["data"][0]["id"])


def _moment(subscription: Json, wanted: int) -> int:
    """`wanted`, or the start of the current period if that is later (Unix seconds)."""
    return max(wanted, int(subscription["items"]["data"][0]["current_period_start"]))


def _schedule(state: State, subscription: Json, price: str) -> None:
    """Plan the change to another price for the next period, by a schedule that is released after it."""
    made = schedules.create(Call(state, {"from_subscription": subscription["id"]}))
    (item,) = subscription["items"]["data"]
    now = {"items": [{"price": item["price"]["id"], "quantity": item["quantity"]}], **made["current_phase"]}
    after = {"items": [{"price": price, "quantity": 1}], "duration": MONTHLY, "proration_behavior": "none"}
    params: Json = {"end_behavior": "release", "phases": [now, after], "proration_behavior": "none"}
    schedules.update(Call(state, params, {"id": made["id"]}))
