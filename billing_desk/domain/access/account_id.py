"""What may be an account's id: a part of names of files and of keyring entries, so it is checked where it enters."""

from __future__ import annotations

import hashlib
import re

_ID = re.compile(r"acct_[A-Za-z0-9]{1,64}")
_LOCAL = "acct_local"


def is_account_id(text: object) -> bool:
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def checked(text: str) -> str:
    """The id. Raises ValueError for anything else."""
    if not is_account_id(text):
        raise ValueError(f"not an account id: {text!r}")
    return text


def local_id(address: str, claimed: str) -> str:
    """The id of an account on a server of this computer: by its address and by what it calls itself, so that it is
    never one of Stripe's, whatever it says."""
    return _LOCAL + hashlib.sha256(f"{address}\n{claimed}".encode()).hexdigest()[:16]


def is_local(account_id: str) -> bool:
    return account_id.startswith(_LOCAL)
