"""Stripe's side of a flow, looked at over HTTP with nothing of the program: prepare, then see what arrived."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import Any

import httpx

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Servers of tests speak http; reading a bundle of certificates for each call would cost more than the call."""


@dataclass
class StripeSide:
    """`address` and `key` of a server that speaks Stripe; `transport` replaces the network."""

    address: str
    key: str
    transport: httpx.AsyncBaseTransport | None = None
    has_prices: bool = True

    async def call(self, method: str, path: str, **params: Any) -> Any:
        async with httpx.AsyncClient(base_url=self.address, transport=self.transport, verify=NO_TLS) as client:
            headers = {"Authorization": f"Bearer {self.key}"}
            if method == "post":
                response = await client.post(path, data=params, headers=headers)
            else:
                response = await client.request(method, path, params=params, headers=headers)
        response.raise_for_status()
        return response.json()

    async def customers(self, email: str) -> list[dict[str, Any]]:
        found = await self.call("get", "/v1/customers", email=email)
        data: list[dict[str, Any]] = found["data"]
        return data

    async def customer(self, **fields: str) -> str:
        return str((await self.call("post", "/v1/customers", **fields))["id"])

    async def subscriber(self, email: str, plan: str) -> tuple[str, str]:
        """A customer with a card and a subscription to a new plan; their ids."""
        customer = await self.customer(email=email, name="Subscriber")
        product = await self.call("post", "/v1/products", name=f"Product of {plan}", **self._product_extras())
        fields = {"id": plan, "currency": "jpy", "interval": "month", "amount": "980", "product": product["id"]}
        await self.call("post", "/v1/plans", **fields, **self._plan_extras(plan))
        card = await self.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
        default = {"invoice_settings[default_payment_method]": card["id"]}
        await self.call("post", f"/v1/customers/{customer}", **default)
        items = {"items[0][plan]": plan}
        subscription = await self.call("post", "/v1/subscriptions", customer=customer, **items)
        return customer, str(subscription["id"])

    async def token(self, *, declines: bool = False) -> str:
        """Of a card that can be attached; a server without Stripe's own test tokens makes one of its test numbers."""
        if self.has_prices:
            return "tok_chargeCustomerFail" if declines else "tok_visa"
        number = "4" + "0" * 12 + "341" if declines else "4242" * 4
        card = {"card[number]": number, "card[exp_month]": "12", "card[exp_year]": "2034", "card[cvc]": "123"}
        return str((await self.call("post", "/v1/tokens", **card))["id"])

    def _product_extras(self) -> dict[str, str]:
        return {} if self.has_prices else {"type": "service"}

    def _plan_extras(self, plan: str) -> dict[str, str]:
        return {"nickname": plan}
