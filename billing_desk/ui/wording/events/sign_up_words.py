"""Sign-ups in words."""

from __future__ import annotations

from ....domain.errors import Refused
from ....domain.sign_ups.user import Compared, Mismatch, Mismatched
from ..text import Wording, translate


def problem(error: Refused) -> str:
    """Why the users cannot be read; "" for another error."""
    if error.code == "pool_refused":
        text = translate("SignUps", "AWS refused to list the users of this pool: {reason}.")
        return text.format(reason=error.message)
    return {
        "user_file_too_large": translate("SignUps", "The file of users is larger than 50 MB."),
        "user_file_not_text": translate("SignUps", "The file of users is not a CSV in UTF-8."),
        "user_file_no_columns": translate("SignUps", "The file needs the columns email, and sub or username."),
        "user_file_cannot_read": translate("SignUps", "The file of users cannot be read."),
        "no_cognito": translate("SignUps", "Install the extra “cognito” (boto3) to read user pools."),
    }.get(str(error.code), "")


def counted(found: Compared, wording: Wording) -> str:
    text = translate("SignUps", "{users} users read, {left} of them not confirmed.")
    return text.format(users=wording.number(found.users), left=wording.number(found.not_confirmed))


def mismatch(each: Mismatched) -> str:
    return {
        Mismatch.EMAIL: translate("SignUps", "The emails differ"),
        Mismatch.CUSTOMER_ID: translate("SignUps", "The directory names another customer"),
        Mismatch.NOT_WRITTEN_BACK: translate("SignUps", "The customer's ID is not in the directory"),
        Mismatch.CUSTOMER_GONE: translate("SignUps", "The directory names a customer that does not exist"),
    }[each.kind]


def not_written(why: str) -> str:
    """Why a customer's id could not be written to the directory."""
    return {
        "attribute_missing": translate("SignUps", "the pool has no attribute custom:customerId"),
        "attribute_immutable": translate("SignUps", "custom:customerId was created as immutable"),
        "attribute_not_writable": translate("SignUps", "these credentials may not write user attributes"),
        "no_user": translate("SignUps", "the user was deleted"),
    }.get(why, translate("SignUps", "AWS did not write it"))
