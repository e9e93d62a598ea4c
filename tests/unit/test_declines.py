"""Why a payment failed (F9): every decline code has a sentence and an advice, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from stripe import _payment_intent
from stripe.radar import _payment_evaluation

from billing_desk.domain.objects.decline import ADVICE, Advice, PaymentFailure, failure_of_charge, failure_of_error
from billing_desk.resources import resources
from billing_desk.ui.wording.billing.declines import SAME, advice, meaning

_UNKNOWN = "with an unknown code"
_CARDS = re.compile(
    r"card_|_card|card$|cvc|expir(ed_card|ed_pay|y_)|insufficient|authentication_(req|fail)|decline|incorrect_|"
    r"invalid_(number|charge)|account_closed|processing_error|refer_to|request_blocked|debit_not|mandate_canceled|"
    r"attempt_(failed|expired)|three_d_secure|method_(restricted|not_available|provider_timeout)|action_blocked|"
    r"amount_too"
)
_OTHERS = re.compile(
    r"cardholder|token_card|bank_account|setup_intent_setup|balance_insufficient|microdeposit|postal_code_invalid"
)


def sdk_codes() -> set[str]:
    """What the SDK's types name for a card that was declined: Radar's outcomes, and the errors of a payment."""
    radar = Path(_payment_evaluation.__file__).read_text(encoding="utf-8")
    outcomes = radar[radar.index("class Outcome(") : radar.index("class Succeeded(")]
    found = set()
    for block in re.findall(r"reason: Union\[\s*Literal\[(.*?)\]", outcomes, re.S):
        found |= set(re.findall(r'"(\w+)"', block))
    intent = Path(_payment_intent.__file__).read_text(encoding="utf-8")
    error = intent[intent.index("class LastPaymentError(") :]
    codes = re.search(r"code: Optional\[.*?Literal\[(.*?)\]", error, re.S)
    assert codes is not None
    named = set(re.findall(r'"(\w+)"', codes[1]))
    return found | {code for code in named if _CARDS.search(code) and not _OTHERS.search(code)}


def test_every_decline_code_of_the_sdk_has_a_sentence_and_an_advice() -> None:
    codes = sdk_codes()
    assert {"do_not_honor", "insufficient_funds", "expired_card", "authentication_required"} <= codes
    assert len(codes) > 40
    assert sorted(codes - set(ADVICE)) == []
    for code in codes:
        assert _UNKNOWN not in meaning(code), code


@pytest.mark.parametrize("code", sorted(ADVICE))
def test_each_has_its_words(code: str) -> None:
    assert _UNKNOWN not in meaning(code)
    assert advice(PaymentFailure(code))


def test_both_languages_are_complete() -> None:
    tree = ElementTree.parse(resources() / "i18n" / "billing_desk_ja.ts")
    texts = {
        message.findtext("source"): message.findtext("translation")
        for context in tree.iter("context")
        if context.findtext("name") == "Declines"
        for message in context.iter("message")
    }
    for code in ADVICE:
        for text in (meaning(code), advice(PaymentFailure(code))):
            assert texts.get(text), f"{code}: {text}"


def test_same_words_only_for_what_has_words() -> None:
    assert set(SAME) <= set(ADVICE)
    assert not set(SAME.values()) & set(SAME)


def test_the_banks_advice_comes_first() -> None:
    assert not PaymentFailure("insufficient_funds").is_final
    assert PaymentFailure("insufficient_funds", "do_not_try_again").is_final
    assert "Retrying the same card" in advice(PaymentFailure("insufficient_funds", "do_not_try_again"))
    assert PaymentFailure("lost_card").is_final
    assert PaymentFailure("a_code_of_tomorrow").advice is Advice.ASK_BANK
    assert "a_code_of_tomorrow" in meaning("a_code_of_tomorrow")


def test_failures_are_read_from_charges_and_errors() -> None:
    assert failure_of_charge({"status": "succeeded"}) is None
    declined = {"status": "failed", "failure_code": "card_declined", "outcome": {"reason": "insufficient_funds"}}
    assert failure_of_charge(declined) == PaymentFailure("insufficient_funds")
    assert failure_of_charge({"status": "failed", "failure_code": "expired_card", "outcome": {"reason": None}}) == (
        PaymentFailure("expired_card")
    )
    error = {"code": "card_declined", "decline_code": "lost_card", "advice_code": "do_not_try_again"}
    assert failure_of_error(error) == PaymentFailure("lost_card", "do_not_try_again")
