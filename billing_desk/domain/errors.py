"""Everything that can go wrong between the operator's action and Stripe.

    DeskError
    ├── Offline            no answer arrived; a write may or may not have happened
    │   ├── Untrusted      what answered could not prove that it is Stripe; nothing was sent
    │   └── ProxyTrouble   the proxy did not let it through; nothing was sent
    ├── WrongAddress       a key would be sent where it may not go; nothing was sent
    ├── KeyringTrouble     the operating system's keyring cannot keep the key
    ├── Unopenable         a local file is of a newer version, or not ours to open
    ├── Unwritable         a file that a person chose cannot be written
    ├── DiskFull           the local copy cannot grow; Stripe is not concerned
    ├── KeyRejected        the key is wrong, expired or of the wrong kind
    ├── NotAllowed         the key lacks a permission, or the desk may not write now
    ├── TooMuch            the write would pass a ceiling of money or of writes
    ├── NotFound           no such object, or Stripe does not offer this address
    ├── Conflict           the object or the idempotency key is in use, or changed meanwhile
    ├── Declined           the bank said no
    ├── Refused            Stripe refuses the request as it is
    ├── Busy               too many requests; later it would work
    └── Unexpected         anything else, 5xx and answers that are not Stripe's

They carry data only; sentences are the screen's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .money import Money
from .objects.decline import PaymentFailure


@dataclass
class DeskError(Exception):
    """`message` is Stripe's own text where there is one, never shown without a sentence of ours. `replayed`: Stripe
    keeps this answer under the idempotency key and will give it whenever it is asked again."""

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
    """`code` is certificate (`message`: what is wrong with it) or ca_file (`message`: the file in the settings)."""


@dataclass
class ProxyTrouble(Offline):
    """`code` is unusable (`message`: its address, without a password) or refused (`message`: what it said)."""


@dataclass
class WrongAddress(DeskError):
    """`code` is not_loopback, live_elsewhere or wrong_mode; `message` is the address, `file` where it stands."""

    file: str = ""


@dataclass
class KeyringTrouble(DeskError):
    """`code` is locked, missing, insecure, timeout or failed; `message` names the back end or its reason."""


@dataclass
class Unopenable(DeskError):
    """`code` is newer_version or cannot_open: a local file that is whole, but not for this program to open."""


@dataclass
class Unwritable(DeskError):
    """`message` is the system's reason, `code` the file."""


@dataclass
class DiskFull(DeskError):
    """`message` is the file that cannot grow."""


@dataclass
class KeyRejected(DeskError):
    """With code `has_key`, `message` is that key without its secret part, and `account` the account's name."""

    account: str = field(default="", kw_only=True)


@dataclass
class NotAllowed(DeskError):
    """`permission` is the restricted key's permission that is missing, as Stripe names it."""

    permission: str | None = None


@dataclass
class TooMuch(DeskError):
    """`code` is one_write, one_hour or writes: which ceiling; it is `limit`, or `count` writes an hour."""

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
class Unexpected(DeskError):
    status: int | None = None


def leaves_doubt(error: DeskError) -> bool:
    """Whether a write that ended so may still have happened."""
    if isinstance(error, Conflict):
        # A running twin may be ours; a key that was used for something else stopped this request before it ran.
        return error.code != "idempotency_error"
    return isinstance(error, Offline | Unexpected) and not isinstance(error, Untrusted | ProxyTrouble)
