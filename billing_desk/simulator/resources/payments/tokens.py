"""Tokens and the card objects they refer to."""

from __future__ import annotations

from typing import Any

from ...billing.payments import test_cards
from ...billing.payments.raw_cards import EXPIRY, raw_card
from ...billing.payments.test_cards import TestCard
from ...billing.payments.wallets import fingerprint
from ...call import Call
from ...errors import ApiError, invalid, missing_parameter, no_such, refused
from ...state.state import State
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads

_BRANDS = {
    "visa": "Visa",
    "mastercard": "MasterCard",
    "amex": "American Express",
    "jcb": "JCB",
    "discover": "Discover",
    "diners": "Diners Club",
    "unionpay": "UnionPay",
}


def new_card(state: State, card: TestCard, expiry: tuple[int, int] = EXPIRY, **values: Any) -> Json:
    """A card object without a customer; `expiry` is (month, year)."""
    made = state.new(
        "card",
        state.new_id("card_1", 23),
        brand=_BRANDS[card.brand],
        country=card.country,
        cvc_check=card.cvc_check,
        exp_month=expiry[0],
        exp_year=expiry[1],
        fingerprint=fingerprint(card, expiry),
        funding=card.funding,
        last4=card.last4,
        metadata={},
        **values,
    )
    names = [key for key, known in test_cards.BY_NAME.items() if known is card]
    state.secrets_of(made["id"])["card"] = names[0] if names else "visa"
    return made


def create_token(call: Call) -> Json:
    params, state = call.params, call.state
    kinds = [name for name in ("card", "bank_account", "pii", "cvc_update", "account", "person") if name in params]
    if len(kinds) != 1:
        raise missing_parameter("card") if not kinds else invalid(kinds[1], "You may only specify one of these.")
    kind = kinds[0]
    values: Json = {"type": kind}
    if kind == "card":
        if not isinstance(params["card"], dict):
            raise no_such("card", str(params["card"]), "card")
        values["card"] = _card_of(call, params["card"])
    elif kind == "bank_account":
        values["bank_account"] = _bank_account(state, params["bank_account"])
    elif kind not in ("pii", "cvc_update"):
        raise refused(f"Tokens of the type {kind} are not part of this account.", None, kind)
    prefix = {"bank_account": "btok_1", "pii": "pii_1", "cvc_update": "cvctok_1"}.get(kind, "tok_1")
    return state.new("token", state.new_id(prefix, 23), **values)


def _card_of(call: Call, given: Json) -> Json:
    known = raw_card(call, given.get("number"), "card[number]")
    month, year = given.get("exp_month", ""), given.get("exp_year", "")
    if not str(month).isdigit() or not 1 <= int(month) <= 12:
        message = "Your card's expiration month is invalid."
        raise ApiError(402, message, type_="card_error", code="invalid_expiry_month", param="exp_month")
    if not str(year).isdigit() or not 2000 <= int(year) <= 2080:
        message = "Your card's expiration year is invalid."
        raise ApiError(402, message, type_="card_error", code="invalid_expiry_year", param="exp_year")
    card = new_card(call.state, known, (int(month), int(year)), name=plain(given.get("name")))
    for name, value in given.items():
        if name.startswith("address_"):
            card[name] = plain(value)
    return card


def _bank_account(state: State, given: Json) -> Json:
    return {
        "id": state.new_id("ba_1", 23),
        "object": "bank_account",
        "account_holder_name": given.get("account_holder_name"),
        "account_holder_type": given.get("account_holder_type"),
        "account_type": None,
        "bank_name": "STRIPE TEST BANK",
        "country": given["country"],
        "currency": given.get("currency", "usd"),
        "customer": None,
        "fingerprint": state.new_id("", 16),
        "last4": str(given["account_number"])[-4:],
        "metadata": {},
        "routing_number": given.get("routing_number"),
        "status": "new",
    }


def spend_token(call: Call, id_: str, param: str) -> Json:
    """The card or bank account of a token. Raises ApiError on second use, except for named test tokens."""
    known = test_cards.find(id_)
    if known is not None:
        return new_card(call.state, known)
    token = call.state.get("token", id_, param)
    if token["used"]:
        raise refused(f"You cannot use a Stripe token more than once: {id_}.", "token_already_used", param)
    with call.changing(token, None):
        token["used"] = True
    found: Json = token["card"] or token["bank_account"]
    if found is None:
        raise invalid(param, f"The token {id_} cannot be used as a source.")
    if found["object"] == "bank_account":
        return call.state.add("bank_account", found)
    return call.state.get("card", found["id"])


endpoints = endpoints_of("token", {"POST /v1/tokens": create_token, "GET /v1/tokens/{id}": reads("token")})
