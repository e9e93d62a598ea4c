"""The account itself and its tax rates."""

from __future__ import annotations

from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads


def retrieve_account(call: Call) -> Json:
    state = call.state
    contact = ("mcc", "product_description", "support_address", "support_email", "support_phone", "support_url", "url")
    return {
        "id": state.account_id,
        "object": "account",
        "business_profile": {"name": state.name, **dict.fromkeys(contact)},
        "business_type": "company",
        "charges_enabled": True,
        "country": "JP",
        "default_currency": "jpy",
        "details_submitted": True,
        "email": None,
        "payouts_enabled": True,
        "settings": {
            "branding": dict.fromkeys(("icon", "logo", "primary_color", "secondary_color")),
            "card_payments": dict.fromkeys(
                ("statement_descriptor_prefix", "statement_descriptor_prefix_kana", "statement_descriptor_prefix_kanji")
            ),
            "dashboard": {"display_name": state.name, "timezone": "Asia/Tokyo"},
            "payments": dict.fromkeys(
                ("statement_descriptor", "statement_descriptor_kana", "statement_descriptor_kanji")
            ),
        },
        "type": "standard",
    }


def create_rate(call: Call) -> Json:
    params, state = call.params, call.state
    share = params["percentage"]
    if not 0 <= float(share) <= 100:
        raise invalid("percentage", "This value must be between 0 and 100.")
    made = state.new(
        "tax_rate",
        state.new_id("txr_1", 23),
        active=params.get("active", True),
        display_name=params["display_name"],
        inclusive=params["inclusive"],
        metadata=plain(params.get("metadata")) or {},
        percentage=float(share),
        rate_type="percentage",
        **{name: plain(params.get(name)) for name in ("country", "description", "jurisdiction", "state", "tax_type")},
    )
    call.emit("tax_rate.created", made)
    return made


def update_rate(call: Call) -> Json:
    rate = call.state.get("tax_rate", call.ids["id"])
    with call.changing(rate, "tax_rate.updated"):
        for name, value in call.params.items():
            rate[name] = merged_metadata(rate["metadata"], value) if name == "metadata" else plain(value)
    return rate


def list_rates(call: Call) -> Json:
    return listed(call, "tax_rate", "/v1/tax_rates", "active", "inclusive")


endpoints = [
    *endpoints_of("accounts", {"GET /v1/account": retrieve_account}),
    *endpoints_of(
        "tax_rate",
        {
            "POST /v1/tax_rates": create_rate,
            "GET /v1/tax_rates": list_rates,
            "GET /v1/tax_rates/{id}": reads("tax_rate"),
            "POST /v1/tax_rates/{id}": update_rate,
        },
    ),
]
