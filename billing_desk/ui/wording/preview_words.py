"""What a preview says: warnings, what Stripe will do by itself, and values as a person reads them."""

from __future__ import annotations

from ...domain.money import Money
from ...domain.writes.operation import FieldChange, Warning_
from . import words
from .text import Wording, translate


def warning_sentence(warning: Warning_) -> str:
    count = int(warning.values.get("count", 1))
    known = {
        "email_in_use": translate("Preview", "%n customer(s) already use this e-mail, for example {name}.", "", count),
        "invoices_go_to_new_email": translate("Preview", "Invoices and receipts go to the new address from now on."),
        "no_email_no_receipts": translate("Preview", "Without an e-mail, Stripe cannot send invoices or receipts."),
        "changed_meanwhile": translate(
            "Preview", "Somebody changed this at Stripe after you opened it. What they changed stays."
        ),
        "changed_since": translate(
            "Preview", "This was changed again since. Undoing sets the fields below back all the same."
        ),
        "goes_on": translate("Preview", "{done} of {count} steps are made already. Only the others are sent."),
        "overridden": translate("Preview", "%n subscription(s) name another card themselves and keep it.", "", count),
        "no_card": translate("Preview", "This customer has no default card, so Stripe will probably refuse."),
        "prepaid_card": translate("Preview", "The card is prepaid, which the policy does not accept."),
        "unknown_funding": translate("Preview", "Stripe does not know how this card is funded; look at it afterwards."),
        "old_default_is_detached": translate(
            "Preview", "Stripe detaches the default source {card} when this one takes its place."
        ),
        "method_goes_first": translate(
            "Preview", "The customer's default PaymentMethod goes before any source, so it is still used first."
        ),
        "source_is_consumed": translate("Preview", "The source becomes consumed and can never be used again."),
        "never_attached_again": translate("Preview", "A card that was removed can never be attached again."),
        "stripe_chooses_default": translate(
            "Preview", "It is the default: Stripe chooses another source in its place, which is shown afterwards."
        ),
        "no_default_left": translate("Preview", "It is the default: afterwards there is none, and invoices fail."),
        "named_by_subscriptions": translate(
            "Preview", "%n subscription(s) name this card themselves and fall back to the default.", "", count
        ),
        "not_blocked": translate("Preview", "This key cannot reach Radar's block list; block the card there."),
        "blocked_already": translate("Preview", "The card is on Radar's block list already."),
        "subscriptions_end": translate("Preview", "%n subscription(s) end at once.", "", count),
        "cards_go": translate("Preview", "%n card(s) are removed for good.", "", count),
        "invoices_stay_open": translate("Preview", "%n open invoice(s) are not collected any more.", "", count),
        "credit_is_lost": translate("Preview", "The credit of {amount} is lost."),
        "paid_before": translate("Preview", "The same amount was paid already, on {at}."),
        "payments_unknown": translate("Preview", "Whether the same was paid already could not be looked up."),
        "single_use": translate("Preview", "This source can be charged once; it is consumed by it."),
        "is_consumed": translate(
            "Preview", "This source is attached to nobody, so this one charge consumes it for good."
        ),
        "blocks_card": translate("Preview", "As fraudulent, the card and the e-mail go on Stripe's block lists."),
        "disputed": translate("Preview", "The payment is disputed; Stripe may refuse a refund as well."),
        "balance_is_used": translate("Preview", "The customer's credit of {amount} is used up first."),
    }
    return known.get(warning.code, warning.code)


def effect_sentence(said: Warning_) -> str:
    count = int(said.values.get("count", 1))
    known = {
        "ends_with_period": translate("Preview", "The subscription ends on {at}; nothing is billed after that."),
        "goes_on_billing": translate("Preview", "The subscription goes on and is billed again on {at}."),
        "invoices_are_voided": translate(
            "Preview", "Invoices are still made, but voided at once; nothing is collected until it goes on."
        ),
        "invoices_are_collected": translate("Preview", "Invoices from now on are collected again."),
        "prorated": translate(
            "Preview", "The difference for the rest of this period is put on the next invoice, to the second."
        ),
        "collected_from_card": translate("Preview", "Invoices are collected from this card from now on."),
        "subscribers_go_on": translate(
            "Preview", "No new subscriptions; %n subscription(s) that have it go on.", "", count
        ),
        "charged_card": translate("Preview", "The card {card} is charged at once."),
        "retry_falls_away": translate("Preview", "Stripe's own next attempt on {at} falls away."),
        "never_collected": translate("Preview", "It can never be collected or opened again."),
        "becomes_default_source": translate("Preview", "As the first source it becomes the default source."),
        "open_invoice_is_tried": translate(
            "Preview", "Stripe tries the newest open invoice of subscriptions that are past due again, at once."
        ),
        "bank_is_not_asked": translate("Preview", "The bank is not asked; what is wrong shows with the next payment."),
        "link_for_a_day": translate(
            "Preview", "The link is valid for 24 hours. The card number stays on Stripe's page."
        ),
        "default_when_it_comes": translate(
            "Preview", "When the card comes, it is made the default from here, while this desk is open and may write."
        ),
        "link_for_minutes": translate("Preview", "The link has to be opened within minutes."),
        "portal_makes_default": translate(
            "Preview", "The portal makes the card that is entered the default by itself."
        ),
        "paid_on_page": translate("Preview", "The customer pays on Stripe's page what the credit does not cover."),
        "same_cards_too": translate(
            "Preview", "It is remembered at Stripe by the card's fingerprint: colleagues see it, on the same card too."
        ),
        "payments_go_back": translate("Preview", "%n payment(s) from this card go back.", "", count),
        "used_by_next_invoice": translate("Preview", "The next invoices use it up before any card is charged."),
        "added_to_next_invoice": translate("Preview", "It is added to the next invoice."),
        "duplicate_stays": translate("Preview", "{name} stays as a customer; nothing else of it is changed."),
        "goes_back": translate("Preview", "The money goes back to {card}; that takes the bank 5 to 10 days."),
        "receipt_mailed": translate("Preview", "If the account mails receipts, one goes to {email}."),
    }
    return known.get(said.code, said.code)


def filled(text: str, said: Warning_, wording: Wording) -> str:
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
