"""PaymentMethods, cards and sources: lookup, owner checks, and the default for a payment."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from ...call import Call
from ...errors import ApiError, no_such
from ...state.state import State
from ...state.table import Json
from . import test_cards
from .test_cards import TestCard, Verdict

KINDS = {"pm": "payment_method", "card": "card", "src": "source"}


def fingerprint(card: TestCard, expiry: tuple[int, int]) -> str:
    return hashlib.sha256(f"{card.brand}{card.last4}{card.funding}{card.country}{expiry}".encode()).hexdigest()[:16]


def kind_of(id_: str) -> str:
    return KINDS.get(id_.split("_", maxsplit=1)[0], "payment_method")


def wallet(state: State, id_: str, param: str = "payment_method") -> Json:
    """A PaymentMethod, card or source by its id."""
    return state.get(kind_of(id_), id_, param)


def card_behind(state: State, method: Json) -> TestCard:
    """The test card that determines how charges to `method` behave."""
    found = test_cards.BY_NAME.get(state.hidden_of(method["id"]).get("card", ""))
    return found or test_cards.BY_NAME["visa"]


def details_of(method: Json) -> Json:
    """The card fields of a PaymentMethod or source, or of a card itself."""
    found: Json = method.get("card") or method.get("three_d_secure") or method
    return found


def expired(state: State, method: Json) -> bool:
    details, moment = details_of(method), state.now_of_owner(method)
    now = datetime.fromtimestamp(moment, UTC)
    return "exp_year" in details and (details["exp_year"], details["exp_month"]) < (now.year, now.month)


def default_for(state: State, *owners: Json | None) -> str | None:
    """The id of the default payment method: the first owner that has a usable one decides. None: there is none."""
    for owner in owners:
        if owner is None:
            continue
        settings = owner.get("invoice_settings") or {}
        for found in (
            owner.get("default_payment_method"),
            settings.get("default_payment_method"),
            owner.get("default_source"),
        ):
            if found and _can_pay(state, str(found)):
                return str(found)
    return None


def _can_pay(state: State, id_: str) -> bool:
    """Whether this exists and has a customer. Bank accounts are not supported."""
    kind = KINDS.get(id_.split("_", maxsplit=1)[0])
    found = state.table(kind).peek(id_) if kind else None
    return found is not None and found.get("customer") is not None


def check_owner(method: Json, customer: Json | None, param: str = "payment_method") -> None:
    """Raises ApiError if this belongs to another customer."""
    owner = method.get("customer")
    if owner is not None and (customer is None or owner != customer["id"]):
        if customer is None:
            message = (
                "The provided PaymentMethod is attached to a Customer. You must provide the customer when using it."
            )
            raise ApiError(400, message, param=param)
        raise no_such(method["object"], method["id"], param)


def spend(call: Call, method: Json) -> None:
    """After a charge: a source becomes `consumed` if it is single-use or has no customer."""
    if method["object"] == "source" and (method["usage"] == "single_use" or method["customer"] is None):
        with call.changing(method, None):
            method["status"] = "consumed"


def card_error(verdict: Verdict, **more: object) -> ApiError:
    """The ApiError for a decline."""
    extra = {name: value for name, value in more.items() if value is not None}
    happened = bool({"charge", "payment_intent", "setup_intent"} & extra.keys())
    if verdict.decline_code:
        extra["decline_code"] = verdict.decline_code
    if verdict.advice:
        extra["advice_code"] = verdict.advice
    param = {"expired_card": "exp_month", "incorrect_cvc": "cvc"}.get(verdict.code or "")
    return ApiError(
        402,
        verdict.message,
        type_="card_error",
        code=verdict.code,
        param=param,
        stored=True,
        happened=happened,
        **extra,
    )


def keep(call: Call, method: Json) -> None:
    """Check a card that is saved with a customer. Raises ApiError if the bank declines it."""
    verdict = test_cards.saved(card_behind(call.state, method))
    if verdict.kind == "declined":
        raise card_error(verdict)
