"""Accounts of any size for performance tests: packed objects, deterministic for a number of customers.

Each customer has a card and five invoices; four in five have a subscription. Each invoice has a payment with a
PaymentIntent, each paid invoice also a charge.
"""

from __future__ import annotations

import random

from ..billing.invoices.lines import new_line
from ..billing.payments.test_cards import BY_NAME
from ..resources.core.customers import new_customer
from ..resources.payments.payment_methods import new_method
from ..resources.products.prices import new_price
from ..resources.products.products import new_product
from ..state.clock import Clock, FrozenClock
from ..state.packed import Packed, Template
from ..state.state import State
from ..state.table import Json
from .practice_history import DAY, History
from .practice_names import COMPANIES, GIVEN, SURNAMES
from .practice_payments import payment_templates

INVOICES_EACH = 5
_STATUSES = ("paid",) * 17 + ("open", "uncollectible", "void")
_MADE, _AMOUNT, _PERIOD = 1_222_222_222, 123_456_789, (1_233_333_333, 1_244_444_444)


def _samples(state: State) -> dict[str, Template]:
    """A template for each kind of object, from samples made by the code that builds the practice account."""

    with state.at(_MADE):
        history = History(state, random.Random(1), 0)
        product = new_product(state, "Pro")
        price = new_price(state, product["id"], "jpy", 980, id="pro-monthly", recurring={"interval": "month"})
        customer = new_customer(state, {"name": "Sample Name", "email": "sample@example.jp"})
        method = new_method(state, BY_NAME["visa"], expiry=(11, 2999), name="Sample Name")
        method["card"]["last4"] = "samplelast4"
        method["customer"] = customer["id"]
        customer["invoice_settings"]["default_payment_method"] = method["id"]
        customer.update(currency="jpy", next_invoice_sequence=INVOICES_EACH + 1)
        state.changed("payment_method", method)
        subscription = history.new_subscription(customer, price, 3, _PERIOD, created=_MADE, status="active")
        item = subscription["items"]["data"][0]
    found = {
        "customer": Template(
            customer,
            {
                "id": customer["id"],
                "created": _MADE,
                "name": "Sample Name",
                "email": "sample@example.jp",
                "method": method["id"],
                "prefix": customer["invoice_prefix"],
            },
        ),
        "payment_method": Template(
            method,
            {
                "id": method["id"],
                "created": _MADE,
                "customer": customer["id"],
                "name": "Sample Name",
                "last4": "samplelast4",
                "exp_year": 2999,
            },
        ),
    }
    for status in dict.fromkeys(_STATUSES):
        found |= _invoice(history, customer, status)
    subscription["latest_invoice"] = "in_sample"
    names = {"id": subscription["id"], "item": item["id"], "created": _MADE, "customer": customer["id"]}
    periods = {"start": _PERIOD[0], "end": _PERIOD[1], "latest_invoice": "in_sample"}
    return {**found, "subscription": Template(subscription, {**names, **periods})}


def _invoice(history: History, customer: Json, status: str) -> dict[str, Template]:
    line = new_line(history.state, _AMOUNT, "jpy", "3 × Pro / month", _PERIOD, quantity=3)
    invoice = history.invoice(customer, [line], status, "manual", _MADE)
    payment = history.state.of("invoice_payment", "invoice", invoice["id"])[-1]
    item = line["parent"]["invoice_item_details"]["invoice_item"]
    moments = {f"after{n}": _MADE + n for n in (1, 3_600, 3_660, 7_200, 20 * DAY)}
    names = {
        "id": invoice["id"],
        "line": line["id"],
        "item": item,
        "number": invoice["number"],
        "created": _MADE,
        "amount": _AMOUNT,
        "customer": customer["id"],
        "name": "Sample Name",
        "email": "sample@example.jp",
        "start": _PERIOD[0],
        "end": _PERIOD[1],
        **moments,
    }
    paid = {
        "id": payment["id"],
        "invoice": invoice["id"],
        "amount": _AMOUNT,
        "intent": payment["payment"]["payment_intent"],
        **moments,
    }
    found = {f"invoice {status}": Template(invoice, names), f"payment {status}": Template(payment, paid)}
    if status != "paid":
        intent = history.state.get("payment_intent", payment["payment"]["payment_intent"])
        asked = {
            "client_secret": intent["client_secret"],
            "id": intent["id"],
            "amount": _AMOUNT,
            "customer": customer["id"],
            "number": invoice["number"],
            **moments,
        }
        found[f"intent {status}"] = Template(intent, asked)
    return found


