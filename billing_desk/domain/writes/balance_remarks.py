"""What the customer's balance does to an invoice of one amount."""

from __future__ import annotations

from ..json_object import Json
from ..money import Money
from ..objects.charge_amount import charge_amount
from .remarks import Warning_, WarningCode, amount_values


def due_of(customer: Json, amount: Money) -> Money:
    """What an invoice of this amount takes from the card; 0 if Stripe does not collect so little."""
    charge = charge_amount(customer, amount)
    return Money(0, amount.currency) if charge.is_below_minimum else charge.due


def balance_remarks(customer: Json, amount: Money) -> tuple[Warning_, ...]:
    charge = charge_amount(customer, amount)
    parts = {
        WarningCode.BALANCE_IS_USED: charge.credit,
        WarningCode.BALANCE_IS_ADDED: charge.debit,
        WarningCode.BELOW_MINIMUM: charge.due if charge.is_below_minimum else Money(0, amount.currency),
    }
    return tuple(Warning_(code, amount_values(money)) for code, money in parts.items() if money.amount)
