"""Asking a simulator directly, request by request, with a clock that stands still until it is moved."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote_plus

from billing_desk.simulator.http.answer import Answer, Incoming
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import FrozenClock
from billing_desk.simulator.state.state import State

KEY = "sk_test_simulated00000000"
NOW = 1_795_219_200
"""2026-11-21 00:00 UTC."""
DAY = 86_400


def encoded(params: dict[str, Any]) -> str:
    """Nested parameters as Stripe's form encoding has them."""
    pairs: list[str] = []

    def add(name: str, value: Any) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                add(f"{name}[{key}]", item)
        elif isinstance(value, list):
            for at, item in enumerate(value):
                add(f"{name}[{at}]", item)
        elif value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            pairs.append(f"{quote_plus(name)}={quote_plus(text)}")

    for name, value in params.items():
        add(name, value)
    return "&".join(pairs)


class Refused(Exception):
    """An answer of another status than expected."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.error: dict[str, Any] = body.get("error", {})


class Asked:
    """A simulator and one key. `heard` is told of every answer: method, address and body."""

    def __init__(self, now: int = NOW, seed: int = 1, simulator: Simulator | None = None, key: str = KEY) -> None:
        self.clock = FrozenClock(now)
        self.state = State(self.clock, account_id="acct_1Simulated0000", name="Simulated", seed=seed)
        self.simulator = simulator or Simulator({KEY: Grant(self.state)})
        self.key = key
        self.heard: Callable[[str, str, dict[str, Any]], None] = lambda *_: None

    def answer(
        self, method: str, path: str, params: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        sent = {"authorization": f"Bearer {self.key}", **(headers or {})}
        text = encoded(params or {})
        query, body = ("", text) if method == "POST" else (text, "")
        if path.startswith("/v2/") and method == "POST":
            body = json.dumps(params or {})
        path, _, more = path.partition("?")
        incoming = Incoming(method, path, more or query, sent, body.encode())
        return asyncio.run(self.simulator.handle(incoming))

    def call(self, method: str, path: str, params: dict[str, Any] | None = None, **headers: str) -> dict[str, Any]:
        answer = self.answer(method, path, params, {k.replace("_", "-"): v for k, v in headers.items()})
        body: dict[str, Any] = json.loads(answer.body)
        self.heard(method, path.partition("?")[0], body)
        if answer.status != 200:
            raise Refused(answer.status, body)
        return body

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        return self.call("GET", path, params)

    def post(self, path: str, **params: Any) -> dict[str, Any]:
        return self.call("POST", path, params)

    def delete(self, path: str, **params: Any) -> dict[str, Any]:
        return self.call("DELETE", path, params)

    def refused(self, method: str, path: str, **params: Any) -> dict[str, Any]:
        """The error of a call that must not succeed."""
        try:
            body = self.call(method, path, params)
        except Refused as refusal:
            return {**refusal.error, "status": refusal.status}
        raise AssertionError(f"{method} {path} was not refused: {body}")

    def advance(self, seconds: int) -> None:
        self.simulator.advance(seconds)

    def price(self, amount: int = 1_000, interval: str = "month", **values: Any) -> dict[str, Any]:
        product = self.post("/v1/products", name=f"Product {amount}")
        recurring = {"interval": interval, **values.pop("recurring", {})}
        unit = {} if "tiers" in values else {"unit_amount": amount}
        values = {"currency": "jpy", "recurring": recurring, **unit, **values}
        return self.post("/v1/prices", product=product["id"], **values)

    def customer(self, card: str | None = "pm_card_visa", **values: Any) -> dict[str, Any]:
        """A customer whose card, if any, is the default for invoices."""
        made = self.post("/v1/customers", **values)
        if card is None:
            return made
        method = self.post(f"/v1/payment_methods/{card}/attach", customer=made["id"])
        return self.post(f"/v1/customers/{made['id']}", invoice_settings={"default_payment_method": method["id"]})

    def subscribe(self, customer: dict[str, Any], *prices: dict[str, Any], **values: Any) -> dict[str, Any]:
        items = [{"price": price["id"]} for price in prices]
        return self.post("/v1/subscriptions", **{"customer": customer["id"], "items": items, **values})

    def invoices(self, **filters: Any) -> list[dict[str, Any]]:
        """Oldest first."""
        data: list[dict[str, Any]] = self.get("/v1/invoices", limit=100, **filters)["data"]
        return data[::-1]
