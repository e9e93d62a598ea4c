"""Text of a preview: warnings, effects and values."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...domain.money import Money
from ...domain.usage.event import Aggregation
from ...domain.writes.operation import FieldChange
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from . import words
from .billing import invoice_preview_words, subscription_preview_words, subscription_words, usage_words
from .events import webhook_words
from .text import Wording, joined, translate


def warning_sentence(warning: Warning_) -> str:
    count = int(warning.values.get("count", 1))
    known = {
        WarningCode.EMAIL_IN_USE: translate(
            "Preview", "%n customer(s) already use this email, for example {name}.", "", count
        ),
        WarningCode.INVOICES_GO_TO_NEW_EMAIL: translate(
            "Preview", "Invoices and receipts will be sent to the new address."
        ),
        WarningCode.NO_EMAIL_NO_RECEIPTS: translate(
            "Preview", "Stripe cannot send invoices or receipts without an email."
        ),
        WarningCode.CHANGED_MEANWHILE: translate(
            "Preview", "Someone changed this in Stripe after you opened it. Their changes are kept."
        ),
        WarningCode.CHANGED_SINCE: translate(
            "Preview", "This was changed again in the meantime. Undo still resets the fields below."
        ),
        WarningCode.GOES_ON: translate(
            "Preview", "{done} of {count} steps are already done. Only the remaining steps are sent."
        ),
        WarningCode.OVERRIDDEN: translate("Preview", "%n subscription(s) have their own card and keep it.", "", count),
        WarningCode.NO_CARD: translate(
            "Preview", "This customer has no default card. Stripe will probably reject the charge."
        ),
        WarningCode.PREPAID_CARD: translate("Preview", "The card is prepaid, which your settings do not accept."),
        WarningCode.UNKNOWN_FUNDING: translate(
            "Preview", "Stripe does not know this card's funding type. Review the card afterward."
        ),
        WarningCode.OLD_DEFAULT_IS_DETACHED: translate(
            "Preview", "Stripe detaches the current default source {card} when it is replaced."
        ),
        WarningCode.METHOD_GOES_FIRST: translate(
            "Preview", "The customer's default payment method takes precedence over sources and is still used first."
        ),
        WarningCode.SOURCE_IS_CONSUMED: translate("Preview", "The source is consumed and can never be used again."),
        WarningCode.NEVER_ATTACHED_AGAIN: translate("Preview", "A removed card can never be attached again."),
        WarningCode.STRIPE_CHOOSES_DEFAULT: translate(
            "Preview", "This is the default source. Stripe chooses another source instead, which is shown afterward."
        ),
        WarningCode.NO_DEFAULT_LEFT: translate(
            "Preview", "This is the default card. Without it, there is no default card and invoice payments fail."
        ),
        WarningCode.NAMED_BY_SUBSCRIPTIONS: translate(
            "Preview", "%n subscription(s) use this card directly and fall back to the default.", "", count
        ),
        WarningCode.NOT_BLOCKED: translate(
            "Preview", "This key has no access to the Radar block list. Block the card in the Stripe Dashboard."
        ),
        WarningCode.BLOCKED_ALREADY: translate("Preview", "The card is already on the Radar block list."),
        WarningCode.SUBSCRIPTIONS_END: translate("Preview", "%n subscription(s) are canceled immediately.", "", count),
        WarningCode.CARDS_GO: translate("Preview", "%n card(s) are removed permanently.", "", count),
        WarningCode.INVOICES_STAY_OPEN: translate("Preview", "%n open invoice(s) are no longer collected.", "", count),
        WarningCode.CREDIT_IS_LOST: translate("Preview", "The credit balance of {amount} is lost."),
        WarningCode.PAID_BEFORE: translate("Preview", "The same amount was already paid on {at}."),
        WarningCode.PAYMENTS_UNKNOWN: translate("Preview", "Could not check whether the same amount was already paid."),
        WarningCode.SINGLE_USE: translate("Preview", "This source can be charged once. The charge consumes it."),
        WarningCode.IS_CONSUMED: translate(
            "Preview", "This source is not attached to a customer, so this charge consumes it."
        ),
        WarningCode.BLOCKS_CARD: translate(
            "Preview", "Refunding as fraudulent adds the card and the email to the Stripe block lists."
        ),
        WarningCode.DISPUTED: translate("Preview", "The payment is disputed. Stripe may reject the refund."),
        WarningCode.BALANCE_IS_USED: translate("Preview", "{amount} is paid from the customer's credit balance."),
        WarningCode.BALANCE_IS_ADDED: translate(
            "Preview", "The customer's unpaid balance of {amount} is added to this invoice."
        ),
        WarningCode.BELOW_MINIMUM: translate(
            "Preview",
            "{amount} is below Stripe's minimum: it is not charged now, but carried over to the next invoice.",
        ),
    }
    own = known.get(warning.code) or usage_words.warning(warning.code)
    return own or subscription_preview_words.warning(warning.code)


def effect_sentence(said: Effect) -> str:
    count = int(said.values.get("count", 1))
    known = {
        EffectCode.ENDS_WITH_PERIOD: translate(
            "Preview", "The subscription is canceled on {at}. Nothing is billed after that."
        ),
        EffectCode.GOES_ON_BILLING: translate("Preview", "The subscription continues and is next billed on {at}."),
        EffectCode.INVOICES_ARE_VOIDED: translate(
            "Preview", "Invoices are created but voided immediately. Nothing is collected until collection resumes."
        ),
        EffectCode.INVOICES_ARE_COLLECTED: translate("Preview", "Future invoices are collected again."),
        EffectCode.PRORATED: translate(
            "Preview", "The prorated difference for the rest of this period is added to the next invoice."
        ),
        EffectCode.COLLECTED_FROM_CARD: translate("Preview", "Future invoices are charged to this card."),
        EffectCode.SUBSCRIBERS_GO_ON: translate(
            "Preview", "No new subscriptions. %n existing subscription(s) continue.", "", count
        ),
        EffectCode.CHARGED_CARD: translate("Preview", "{card} is charged immediately."),
        EffectCode.RETRY_FALLS_AWAY: translate("Preview", "The automatic retry on {at} is canceled."),
        EffectCode.NEVER_COLLECTED: translate("Preview", "The invoice can never be collected or reopened."),
        EffectCode.BECOMES_DEFAULT_SOURCE: translate("Preview", "As the first source, it becomes the default."),
        EffectCode.OPEN_INVOICE_IS_TRIED: translate(
            "Preview", "Stripe immediately retries the latest open invoice of each past-due subscription."
        ),
        EffectCode.BANK_IS_NOT_ASKED: translate(
            "Preview", "The bank does not verify this. If something is wrong, the next payment fails."
        ),
        EffectCode.LINK_FOR_A_DAY: translate(
            "Preview", "The link is valid for 24 hours. The card number stays on Stripe's page."
        ),
        EffectCode.DEFAULT_WHEN_IT_COMES: translate(
            "Preview",
            "When the card is added, Billing Desk sets it as the default if Billing Desk is open "
            "and changes are allowed.",
        ),
        EffectCode.LINK_FOR_MINUTES: translate("Preview", "The link expires in a few minutes."),
        EffectCode.PORTAL_MAKES_DEFAULT: translate(
            "Preview", "The portal sets the new card as the default automatically."
        ),
        EffectCode.PAID_ON_PAGE: translate(
            "Preview", "The customer pays what the credit balance does not cover on the payment page."
        ),
        EffectCode.SAME_CARDS_TOO: translate(
            "Preview",
            "The approval is saved in Stripe with the card's fingerprint, so it applies to every "
            "copy of the same card and your team can see it.",
        ),
        EffectCode.PAYMENTS_GO_BACK: translate("Preview", "%n payment(s) from this card are refunded.", "", count),
        EffectCode.USED_BY_NEXT_INVOICE: translate(
            "Preview", "The credit is applied to upcoming invoices before a card is charged."
        ),
        EffectCode.ADDED_TO_NEXT_INVOICE: translate("Preview", "The debit is added to the next invoice."),
        EffectCode.DUPLICATE_STAYS: translate("Preview", "{name} remains a customer. Nothing else changes."),
        EffectCode.GOES_BACK: translate(
            "Preview", "The amount is refunded to {card}. This takes the bank 5 to 10 days."
        ),
        EffectCode.REST_IS_RELEASED: translate("Preview", "{amount} more was authorized; it is released."),
        EffectCode.HOLD_IS_RELEASED: translate(
            "Preview",
            "The hold of {amount} on {card} is released. Nothing is charged, and it cannot be captured later.",
        ),
        EffectCode.RECEIPT_MAILED: translate("Preview", "If the account emails receipts, one is sent to {email}."),
    }
    own = known.get(said.code) or invoice_preview_words.effect(said.code) or usage_words.effect(said.code)
    own = own or webhook_words.effect(said.code)
    return own or subscription_preview_words.effect(said.code, count)


def filled(text: str, said: Effect | Warning_, wording: Wording) -> str:
    """The text with its values: times in the chosen zone, amounts in their currency."""
    values = dict(said.values)
    if "at" in values:
        values["at"] = wording.moment(int(values["at"]))
    if "currency" in values:
        values["amount"] = wording.money(Money(int(values["amount"]), values["currency"]))
    if "card" in values:
        values["card"] = words.labelled(values["card"])
    return text.format(**values)


def shown_value(change: FieldChange, value: str | None, wording: Wording) -> str:
    """A value of a field; a dash if it is not set."""
    if value is None:
        return "–"
    if change.field in ("cancel_at", "trial_end", "usage_at"):
        return wording.moment(int(value))
    if change.field == "report_period":
        start, _, end = value.partition(":")
        return wording.days(int(start), int(end) - 1)
    if change.field == "currency":
        return value.upper()
    if change.field == "credited":
        amount, currency = value.split()
        return wording.money(Money(int(amount), currency))
    if change.field == "line":
        return _line(value, wording)
    if change.field == "collection":
        return _collection(value, wording)
    shown = _SHOWN.get(change.field)
    return shown(value) if shown else value


def _line(value: str, wording: Wording) -> str:
    """A line of a draft: description, then the amount."""
    whole, period, rates = (*value.split("\t"), "", "")[:3]
    amount, currency, text = whole.split(" ", 2)
    start, _, end = period.partition(":")
    days = wording.days(int(start), int(end)) if end else ""
    money = wording.money(Money(int(amount), currency)) if currency != "-" else ""
    return joined((text, money, rates, days), "  ")


def _collection(value: str, wording: Wording) -> str:
    way, _, due = value.partition(" ")
    unit, _, number = due.partition(":")
    if unit == "days":
        return translate("Preview", "By email, due in %n day(s)", "", int(number))
    if unit == "due":
        return translate("Preview", "By email, due on {day}").format(day=wording.day(int(number)))
    return words.collection(way)


def _yes_or_no(value: str) -> str:
    return translate("Preview", "Yes") if value == "yes" else translate("Preview", "No")


def _held(value: str) -> str:
    return {
        "void": translate("Preview", "Void invoices"),
        "keep_as_draft": translate("Preview", "Keep invoices as drafts"),
        "mark_uncollectible": translate("Preview", "Mark invoices uncollectible"),
    }.get(value, value)


def _mode(value: str) -> str:
    return {"classic": translate("Preview", "Classic"), "flexible": translate("Preview", "Flexible")}.get(value, value)


def _review(value: str) -> str:
    return translate("Preview", "Approved") if value == "accept" else translate("Preview", "Needs review")


_SHOWN: Mapping[str, Callable[[str], str]] = {
    "tax_exempt": words.tax_exempt,
    "refund_reason": words.refund_reason,
    "subscription_status": lambda value: words.subscription_status(value)[0],
    "status": lambda value: words.invoice_status(value)[0],
    "billing_mode": _mode,
    "review_mark": lambda value: words.review_mark(value)[0],
    "active": _yes_or_no,
    "cancel_at_period_end": _yes_or_no,
    "pause_collection": _held,
    "review": _review,
    "missing_payment_method": subscription_words.missing_card,
    "aggregation": lambda value: usage_words.aggregation(Aggregation(value)),
    "card_page": lambda _: translate("Preview", "Open"),
    **dict.fromkeys(("default_card", "default_source", "card"), words.labelled),
}
