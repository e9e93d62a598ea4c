"""Events: the object that an event is about, and what it says about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..json_object import Json


def object_of(event: Mapping[str, Any]) -> Json:
    """The event's copy of the object, which can be of another API version; {} if there is none."""
    return (event.get("data") or {}).get("object") or {}


def before_of(event: Mapping[str, Any]) -> Json:
    """The object's changed fields before the event."""
    return (event.get("data") or {}).get("previous_attributes") or {}


def has_details(event: Mapping[str, Any]) -> bool:
    """Whether an event of API v2 contains its details, which a list may leave out."""
    return bool(event.get("data"))


def reason_of(event: Mapping[str, Any]) -> Json:
    """Why usage was rejected, from an event of API v2."""
    return (event.get("data") or {}).get("reason") or {}
