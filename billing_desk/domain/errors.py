"""The expected errors of the operator's actions.

    DeskError
    ├── Offline            no answer arrived; the outcome of a write is unknown
    │   ├── Untrusted      the certificate or the CA file is not valid; nothing was sent
    │   └── ProxyTrouble   the proxy refused the connection; nothing was sent
    ├── WrongAddress       the key may not be sent to this address; nothing was sent
    ├── KeyringTrouble     the keyring cannot be used, or has no key or a wrong key
    ├── Unopenable         a local file is of a newer version or has another key or desk
    ├── Unwritable         a file cannot be written or erased
    ├── DiskFull           a local file cannot grow
    ├── KeyRejected        the key is wrong, expired or of the wrong kind
    ├── NotAllowed         the key lacks a permission, or the desk may not write now
    ├── TooMuch            the write would exceed a ceiling of money or of writes
    ├── NotFound           no such object or path
    ├── Conflict           the object or the idempotency key is in use, or has changed
    ├── Declined           the bank declined the payment
    ├── Refused            the request is invalid for Stripe or for this program
    ├── Busy               the account sends too many requests; a later attempt can succeed
    ├── Locked             another change to the same object is under way; a later attempt can succeed
    └── Unexpected         anything else, such as 5xx and invalid answers

They carry data only; the UI has the texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .money import Money
from .objects.decline import PaymentFailure


@dataclass
class DeskError(Exception):
    """`message` is Stripe's own text if there is one; the UI never shows it alone. `replayed`: Stripe has stored this
    answer under the idempotency key and returns it for every repetition."""

    message: str = ""
    request_id: str | None = None
    code: str | None = None
    replayed: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        super().__init__(self.message)


@dataclass
class Offline(DeskError):
    pass


@dataclass
class Untrusted(Offline):
    """`code` is certificate (`message`: the TLS error) or ca_file (`message`: the path in the settings)."""


@dataclass
class ProxyTrouble(Offline):
    """`code` is unusable (`message`: the proxy's address without its password) or refused (`message`: its answer)."""


@dataclass
class WrongAddress(DeskError):
    """`code` is not_loopback, live_elsewhere, wrong_mode, local_only or stripes_account; `file` is the settings."""

    file: str = ""


@dataclass
class KeyringTrouble(DeskError):
    """`code` is locked, missing, insecure, timeout, failed, gone, unreadable or a key code; `message` the reason."""


@dataclass
class Unopenable(DeskError):
    """`code` is newer_version, cannot_open, unknown_key or foreign; "" if a rename failed. The file may be intact."""


@dataclass
class Unwritable(DeskError):
    """`message` is the operating system's reason, `code` the file's path."""


@dataclass
class DiskFull(DeskError):
    """`message` is the file that cannot grow."""


@dataclass
class KeyRejected(DeskError):
    """With code `has_key`, `message` is the stored key without its secret part and `account` the account's name."""

    account: str = field(default="", kw_only=True)


@dataclass
class NotAllowed(DeskError):
    """`permission` is the missing permission of the restricted key, by Stripe's name."""

    permission: str | None = None


@dataclass
class TooMuch(DeskError):
    """`code` is the ceiling: one_write or one_hour (of amount `limit`), or writes (`count` an hour)."""

    limit: Money | None = None
    count: int = 0


@dataclass
class NotFound(DeskError):
    param: str | None = None


@dataclass
class Conflict(DeskError):
    pass


@dataclass
class Declined(DeskError):
    decline_code: str | None = None
    advice_code: str | None = None

    @property
    def failure(self) -> PaymentFailure:
        return PaymentFailure(self.decline_code or self.code or "card_declined", self.advice_code or "")


@dataclass
class Refused(DeskError):
    param: str | None = None


@dataclass
class Busy(DeskError):
    pass


@dataclass
class Locked(DeskError):
    """Nothing was changed: Stripe did not run the request. It concerns one object, not the account's rate."""


@dataclass
class Unexpected(DeskError):
    status: int | None = None


def is_refusal(error: DeskError) -> bool:
    """Whether Stripe answered and refused this one request (a 4xx): other requests can succeed. Not for a key that is
    rejected, too many requests, or a locked object."""
    if isinstance(error, Unexpected):
        return 400 <= (error.status or 0) < 500
    return isinstance(error, NotAllowed | NotFound | Conflict | Declined | Refused)


def leaves_doubt(error: DeskError) -> bool:
    """Whether a write that ended with this error may have taken effect."""
    if isinstance(error, Conflict):
        # A concurrent request with the same key may be ours. A key used for another request is refused before it runs.
        return error.code != "idempotency_error"
    return isinstance(error, Offline | Unexpected) and not isinstance(error, Untrusted | ProxyTrouble)
