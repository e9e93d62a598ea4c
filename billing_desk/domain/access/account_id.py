"""Validates account ids, because file names and keyring entry names contain them."""

from __future__ import annotations

import hashlib
import re

_ID = re.compile(r"acct_[A-Za-z0-9]{1,64}")
_LOCAL = "acct_local"


def is_account_id(text: object) -> bool:
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def checked(text: str) -> str:
    """Returns the id. Raises ValueError if it is not a valid account id."""
    if not is_account_id(text):
        raise ValueError(f"not an account id: {text!r}")
    return text


def local_id(address: str, claimed: str) -> str:
    """The id of an account on a local server, derived from the address and the id that the server reports. It can never
    equal the id of an account at Stripe."""
    return _LOCAL + hashlib.sha256(f"{address}\n{claimed}".encode()).hexdigest()[:16]


def is_local(account_id: str) -> bool:
    return account_id.startswith(_LOCAL)
