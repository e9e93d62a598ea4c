"""Sentences for all errors: what happened, why, and what to do next."""

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
    Locked,
    NotAllowed,
    NotFound,
    Offline,
    ProxyTrouble,
    Refused,
    TooMuch,
    Unexpected,
    Unopenable,
    Untrusted,
    Unwritable,
    WrongAddress,
)
from ...services.writes.step_executor import Unsettled
from .billing import usage_words
from .billing.declines import advice, meaning
from .billing.invoice_words import why_not
from .events import sign_up_words, webhook_words
from .local_troubles import local_sentence
from .text import translate
from .tones import Tone


@dataclass(frozen=True)
class Notice:
    """`details` can be copied: request id and Stripe's message. `link` is a (kind, id) to open, `undo` the id of an
    operation that can be undone; `activity`: the operation is decided in Activity."""

    text: str
    tone: Tone = "neutral"
    details: str = ""
    link: tuple[str, str] | None = None
    link_text: str = ""
    undo: str = ""
    activity: bool = False


def notice_of(error: DeskError | Unsettled) -> Notice:
    """The notice of an expected error."""
    if isinstance(error, Unsettled):
        text = translate(
            "Notices",
            "Stripe did not respond, so it is unknown whether the change was made. Resume it in "
            "Activity; it cannot be made twice.",
        )
        return Notice(text, "warn", _details(error.cause), activity=True)
    tone: Tone = "warn" if isinstance(error, Offline | Busy | Locked | NotAllowed | TooMuch) else "bad"
    return Notice(sentence(error), tone, _details(error))


def not_written(path: Path, error: OSError) -> Notice:
    text = translate("Export", "Cannot write the file {file}: {reason}")
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
                "Could not reach Stripe. You are seeing the local copy. Check the network and try again.",
            )
        case Busy() | TooMuch():
            return _too_much(error)
        case NotFound(code="file_gone"):
            return translate("Notices", "Stripe no longer has this file. Try again; a new address is read first.")
        case Unexpected(code="not_a_pdf" | "file_too_large" | "file_moves"):
            return translate("Notices", "What Stripe sent is not a PDF that can be shown. Try again later.")
        case NotFound():
            return translate(
                "Notices", "This object does not exist in this account and mode. It may have been deleted."
            )
        case Locked():
            return translate(
                "Notices",
                "Another change to this object is under way in Stripe. Nothing was changed. Try again in a moment.",
            )
        case Conflict():
            return _conflict(error)
        case Declined():
            return _declined(error)
        case Refused():
            return _refused(error)
        case _:
            return translate("Notices", "Stripe returned an internal error. Try again later.")


def _declined(error: Declined) -> str:
    return translate("Notices", "The payment was declined. {why} {advice}").format(
        why=meaning(error.failure.code), advice=advice(error.failure)
    )


def _too_much(error: Busy | TooMuch) -> str:
    if isinstance(error, Busy):
        return translate("Notices", "Stripe is receiving too many requests from this account. Try again in a minute.")
    if error.limit is None:
        text = translate(
            "Notices",
            "The limit of {count} changes per hour in Settings was reached. Nothing was sent.",
        )
        return text.format(count=error.count)
    limit = f"{error.limit.major:,} {error.limit.currency.upper()}"
    if error.code == "one_write":
        text = translate(
            "Notices", "This change exceeds the limit of {limit} per change in Settings. Nothing was sent."
        )
    else:
        text = translate("Notices", "This change exceeds the limit of {limit} per hour in Settings. Nothing was sent.")
    return text.format(limit=limit)


