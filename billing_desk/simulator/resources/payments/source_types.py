"""New sources of each type that the simulator knows."""

from __future__ import annotations

from ...billing.payments import test_cards
from ...billing.payments.test_cards import TestCard
from ...call import Call
from ...errors import invalid, missing_parameter, refused
from ...state.table import Json
from ...state.templates import plain
from .payment_methods import card_fields
from .tokens import new_card, spend_token

_FLOWS = {"card": "none", "three_d_secure": "redirect", "ach_credit_transfer": "receiver"}
_USAGES = {
    "card": ("reusable", "single_use"),
    "three_d_secure": ("single_use",),
    "ach_credit_transfer": ("reusable",),
}
"""The usages that each type allows; the first is the default."""


def full_owner(given: Json) -> Json:
    names = (
        "address",
        "email",
        "name",
        "phone",
        "verified_address",
        "verified_email",
        "verified_name",
        "verified_phone",
    )
    return {**dict.fromkeys(names), **{name: plain(value) for name, value in given.items()}}


def create_source(call: Call) -> Json:
    """Create a source, for type card from a token. Other types are `pending` until they are verified."""
    params, state = call.params, call.state
    kind = params.get("type")
    if kind is None:
        raise missing_parameter("type")
    if kind not in _FLOWS:
        raise refused(f"Sources of the type {kind} are not activated for this account.", None, "type")
    usage = params.get("usage", _USAGES[kind][0])
    if usage not in _USAGES[kind]:
        raise invalid("usage", f"A source of the type {kind} cannot be {usage}.")
    if kind != "card" and "currency" not in params:
        raise missing_parameter("currency")
    made: Json = {
        "amount": params.get("amount"),
        "currency": params.get("currency"),
        "flow": _FLOWS[kind],
        "metadata": plain(params.get("metadata")) or {},
        "owner": full_owner(params.get("owner") or {}),
        "statement_descriptor": plain(params.get("statement_descriptor")),
        "status": "chargeable" if kind == "card" else "pending",
        "type": kind,
        "usage": usage,
    }
    id_ = state.new_id("src_1", 23)
    made |= {"card": _card, "three_d_secure": _three_d_secure, "ach_credit_transfer": _bank_transfer}[kind](call, id_)
    source = state.new("source", id_, client_secret=f"src_client_secret_{state.new_id('', 24)}", **made)
    if source["status"] == "chargeable":
        call.emit("source.chargeable", source)
    return source


def _card(call: Call, id_: str) -> Json:
    """The fields of a source of type card, from the token."""
    state = call.state
    if not call.params.get("token"):
        raise missing_parameter("token")
    card = spend_token(call, call.params["token"], "token")
    if card["object"] != "card":
        raise invalid("token", "The token does not stand for a card.")
    name = state.hidden_of(card["id"])["card"]
    state.secrets_of(id_)["card"] = name
    state.remove("card", card["id"])
    return {"card": _source_card(card, test_cards.BY_NAME[name])}


def _three_d_secure(call: Call, id_: str) -> Json:
    """The fields of a source for 3D Secure. `original_source` is the card source that is authenticated."""
    state, params = call.state, call.params
    if "amount" not in params:
        raise missing_parameter("amount")
    original = params.get("original_source")
    source = state.get("source", original, "original_source") if original else None
    if source is not None and source["type"] != "card":
        raise invalid("original_source", "Only a source of the type card can be authenticated.")
    name = state.hidden_of(original or "").get("card", "visa")
    state.secrets_of(id_)["card"] = name
    known = test_cards.BY_NAME[name]
    if source is None:
        sample = new_card(state, known)
        state.remove("card", sample["id"])
        card = _source_card(sample, known)
    else:
        card = source["card"]
    returns = (params.get("redirect") or {}).get("return_url")
    return {
        "redirect": {
            "failure_reason": None,
            "return_url": returns,
            "status": "pending",
            "url": f"https://hooks.stripe.com/redirect/authenticate/{id_}",
        },
        "three_d_secure": {**card, "authenticated": False, "card": original, "customer": None},
    }


def _bank_transfer(call: Call, _: str) -> Json:
    """The fields of a source for bank transfers in the USA: the account that the customer sends money to."""
    account, routing = f"test_{call.state.new_id('', 12).lower()}", "110000000"
    return {
        "ach_credit_transfer": {
            "account_number": account,
            "bank_name": "TEST BANK",
            "fingerprint": call.state.new_id("", 16),
            "refund_account_holder_name": None,
            "refund_account_holder_type": None,
            "refund_routing_number": None,
            "routing_number": routing,
            "swift_code": "TSTEZ122",
        },
        "receiver": {
            "address": f"{routing}-{account}",
            "amount_charged": 0,
            "amount_received": 0,
            "amount_returned": 0,
            "refund_attributes_method": "email",
            "refund_attributes_status": "missing",
        },
    }


def _source_card(card: Json, known: TestCard) -> Json:
    fields = card_fields(known, (card["exp_month"], card["exp_year"]))
    names = ("brand", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4")
    extra = ("address_line1_check", "address_zip_check", "cvc_check", "dynamic_last4", "name", "tokenization_method")
    return {
        **{name: fields[name] for name in names},
        **{name: card[name] for name in extra},
        "brand": card["brand"],
        "three_d_secure": "optional",
    }
