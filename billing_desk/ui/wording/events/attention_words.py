"""What asks for attention, in words."""

from __future__ import annotations

from ....domain.events.attention import AttentionItem, AttentionKind
from ..billing import declines, usage_words
from ..text import Wording, joined, sentences, translate
from ..words import labelled
from . import event_texts


def kind(which: AttentionKind) -> str:
    return {
        AttentionKind.DISPUTE: translate("Attention", "Dispute"),
        AttentionKind.PAYMENT_FAILED: translate("Attention", "Payment failed"),
        AttentionKind.REVIEW: translate("Attention", "Review"),
        AttentionKind.WEBHOOK_FAILING: translate("Attention", "Webhook failing"),
        AttentionKind.METER_ERROR: translate("Attention", "Rejected usage"),
        AttentionKind.TRIAL_ENDING: translate("Attention", "Trial ending"),
        AttentionKind.CARD_EXPIRING: translate("Attention", "Card expiring"),
        AttentionKind.DRAFT_STAYS: translate("Attention", "Draft not finalized"),
    }[which]


def whole(item: AttentionItem, wording: Wording) -> str:
    """With the customer, the amount, and what it is about, for the entry that is selected."""
    amount = wording.money(item.amount) if item.amount else ""
    label = item.label if item.kind in (AttentionKind.PAYMENT_FAILED, AttentionKind.DRAFT_STAYS) else ""
    return "\n".join((joined((kind(item.kind), item.name, amount, label), " · "), sentence(item, wording)))


def sentence(item: AttentionItem, wording: Wording) -> str:
    """What is wrong, and until when something can be done."""
    at = f"{wording.moment(item.due)} {wording.zone_name}" if item.due else ""
    match item.kind:
        case AttentionKind.PAYMENT_FAILED:
            tried = translate("Attention", "%n attempt(s) failed.", "", item.count)
            last = translate("Attention", "Stripe does not try again.")
            following = translate("Attention", "Next attempt: {at}.").format(at=at) if at else last
            why = declines.meaning(item.code) if item.code else ""
            return sentences(part for part in (why, following, tried) if part)
        case AttentionKind.DISPUTE:
            reason = event_texts.code(item.code)
            said = translate("Attention", "The customer disputed this payment ({reason}).").format(reason=reason)
            due = translate("Attention", "Respond by {at} in the Stripe Dashboard.").format(at=at) if at else ""
            return sentences(part for part in (said, due) if part)
        case AttentionKind.REVIEW:
            text = translate("Attention", "Radar asks to review a payment ({reason}).")
            return text.format(reason=event_texts.code(item.code))
        case AttentionKind.WEBHOOK_FAILING:
            text = translate("Attention", "%n event(s) could not be delivered since {since}: {types}.", "", item.count)
            return text.format(since=wording.moment(item.since), types=item.label)
        case AttentionKind.METER_ERROR:
            text = translate("Attention", "Stripe rejected %n usage event(s): {why}", "", item.count)
            return text.format(why=usage_words.stripe_code(item.code))
        case AttentionKind.TRIAL_ENDING:
            return translate("Attention", "The trial ends on {at}. Then the subscription is billed.").format(at=at)
        case AttentionKind.CARD_EXPIRING:
            if item.code == "expired":
                text = translate("Attention", "{card} has expired and pays a subscription.")
            else:
                text = translate("Attention", "{card} is about to expire and pays a subscription.")
            return text.format(card=labelled(item.label))
        case AttentionKind.DRAFT_STAYS:
            return _draft(item)


def _draft(item: AttentionItem) -> str:
    if item.code == "not_finalized":
        return translate("Attention", "Stripe should have finalized this invoice, but it is still a draft.")
    if item.code == "left_lying":
        return translate("Attention", "This draft is older than a week and is not finalized automatically.")
    return translate("Attention", "Stripe could not finalize this invoice ({code}).").format(code=item.code)


def counts(items: list[AttentionItem]) -> str:
    """How many of each kind; the kinds alone, because it is shown where others can see it."""
    kinds = [item.kind for item in items]
    found = [(which, kinds.count(which)) for which in AttentionKind]
    return joined([f"{kind(which)}: {count}" for which, count in found if count])