def _refused(error: Refused) -> str:
    ours = {
        "card_number": translate("Notices", "The change contains what looks like a card number. Nothing was sent."),
        "not_open": translate("Notices", "This invoice is no longer open."),
        "processing": translate("Notices", "A payment of this invoice is on its way. Wait for its result."),
        "nothing_remaining": translate("Notices", "Nothing is left to pay on this invoice."),
        "no_quantity": translate("Notices", "Metered items have no quantity."),
        "not_attached": translate("Notices", "Only a payment method attached to a customer can be the default."),
        "deleted": translate("Notices", "This customer was deleted in Stripe."),
        "of_this_one": translate("Notices", "This card already belongs to the customer."),
        "test_card_in_live": translate("Notices", "Test cards do not work in live mode."),
        "no_such_card_id": translate("Notices", "The ID must start with tok_, pm_, or src_."),
        "no_source_id": translate("Notices", "Only a token or a source can replace the default source."),
        "too_many_keys": translate(
            "Notices", "Stripe allows up to 50 metadata keys. Remove a note or another key first."
        ),
        "default_changed": translate("Notices", "Another default card was chosen in the meantime and is kept."),
        "removal_has_consequences": translate(
            "Notices",
            "The card was not removed because that would change which card is charged. Review it "
            "and remove it yourself if needed.",
        ),
        "note_is_gone": translate("Notices", "This note no longer exists."),
        "prepaid_refused": translate("Notices", "Prepaid cards are not accepted. See Settings."),
        "single_use_attach": translate(
            "Notices", "This source is single-use and cannot be attached. Charge it without attaching it."
        ),
        "not_editable": translate("Notices", "This cannot be changed for this type of card."),
        "only_card": translate(
            "Notices",
            "This is the only card of a customer with active subscriptions and cannot be "
            "removed. Add another card or cancel the subscriptions first.",
        ),
        "no_card": translate("Notices", "The customer has no card that can be charged. Send a card page first."),
        "token_with_customer": translate(
            "Notices",
            "Stripe does not accept a token together with a customer. Add it as a card first, then charge the card.",
        ),
        "not_chargeable": translate("Notices", "This source cannot be charged in its current state."),
        "of_another": translate("Notices", "This card belongs to another customer."),
        "no_pdf": translate("Notices", "A draft has no PDF. Finalize the invoice first."),
        "period_order": translate("Notices", "The period ends before it begins."),
        "period_early": translate("Notices", "Stripe has no data that old for this report."),
        "period_late": translate("Notices", "Stripe does not have the data up to this day yet."),
        "unknown_currency": translate("Notices", "Enter a currency code such as JPY."),
        "payout_missing": translate("Notices", "Enter the ID of the payout."),
        "not_refundable": translate("Notices", "More than the refundable amount."),
        "not_capturable": translate("Notices", "The payment is not authorized any more, or for less."),
    }
    if error.code in ours:
        return ours[error.code]
    if error.code == "not_loopback":
        return translate(
            "Notices",
            "Only an address on this computer can be used, such as http://localhost:8420, and only in test mode.",
        )
    if str(error.code).startswith("invoice_") and not error.message:
        return why_not(str(error.code).removeprefix("invoice_"))
    if text := sign_up_words.problem(error):
        return text
    if not error.message and (text := usage_words.problem(str(error.code)) or webhook_words.problem(str(error.code))):
        return text
    if error.param and not error.message:
        return translate("Notices", "Check “{field}”.").format(field=error.param)
    if error.param:
        text = translate("Notices", "Stripe rejected “{field}”: {reason}")
        return text.format(field=error.param, reason=error.message)
    return translate("Notices", "Stripe rejected the request: {reason}").format(reason=error.message)


def _conflict(error: Conflict) -> str:
    if error.code == "already_settled":
        return translate("Notices", "This change was already resolved or discarded. See Activity.")
    if error.code == "already_open":
        return translate(
            "Notices", "The same change is already in progress or waiting in Activity. Finish that one first."
        )
    return translate("Notices", "Someone else is changing the same object. Check it, then try again.")


def _not_allowed(error: NotAllowed) -> str:
    if error.code == "view_only":
        return translate(
            "Notices", "Live mode is view-only. To allow changes, click the mode badge and type the account name."
        )
    if error.code == "other_desk":
        return translate("Notices", "This change is for another account or mode and was not sent.")
    if error.code == "too_old_to_resend":
        return translate(
            "Notices",
            "Stripe has no record of this change, and it is too old to be sent again safely. "
            "Discard it and make it again if you still need it.",
        )
    if error.code == "preview_too_old":
        return translate(
            "Notices", "The preview is too old to be sent: billing would begin on another day. Preview it again."
        )
    if error.permission:
        return translate(
            "Notices", "The key lacks the permission “{permission}”. Add it in the Stripe Dashboard."
        ).format(permission=error.permission)
    return translate(
        "Notices", "The key does not have permission to do this. Add the permission in the Stripe Dashboard."
    )
