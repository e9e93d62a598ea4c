"""The account itself and its balance."""

from __future__ import annotations

from ..state import Call
from ..wire import Json
from . import NOTHING, Endpoint


def retrieve_account(call: Call) -> Json:
    state = call.state
    return {
        "id": state.account_id,
        "object": "account",
        "business_profile": {
            "mcc": None,
            "name": state.name,
            "product_description": None,
            "support_address": None,
            "support_email": None,
            "support_phone": None,
            "support_url": None,
            "url": None,
        },
        "business_type": "company",
        "charges_enabled": True,
        "country": "JP",
        "default_currency": "jpy",
        "details_submitted": True,
        "email": None,
        "payouts_enabled": True,
        "settings": {
            "branding": {"icon": None, "logo": None, "primary_color": None, "secondary_color": None},
            "card_payments": {
                "statement_descriptor_prefix": None,
                "statement_descriptor_prefix_kana": None,
                "statement_descriptor_prefix_kanji": None,
            },
            "dashboard": {"display_name": state.name, "timezone": "Asia/Tokyo"},
            "payments": {
                "statement_descriptor": None,
                "statement_descriptor_kana": None,
                "statement_descriptor_kanji": None,
            },
        },
        "type": "standard",
    }


def retrieve_balance(call: Call) -> Json:
    amounts = [{"amount": 0, "currency": "jpy", "source_types": {"card": 0}}]
    return {"object": "balance", "available": amounts, "livemode": call.state.livemode, "pending": amounts}


endpoints = [
    Endpoint("GET", "/v1/account", retrieve_account, NOTHING, "accounts"),
    Endpoint("GET", "/v1/balance", retrieve_balance, NOTHING, "balance"),
]
