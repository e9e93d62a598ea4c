"""The API keys that the simulator accepts, and the errors for others."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, replace

from . import publishable
from .errors import ApiError
from .resources import Endpoint
from .state.state import State

_STREAM = "/v2/billing/meter_event_stream"


@dataclass(frozen=True)
class Grant:
    """The access of a key: one account in one mode, without the permissions in `missing` (`rak_…` names).

    `publishable`: only what a customer's browser may do.
    """

    state: State
    missing: frozenset[str] = frozenset()
    revoked: bool = False
    publishable: bool = False


def key_of(authorization: str) -> str:
    """The key in a bearer or basic authorization header (basic: the user name); empty: there is none."""
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value).decode().partition(":")[0]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""


def redacted(key: str) -> str:
    return f"{key[:8]}{'*' * 12}{key[-4:]}"


def admit(grants: dict[str, Grant], key: str, endpoint: Endpoint) -> Grant:
    """The grant of this key. Raises ApiError 401 (unknown key) or 403 (missing permission), as Stripe does."""
    if not key:
        raise ApiError(
            401, "You did not provide an API key. You need to provide your API key in the Authorization header."
        )
    if endpoint.path == _STREAM:
        return _by_session(grants, key)
    if key.startswith("pk_"):
        return _publishable(grants, key, endpoint)
    grant = grants.get(key)
    if grant is None:
        raise ApiError(401, f"Invalid API Key provided: {redacted(key)}")
    if grant.revoked:
        raise ApiError(401, f"Expired API Key provided: {redacted(key)}", code="api_key_expired")
    if endpoint.needed in grant.missing:
        raise ApiError(
            403,
            f"The provided key '{redacted(key)}' does not have the required permissions for this endpoint on account "
            f"'{grant.state.account_id}'. Having the '{endpoint.needed}' "
            "permission would allow this request to continue.",
        )
    return grant


def _publishable(grants: dict[str, Grant], key: str, endpoint: Endpoint) -> Grant:
    """The grant of a publishable key: the secret key of the same account with `pk_` in place of `sk_`."""
    if not publishable.opens(endpoint.method, endpoint.path):
        raise ApiError(
            403,
            "This API call cannot be made with a publishable API key. Please use a secret API key.",
            code="secret_key_required",
        )
    grant = grants.get(f"sk_{key.removeprefix('pk_')}")
    if grant is None:
        raise ApiError(401, f"Invalid API Key provided: {redacted(key)}")
    return replace(grant, missing=frozenset(), publishable=True)


def _by_session(grants: dict[str, Grant], token: str) -> Grant:
    """The grant of a meter event session token, which the meter event stream uses instead of a key."""
    for grant in grants.values():
        expires = grant.state.hidden_of("meter_sessions").get(token)
        if expires is not None and expires > grant.state.now():
            return grant
        if expires is not None:
            raise ApiError(
                401,
                "The billing meter event session has expired.",
                type_="temporary_session_expired",
                code="billing_meter_event_session_expired",
            )
    raise ApiError(401, "Invalid billing meter event session token.")