def large_state(clock: Clock, customers: int) -> State:
    """An account with this many customers. Dates count back from today (UTC)."""
    state = State(clock, account_id="acct_large00000001", name="Large KK", seed=7)
    scratch = State(FrozenClock(_MADE), account_id="", name="Large KK")
    templates = _samples(scratch)
    with state.at(_MADE):
        product = new_product(state, "Pro")
        new_price(state, product["id"], "jpy", 980, id="pro-monthly", recurring={"interval": "month"})
    _Filling(state, templates, customers).fill()
    return state


class _Filling:
    def __init__(self, state: State, templates: dict[str, Template], customers: int) -> None:
        self._state, self._templates, self._customers = state, templates, customers
        self._payments = payment_templates()
        self._today = state.now() // DAY * DAY

    def fill(self) -> None:
        """Add objects oldest first, so that every row is appended to its table."""
        first = self._today - 900 * DAY
        for n in range(self._customers):
            self._customer(n, first + n * 300 * DAY // self._customers)
        total = self._customers * INVOICES_EACH
        span = 595 * DAY
        for n in range(total):
            self._invoice(n, first + 300 * DAY + n * span // total)

    def _names(self, n: int) -> tuple[str, str]:
        if n % 4 == 3:
            company = COMPANIES["usd"][n % len(COMPANIES["usd"])]
            return f"{company} {n}", f"accounts{n}@example.com"
        (kanji, sur), (given, first) = SURNAMES[n % len(SURNAMES)], GIVEN[n // 7 % len(GIVEN)]
        return f"{kanji} {given}", f"{first}.{sur}{n}@example.jp"

    def _customer(self, n: int, made: int) -> None:
        add, templates = self._state.add_row, self._templates
        (name, email), id_, method = self._names(n), f"cus_L{n:013d}", f"pm_1L{n:022d}"
        add("customer", Packed(templates["customer"], (id_, made, name, email, method, f"L{n:07d}")))
        last4, expires = f"{n * 7919 % 10_000:04d}", 2027 + n % 5
        add("payment_method", Packed(templates["payment_method"], (method, made + 60, id_, name, last4, expires)))
        if n % 5:
            start = self._today - (n % 28) * DAY
            latest = f"in_1L{(INVOICES_EACH - 1) * self._customers + n:022d}"
            values = (f"sub_1L{n:022d}", f"si_L{n:013d}", made + 90, id_, start, start + 30 * DAY, latest)
            add("subscription", Packed(templates["subscription"], values))

    def _invoice(self, n: int, made: int) -> None:
        add, owner = self._state.add_row, n % self._customers
        status = _STATUSES[n * 7 % len(_STATUSES)]
        (name, email), customer, id_ = self._names(owner), f"cus_L{owner:013d}", f"in_1L{n:022d}"
        number = f"L{owner:07d}-{n // self._customers + 1:04d}"
        amount = 980 * (1 + n % 9)
        moments = tuple(made + after for after in (1, 3_600, 3_660, 7_200, 20 * DAY))
        values = (id_, f"il_1L{n:022d}", f"ii_1L{n:022d}", number, made, amount, customer, name, email)
        add("invoice", Packed(self._templates[f"invoice {status}"], (*values, made, made + 30 * DAY, *moments)))
        intent, charge = f"pi_3L{n:022d}", f"ch_3L{n:022d}"
        payment = (f"inpay_1L{n:022d}", id_, amount, intent, *moments)
        add("invoice_payment", Packed(self._templates[f"payment {status}"], payment))
        if status != "paid":
            asked = (f"{intent}_secret_{n}", intent, amount, customer, number, *moments)
            add("payment_intent", Packed(self._templates[f"intent {status}"], asked))
            return
        method, text = f"pm_1L{owner:022d}", f"Payment for Invoice {number}"
        common = (amount, made + 3_660, "jpy", customer, text, method)
        last4, expires = f"{owner * 7919 % 10_000:04d}", 2027 + owner % 5
        card = (name, 11, expires, f"L{owner:015d}", "visa", last4, "credit", "US")
        ids = (intent, charge, f"txn_3L{n:022d}")
        self._payments.add(self._state, ids, f"{intent}_secret_{n}", common, card)
