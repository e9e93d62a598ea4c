"""Errors in the shape Stripe gives them: HTTP status, type, code, param and message."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """Answered as `{"error": {...}}` with `status`. `stored` tells whether an idempotency key keeps this answer."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type_: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        stored: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.type = type_
        self.code = code
        self.param = param
        self.message = message
        self.stored = stored

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"message": self.message, "type": self.type}
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


def invalid(param: str, message: str, code: str | None = None) -> ApiError:
    return ApiError(400, message, code=code, param=param)


def no_such(kind: str, id_: str, param: str = "id") -> ApiError:
    status = 404 if param == "id" else 400
    return ApiError(status, f"No such {kind.replace('_', ' ')}: '{id_}'", code="resource_missing", param=param)
