"""What a preview says: warnings, what Stripe will do by itself, and values as a person reads them."""

from __future__ import annotations

from ...domain.money import Money
from ...domain.writes.operation import FieldChange
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from . import words
from .text import Wording, translate


def warning_sentence(warning: Warning_) -> str:
    count = int(warning.values.get("count", 1))
    known = {
        WarningCode.EMAIL_IN_USE: translate(
            "Preview", "%n customer(s) already use this e-mail, for example {name}.", "", count
        ),
        WarningCode.INVOICES_GO_TO_NEW_EMAIL: translate(
            "Preview", "Invoices and receipts go to the new address from now on."
        ),
        WarningCode.NO_EMAIL_NO_RECEIPTS: translate(
            "Preview", "Without an e-mail, Stripe cannot send invoices or receipts."
        ),
        WarningCode.CHANGED_MEANWHILE: translate(
            "Preview", "Somebody changed this at Stripe after you opened it. What they changed stays."
        ),
        WarningCode.CHANGED_SINCE: translate(
            "Preview", "This was changed again since. Undoing sets the fields below back all the same."
        ),
        WarningCode.GOES_ON: translate(
            "Preview", "{done} of {count} steps are made already. Only the others are sent."
        ),
        WarningCode.OVERRIDDEN: translate(
            "Preview", "%n subscription(s) name another card themselves and keep it.", "", count
        ),
        WarningCode.NO_CARD: translate("Preview", "This customer has no default card, so Stripe will probably refuse."),
        WarningCode.PREPAID_CARD: translate("Preview", "The card is prepaid, which the policy does not accept."),
        WarningCode.UNKNOWN_FUNDING: translate(
            "Preview", "Stripe does not know how this card is funded; look at it afterwards."
        ),
        WarningCode.OLD_DEFAULT_IS_DETACHED: translate(
            "Preview", "Stripe detaches the default source {card} when this one takes its place."
        ),
        WarningCode.METHOD_GOES_FIRST: translate(
            "Preview", "The customer's default PaymentMethod goes before any source, so it is still used first."
        ),
        WarningCode.SOURCE_IS_CONSUMED: translate(
            "Preview", "The source becomes consumed and can never be used again."
        ),
        WarningCode.NEVER_ATTACHED_AGAIN: translate("Preview", "A card that was removed can never be attached again."),
        WarningCode.STRIPE_CHOOSES_DEFAULT: translate(
            "Preview", "It is the default: Stripe chooses another source in its place, which is shown afterwards."
        ),
        WarningCode.NO_DEFAULT_LEFT: translate(
            "Preview", "It is the default: afterwards there is none, and invoices fail."
        ),
        WarningCode.NAMED_BY_SUBSCRIPTIONS: translate(
            "Preview", "%n subscription(s) name this card themselves and fall back to the default.", "", count
        ),
        WarningCode.NOT_BLOCKED: translate(
            "Preview", "This key cannot reach Radar's block list; block the card there."
        ),
        WarningCode.BLOCKED_ALREADY: translate("Preview", "The card is on Radar's block list already."),
        WarningCode.SUBSCRIPTIONS_END: translate("Preview", "%n subscription(s) end at once.", "", count),
        WarningCode.CARDS_GO: translate("Preview", "%n card(s) are removed for good.", "", count),
        WarningCode.INVOICES_STAY_OPEN: translate(
            "Preview", "%n open invoice(s) are not collected any more.", "", count
        ),
        WarningCode.CREDIT_IS_LOST: translate("Preview", "The credit of {amount} is lost."),
        WarningCode.PAID_BEFORE: translate("Preview", "The same amount was paid already, on {at}."),
        WarningCode.PAYMENTS_UNKNOWN: translate("Preview", "Whether the same was paid already could not be looked up."),
        WarningCode.SINGLE_USE: translate("Preview", "This source can be charged once; it is consumed by it."),
        WarningCode.IS_CONSUMED: translate(
            "Preview", "This source is attached to nobody, so this one charge consumes it for good."
        ),
        WarningCode.BLOCKS_CARD: translate(
            "Preview", "As fraudulent, the card and the e-mail go on Stripe's block lists."
        ),
        WarningCode.DISPUTED: translate("Preview", "The payment is disputed; Stripe may refuse a refund as well."),
        WarningCode.BALANCE_IS_USED: translate("Preview", "The customer's credit of {amount} is used up first."),
    }
    return known[warning.code]


