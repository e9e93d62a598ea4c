"""The mail that goes with a card page, in the customer's language, which need not be the operator's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TEXTS = {
    "en": (
        "Dear {name},\n\nplease enter your card on Stripe's secure page:\n{url}\n\n"
        "The link is valid for 24 hours. We never see your card number.\n\n{account}\n"
    ),
    "ja": (
        "{name} 様\n\n下記のStripeの安全なページでカードをご登録ください。\n{url}\n\n"
        "リンクの有効期間は24時間です。カード番号が当社に表示されることはありません。\n\n{account}\n"
    ),
}


def mail_text(customer: Mapping[str, Any], account: str, url: str) -> str:
    """By the first of the customer's languages that there is a text in; otherwise English."""
    known = [locale.partition("-")[0].lower() for locale in customer.get("preferred_locales") or ()]
    language = next((code for code in known if code in _TEXTS), "en")
    name = str(customer.get("name") or customer.get("email") or "")
    return _TEXTS[language].format(name=name, url=url, account=account)
