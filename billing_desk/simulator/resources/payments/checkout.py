"""Checkout sessions, which customers complete on a hosted page."""

from __future__ import annotations

from typing import Any

from ...billing.invoices.lines import full_amount_of, price_name
from ...billing.payments.intents import attempt, new_intent
from ...billing.payments.wallets import card_error
from ...billing.subscriptions import subscribing
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import ApiError, invalid, missing_parameter, refused
from ...http.wire import page
from ...spec import blank
from ...state.state import State
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads
from ..core.customers import new_customer
from ..products.prices import inline_price
from ..products.products import new_product
from .payment_methods import attach_to, resolved
from .setup_intents import confirm_setup_of

HOUR, DAY = 3_600, 86_400


def create(call: Call) -> Json:
    params, state = call.params, call.state
    mode = params.get("mode", "payment")
    if params.get("ui_mode", "hosted_page") == "hosted_page" and not params.get("success_url"):
        raise missing_parameter("success_url")
    customer = state.get("customer", params["customer"], "customer") if params.get("customer") else None
    now = state.now_of(customer) if customer else state.now()
    expires = params.get("expires_at", now + DAY)
    if not now + HOUR // 2 <= expires <= now + DAY:
        raise invalid(
            "expires_at",
            "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
        )
    prices = _priced(call, mode)
    currency = params.get("currency") or (prices[0][0]["currency"] if prices else None)
    if currency is None:
        raise missing_parameter("currency")
    total = sum(full_amount_of(state, price, quantity) for price, quantity in prices)
    id_ = state.new_id("cs_test_a1", 56)
    made = state.new(
        "checkout.session",
        id_,
        amount_subtotal=None if mode == "setup" else total,
        amount_total=None if mode == "setup" else total,
        cancel_url=plain(params.get("cancel_url")),
        client_reference_id=plain(params.get("client_reference_id")),
        created=now,
        currency=currency,
        customer=customer["id"] if customer else None,
        customer_creation=None if customer else "always" if mode == "subscription" else "if_required",
        customer_email=plain(params.get("customer_email")),
        expires_at=expires,
        metadata=plain(params.get("metadata")) or {},
        mode=mode,
        payment_method_options=params.get("payment_method_options", {}),
        payment_method_types=["card"],
        payment_status="no_payment_required" if mode == "setup" else "unpaid",
        status="open",
        success_url=params.get("success_url"),
        ui_mode=params.get("ui_mode", "hosted_page"),
        url=f"{state.pages()}/pay/{id_}",
    )
    state.secrets_of(id_).update(params=params, prices=[(price["id"], quantity) for price, quantity in prices])
    if mode == "setup":
        made["setup_intent"] = _setup_intent(call, customer, params)["id"]
    state.schedule(expires, "expire_session", made)
    return made


def _setup_intent(call: Call, customer: Json | None, params: Json) -> Json:
    state = call.state
    id_ = state.new_id("seti_1", 23)
    data = params.get("setup_intent_data", {})
    return state.new(
        "setup_intent",
        id_,
        client_secret=f"{id_}_secret_{state.new_id('', 24)}",
        customer=customer["id"] if customer else None,
        description=data.get("description"),
        metadata=data.get("metadata") or {},
        payment_method_types=["card"],
        status="requires_payment_method",
        usage="off_session",
    )


def _priced(call: Call, mode: str) -> list[tuple[Json, int]]:
    entries = call.params.get("line_items") or []
    if mode == "setup":
        if entries:
            raise invalid("line_items", "You cannot pass `line_items` in `setup` mode.")
        return []
    if not entries:
        raise missing_parameter("line_items")
    found = []
    for at, given in enumerate(entries):
        param = f"line_items[{at}]"
        if "price_data" in given:
            data = dict(given["price_data"])
            if "product_data" in data:
                extra = data.pop("product_data")
                data["product"] = new_product(call.state, extra["name"], description=extra.get("description"))["id"]
            price = inline_price(call, data, f"{param}[price_data]")
        elif "price" in given:
            price = call.state.get("price", given["price"], f"{param}[price]")
        else:
            raise missing_parameter(f"{param}[price]")
        found.append((price, given.get("quantity", 1)))
    if mode == "subscription" and not any(price["recurring"] for price, _ in found):
        raise invalid(
            "line_items", "You must provide at least one recurring price in `subscription` mode when using prices."
        )
    if mode == "payment" and any(price["recurring"] for price, _ in found):
        raise invalid(
            "line_items",
            "You specified `payment` mode but passed a recurring price. Either switch to "
            "`subscription` mode or use only one-time prices.",
        )
    return found


def expire(call: Call) -> Json:
    session = call.state.get("checkout.session", call.ids["id"])
    if session["status"] != "open":
        raise refused(
            'Only Checkout Sessions with a status in ["open"] can be expired. '
            f"This Checkout Session has a status of {session['status']}."
        )
    _expire(call, session)
    return session


def _expire(call: Call, session: Json) -> None:
    with call.changing(session, None):
        session.update(status="expired", url=None)
    call.emit("checkout.session.expired", session)


def expire_due(call: Call, session_id: str) -> None:
    """Scheduled: expire an open session at `expires_at`."""
    session = call.state.table("checkout.session").get(session_id)
    if session is not None and session["status"] == "open":
        _expire(call, session)


def update(call: Call) -> Json:
    session = call.state.get("checkout.session", call.ids["id"])
    with call.changing(session, None):
        if "metadata" in call.params:
            session["metadata"] = merged_metadata(session["metadata"], call.params["metadata"])
    return session


def line_items(call: Call) -> Json:
    session = call.state.get("checkout.session", call.ids["id"])
    url = f"/v1/checkout/sessions/{session['id']}/line_items"
    return page(items_of(call.state, session), call.params, url, "item")


def items_of(state: State, session: Json) -> list[Json]:
    """The line items of a session, which are shown only when expanded."""
    found: list[Json] = []
    for price_id, quantity in state.hidden_of(session["id"])["prices"]:
        price = state.get("price", price_id)
        amount = full_amount_of(state, price, quantity)
        entry = {
            **blank("item"),
            "id": f"li_1{session['id'][-16:]}{len(found):03d}",
            "amount_discount": 0,
            "amount_subtotal": amount,
            "amount_tax": 0,
            "amount_total": amount,
            "currency": price["currency"],
            "description": price_name(state, price),
            "price": price,
            "quantity": quantity,
        }
        found.append(entry)
    return found


def list_all(call: Call) -> Json:
    params = call.params
    names = [name for name in ("customer", "payment_intent", "subscription", "status") if name in params]

    def test(session: Any) -> bool:
        return all(session[name] == params[name] for name in names)

    return listed(call, "checkout.session", "/v1/checkout/sessions", test=test)


endpoints = endpoints_of(
    "checkout_session",
    {
        "POST /v1/checkout/sessions": create,
        "GET /v1/checkout/sessions": list_all,
        "GET /v1/checkout/sessions/{id}": reads("checkout.session"),
        "POST /v1/checkout/sessions/{id}": update,
        "POST /v1/checkout/sessions/{id}/expire": expire,
        "GET /v1/checkout/sessions/{id}/line_items": line_items,
    },
)


def complete(call: Call, session: Json, method_id: str, *, name: str = "", email: str = "") -> Json:
    """Complete the session with this card: pay, subscribe or save the card. Raises ApiError for a decline."""
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
    """Charge with authentication passed, as on the hosted page. Raises ApiError for a decline."""

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
