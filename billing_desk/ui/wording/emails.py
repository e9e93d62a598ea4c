"""Mail texts for hosted pages, in the customer's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...domain.money import Money
from ...domain.text.display_text import isolated

_CARD = {
    "en": (
        "Dear {name},\n\nplease enter your card on Stripe's secure page:\n{url}\n\n"
        "The link is valid until {until}. We never see your card number.\n\n{account}\n"
    ),
    "ja": (
        "{name} 様\n\n下記のStripeの安全なページでカードをご登録ください。\n{url}\n\n"
        "リンクの有効期限は{until}です。カード番号が当社に表示されることはありません。\n\n{account}\n"
    ),
}
_PAYMENT = {
    "en": (
        "Dear {name},\n\nplease confirm and pay {amount} on Stripe's secure page:\n{url}\n\n"
        "Your bank may ask you to confirm the payment there. We never see your card number.\n\n{account}\n"
    ),
    "ja": (
        "{name} 様\n\n下記のStripeの安全なページで、{amount}のお支払いをお願いいたします。\n{url}\n\n"
        "カード会社より本人確認をお願いする場合がございます。"
        "カード番号が当社に表示されることはありません。\n\n{account}\n"
    ),
}


def card_mail(customer: Mapping[str, Any], account: str, url: str, until: str) -> str:
    """A mail with the link to a page for a new card; `until` is when the link expires."""
    return _filled(_CARD, customer, account=account, url=url, until=until)


def payment_mail(customer: Mapping[str, Any], account: str, url: str, amount: Money) -> str:
    """A mail with the link to an invoice's payment page."""
    said = f"{amount.major:,f} {amount.currency.upper()}"
    return _filled(_PAYMENT, customer, account=account, url=url, amount=said)


def _filled(texts: Mapping[str, str], customer: Mapping[str, Any], **values: str) -> str:
    """In the first of the customer's languages that has a text; otherwise in English."""
    known = [locale.partition("-")[0].lower() for locale in customer.get("preferred_locales") or ()]
    language = next((code for code in known if code in texts), "en")
    name = isolated(str(customer.get("name") or customer.get("email") or ""))
    return texts[language].format(name=name, **values)
