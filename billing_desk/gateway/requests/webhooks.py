"""Requests for webhook endpoints of API v1 and event destinations of API v2."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from stripe.params import WebhookEndpointCreateParams, WebhookEndpointUpdateParams
    from stripe.params.v2.core import (
        EventDestinationCreateParams,
        EventDestinationListParams,
        EventDestinationUpdateParams,
    )


def _names(types: Sequence[str]) -> Any:
    """The SDK's list of types is closed; accounts have others too."""
    return list(types)


ENDPOINTS, DESTINATIONS = "/v1/webhook_endpoints", "/v2/core/event_destinations"


def list_endpoints() -> Request:
    return Request("get", ENDPOINTS)


def list_destinations() -> Request:
    filters: EventDestinationListParams = {"include": ["webhook_endpoint.url"], "limit": 100}
    return Request("get", DESTINATIONS, cast("Mapping[str, Any]", filters))


def create_endpoint(
    url: str, types: Sequence[str], description: str, metadata: Mapping[str, str], version: str = ""
) -> Request:
    """`version` is the API version of the events; "" is the account's default."""
    fields: WebhookEndpointCreateParams = {"url": url, "enabled_events": _names(types), "metadata": dict(metadata)}
    if description:
        fields["description"] = description
    if version:
        fields["api_version"] = cast("Any", version)
    return Request("post", ENDPOINTS, cast("Mapping[str, Any]", fields))


def create_destination(
    url: str, types: Sequence[str], name: str, metadata: Mapping[str, str], *, thin: bool
) -> Request:
    """The answer contains the signing secret only because it is asked for."""
    fields: EventDestinationCreateParams = {
        "name": name,
        "type": "webhook_endpoint",
        "enabled_events": list(types),
        "event_payload": "thin" if thin else "snapshot",
        "webhook_endpoint": {"url": url},
        "metadata": dict(metadata),
        "include": ["webhook_endpoint.signing_secret", "webhook_endpoint.url"],
    }
    return Request("post", DESTINATIONS, cast("Mapping[str, Any]", fields))


def update_endpoint(id_: str, url: str, types: Sequence[str], description: str) -> Request:
    fields: WebhookEndpointUpdateParams = {"url": url, "enabled_events": _names(types), "description": description}
    return Request("post", object_path(ENDPOINTS, id_), cast("Mapping[str, Any]", fields))


def update_destination(id_: str, url: str, types: Sequence[str], name: str) -> Request:
    fields: EventDestinationUpdateParams = {
        "enabled_events": list(types),
        "name": name,
        "webhook_endpoint": {"url": url},
        "include": ["webhook_endpoint.url"],
    }
    return Request("post", object_path(DESTINATIONS, id_), cast("Mapping[str, Any]", fields))


def switch_endpoint(id_: str, *, enabled: bool) -> Request:
    fields: WebhookEndpointUpdateParams = {"disabled": not enabled}
    return Request("post", object_path(ENDPOINTS, id_), cast("Mapping[str, Any]", fields))


def switch_destination(id_: str, *, enabled: bool) -> Request:
    return Request("post", object_path(DESTINATIONS, id_, "enable" if enabled else "disable"))


def delete_endpoint(id_: str) -> Request:
    return Request("delete", object_path(ENDPOINTS, id_))


def delete_destination(id_: str) -> Request:
    return Request("delete", object_path(DESTINATIONS, id_))


def ping(id_: str) -> Request:
    """Stripe sends a test event to this destination."""
    return Request("post", object_path(DESTINATIONS, id_, "ping"))
