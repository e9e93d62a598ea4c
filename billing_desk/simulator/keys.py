"""API keys the simulator accepts, and the refusals for the others."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import ApiError
from .state import State


@dataclass(frozen=True)
class Grant:
    """What a key opens: an account in one mode, less the permissions it lacks (`rak_…` names)."""

    state: State
    missing: frozenset[str] = frozenset()
    revoked: bool = False


def key_of(authorization: str) -> str:
    scheme, _, value = authorization.partition(" ")
    return value if scheme == "Bearer" else ""


def redacted(key: str) -> str:
    return f"{key[:8]}{'*' * 12}{key[-4:]}"


def admit(grants: dict[str, Grant], key: str, needed: str) -> Grant:
    """The grant of this key for a call that needs a permission; raises 401 or 403 as Stripe does."""
    if not key:
        raise ApiError(
            401, "You did not provide an API key. You need to provide your API key in the Authorization header."
        )
    if key.startswith("pk_"):
        raise ApiError(
            403,
            "This API call cannot be made with a publishable API key. Please use a secret API key.",
            code="secret_key_required",
        )
    grant = grants.get(key)
    if grant is None:
        raise ApiError(401, f"Invalid API Key provided: {redacted(key)}")
    if grant.revoked:
        raise ApiError(401, f"Expired API Key provided: {redacted(key)}", code="api_key_expired")
    if needed in grant.missing:
        raise ApiError(
            403,
            f"The provided key '{redacted(key)}' does not have the required permissions for this endpoint on account "
            f"'{grant.state.account_id}'. Having the '{needed}' permission would allow this request to continue.",
        )
    return grant
