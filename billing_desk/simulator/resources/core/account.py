"""The account itself and its tax rates."""

from __future__ import annotations

from ...billing.payments.balance import PENDING_SECONDS
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads

_CREATED = 1_577_836_800
"""2020-01-01 UTC: before everything that an account of this simulator contains."""


_CONTACT = ("mcc", "product_description", "support_address", "support_email", "support_phone", "support_url", "url")
_REVENUE = ("annual_revenue", "estimated_worker_count", "monthly_estimated_revenue")
_REQUIREMENTS: Json = {
    "alternatives": [],
    "current_deadline": None,
    "currently_due": [],
    "disabled_reason": None,
    "errors": [],
    "eventually_due": [],
    "past_due": [],
    "pending_verification": [],
}
_SCHEDULE = {
    "delay_days": PENDING_SECONDS // 86_400,
    "interval": "weekly",
    "weekly_anchor": "friday",
    "weekly_payout_days": ["friday"],
}


def retrieve_account(call: Call) -> Json:
    state = call.state
    banks = [row for row in state.all("bank_account") if row["customer"] is None]
    url = f"/v1/accounts/{state.account_id}/external_accounts"
    return {
        "id": state.account_id,
        "object": "account",
        "business_profile": {
            "minority_owned_business_designation": None,
            "name": state.name,
            "specified_commercial_transactions_act_url": None,
            **dict.fromkeys((*_CONTACT, *_REVENUE)),
        },
        "business_type": "company",
        "capabilities": {"card_payments": "active", "transfers": "active"},
        "charges_enabled": True,
        "controller": {"type": "account"},
        "country": "JP",
        "created": _CREATED,
        "default_currency": "jpy",
        "details_submitted": True,
        "email": None,
        "external_accounts": {
            "object": "list",
            "data": banks,
            "has_more": False,
            "total_count": len(banks),
            "url": url,
        },
        "future_requirements": _REQUIREMENTS,
        "metadata": {},
        "payouts_enabled": True,
        "requirements": _REQUIREMENTS,
        "settings": _settings(state.name),
        "tos_acceptance": {"date": _CREATED, "ip": None, "user_agent": None},
        "type": "standard",
    }


def _settings(name: str) -> Json:
    prefixes = ("", "_kana", "_kanji")
    return {
        "bacs_debit_payments": {"display_name": None, "service_user_number": None},
        "branding": dict.fromkeys(("icon", "logo", "primary_color", "secondary_color")),
        "card_issuing": {"tos_acceptance": {"date": None, "ip": None}},
        "card_payments": {
            "decline_on": {"avs_failure": False, "cvc_failure": False},
            **{f"statement_descriptor_prefix{end}": None for end in prefixes},
        },
        "dashboard": {"display_name": name, "timezone": "Asia/Tokyo"},
        "invoices": {"default_account_tax_ids": None, "hosted_payment_method_save": "never"},
        "payments": {
            **{f"statement_descriptor{end}": None for end in prefixes},
            **{f"statement_descriptor_prefix{end}": None for end in prefixes[1:]},
        },
        "payouts": {"debit_negative_balances": False, "schedule": _SCHEDULE, "statement_descriptor": None},
        "sepa_debit_payments": {},
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
