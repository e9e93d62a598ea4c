"""Subscription settings whose change creates no invoice."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import invalid, refused
from ...state.table import Json
from ...state.templates import METADATA_KEYS, UNSET, plain
from ..payments import wallets

DAY = 86_400


def merged_metadata(old: Json, new: Any) -> Json:
    """Merge metadata by key, as Stripe does. An empty value removes its key; UNSET or None removes all."""
    if new is UNSET or new is None:
        return {}
    merged = {key: value for key, value in {**old, **new}.items() if value != ""}
    if len(merged) > METADATA_KEYS:
        raise invalid("metadata", f"You can have up to {METADATA_KEYS} keys; this would be {len(merged)}.")
    return merged


def apply_settings(call: Call, subscription: Json, params: Json) -> None:
    """Apply the collection, cancellation, payment and trial settings that create and update share."""
    if "metadata" in params:
        subscription["metadata"] = merged_metadata(subscription["metadata"], params["metadata"])
    for name in ("description", "default_source", "application_fee_percent"):
        if name in params:
            subscription[name] = plain(params[name])
    _collection(subscription, params)
    _payment(call, subscription, params)
    _cancellation(call, subscription, params)
    if "default_tax_rates" in params:
        rates = params["default_tax_rates"] or []
        subscription["default_tax_rates"] = [call.state.get("tax_rate", id_, "default_tax_rates") for id_ in rates]
    if "trial_settings" in params:
        given = params["trial_settings"]["end_behavior"]
        subscription["trial_settings"]["end_behavior"].update(given)
    if "pause_collection" in params:
        _pause_collection(call, subscription, params["pause_collection"])


def _collection(subscription: Json, params: Json) -> None:
    method = params.get("collection_method", subscription["collection_method"])
    if "days_until_due" in params and method != "send_invoice":
        raise invalid("days_until_due", "You can only set `days_until_due` when `collection_method` is `send_invoice`.")
    if method == "send_invoice" and not (params.get("days_until_due") or subscription["days_until_due"]):
        raise invalid("days_until_due", "If you set `collection_method=send_invoice`, you must set `days_until_due`.")
    subscription["collection_method"] = method
    subscription["days_until_due"] = (
        params.get("days_until_due", subscription["days_until_due"]) if method == "send_invoice" else None
    )


def _payment(call: Call, subscription: Json, params: Json) -> None:
    if "default_payment_method" in params:
        method = plain(params["default_payment_method"])
        if method:
            customer = call.state.get("customer", subscription["customer"])
            found = call.state.get("payment_method", method, "default_payment_method")
            if found["customer"] != customer["id"]:
                raise refused(
                    f"The customer does not have a payment method with the ID {method}. "
                    "The payment method must be attached "
                    "to the customer.",
                    "resource_missing",
                    "default_payment_method",
                )
        subscription["default_payment_method"] = method
    source = subscription["default_source"]
    if source and wallets.wallet(call.state, source, "default_source")["customer"] != subscription["customer"]:
        raise refused(f"No such source: '{source}'", "resource_missing", "default_source")
    if "payment_settings" in params:
        given = params["payment_settings"]
        subscription["payment_settings"].update({name: plain(value) for name, value in given.items()})


def _cancellation(call: Call, subscription: Json, params: Json) -> None:
    now = call.state.now_of(subscription)
    ends = [item["current_period_end"] for item in subscription["items"]["data"]]
    if "cancellation_details" in params:
        empty = {"comment": None, "feedback": None, "feedback_option": None, "reason": None}
        given = {name: plain(value) for name, value in params["cancellation_details"].items()}
        subscription["cancellation_details"] = {**(subscription["cancellation_details"] or empty), **given}
    if "cancel_at_period_end" in params:
        wanted = params["cancel_at_period_end"]
        subscription["cancel_at_period_end"] = wanted
        subscription["cancel_at"] = max(ends) if wanted else None
        subscription["canceled_at"] = now if wanted else None
    if "cancel_at" in params:
        given = plain(params["cancel_at"])
        moment = {"min_period_end": min(ends), "max_period_end": max(ends), "max_billed_until": max(ends)}.get(
            given, given
        )
        if isinstance(moment, int) and moment <= now:
            raise invalid("cancel_at", "Invalid timestamp: must be an integer Unix timestamp in the future.")
        subscription.update(cancel_at=moment, canceled_at=now if moment else None, cancel_at_period_end=False)
    if subscription["canceled_at"] and subscription["cancellation_details"] is None:
        subscription["cancellation_details"] = {
            "comment": None,
            "feedback": None,
            "feedback_option": None,
            "reason": "cancellation_requested",
        }
    elif subscription["canceled_at"] and subscription["cancellation_details"]["reason"] is None:
        subscription["cancellation_details"]["reason"] = "cancellation_requested"


def _pause_collection(call: Call, subscription: Json, given: Any) -> None:
    if given is UNSET:
        subscription["pause_collection"] = None
        return
    if given.get("resumes_at") is not None and given["resumes_at"] <= call.state.now_of(subscription):
        raise invalid("pause_collection[resumes_at]", "The time must be in the future.")
    subscription["pause_collection"] = {"behavior": given["behavior"], "resumes_at": given.get("resumes_at")}
    if given.get("resumes_at"):
        call.state.schedule(given["resumes_at"], "resume_collection", subscription)


def resume_collection(call: Call, subscription_id: str) -> None:
    """Scheduled: end a collection pause at `resumes_at`."""
    subscription = call.state.table("subscription").get(subscription_id)
    paused = subscription["pause_collection"] if subscription else None
    if subscription and paused and paused["resumes_at"] == call.state.now_of(subscription):
        with call.changing(subscription, "customer.subscription.updated"):
            subscription["pause_collection"] = None
