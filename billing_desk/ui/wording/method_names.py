"""The names of card brands and kinds of payment methods. Brand names are the same in every language."""

from __future__ import annotations

from .text import translate

_BRANDS = {
    "visa": "Visa",
    "mastercard": "Mastercard",
    "amex": "Amex",
    "jcb": "JCB",
    "diners": "Diners Club",
    "discover": "Discover",
    "unionpay": "UnionPay",
    "cartes_bancaires": "Cartes Bancaires",
    "eftpos_au": "eftpos Australia",
    "interac": "Interac",
    "link": "Link",
    "paypal": "PayPal",
    "paypay": "PayPay",
    "alipay": "Alipay",
    "wechat_pay": "WeChat Pay",
    "wechat": "WeChat Pay",
    "cashapp": "Cash App Pay",
    "klarna": "Klarna",
    "affirm": "Affirm",
    "afterpay_clearpay": "Afterpay / Clearpay",
    "amazon_pay": "Amazon Pay",
    "revolut_pay": "Revolut Pay",
    "samsung_pay": "Samsung Pay",
    "kakao_pay": "Kakao Pay",
    "naver_pay": "Naver Pay",
    "payco": "PAYCO",
    "payto": "PayTo",
    "paynow": "PayNow",
    "promptpay": "PromptPay",
    "grabpay": "GrabPay",
    "mobilepay": "MobilePay",
    "mb_way": "MB WAY",
    "twint": "TWINT",
    "ideal": "iDEAL",
    "eps": "EPS",
    "p24": "Przelewy24",
    "giropay": "giropay",
    "blik": "BLIK",
    "oxxo": "OXXO",
    "fpx": "FPX",
    "upi": "UPI",
    "sepa_debit": "SEPA Direct Debit",
    "bacs_debit": "Bacs Direct Debit",
    "au_becs_debit": "BECS Direct Debit",
    "nz_bank_account": "NZ BECS Direct Debit",
    "us_bank_account": "ACH Direct Debit",
    "ach_debit": "ACH Direct Debit",
    "ach_credit_transfer": "ACH Credit Transfer",
    "sepa_credit_transfer": "SEPA Credit Transfer",
    "acss_debit": "Pre-authorized debit (PAD)",
}


def method_name(name: str) -> str:
    """Of a card's brand, or of a kind of payment method; a plain name for one that Stripe has added since."""
    return _BRANDS.get(name) or _words().get(name) or plain_name(name)


def is_known(name: str) -> bool:
    return bool(name) and (name in _BRANDS or name in _words())


def _words() -> dict[str, str]:
    return {
        "card": translate("Methods", "Card"),
        "unknown": translate("Methods", "Card"),
        "": translate("Methods", "Card"),
        "card_present": translate("Methods", "Card in person"),
        "interac_present": translate("Methods", "Interac in person"),
        "kr_card": translate("Methods", "Korean card"),
        "bank_account": translate("Methods", "Bank account"),
        "pay_by_bank": translate("Methods", "Pay by bank"),
        "customer_balance": translate("Methods", "Bank transfer"),
        "konbini": translate("Methods", "Convenience store"),
        "three_d_secure": translate("Methods", "Card with 3D Secure"),
        "crypto": translate("Methods", "Stablecoin"),
        "custom": translate("Methods", "Custom payment method"),
        "stripe_account": translate("Methods", "Stripe balance"),
    }


def plain_name(code: str) -> str:
    """A readable text for a value without one: some_new_type → Some new type."""
    words = code.replace("_", " ").replace(".", " ").strip()
    return words[:1].upper() + words[1:]
