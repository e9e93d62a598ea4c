"""Webhook endpoints of API v1 and event destinations of API v2, as one list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from ..field_errors import FieldError
from ..json_object import Json

LONGEST_URL, LONGEST_NAME, MOST_EVENTS = 2_048, 200, 500
_TYPE = re.compile(r"\*|(v[12]\.)?[a-z][a-z0-9_]*(\.[a-z0-9_*\[\]]+)+")
SECRET = re.compile(r"whsec_[A-Za-z0-9+/=_-]{16,200}")
"""The shape of a signing secret."""


class Style(StrEnum):
    """What Stripe sends: whole objects, by API v1 or v2, or thin events, which v2 alone can send."""

    ENDPOINT = "endpoint"
    SNAPSHOT = "snapshot"
    THIN = "thin"

    @property
    def is_destination(self) -> bool:
        return self is not Style.ENDPOINT


BILLING_EVENTS = (
    *("customer.created", "customer.updated", "customer.deleted"),
    *("customer.source.created", "customer.source.updated", "customer.source.deleted", "customer.source.expiring"),
    *("payment_method.attached", "payment_method.detached", "payment_method.updated"),
    "payment_method.automatically_updated",
    *("customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted"),
    *("customer.subscription.paused", "customer.subscription.resumed", "customer.subscription.trial_will_end"),
    "customer.subscription.pending_update_applied",
    "customer.subscription.pending_update_expired",
    *("invoice.created", "invoice.finalized", "invoice.finalization_failed", "invoice.paid"),
    *("invoice.payment_succeeded", "invoice.payment_failed", "invoice.payment_action_required", "invoice.overdue"),
    *("invoice.will_be_due", "invoice.upcoming", "invoice.voided", "invoice.marked_uncollectible", "invoice.sent"),
    *("charge.failed", "charge.refunded", "charge.dispute.created", "charge.dispute.closed"),
    *("payment_intent.succeeded", "payment_intent.payment_failed"),
    *("credit_note.created", "credit_note.updated", "credit_note.voided"),
    *("refund.created", "refund.updated", "refund.failed"),
    *("review.opened", "review.closed"),
)
"""The types that a program for billing needs (reference: Stripe's list of event types)."""


def for_style(types: Iterable[str], style: Style) -> list[str]:
    """Thin events of API v1's types have a prefix; other payloads have none."""
    bare = [name.removeprefix("v1.") if not name.startswith("v1.billing.meter.") else name for name in types]
    if style is not Style.THIN:
        return [name for name in bare if not name.startswith("v1.")] or bare
    return [name if name == "*" or name.startswith(("v1.", "v2.")) else f"v1.{name}" for name in bare]


@dataclass(frozen=True)
class Endpoint:
    """`created` in Unix seconds. `url` is "" if the key may not see it, or the events go elsewhere. `reason` says why
    it is disabled; "" if a person did it."""

    id: str
    style: Style
    url: str
    types: tuple[str, ...]
    enabled: bool
    name: str = ""
    created: int | None = None
    version: str = ""
    reason: str = ""

    @property
    def kind(self) -> str:
        """The kind by which it is read and written."""
        return "event_destination" if self.style.is_destination else "webhook_endpoint"


@dataclass(frozen=True)
class NewEndpoint:
    """What the form asks for."""

    url: str
    types: tuple[str, ...]
    style: Style = Style.ENDPOINT
    name: str = ""


def endpoint_of(obj: Json) -> Endpoint:
    """From an object of API v1 or v2. Raises STRANGE."""
    if obj.get("object") != "v2.core.event_destination":
        return Endpoint(
            str(obj["id"]),
            Style.ENDPOINT,
            str(obj.get("url") or ""),
            tuple(str(name) for name in obj.get("enabled_events") or ()),
            obj.get("status") != "disabled",
            str(obj.get("description") or ""),
            int(obj["created"]) if obj.get("created") else None,
            str(obj.get("api_version") or ""),
        )
    made = obj.get("created")
    disabled = (obj.get("status_details") or {}).get("disabled") or {}
    reason = str(disabled.get("reason") or "")
    return Endpoint(
        str(obj["id"]),
        Style.THIN if obj.get("event_payload") == "thin" else Style.SNAPSHOT,
        str((obj.get("webhook_endpoint") or {}).get("url") or ""),
        tuple(str(name) for name in obj.get("enabled_events") or ()),
        obj.get("status") != "disabled",
        str(obj.get("name") or ""),
        int(datetime.fromisoformat(str(made)).timestamp()) if made else None,
        str(obj.get("snapshot_api_version") or ""),
        "" if reason == "user" else reason,
    )


def secret_of(answer: Any) -> str:
    """The signing secret in the answer to a creation; "" if Stripe does not show it (again)."""
    found = answer.get("secret") or (answer.get("webhook_endpoint") or {}).get("signing_secret")
    return found if isinstance(found, str) and SECRET.fullmatch(found) else ""


def endpoint_errors(new: NewEndpoint, *, live: bool) -> list[FieldError]:
    found = []
    if code := _url_error(new.url, live=live):
        found.append(FieldError("url", code))
    if not new.types or len(new.types) > MOST_EVENTS:
        found.append(FieldError("types", "no_types" if not new.types else "too_many_types"))
    elif not all(_TYPE.fullmatch(name) for name in new.types):
        found.append(FieldError("types", "not_a_type"))
    if len(new.name) > LONGEST_NAME:
        found.append(FieldError("name", "too_long"))
    if new.style.is_destination and not new.name:
        found.append(FieldError("name", "no_name"))
    return found


def _url_error(url: str, *, live: bool) -> str:
    try:
        parts = urlsplit(url)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return "not_a_url"
    if not whole or len(url) > LONGEST_URL or any(not c.isprintable() or c.isspace() for c in url):
        return "not_a_url"
    if parts.username or parts.password:
        return "url_with_password"
    return "not_https" if live and parts.scheme != "https" else ""
