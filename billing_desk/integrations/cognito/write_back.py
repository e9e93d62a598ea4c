"""Writes a customer's id to the user's attribute `custom:customerId` (D2), and says why it cannot."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

ATTRIBUTE = "custom:customerId"


class Unwritable(StrEnum):
    """Why the attribute cannot be written."""

    MISSING = "attribute_missing"
    IMMUTABLE = "attribute_immutable"
    NOT_WRITABLE = "attribute_not_writable"
    NO_USER = "no_user"
    OTHER = "not_written"


SENTENCES = {
    Unwritable.MISSING: "The user pool has no attribute custom:customerId. Add it as a mutable string.",
    Unwritable.IMMUTABLE: "custom:customerId was created as immutable. Make it mutable in a new pool.",
    Unwritable.NOT_WRITABLE: "This role may not write user attributes. Allow cognito-idp:AdminUpdateUserAttributes.",
    Unwritable.NO_USER: "The user was deleted meanwhile.",
    Unwritable.OTHER: "The attribute could not be written.",
}


def write_back(client: Any, pool: str, username: str, customer: str) -> Unwritable | None:
    """None if it is written."""
    try:
        client.admin_update_user_attributes(
            UserPoolId=pool, Username=username, UserAttributes=[{"Name": ATTRIBUTE, "Value": customer}]
        )
    except Exception as error:
        return why_not(error)
    return None


def why_not(error: Exception) -> Unwritable:
    """From boto3's ClientError: the code, and in the message what Cognito says about the attribute."""
    said = getattr(error, "response", None)
    found = said.get("Error", {}) if isinstance(said, dict) else {}
    code, message = str(found.get("Code", "")), str(found.get("Message", "")).lower()
    if code == "UserNotFoundException":
        return Unwritable.NO_USER
    if code in ("AccessDeniedException", "NotAuthorizedException", "UnrecognizedClientException"):
        return Unwritable.NOT_WRITABLE
    if code == "InvalidParameterException":
        if "cannot be updated" in message or "immutable" in message or "not mutable" in message:
            return Unwritable.IMMUTABLE
        if "unauthorized" in message or "not authorized" in message:
            return Unwritable.NOT_WRITABLE
        if "does not exist" in message or "schema" in message:
            return Unwritable.MISSING
    return Unwritable.OTHER
