"""Card numbers sent to the API directly, which only some accounts may do."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import ApiError
from . import test_cards
from .test_cards import TestCard

EXPIRY = (12, 2034)
"""The default expiry (month, year) of a test card."""


def raw_card(call: Call, number: Any, param: str) -> TestCard:
    """The test card with this number. Raises ApiError if it is unknown or the account may not send card data."""
    if not call.state.hidden_of("settings").get("raw_card_data"):
        raise ApiError(
            402,
            "Sending credit card numbers directly to the Stripe API is generally "
            "unsafe. We suggest you use test tokens "
            "that map to the test card you are using, see https://stripe.com/docs/testing.",
        )
    card = test_cards.of_number(str(number))
    if card is None:
        raise ApiError(402, "Your card number is incorrect.", type_="card_error", code="incorrect_number", param=param)
    return card
