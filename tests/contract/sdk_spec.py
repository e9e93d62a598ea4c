"""`python -m tests.contract.sdk_spec` writes what the SDK's types say of parameters into the simulator's table.

The simulator must not import the SDK, and must be as strict as Stripe: so the facts are read out once per SDK version.
A shape is written as `s i b f d m` (text, whole number, boolean, number, decimal, map of texts), `["enum", …]`,
`["list", X]`, `["or", X, …]`, `["unset", X]` (an empty text is meant) or a number: the index of an object's shape.
"""

from __future__ import annotations

import json
import types
import typing
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Union

import typing_extensions
from stripe._api_version import _ApiVersion
from stripe._stripe_object import StripeObject, UntypedStripeObject

from billing_desk.simulator.server import ENDPOINTS

from .sdk_routes import SdkRoute, routes
from .sdk_types import class_of, fields_of, hints_of, resolve

FILE = Path(__file__).resolve().parents[2] / "billing_desk" / "simulator" / "spec.json"
_PLAIN = {str: "s", int: "i", bool: "b", float: "f", Decimal: "d", object: "s", Any: "s"}


KINDS = [
    "balance_transaction",
    "billing.meter",
    "billing_portal.session",
    "billing_portal.configuration",
    "card",
    "charge",
    "checkout.session",
    "coupon",
    "credit_note",
    "credit_note_line_item",
    "customer",
    "customer_balance_transaction",
    "discount",
    "dispute",
    "file",
    "invoice",
    "invoice_payment",
    "invoiceitem",
    "item",
    "line_item",
    "payment_intent",
    "payment_method",
    "payout",
    "plan",
    "price",
    "product",
    "promotion_code",
    "radar.early_fraud_warning",
    "radar.value_list",
    "radar.value_list_item",
    "refund",
    "reporting.report_run",
    "reporting.report_type",
    "review",
    "setup_intent",
    "source",
    "subscription",
    "subscription_item",
    "subscription_schedule",
    "tax_id",
    "tax_rate",
    "test_helpers.test_clock",
    "token",
    "webhook_endpoint",
]
# Sent only when expanded, or only for accounts and types that this simulator is not.
_ABSENT = {
    "Coupon": ("applies_to", "currency_options", "script"),
    "Charge": ("level3", "refunds", "transfer"),
    "CheckoutSession": ("line_items",),
    "Customer": ("cash_balance", "sources", "subscriptions", "tax", "tax_ids", "invoice_credit_balance"),
    "Invoice": ("confirmation_secret", "payments"),
    "Price": ("currency_options", "tiers"),
    "Plan": ("tiers",),
    "Card": (
        "account",
        "allow_redisplay",
        "available_payout_methods",
        "currency",
        "default_for_currency",
        "iin",
        "issuer",
        "description",
        "networks",
        "status",
    ),
}
_BY_TYPE = ("PaymentMethod", "Source", "Token", "Discount")
_LEFT_OUT = object()


class _Table:
    """Object shapes, each kept once however many names the SDK has for it."""

    def __init__(self) -> None:
        self.objects: list[Any] = []
        self._places: dict[str, int] = {}

    def place(self, typed_dict: Any) -> int:
        hints = hints_of(typed_dict)
        required = sorted(typed_dict.__required_keys__)
        known = {name: self.shape(hint) for name, hint in sorted(hints.items()) if not _is_option(typed_dict, name)}
        known.pop("expand", None)
        entry = [known, [name for name in required if name in known]]
        text = json.dumps(entry)
        if text not in self._places:
            self._places[text] = len(self.objects)
            self.objects.append(entry)
        return self._places[text]

    def shape(self, hint: Any) -> Any:
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing_extensions.NotRequired, typing_extensions.Required):
            return self.shape(arguments[0])
        if hint in _PLAIN:
            return _PLAIN[hint]
        if typing_extensions.is_typeddict(hint):
            return self.place(hint)
        if origin in (list, typing.List):  # noqa: UP006 - the SDK writes both
            return ["list", self.shape(arguments[0])]
        if origin is dict and typing_extensions.is_typeddict(arguments[1]):
            return ["map", self.shape(arguments[1])]
        if origin is Literal:
            return ["unset", "s"] if arguments == ("",) else ["enum", *arguments]
        if origin in (Union, types.UnionType):
            return self._union(arguments)
        return "m"

    def _union(self, arms: tuple[Any, ...]) -> Any:
        literals = [value for arm in arms if typing.get_origin(arm) is Literal for value in typing.get_args(arm)]
        unset, literals = "" in literals, [value for value in literals if value != ""]
        others = [self.shape(arm) for arm in arms if typing.get_origin(arm) is not Literal and arm is not type(None)]
        if literals:
            # The SDK leaves enums open for later versions; a server of this version knows them all.
            others = [["enum", *literals], *(other for other in others if other != "s")]
        distinct = [other for place, other in enumerate(others) if other not in others[:place]]
        if (
            "m" in distinct
            and len(distinct) > 1
            and any(isinstance(each, int) or each[0] == "map" for each in distinct)
        ):
            distinct.remove("m")
        shape = distinct[0] if len(distinct) == 1 else ["or", *distinct]
        return ["unset", shape] if unset else shape


def _is_option(typed_dict: Any, name: str) -> bool:
    from stripe._request_options import RequestOptions

    return name in RequestOptions.__annotations__ and "RequestOptions" in str(typed_dict.__orig_bases__)


def spec() -> dict[str, Any]:
    """The table for every address that the simulator answers."""
    table = _Table()
    found = {}
    for endpoint in sorted(ENDPOINTS, key=lambda e: (e.plain, e.method)):
        for route in _routes(endpoint.method, endpoint.plain):
            found[f"{endpoint.method} {endpoint.plain}"] = table.place(route.params) if route.params else None
    blanks = {kind: blank(class_of(kind)) for kind in KINDS}
    return {"version": _ApiVersion.CURRENT, "routes": found, "objects": table.objects, "blanks": blanks}


def _routes(method: str, plain: str) -> list[SdkRoute]:
    return [route for route in routes() if route.method == method.lower() and route.plain == plain]


def blank(cls: type[Any]) -> dict[str, Any]:
    """An answer's fields as far as its type alone tells them: null where it may be, empty lists, objects of such.

    Left out: what only a maker can say (an id, an amount), and what appears only when expanded or for another type.
    """
    found: dict[str, Any] = {}
    for name, raw in sorted(fields_of(cls)):
        value = _default(resolve(raw, cls.__module__), cls)
        if value is not _LEFT_OUT and name != "deleted" and name not in _ABSENT.get(cls.__name__, ()):
            found[name] = {} if name == "metadata" else value
    return found


def _default(annotation: Any, cls: type[Any]) -> Any:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (Union, types.UnionType):
        if type(None) not in arguments:
            return _LEFT_OUT
        many = cls.__name__ in _BY_TYPE and any(_is_nested(resolve(arm, cls.__module__)) for arm in arguments)
        return _LEFT_OUT if many else None
    if origin is Literal and len(arguments) == 1:
        return arguments[0] if arguments[0] is not True else _LEFT_OUT
    if origin in (list, typing.List):  # noqa: UP006
        return []
    if annotation is bool:
        return False
    if _is_nested(annotation):
        return blank(annotation)
    return {} if origin in (dict, UntypedStripeObject) else _LEFT_OUT


def _is_nested(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, StripeObject) and "." in annotation.__qualname__


def text() -> str:
    return json.dumps(spec(), separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
