"""What a customer does on the page of a Checkout session."""

from __future__ import annotations

from typing import Any

from ..billing import subscribing
from ..billing.intents import attempt, new_intent
from ..billing.wallets import card_error
from ..call import Call
from ..errors import ApiError, refused
from ..table import Json
from .customers import new_customer
from .methods import attach_to, resolved
from .payments import confirm_setup_of


def complete(call: Call, session: Json, method_id: str, *, name: str = "", email: str = "") -> Json:
    """What the customer does on the page: pays or saves with this card. Raises the card's decline."""
    if session["status"] != "open":
        raise refused(f"This Checkout Session is {session['status']}.")
    state = call.state
    params = state.hidden_of(session["id"])["params"]
    method = resolved(call, method_id)
    options = (params.get("payment_method_options") or {}).get("card", {}).get("restrictions", {})
    if method["card"]["funding"] in (options.get("funding_types_blocked") or []):
        raise ApiError(
            402, "Your card is not supported. Please use another one.", type_="card_error", code="card_not_supported"
        )
    customer = _customer(call, session, name, email)
    with call.changing(session, None):
        if session["mode"] == "setup":
            intent = state.get("setup_intent", session["setup_intent"])
            intent["customer"] = customer["id"] if customer else None
            confirm_setup_of(call, intent, {"payment_method": method["id"]}, authenticated=True)
        elif session["mode"] == "payment":
            _pay(call, session, method, customer, params)
        else:
            _subscribe(call, session, method, customer, params)
        session.update(status="complete", url=None)
        session["customer_details"] = _details(customer, name, email)
    call.emit("checkout.session.completed", session)
    return session


def _customer(call: Call, session: Json, name: str, email: str) -> Json | None:
    if session["customer"]:
        return call.state.get("customer", session["customer"])
    if session["customer_creation"] != "always":
        return None
    values = {"name": name or None, "email": email or session["customer_email"]}
    made = new_customer(call.state, {key: value for key, value in values.items() if value})
    call.emit("customer.created", made)
    session["customer"] = made["id"]
    return made


def _details(customer: Json | None, name: str, email: str) -> Json:
    owner = customer or {}
    fields = ("address", "business_name", "individual_name", "phone", "tax_ids")
    return {
        **dict.fromkeys(fields),
        "email": owner.get("email") or email or None,
        "name": owner.get("name") or name or None,
        "tax_exempt": "none",
    }


def _pay(call: Call, session: Json, method: Json, customer: Json | None, params: Json) -> None:
    data = params.get("payment_intent_data", {})
    intent = new_intent(
        call,
        session["amount_total"],
        session["currency"],
        customer,
        description=data.get("description"),
        metadata=data.get("metadata") or {},
        payment_method=method["id"],
        setup_future_usage=data.get("setup_future_usage"),
    )
    _authenticated(call, intent, method)
    if customer and data.get("setup_future_usage"):
        attach_to(call, method["id"], customer)
    session.update(payment_intent=intent["id"], payment_status="paid")


def _authenticated(call: Call, intent: Json, method: Json) -> None:
    """The page lets the customer pass authentication, so only real declines are raised."""

    verdict = attempt(call, intent, method["id"], off_session=False, authenticated=True)
    if verdict.kind != "ok":
        raise card_error(verdict, payment_intent=intent)


def _subscribe(call: Call, session: Json, method: Json, customer: Json | None, params: Json) -> None:
    assert customer is not None
    state = call.state
    attach_to(call, method["id"], customer)
    state.secrets_of(method["id"])["set_up"] = True
    entries = [(state.get("price", id_), quantity) for id_, quantity in state.hidden_of(session["id"])["prices"]]
    data: dict[str, Any] = {**params.get("subscription_data", {})}
    wanted = {
        "customer": customer["id"],
        "default_payment_method": method["id"],
        "items": [_item(price, quantity) for price, quantity in entries if price["recurring"]],
        "payment_behavior": "error_if_incomplete",
        **{name: value for name, value in data.items() if name not in ("invoice_settings", "transfer_data")},
    }
    extras = [{"price": price["id"], "quantity": quantity} for price, quantity in entries if not price["recurring"]]
    if extras:
        wanted["add_invoice_items"] = extras
    if params.get("discounts"):
        wanted["discounts"] = params["discounts"]
    made = subscribing.create(call.over(state, wanted))
    session.update(subscription=made["id"], invoice=made["latest_invoice"], payment_status="paid")


def _item(price: Json, quantity: int) -> Json:
    metered = price["recurring"]["usage_type"] == "metered"
    return {"price": price["id"]} if metered else {"price": price["id"], "quantity": quantity}
