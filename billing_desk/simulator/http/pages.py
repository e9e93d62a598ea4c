"""The hosted pages: Checkout (pay or save a card), the customer portal, and an open invoice. They offer test cards by
name only."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qsl

from ..billing.invoices.collecting import pay_on_page
from ..billing.payments.test_cards import BY_NAME
from ..call import Call
from ..errors import ApiError
from ..resources.billing import portal
from ..resources.payments import checkout
from ..resources.payments.checkout import complete
from ..resources.payments.payment_methods import resolved
from ..server import Simulator
from ..state.state import State
from ..state.table import Json
from ..state.transaction import transaction
from .answer import Answer, Incoming
from .documents import invoice_pdf

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem;
  color: #1a1f36; background: #f7f8fb }
main { background: #fff; border: 1px solid #d9dce3; border-radius: 12px; padding: 1.5rem }
label { display: block; margin: .8rem 0 .2rem }
select, input, button { font: inherit; width: 100%; padding: .55rem; box-sizing: border-box;
  border: 1px solid #b8bdc9; border-radius: 8px }
button { margin-top: 1.2rem; background: #1f4fd8; color: #fff; border: 0 }
.note { color: #5b6275; font-size: .9rem }
.error { background: #fdecec; color: #7a1616; border: 1px solid #e5a3a3; border-radius: 8px; padding: .6rem }
@media (prefers-color-scheme: dark) {
  body { color: #e8eaf0; background: #14161c } main { background: #1d2029; border-color: #353a48 }
  select, input { background: #14161c; color: #e8eaf0 } .note { color: #a5acbd }
}
"""
_FRAME = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{title}</title><style>{style}</style></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""
_PRACTICE = '<p class="note">Practice page. No money moves, and no card numbers are asked for.</p>'


_TABLES = {"pay": "checkout.session", "portal": "billing_portal.session", "invoices": "invoice"}


def page_of(simulator: Simulator, incoming: Incoming) -> Answer:
    """The page of a session or an invoice: GET shows the form, POST submits it."""
    kind, _, id_ = incoming.path.strip("/").partition("/")
    id_, _, document = id_.partition("/")
    for state in simulator.states():
        subject = state.table(_TABLES[kind]).get(id_)
        if subject is not None and kind == "invoices" and document == "pdf":
            return Answer(200, invoice_pdf(state, subject), media="application/pdf")
        if subject is not None and not document:
            simulator.settle()
            return _answer(state, subject, incoming)
    return _page(404, "Not found", "<p>There is no such page, or it has ended.</p>")


def _answer(state: State, subject: Json, incoming: Incoming) -> Answer:
    if incoming.method != "POST":
        return _form(state, subject, "")
    values = dict(parse_qsl(incoming.body.decode(), keep_blank_values=True))
    try:
        with transaction(state) as beside:
            url = _done(Call(beside), subject, values)
    except ApiError as error:
        return _form(state, subject, error.message)
    url = url.replace("{CHECKOUT_SESSION_ID}", subject["id"])
    link = f'<p><a href="{escape(url)}">Back to {escape(state.name)}</a></p>' if url else ""
    return _page(200, "Thank you", f"<p>Done. You can close this page.</p>{link}{_PRACTICE}")


def _done(call: Call, subject: Json, values: dict[str, str]) -> str:
    """Apply the submitted form; returns the URL to go to afterwards (empty: none)."""
    own = call.state.get(subject["object"], subject["id"])
    match subject["object"]:
        case "billing_portal.session":
            portal.complete(call, own, values)
            return own["return_url"] or ""
        case "invoice":
            pay_on_page(call, own, resolved(call, values.get("card", ""))["id"])
            return ""
    complete(call, own, values.get("card", ""), name=values.get("name", ""), email=values.get("email", ""))
    return own["success_url"] or ""


def _form(state: State, subject: Json, trouble: str) -> Answer:
    note = f'<p class="error" role="alert">{escape(trouble)}</p>' if trouble else ""
    if subject["object"] != "billing_portal.session" and subject["status"] != "open":
        return _page(200, "Not open", f"<p>This is {escape(subject['status'])}.</p>")
    forms = {"checkout.session": _checkout, "billing_portal.session": _portal, "invoice": _invoice}
    title, body, button = forms[subject["object"]](state, subject)
    form = f'<form method="post">{body}<button>{escape(button)}</button></form>'
    return _page(402 if trouble else 200, f"{title} – {state.name}", note + form + _PRACTICE)


def _invoice(_: State, invoice: Json) -> tuple[str, str, str]:
    owed = f"<p>{invoice['amount_remaining']} {escape(invoice['currency'].upper())}, in its smallest unit</p>"
    return f"Invoice {invoice['number']}", owed + _cards(), "Pay"


def _checkout(state: State, session: Json) -> tuple[str, str, str]:
    rows = "".join(
        f"<li>{escape(str(item['quantity']))} × {escape(item['description'])}: "
        f"{item['amount_total']} {escape(item['currency'].upper())}</li>"
        for item in checkout.items_of(state, session)
    )
    listing = f"<ul>{rows}</ul><p class='note'>Amounts in the currency's smallest unit.</p>" if rows else ""
    owner = (
        "" if session["customer"] else _field("name", "Name", "") + _field("email", "E-mail", session["customer_email"])
    )
    title = "Save a card" if session["mode"] == "setup" else "Pay"
    return title, listing + owner + _cards(), "Save card" if session["mode"] == "setup" else "Pay"


def _portal(state: State, session: Json) -> tuple[str, str, str]:
    customer = state.get("customer", session["customer"])
    kind = session["flow"]["type"] if session["flow"] else "payment_method_update"
    if kind == "payment_method_update":
        return "Your card", _cards(), "Save card"
    if kind == "customer_update":
        fields = _field("name", "Name", customer["name"]) + _field("email", "E-mail", customer["email"])
        return "Your details", fields, "Save"
    words = {"subscription_cancel": "Cancel subscription", "subscription_pause": "Pause subscription"}
    return "Your subscription", "", words.get(kind, "Change subscription")


def _field(name: str, label: str, value: str | None) -> str:
    return f'<label for="{name}">{label}</label><input id="{name}" name="{name}" value="{escape(value or "")}">'


def _cards() -> str:
    options = "".join(f'<option value="pm_card_{name}">{escape(name)}</option>' for name in BY_NAME)
    return f'<label for="card">Test card</label><select id="card" name="card">{options}</select>'


def _page(status: int, title: str, body: str) -> Answer:
    return Answer(
        status, _FRAME.format(title=escape(title), style=_STYLE, body=body).encode(), media="text/html; charset=utf-8"
    )
