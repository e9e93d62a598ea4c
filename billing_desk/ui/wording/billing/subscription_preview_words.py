"""Text of previews of subscriptions and plans: warnings and effects."""

from __future__ import annotations

from ....domain.writes.remarks import EffectCode, WarningCode
from ..text import translate


def warning(code: WarningCode) -> str:
    return {
        WarningCode.SAME_PRODUCT: translate("Preview", "The customer already has a subscription of {name}."),
        WarningCode.DAY_NOT_KEPT: translate(
            "Preview",
            "At this time of day Stripe's day in UTC is another one: in short months the bill is a day off. Choose a "
            "day up to the 27th, or a later time.",
        ),
        WarningCode.PENDING_IS_BILLED: translate(
            "Preview", "{amount} of pending invoice items is billed with the first invoice too."
        ),
        WarningCode.PART_IS_CLOSE: translate(
            "Preview",
            "Stripe's preview counts the partial period from a month of another length. The amount charged now can "
            "differ by a few percent.",
        ),
        WarningCode.NEVER_CHANGED_LATER: translate(
            "Preview", "Amount, currency, billing period, and usage type can never be changed later."
        ),
        WarningCode.NOT_RESTORED: translate("Preview", "This cannot be taken back."),
    }[code]


def effect(code: EffectCode, count: int) -> str:
    return {
        EffectCode.COLLECTED_AUTOMATICALLY: translate("Preview", "Each bill is charged to the card automatically."),
        EffectCode.FIRST_BILL_ON_PAGE: translate(
            "Preview",
            "Nothing is charged now. The subscription starts when the customer has paid on Stripe's page, which also "
            "saves the card. The page is valid for 23 hours.",
        ),
        EffectCode.INVOICES_BY_EMAIL: translate(
            "Preview", "Stripe emails each invoice, due in %n day(s). Nothing is charged.", "", count
        ),
        EffectCode.FEE_CHARGED: translate(
            "Preview", "The setup fee of {amount} is charged now, as a payment of its own."
        ),
        EffectCode.FEE_INVOICED: translate(
            "Preview", "The setup fee of {amount} is invoiced and paid now, on an invoice of the subscription."
        ),
        EffectCode.FEE_ON_NEXT: translate("Preview", "The setup fee of {amount} is added to the next bill."),
        EffectCode.CANCELED_NOW: translate(
            "Preview", "The subscription is canceled immediately and cannot be started again."
        ),
        EffectCode.CREDITED_TO_BALANCE: translate(
            "Preview", "About {amount} for the unused time is credited to the customer's balance."
        ),
        EffectCode.INVOICES_ARE_DRAFTS: translate(
            "Preview", "Invoices are created and kept as drafts. Nothing is collected until collection resumes."
        ),
        EffectCode.INVOICES_ARE_UNCOLLECTIBLE: translate(
            "Preview", "Invoices are created and marked uncollectible. Nothing is collected until collection resumes."
        ),
        EffectCode.PAUSED_ALTOGETHER: translate(
            "Preview", "No invoices are created until it is resumed. Time that was paid for is not credited."
        ),
        EffectCode.USAGE_ON_NEXT: translate("Preview", "Usage until now is put on the customer's next invoice."),
        EffectCode.LAST_PERIOD_PRORATED: translate(
            "Preview", "The period in which it ends is billed only until that date."
        ),
        EffectCode.REFUNDED_TO_CARD: translate("Preview", "{amount} of payment {charge} is refunded."),
        EffectCode.LAST_BILL_CHARGED: translate(
            "Preview", "A last invoice with pending items and usage is created; {amount} of it is due now."
        ),
        EffectCode.PLANNED_REPLACED: translate("Preview", "It replaces the change that was planned before."),
        EffectCode.RESUMED_NOW: translate("Preview", "A new billing cycle begins now, and its first period is billed."),
        EffectCode.TRIAL_ENDS_NOW: translate("Preview", "The trial ends now, and the first period is billed."),
        EffectCode.TRIAL_UNTIL: translate("Preview", "Nothing is billed until {at}. The billing cycle starts then."),
        EffectCode.CHANGES_AT: translate(
            "Preview", "Nothing changes until {at}. The change can be canceled before that."
        ),
        EffectCode.CHANGE_DROPPED: translate("Preview", "The planned changes are dropped."),
        EffectCode.DISCOUNT_FROM_NEXT: translate("Preview", "The change applies from the next invoice on."),
        EffectCode.ALIGNED_MODE: translate(
            "Preview", "Prorations and cancellations follow Stripe's flexible billing. This cannot be taken back."
        ),
        EffectCode.LOOKUP_KEY_MOVES: translate("Preview", "The lookup key is taken from the price that has it now."),
        EffectCode.CODE_STOPS: translate("Preview", "The code cannot be redeemed any more. Given discounts continue."),
        EffectCode.CODE_WORKS: translate("Preview", "The code can be redeemed again."),
        EffectCode.COUPON_ENDS: translate(
            "Preview", "Nobody can redeem the coupon any more. Given discounts continue."
        ),
    }[code]
