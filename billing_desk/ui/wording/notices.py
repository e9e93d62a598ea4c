"""Errors as sentences: what happened, why, and what to do next. The one table of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...domain.errors import (
    Busy,
    Conflict,
    Declined,
    DeskError,
    DiskFull,
    KeyRejected,
    KeyringTrouble,
    NotAllowed,
    NotFound,
    Offline,
    ProxyTrouble,
    Refused,
    TooMuch,
    Unopenable,
    Untrusted,
    Unwritable,
    WrongAddress,
)
from ...services.writes.step_executor import Unsettled
from .declines import advice, meaning
from .local_troubles import local_sentence
from .text import translate
from .tones import Tone


@dataclass(frozen=True)
class Notice:
    """`details` can be copied: request id and Stripe's own words. `link` is a (kind, id) to open, `undo` the operation
    that can be taken back; `activity`: it is settled there."""

    text: str
    tone: Tone = "neutral"
    details: str = ""
    link: tuple[str, str] | None = None
    link_text: str = ""
    undo: str = ""
    activity: bool = False


def notice_of(error: DeskError | Unsettled) -> Notice:
    """The sentence for an expected failure."""
    if isinstance(error, Unsettled):
        text = translate(
            "Notices",
            "No answer came back, so it is not known whether the change was made. It is kept in Activity: "
            "resume it there, it cannot be made twice.",
        )
        return Notice(text, "warn", _details(error.cause), activity=True)
    tone: Tone = "warn" if isinstance(error, Offline | Busy | NotAllowed | TooMuch) else "bad"
    return Notice(sentence(error), tone, _details(error))


def not_written(path: Path, error: OSError) -> Notice:
    text = translate("Export", "The file {file} cannot be written: {reason}")
    return Notice(text.format(file=path, reason=error.strerror or ""), "bad")


def _details(error: DeskError) -> str:
    return "\n".join(part for part in (error.message, error.code or "", error.request_id or "") if part)


def sentence(error: DeskError) -> str:
    match error:
        case (
            KeyRejected()
            | KeyringTrouble()
            | Unopenable()
            | Unwritable()
            | WrongAddress()
            | Untrusted()
            | ProxyTrouble()
            | DiskFull()
        ):
            return local_sentence(error)
        case NotAllowed():
            return _not_allowed(error)
        case Offline():
            return translate(
                "Notices",
                "Stripe could not be reached. What you see is the local copy; check the network and try again.",
            )
        case Busy() | TooMuch():
            return _too_much(error)
        case NotFound():
            return translate("Notices", "Stripe has no such object in this account and mode; it may have been deleted.")
        case Conflict():
            return _conflict(error)
        case Declined():
            return _declined(error)
        case Refused():
            return _refused(error)
        case _:
            return translate("Notices", "Stripe answered with an error of its own. Try again later.")


def _declined(error: Declined) -> str:
    return translate("Notices", "The bank declined. {why} {advice}").format(
        why=meaning(error.failure.code), advice=advice(error.failure)
    )


def _too_much(error: Busy | TooMuch) -> str:
    if isinstance(error, Busy):
        return translate("Notices", "Stripe is receiving too many requests from this account. Try again in a minute.")
    if error.limit is None:
        text = translate(
            "Notices",
            "{count} changes were made within an hour, which is the ceiling in the settings. Nothing was sent.",
        )
        return text.format(count=error.count)
    limit = f"{error.limit.major:,} {error.limit.currency.upper()}"
    if error.code == "one_write":
        text = translate(
            "Notices", "More than {limit} in one change is over the ceiling in the settings. Nothing was sent."
        )
    else:
        text = translate(
            "Notices", "More than {limit} within an hour is over the ceiling in the settings. Nothing was sent."
        )
    return text.format(limit=limit)


def _refused(error: Refused) -> str:
    ours = {
        "card_number": translate(
            "Notices", "What would be sent looks like a card number, so it was stopped. Nothing was sent."
        ),
        "not_open": translate("Notices", "This invoice is not open any more, so this cannot be done."),
        "no_quantity": translate("Notices", "What is metered has no quantity that could be changed."),
        "not_attached": translate(
            "Notices", "Only a payment method that is attached to a customer can be the default."
        ),
        "deleted": translate("Notices", "This customer was deleted at Stripe."),
        "of_this_one": translate("Notices", "This card is the customer's already."),
        "test_card_in_live": translate("Notices", "Test cards do not work in live."),
        "no_such_card_id": translate("Notices", "Such an id begins with tok_, pm_ or src_."),
        "no_source_id": translate("Notices", "Only a token or a source can replace the default source."),
        "too_many_keys": translate(
            "Notices", "Stripe holds at most 50 metadata keys; remove a note or another key first."
        ),
        "default_changed": translate("Notices", "Another default card was chosen since; it stays."),
        "removal_has_consequences": translate(
            "Notices", "Removing it would change what is charged from which card; look at it yourself."
        ),
        "note_is_gone": translate("Notices", "This note is not there any more."),
        "prepaid_refused": translate("Notices", "Prepaid cards are refused; see the settings."),
        "single_use_attach": translate(
            "Notices", "This source can be used once only, so it cannot be attached. Charge it without attaching it."
        ),
        "not_editable": translate("Notices", "This cannot be changed at a card of this kind."),
        "only_card": translate(
            "Notices",
            "It is the only card of a customer whose subscriptions go on, so it stays. Add another card first, "
            "or end the subscriptions.",
        ),
        "no_card": translate("Notices", "The customer has no card that could be charged. Send a card page first."),
        "token_with_customer": translate(
            "Notices", "Stripe refuses a token together with a customer. Add it as a card, then charge that."
        ),
        "not_chargeable": translate("Notices", "This source cannot be charged any more, or not yet."),
        "of_another": translate("Notices", "This card belongs to another customer."),
        "not_refundable": translate("Notices", "So much is not left of this payment."),
    }
    if error.code in ours:
        return ours[error.code]
    if error.code == "not_loopback":
        return translate(
            "Notices", "Only an address on this machine may be used, such as http://localhost:8420, and only for test."
        )
    if error.param:
        text = translate("Notices", "Stripe refuses “{field}”: {reason}")
        return text.format(field=error.param, reason=error.message)
    return translate("Notices", "Stripe refuses this: {reason}").format(reason=error.message)


def _conflict(error: Conflict) -> str:
    if error.code == "already_settled":
        return translate("Notices", "This change was settled or abandoned meanwhile. Look at it in Activity.")
    if error.code == "already_open":
        return translate(
            "Notices", "The same change is already on its way or waiting in Activity. Finish that one first."
        )
    return translate("Notices", "Somebody else is changing the same object right now. Look at it again, then retry.")


def _not_allowed(error: NotAllowed) -> str:
    if error.code == "view_only":
        return translate(
            "Notices", "This live desk is view-only. Arm it first: click the mode chip and type the account's name."
        )
    if error.code == "other_desk":
        return translate("Notices", "This change was made for another account or mode, so it was not sent.")
    if error.code == "too_old_to_resend":
        return translate(
            "Notices",
            "Stripe shows no trace of this change, and it is too old to be sent again safely. "
            "Abandon it and make it anew if it is still wanted.",
        )
    if error.permission:
        return translate(
            "Notices", "The key lacks the permission “{permission}”. Add it in Stripe's dashboard."
        ).format(permission=error.permission)
    return translate("Notices", "The key is not allowed to do this.")
