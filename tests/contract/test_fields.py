"""Fields that the SDK's classes declare and the simulator leaves out: only those listed here, each for a reason.

The SDK cannot tell "null" from "absent", so that the checks of single answers accept both.
"""

from __future__ import annotations

import types
import typing
from collections import defaultdict
from typing import Any, Union

import pytest
from stripe._object_classes import OBJECT_CLASSES
from stripe._stripe_object import StripeObject

from ..simulated import Asked
from .sdk_types import class_of, fields_of, resolve
from .walk import TOPICS

BY_TYPE = {
    "Charge.PaymentMethodDetails",
    "Dispute.PaymentMethodDetails",
    "PaymentMethod",
    "Refund.DestinationDetails",
    "Session.PaymentMethodOptions",
    "SetupIntent.NextAction",
    "Source",
}
"""Classes with a hash for each type, of which an object has one."""
ANY = "any"
ALLOWED: dict[str, dict[str, str]] = {
    "only when expanded": {
        "Charge": "refunds",
        "Coupon": "applies_to currency_options",
        "Customer": "cash_balance invoice_credit_balance sources subscriptions tax tax_ids",
        "Invoice": "confirmation_secret payments",
        "Plan": "tiers",
        "Price": "currency_options tiers",
        "PromotionCode.Restrictions": "currency_options",
    },
    "only for connected accounts and platforms": {
        "Account": "company groups individual",
        "Account.Controller": "fees is_controller losses requirement_collection stripe_dashboard",
        "Account.Settings": "paypay_payments treasury",
        "Account.TosAcceptance": "service_agreement",
        "Balance": "connect_reserved instant_available issuing refund_and_dispute_prefunding",
        "BankAccount": "account available_payout_methods default_for_currency future_requirements requirements",
        "Card": "account available_payout_methods currency default_for_currency status",
        "Charge": "transfer",
        "Event": "account context",
    },
    "only for accounts with a special agreement": {
        "Card": "allow_redisplay description iin issuer networks",
        "Charge": "level3",
        "Charge.PaymentMethodDetails.Card": (
            "electronic_commerce_indicator setup_credential_usage stored_credential_usage transaction_link_id"
        ),
        "PaymentMethod.Card": "description iin issuer",
        "Source.Card": "description iin issuer",
    },
    "only for other payment methods than cards": {
        "Account.Capabilities": ANY,
        "Account.Settings.SepaDebitPayments": "creditor_id",
        "Balance.Available.SourceTypes": "bank_account fpx",
        "Balance.Pending.SourceTypes": "bank_account fpx",
        "InvoicePayment.Payment": "charge payment_record",
    },
    "only while it applies": {
        "Account.Settings.CardIssuing.TosAcceptance": "user_agent",
        "Account.Settings.Payouts.Schedule": "monthly_anchor monthly_payout_days",
        "Charge.PaymentMethodDetails.Card": "capture_before",
        "Event.Data": "previous_attributes",
        "Invoice.Parent.SubscriptionDetails": "subscription_proration_date",
        "PaymentIntent.AmountDetails": "discount_amount error line_items shipping tax",
        "PaymentIntent.AmountDetails.Tip": "amount",
        "ReportRun.Parameters": "columns connected_account currency payout reporting_category timezone",
        "Subscription.BillingMode": "updated_at",
        "Subscription.InvoiceSettings.Issuer": "account",
        "Subscription.TrialSettings.EndBehavior": "billing_cycle_anchor",
        "SubscriptionSchedule.BillingMode": "updated_at",
        "SubscriptionSchedule.DefaultSettings.InvoiceSettings.Issuer": "account",
        "SubscriptionSchedule.Phase": "automatic_tax trial",
        "TestClock.StatusDetails": "advancing",
        "WebhookEndpoint": "secret",
    },
}
"""Reason → class → fields."""


class Absent:
    """Collects the fields that answers leave out, by class."""

    def __init__(self) -> None:
        self.fields: dict[str, set[str]] = defaultdict(set)
        self.seen: set[str] = set()

    def hear(self, _method: str, _path: str, body: dict[str, Any]) -> None:
        self.object(body)

    def object(self, data: dict[str, Any]) -> None:
        kind = data.get("object")
        if kind in ("list", "search_result"):
            for each in data["data"]:
                self.object(each)
        elif kind in OBJECT_CLASSES and not data.get("deleted"):
            self._fields(data, class_of(str(kind)))

    def _fields(self, data: dict[str, Any], cls: type[Any]) -> None:
        name = cls.__qualname__
        self.seen.add(name)
        for field, raw in fields_of(cls):
            if field in data:
                self._value(data[field], resolve(raw, cls.__module__), cls.__module__)
            elif field != "deleted" and not (name in BY_TYPE and _is_hash(raw, cls)):
                self.fields[name].add(field)

    def _value(self, value: Any, annotation: Any, module: str) -> None:
        arms = _arms(annotation, module)
        if isinstance(value, list):
            inner = [typing.get_args(arm)[0] for arm in arms if typing.get_origin(arm) is list]
            for each in value if inner else ():
                self._value(each, resolve(inner[0], module), module)
        elif isinstance(value, dict) and isinstance(value.get("object"), str):
            self.object(value)
        elif isinstance(value, dict):
            for arm in arms:
                if _is_nested(arm):
                    self._fields(value, arm)


def _arms(annotation: Any, module: str) -> list[Any]:
    found = resolve(annotation, module)
    if typing.get_origin(found) not in (Union, types.UnionType):
        return [found]
    return [arm for each in typing.get_args(found) for arm in _arms(each, module)]


def _is_nested(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, StripeObject) and "." in annotation.__qualname__


def _is_hash(raw: Any, cls: type[Any]) -> bool:
    return any(_is_nested(arm) for arm in _arms(raw, cls.__module__))


@pytest.fixture(scope="module")
def absent() -> Absent:
    found = Absent()
    for topic in TOPICS:
        asked = Asked()
        asked.heard = found.hear
        topic(asked)
    return found


def _allowed() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for classes in ALLOWED.values():
        for name, fields in classes.items():
            found[name] |= set(fields.split())
    return found


def test_no_field_is_left_out_without_a_reason(absent: Absent) -> None:
    allowed = _allowed()
    wrong = {name: sorted(fields - allowed[name]) for name, fields in absent.fields.items() if allowed[name] != {ANY}}
    assert {name: fields for name, fields in wrong.items() if fields} == {}


def test_every_reason_is_still_needed(absent: Absent) -> None:
    unneeded = {name: sorted(fields - absent.fields[name] - {ANY}) for name, fields in _allowed().items()}
    assert {name: fields for name, fields in unneeded.items() if fields} == {}


@pytest.mark.parametrize("name", ["BalanceTransaction", "Payout", "EarlyFraudWarning", "TaxId", "Account.Settings"])
def test_the_walk_meets(absent: Absent, name: str) -> None:
    assert name in absent.seen
