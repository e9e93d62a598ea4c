"""The post-confirmation trigger of a user pool: each confirmed sign-up gets one Stripe customer (D1 to D3).

Cognito waits five seconds for an answer and then fails the sign-up, so the handler answers earlier in every case. What
it could not finish is finished by the next call for the same user, or by the desk (D4).
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...domain.objects.nested import rows_of
from .stripe_http import STRIPE, NotAnswered, StripeHttp
from .write_back import ATTRIBUTE, SENTENCES, write_back

log = logging.getLogger(__name__)
SIGN_UP = "PostConfirmation_ConfirmSignUp"
"""The only source that is a sign-up; a confirmed password reset calls the same function."""
BUDGET = 3.5
"""Seconds from the call to the answer, of the five that Cognito allows; starting the function takes some of them."""
USERNAME, EXTERNAL_ID = "cognitoUsername", "external_id"
"""Metadata of the customer: the user's name in the pool, and the user's `sub`, which never changes."""
_LONGEST = {"name": 256, "email": 512}


@dataclass(frozen=True)
class SignUp:
    """A confirmed user."""

    pool: str
    username: str
    sub: str
    email: str = ""
    name: str = ""
    locale: str = ""
    customer: str = ""

    @property
    def key(self) -> str:
        """The idempotency key: equal for every call about this user, without anything that names a person."""
        return "cognito-" + hashlib.sha256(f"{self.pool}\n{self.sub}".encode()).hexdigest()


def handler(event: dict[str, Any], _context: object = None) -> dict[str, Any]:
    """AWS Lambda's entry: returns the event as it came, always, and raises nothing."""
    began = time.monotonic()
    try:
        user = sign_up_of(event)
        if user is not None:
            log.info("sign-up: %s", finish(user, StripeHttp(_key(), _base(), began + BUDGET), _pool()))
    except NotAnswered as error:
        log.warning("sign-up left for later: %s", error)
    except Exception as error:  # a sign-up must never fail because of this function
        log.exception("sign-up left for later: %s", type(error).__name__)
    return event


def sign_up_of(event: Mapping[str, Any]) -> SignUp | None:
    """The user of a confirmed sign-up; None for any other source (D3), or without a `sub`."""
    if event.get("triggerSource") != SIGN_UP:
        return None
    held = (event.get("request") or {}).get("userAttributes") or {}
    found = {name: str(held.get(name) or "").strip() for name in ("sub", "email", "name", "locale", ATTRIBUTE)}
    if not found["sub"]:
        return None
    named = found["name"] or " ".join(str(held.get(part) or "") for part in ("given_name", "family_name")).strip()
    return SignUp(
        str(event.get("userPoolId") or ""),
        str(event.get("userName") or ""),
        found["sub"],
        found["email"][: _LONGEST["email"]],
        named[: _LONGEST["name"]],
        found["locale"][:20].replace("_", "-"),
        found[ATTRIBUTE],
    )


def finish(user: SignUp, stripe: StripeHttp, pool: Any) -> str:
    """Find or create the customer, and write its id back; returns what was done. Raises NotAnswered."""
    if user.customer:
        return "already"
    found = find(user, stripe)
    customer = str((found or create(user, stripe))["id"])
    why = write_back(pool, user.pool, user.username, customer)
    if why is not None:
        log.warning("%s", SENTENCES[why])
        return str(why)
    return "found" if found else "created"


def find(user: SignUp, stripe: StripeHttp) -> Any:
    """The customer that an earlier call made; None if there is none. By list, which is consistent at once."""
    if not user.email:
        return None
    listed = stripe.get("/v1/customers", {"email": user.email, "limit": "100"})
    for row in rows_of({"customers": listed}, "customers"):
        metadata = row.get("metadata") or {}
        if metadata.get(EXTERNAL_ID) == user.sub or (user.username and metadata.get(USERNAME) == user.username):
            return row
    return None


def create(user: SignUp, stripe: StripeHttp) -> Any:
    params = {f"metadata[{USERNAME}]": user.username[:500], f"metadata[{EXTERNAL_ID}]": user.sub[:500]}
    params |= {name: value for name, value in (("email", user.email), ("name", user.name)) if value}
    if user.locale:
        params["preferred_locales[0]"] = user.locale
    try:
        return stripe.post("/v1/customers", params, user.key)
    except NotAnswered as error:
        if error.code != "idempotency_error":
            raise
        # An earlier call made the customer from other attributes, such as a name that was changed since.
        found = find(user, stripe)
        if found is None:
            raise
        return found


@lru_cache(maxsize=1)
def _key() -> str:
    """The restricted key, from the secret that STRIPE_KEY_SECRET names; it is read once for each running function."""
    import boto3

    name = os.environ["STRIPE_KEY_SECRET"]
    found: str = boto3.client("secretsmanager", config=_config()).get_secret_value(SecretId=name)["SecretString"]
    return found.strip()


@lru_cache(maxsize=1)
def _pool() -> Any:
    import boto3

    return boto3.client("cognito-idp", config=_config())


def _config() -> Any:
    from botocore.config import Config

    return Config(connect_timeout=1, read_timeout=1.5, retries={"total_max_attempts": 1})


def _base() -> str:
    return os.environ.get("STRIPE_API_BASE", STRIPE)
