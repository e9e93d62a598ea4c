"""Templates for thousands of past payments and charges."""

from __future__ import annotations

from ..billing.payments.charging import new_charge
from ..billing.payments.intents import new_intent
from ..billing.payments.test_cards import BY_NAME, Verdict
from ..call import Call
from ..resources.payments.payment_methods import new_method
from ..state.clock import FrozenClock
from ..state.packed import Template
from ..state.state import State
from ..state.table import Json

_AMOUNT, _CREATED = 987_654_321, 1_234_567_890


class Silent(Call):
    """A call that emits no events, for building an account's history."""

    def emit(self, type_: str, obj: Json, previous: Json | None = None) -> None:
        return None


def payment_templates() -> tuple[Template, Template]:
    """Templates of a succeeded PaymentIntent and its charge, made once by the code that charges.

    Values of a PaymentIntent: client_secret, id, latest_charge, then the shared ones: amount, created, currency,
    customer, description, payment_method. Of a charge: id, payment_intent, the shared ones, name, exp_month, exp_year,
    fingerprint, brand, last4, funding, country.
    """
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
    taken = {"id": charge["id"], "payment_intent": intent["id"], **common, **names, **card}
    return Template(intent, paid), Template(charge, taken)
