"""Templates for thousands of past payments, charges, and their balance transactions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..billing.payments.balance import PENDING_SECONDS, charge_fee, keep
from ..billing.payments.charging import new_charge
from ..billing.payments.intents import new_intent
from ..billing.payments.test_cards import BY_NAME, Verdict
from ..call import Call
from ..resources.payments.payment_methods import new_method
from ..state.clock import FrozenClock
from ..state.packed import Packed, Template
from ..state.state import State
from ..state.table import Json

_AMOUNT, _CREATED = 987_654_321, 1_234_567_890
Common = tuple[int, int, str, str, str, str]
"""Of a payment: amount, created, currency, customer, description, payment_method."""


class Silent(Call):
    """A call that emits no events, for building an account's history."""

    def emit(self, type_: str, obj: Json, previous: Json | None = None) -> None:
        return None


@dataclass(frozen=True)
class PaymentTemplates:
    """A succeeded PaymentIntent, its charge, and the balance transaction, made once by the code that charges."""

    intent: Template
    charge: Template
    transaction: Template

    def add(self, state: State, ids: tuple[str, str, str], secret: str, common: Common, card: tuple[Any, ...]) -> None:
        """Add a payment. `ids`: of intent, charge and balance transaction; `card`: name, exp_month, exp_year,
        fingerprint, brand, last4, funding, country.
        """
        intent, charge, transaction = ids
        amount, created, currency, _, description, _ = common
        state.add_row("payment_intent", Packed(self.intent, (secret, intent, charge, *common)))
        state.add_row("charge", Packed(self.charge, (charge, intent, transaction, *common, *card)))
        fee, available = charge_fee(amount), created + PENDING_SECONDS
        due = available if available > state.now() else None
        status = "available" if due is None else "pending"
        moved = (transaction, charge, amount, fee, amount - fee, created, available, currency, description, status)
        state.add_row("balance_transaction", Packed(self.transaction, moved))
        keep(state, transaction, currency, amount - fee, due)


def payment_templates() -> PaymentTemplates:
    state = State(FrozenClock(_CREATED), account_id="", name="")
    call = Silent(state)
    customer = state.new("customer", "cus_sample", name="Sample Name")
    method = new_method(state, BY_NAME["visa"], expiry=(11, 2999), name="Sample Name")
    method["card"].update(brand="samplebrand", last4="samplelast4", funding="samplefunding", country="samplecountry")
    values: Json = {"description": "Sample text", "metadata": {}, "setup_future_usage": None}
    intent = new_intent(call, _AMOUNT, "samplecurrency", customer, payment_method=method["id"], **values)
    charge = new_charge(call, intent, method, Verdict("ok"), captured=True)
    intent.update(status="succeeded", amount_received=_AMOUNT, latest_charge=charge["id"])
    charge.update(receipt_url=None)
    charge["payment_method_details"]["card"]["network"] = "samplebrand"
    transaction = state.get("balance_transaction", charge["balance_transaction"])
    common = {
        "amount": _AMOUNT,
        "created": _CREATED,
        "currency": "samplecurrency",
        "customer": "cus_sample",
        "description": "Sample text",
        "payment_method": method["id"],
    }
    secret = intent["client_secret"]
    paid = {"client_secret": secret, "id": intent["id"], "latest_charge": charge["id"], **common}
    names = {"name": "Sample Name", "exp_month": 11, "exp_year": 2999, "fingerprint": method["card"]["fingerprint"]}
    card = {name: f"sample{name}" for name in ("brand", "last4", "funding", "country")}
    ids = {"id": charge["id"], "payment_intent": intent["id"], "balance_transaction": transaction["id"]}
    moved = {"id": transaction["id"], "source": charge["id"], "amount": _AMOUNT, "fee": transaction["fee"]}
    moved |= {"net": transaction["net"], "created": _CREATED, "available_on": transaction["available_on"]}
    moved |= {"currency": "samplecurrency", "description": "Sample text", "status": "pending"}
    return PaymentTemplates(
        Template(intent, paid), Template(charge, {**ids, **common, **names, **card}), Template(transaction, moved)
    )
