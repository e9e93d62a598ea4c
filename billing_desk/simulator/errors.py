"""API errors in Stripe's format: HTTP status, type, code, param and message."""

from __future__ import annotations

from typing import Any

_NAMES = {
    "payment_method": "PaymentMethod",
    "billing.meter": "billing meter",
    "test_helpers.test_clock": "test clock",
    "invoiceitem": "invoiceitem",
    "checkout.session": "checkout.session",
    "promotion_code": "promotion code",
    "customer_balance_transaction": "customer balance transaction",
    "subscription_item": "subscription_item",
    "payment_intent": "payment_intent",
    "setup_intent": "setupintent",
}


class ApiError(Exception):
    """Answered as `{"error": {...}}` with `status`. `stored`: the answer is kept for the idempotency key.
    `happened`: the changes made so far are committed (e.g. a declined charge) instead of rolled back.

    `more`: further fields of the error, e.g. `decline_code`, `charge`, `payment_intent`.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type_: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        stored: bool = False,
        happened: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.type = type_
        self.code = code
        self.param = param
        self.message = message
        self.stored = stored
        self.happened = happened
        self.more = more

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"message": self.message, "type": self.type, **self.more}
        if self.code:
            error["code"] = self.code
            error["doc_url"] = f"https://stripe.com/docs/error-codes/{self.code.replace('_', '-')}"
        if self.param:
            error["param"] = self.param
        return {"error": error}


def unknown_parameter(param: str) -> ApiError:
    return ApiError(400, f"Received unknown parameter: {param}", code="parameter_unknown", param=param)


def missing_parameter(param: str) -> ApiError:
    return ApiError(400, f"Missing required param: {param}.", code="parameter_missing", param=param)


def exclusive(*names: str) -> ApiError:
    listed = " and ".join(names)
    message = f"Received both {listed} parameters. Please pass in only one."
    return ApiError(400, message, code="parameters_exclusive", param=names[0])


def invalid(param: str, message: str, code: str | None = None) -> ApiError:
    return ApiError(400, message, code=code, param=param)


def refused(message: str, code: str | None = None, param: str | None = None) -> ApiError:
    """A valid request that the object's state does not allow. Stored for the idempotency key, as it was executed."""
    return ApiError(400, message, code=code, param=param, stored=True)


def no_such(kind: str, id_: str, param: str = "id") -> ApiError:
    status = 404 if param == "id" else 400
    return ApiError(
        status, f"No such {_NAMES.get(kind, kind)}: '{id_}'", code="resource_missing", param=param, stored=param != "id"
    )
