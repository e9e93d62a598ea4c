"""The practice account: a Japanese software company with 250 customers and 2,000 invoices. Deterministic.

Only dates vary: they count back from the day (UTC) on which the account is created.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime

from ..billing.metering.meter_events import report_errors
from ..billing.payments.test_cards import BY_NAME
from ..keys import Grant
from ..resources.billing.meters import new_meter
from ..resources.core.customers import new_customer
from ..resources.payments.payment_methods import new_method
from ..resources.products.prices import new_price
from ..resources.products.products import new_product
from ..server import Simulator
from ..state.clock import Clock, RealClock
from ..state.state import State
from ..state.table import Json
from .practice_finance import add_taxed_invoices
from .practice_history import DAY, History
from .practice_names import CITIES, COMPANIES, COUNTRY, GIVEN, LOCALE, SURNAMES
from .practice_payments import Silent
from .practice_payouts import add_fraud_warning, add_payouts, add_tax_id
from .practice_selling import add_discounts, add_prices, change_subscriptions
from .practice_usage import add_metered_subscriptions

DEMO_KEY = "sk_test_practiceaccount"
NAME = "みなとソフト株式会社"
CUSTOMERS, INVOICES = 250, 2_000

# (price id, product, currency, minor units, interval, count)
PRICES = (
    ("basic-monthly", "Basic", "jpy", 980, "month", 1),
    ("basic-yearly", "Basic", "jpy", 9_800, "year", 1),
    ("day-pass", "Basic", "jpy", 150, "day", 1),
    ("pro-weekly", "Pro", "jpy", 800, "week", 1),
    ("pro-monthly", "Pro", "jpy", 2_980, "month", 1),
    ("pro-yearly", "Pro", "jpy", 29_800, "year", 1),
    ("team-quarterly", "Team", "jpy", 24_000, "month", 3),
    ("team-monthly-usd", "Team", "usd", 4_900, "month", 1),
    ("team-monthly-eur", "Team", "eur", 4_500, "month", 1),
    ("team-monthly-kwd", "Team", "kwd", 15_000, "month", 1),
)
_BY_CURRENCY = {
    "jpy": ("basic-monthly",) * 4
    + ("pro-monthly",) * 3
    + ("pro-weekly", "basic-yearly", "pro-yearly", "team-quarterly"),
    "usd": ("team-monthly-usd",),
    "eur": ("team-monthly-eur",),
    "kwd": ("team-monthly-kwd",),
}
# The number of customers in each state; the rest are active.
_STATES = (
    ("none", 12),
    ("trialing", 14),
    ("past_due", 18),
    ("canceled", 20),
    ("paused", 8),
    ("collection_paused", 6),
    ("unpaid", 4),
    ("incomplete", 3),
    ("ending", 9),
)
_CARDS = ("visa", "visa", "visa_debit", "mastercard", "jcb", "amex", "visa", "mastercard_debit")


@dataclass
class _Builder:
    state: State
    random: random.Random
    today: int

    def build(self) -> None:
        prices = self._catalog()
        history = History(self.state, self.random, self.today)
        currencies = ["jpy"] * 190 + ["usd"] * 30 + ["eur"] * 20 + ["kwd"] * 10
        self.random.shuffle(currencies)
        states = [name for name, count in _STATES for _ in range(count)]
        states += ["active"] * (CUSTOMERS - len(states))
        self.random.shuffle(states)
        customers = []
        for index, (currency, standing) in enumerate(zip(currencies, states, strict=True)):
            customer = self._customer(index, currency)
            customers.append(customer)
            if standing != "none":
                price = prices[self.random.choice(_BY_CURRENCY[currency])]
                history.subscription(customer, price, standing, index)
        history.one_off_invoices(customers, INVOICES)
        self._usage(customers)
        add_payouts(self.state, self.today)
        add_tax_id(self.state)
        add_fraud_warning(self.state)
        add_prices(self.state, team="prod_team", api="prod_api")
        add_discounts(self.state, self.today)
        change_subscriptions(self.state, self.today)
        add_metered_subscriptions(self.state, self.today, customers)
        add_taxed_invoices(self.state, self.today)

    def _catalog(self) -> dict[str, Json]:
        call = Silent(self.state)
        products: dict[str, Json] = {}
        prices = {}
        for name, description in (
            ("Basic", "1 user, e-mail support"),
            ("Pro", "5 users, phone support"),
            ("Team", "25 users, priority support"),
            ("API", "Billed by usage"),
        ):
            products[name] = new_product(self.state, name, id=f"prod_{name.lower()}", description=description)
            products[name]["created"] -= 900 * DAY
            call.emit("product.created", products[name])
        for id_, product, currency, amount, interval, count in PRICES:
            recurring = {"interval": interval, "interval_count": count}
            prices[id_] = new_price(
                self.state,
                products[product]["id"],
                currency,
                amount,
                id=id_,
                nickname=id_.replace("-", " ").title(),
                lookup_key=id_,
                recurring=recurring,
            )
        meters = (("API calls", "api_calls"), ("Storage GB", "storage_gb"), ("E-mails sent", "emails_sent"))
        for display, event in meters:
            meter = new_meter(self.state, display, event)
            recurring = {"interval": "month", "usage_type": "metered", "meter": meter["id"]}
            new_price(
                self.state,
                products["API"]["id"],
                "jpy",
                2,
                id=f"metered-{event.replace('_', '-')}",
                nickname=display,
                recurring=recurring,
            )
        new_price(self.state, products["Basic"]["id"], "jpy", 5_000, id="setup-fee", nickname="Setup fee")
        prices["old"] = new_price(
            self.state,
            products["Basic"]["id"],
            "jpy",
            780,
            id="basic-monthly-2021",
            nickname="Basic Monthly 2021",
            active=False,
            recurring={"interval": "month"},
        )
        return prices

    def _customer(self, index: int, currency: str) -> Json:
        email_number = index - 1 if index in (41, 142) else index  # two pairs share an email
        if currency == "jpy":
            (kanji, sur), (given, first) = self.random.choice(SURNAMES), self.random.choice(GIVEN)
            name, mail = f"{kanji} {given}", f"{first}.{sur}{email_number:03d}@example.jp"
        else:
            name = f"{self.random.choice(COMPANIES[currency])} {index}"
            mail = f"accounts{email_number:03d}@example.com"
        if index in (41, 142):
            mail = next(c["email"] for c in self.state.all("customer") if c["metadata"]["crm_id"] == f"C-{index:05d}")
        city, region, code = self.random.choice(CITIES[currency])
        customer = new_customer(
            self.state,
            {
                "name": name,
                "email": mail,
                "phone": f"+81 3 5550 {self.random.randrange(1_000, 9_999)}" if currency == "jpy" else "+1 555 0100",
                "preferred_locales": [LOCALE[currency]],
                "metadata": {"crm_id": f"C-{index + 1:05d}"},
                "address": {
                    "line1": f"{self.random.randrange(1, 9)}-{self.random.randrange(1, 30)}",
                    "city": city,
                    "state": region,
                    "postal_code": code,
                    "country": COUNTRY[currency],
                },
            },
        )
        customer["currency"] = currency
        self._restamp(customer, self.today - self.random.randrange(5, 900) * DAY - index * 37)
        self._cards(customer, index)
        return customer

    def _restamp(self, obj: Json, created: int) -> None:
        self.state.move(obj, created)

    def _cards(self, customer: Json, index: int) -> None:
        names = [self.random.choice(_CARDS)]
        if index % 17 == 3:
            names = ["mastercard_prepaid"]
        if index % 9 == 4:
            names.append("jcb")
        now_year, now_month = 1970 + self.today // 31_556_952, self.random.randrange(1, 13)
        for position, name in enumerate(names):
            expiry = (now_month, now_year + self.random.randrange(1, 5))
            if index % 11 == 5:
                expiry = self._soon(index % 3)
            method = new_method(self.state, BY_NAME[name], expiry=expiry, name=customer["name"])
            if index % 29 == 7:
                method["card"]["funding"] = "unknown"
            method["customer"] = customer["id"]
            method["card"]["last4"] = f"{self.random.randrange(10_000):04d}"
            self._restamp(method, customer["created"] + 60 + position)
            if position == 0:
                customer["invoice_settings"]["default_payment_method"] = method["id"]

    def _soon(self, months: int) -> tuple[int, int]:
        """Month and year of an expiry `months` after last month."""
        today = datetime.fromtimestamp(self.today, UTC)
        count = today.year * 12 + today.month - 2 + months
        return count % 12 + 1, count // 12

    def _usage(self, customers: list[Json]) -> None:
        for meter in reversed(list(self.state.all("billing.meter"))):
            for position, customer in enumerate(customers):
                level = 40 + (position * 53) % 400
                events = self.state.usage.setdefault((meter["id"], customer["id"]), [])
                for day in range(89, -1, -1):
                    weekend = 0.3 if (self.today // DAY - day) % 7 in (2, 3) else 1
                    for hour in (1, 7):
                        value = int(level * weekend * (0.5 + self.random.random()))
                        events.append((self.today - day * DAY + hour * 3_600, value, ""))
        self._usage_errors(next(iter(self.state.all("billing.meter")))["id"])

    def _usage_errors(self, meter: str) -> None:
        """Two failed usage imports: one with unknown customers, one with values that are not numbers."""
        for days, code, count in ((9, "meter_event_customer_not_found", 14), (2, "meter_event_invalid_value", 3)):
            with self.state.at(self.today - days * DAY + 32_400):
                samples = [f"import-{days}-{number}" for number in range(3)]
                self.state.secrets_of("meter_errors")[meter] = {code: {"count": count, "samples": samples}}
                report_errors(self.state, meter)


def demo_state(clock: Clock) -> State:
    """The practice account's objects."""
    state = State(clock, account_id="acct_practice0000001", name=NAME, seed=2_024)
    today = clock.now() // DAY * DAY
    _Builder(state, random.Random(980), today).build()
    return state


def demo_simulator(clock: Clock | None = None) -> Simulator:
    """A simulator that serves the practice account to `DEMO_KEY`."""
    return Simulator({DEMO_KEY: Grant(demo_state(clock or RealClock()))})