def effect_sentence(said: Effect) -> str:
    count = int(said.values.get("count", 1))
    known = {
        EffectCode.ENDS_WITH_PERIOD: translate(
            "Preview", "The subscription ends on {at}; nothing is billed after that."
        ),
        EffectCode.GOES_ON_BILLING: translate("Preview", "The subscription goes on and is billed again on {at}."),
        EffectCode.INVOICES_ARE_VOIDED: translate(
            "Preview", "Invoices are still made, but voided at once; nothing is collected until it goes on."
        ),
        EffectCode.INVOICES_ARE_COLLECTED: translate("Preview", "Invoices from now on are collected again."),
        EffectCode.PRORATED: translate(
            "Preview", "The difference for the rest of this period is put on the next invoice, to the second."
        ),
        EffectCode.COLLECTED_FROM_CARD: translate("Preview", "Invoices are collected from this card from now on."),
        EffectCode.SUBSCRIBERS_GO_ON: translate(
            "Preview", "No new subscriptions; %n subscription(s) that have it go on.", "", count
        ),
        EffectCode.CHARGED_CARD: translate("Preview", "The card {card} is charged at once."),
        EffectCode.RETRY_FALLS_AWAY: translate("Preview", "Stripe's own next attempt on {at} falls away."),
        EffectCode.NEVER_COLLECTED: translate("Preview", "It can never be collected or opened again."),
        EffectCode.BECOMES_DEFAULT_SOURCE: translate("Preview", "As the first source it becomes the default source."),
        EffectCode.OPEN_INVOICE_IS_TRIED: translate(
            "Preview", "Stripe tries the newest open invoice of subscriptions that are past due again, at once."
        ),
        EffectCode.BANK_IS_NOT_ASKED: translate(
            "Preview", "The bank is not asked; what is wrong shows with the next payment."
        ),
        EffectCode.LINK_FOR_A_DAY: translate(
            "Preview", "The link is valid for 24 hours. The card number stays on Stripe's page."
        ),
        EffectCode.DEFAULT_WHEN_IT_COMES: translate(
            "Preview", "When the card comes, it is made the default from here, while this desk is open and may write."
        ),
        EffectCode.LINK_FOR_MINUTES: translate("Preview", "The link has to be opened within minutes."),
        EffectCode.PORTAL_MAKES_DEFAULT: translate(
            "Preview", "The portal makes the card that is entered the default by itself."
        ),
        EffectCode.PAID_ON_PAGE: translate(
            "Preview", "The customer pays on Stripe's page what the credit does not cover."
        ),
        EffectCode.SAME_CARDS_TOO: translate(
            "Preview", "It is remembered at Stripe by the card's fingerprint: colleagues see it, on the same card too."
        ),
        EffectCode.PAYMENTS_GO_BACK: translate("Preview", "%n payment(s) from this card go back.", "", count),
        EffectCode.USED_BY_NEXT_INVOICE: translate(
            "Preview", "The next invoices use it up before any card is charged."
        ),
        EffectCode.ADDED_TO_NEXT_INVOICE: translate("Preview", "It is added to the next invoice."),
        EffectCode.DUPLICATE_STAYS: translate("Preview", "{name} stays as a customer; nothing else of it is changed."),
        EffectCode.GOES_BACK: translate("Preview", "The money goes back to {card}; that takes the bank 5 to 10 days."),
        EffectCode.RECEIPT_MAILED: translate("Preview", "If the account mails receipts, one goes to {email}."),
    }
    return known[said.code]


def filled(text: str, said: Effect | Warning_, wording: Wording) -> str:
    """With the values in place: times in the chosen zone, amounts in their currency."""
    values = dict(said.values)
    if "at" in values:
        values["at"] = wording.moment(int(values["at"]))
    if "currency" in values:
        values["amount"] = wording.money(Money(int(values["amount"]), values["currency"]))
    if "card" in values:
        brand, _, rest = values["card"].partition(" ")
        values["card"] = f"{words.brand(brand)} {rest}".strip()
    return text.format(**values)


def shown_value(change: FieldChange, value: str | None) -> str:
    if value is None:
        return "–"
    if change.field == "tax_exempt":
        return words.tax_exempt(value)
    if change.field == "refund_reason":
        return words.refund_reason(value)
    if change.field == "status":
        return words.invoice_status(value)[0]
    if change.field in ("active", "cancel_at_period_end"):
        return translate("Preview", "Yes") if value == "yes" else translate("Preview", "No")
    if change.field == "pause_collection":
        return {
            "void": translate("Preview", "Void invoices"),
            "keep_as_draft": translate("Preview", "Keep invoices as drafts"),
            "mark_uncollectible": translate("Preview", "Mark invoices uncollectible"),
        }.get(value, value)
    if change.field == "review":
        return translate("Preview", "Approved") if value == "accept" else translate("Preview", "To review")
    if change.field == "card_page":
        return translate("Preview", "Open")
    if change.field in ("default_card", "default_source", "card"):
        brand, _, rest = value.partition(" ")
        return f"{words.brand(brand)} {rest}".strip() if rest else value
    return value
