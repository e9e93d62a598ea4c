"""What a publishable key may do: create card data, and read or confirm an intent or a source by its client secret.

Its answers leave out everything that is not meant for the customer's browser.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

from .call import Call
from .errors import ApiError, invalid, missing_parameter

_CREATES = ("POST /v1/tokens", "POST /v1/payment_methods", "POST /v1/sources")
_BY_SECRET = {
    "GET /v1/payment_intents/{id}": "payment_intent",
    "POST /v1/payment_intents/{id}/confirm": "payment_intent",
    "GET /v1/setup_intents/{id}": "setup_intent",
    "POST /v1/setup_intents/{id}/confirm": "setup_intent",
    "GET /v1/sources/{id}": "source",
}
_SECRET_ONLY = ("off_session", "error_on_requires_action")
_INTENT = (
    "id",
    "object",
    "automatic_payment_methods",
    "cancellation_reason",
    "client_secret",
    "created",
    "description",
    "livemode",
    "next_action",
    "payment_method",
    "payment_method_types",
    "status",
)
_SHOWN: dict[str, tuple[str, ...]] = {
    "payment_intent": (
        *_INTENT,
        "amount",
        "canceled_at",
        "capture_method",
        "confirmation_method",
        "currency",
        "last_payment_error",
        "processing",
        "receipt_email",
        "setup_future_usage",
        "shipping",
        "source",
    ),
    "setup_intent": (*_INTENT, "last_setup_error", "usage"),
}
"""Kind → its fields that Stripe marks as retrievable with a publishable key."""
_HIDDEN = ("charge", "customer", "customer_account", "fingerprint", "metadata")


def opens(method: str, path: str) -> bool:
    """Whether a publishable key may use this endpoint."""
    line = f"{method} {path}"
    return line in _CREATES or line in _BY_SECRET


def check(call: Call, method: str, path: str, *, publishable: bool) -> None:
    """Raises ApiError for a client secret that is missing or wrong, and for parameters that need a secret key.

    A wrong secret is answered as an unknown object, so that ids cannot be tried out.
    """
    kind = _BY_SECRET.get(f"{method} {path}")
    if kind is None:
        return
    given = call.params.get("client_secret")
    if given is None and not publishable:
        return
    if given is None:
        raise missing_parameter("client_secret")
    found = call.state.table(kind).peek(call.ids["id"])
    held = "" if found is None else str(found["client_secret"])
    if not hmac.compare_digest(held.encode(), given.encode()):
        message = f"No such {kind}: '{call.ids['id']}'. The client_secret does not belong to it."
        raise ApiError(404, message, code="resource_missing", param="client_secret")
    for name in _SECRET_ONLY if publishable else ():
        if name in call.params:
            raise invalid(name, f"The parameter `{name}` cannot be used with a publishable key.")


def shown(value: Any) -> Any:
    """An answer as a publishable key gets it."""
    if isinstance(value, list):
        return [shown(each) for each in value]
    if not isinstance(value, Mapping):
        return value
    names = _SHOWN.get(str(value.get("object")))
    return {
        name: shown(item) for name, item in value.items() if name not in _HIDDEN and (names is None or name in names)
    }
