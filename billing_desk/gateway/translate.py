"""Translates the SDK's exceptions to DeskErrors. Stripe's error code is on `e.error`, not on `e`."""

from __future__ import annotations

import re

import stripe

from ..domain.errors import (
    Busy,
    Conflict,
    Declined,
    DeskError,
    KeyRejected,
    Locked,
    NotAllowed,
    NotFound,
    Refused,
    Unexpected,
)
from .network import offline

_PERMISSION = re.compile(r"'(rak_\w+)'")


def translate(error: Exception) -> DeskError:
    """The DeskError for an SDK error. Raises `error` again if it is not an SDK error."""
    if not isinstance(error, stripe.StripeError):
        raise error
    found = _same(error)
    found.replayed = (error.headers or {}).get("Idempotent-Replayed") == "true"
    return found


def _same(error: stripe.StripeError) -> DeskError:
    if isinstance(error, stripe.APIConnectionError):
        return offline(error)
    details = error.error
    code: str | None = getattr(details, "code", None) or error.code
    param: str | None = getattr(details, "param", None)
    message, request_id, status = error.user_message or "", error.request_id, error.http_status
    if code == "lock_timeout":
        return Locked(message, request_id, code)
    match status:
        case 401:
            return KeyRejected(message, request_id, code)
        case 402:
            return Declined(
                message,
                request_id,
                code,
                decline_code=getattr(details, "decline_code", None),
                advice_code=getattr(details, "advice_code", None),
            )
        case 403:
            if code == "secret_key_required":
                return KeyRejected(message, request_id, code)
            found = _PERMISSION.search(message)
            return NotAllowed(message, request_id, code, permission=found.group(1) if found else None)
        case 404:
            return NotFound(message, request_id, code, param=param)
        case 409:
            return Conflict(message, request_id, code)
        case 429:
            return Busy(message, request_id, code)
        case 400 if isinstance(error, stripe.IdempotencyError):
            return Conflict(message, request_id, code or "idempotency_error")
        case 400:
            return Refused(message, request_id, code, param=param)
        case _:
            return Unexpected(message, request_id, code, status=status)
