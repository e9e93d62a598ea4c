"""Warnings and effects that a preview shows before the operator confirms a write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..money import Money


class WarningCode(StrEnum):
    """Possible unwanted consequences."""

    EMAIL_IN_USE = "email_in_use"
    INVOICES_GO_TO_NEW_EMAIL = "invoices_go_to_new_email"
    NO_EMAIL_NO_RECEIPTS = "no_email_no_receipts"
    CHANGED_MEANWHILE = "changed_meanwhile"
    CHANGED_SINCE = "changed_since"
    GOES_ON = "goes_on"
    OVERRIDDEN = "overridden"
    NO_CARD = "no_card"
    PREPAID_CARD = "prepaid_card"
    UNKNOWN_FUNDING = "unknown_funding"
    OLD_DEFAULT_IS_DETACHED = "old_default_is_detached"
    METHOD_GOES_FIRST = "method_goes_first"
    SOURCE_IS_CONSUMED = "source_is_consumed"
    NEVER_ATTACHED_AGAIN = "never_attached_again"
    STRIPE_CHOOSES_DEFAULT = "stripe_chooses_default"
    NO_DEFAULT_LEFT = "no_default_left"
    NAMED_BY_SUBSCRIPTIONS = "named_by_subscriptions"
    NOT_BLOCKED = "not_blocked"
    BLOCKED_ALREADY = "blocked_already"
    SUBSCRIPTIONS_END = "subscriptions_end"
    CARDS_GO = "cards_go"
    INVOICES_STAY_OPEN = "invoices_stay_open"
    CREDIT_IS_LOST = "credit_is_lost"
    PAID_BEFORE = "paid_before"
    PAYMENTS_UNKNOWN = "payments_unknown"
    SINGLE_USE = "single_use"
    IS_CONSUMED = "is_consumed"
    BLOCKS_CARD = "blocks_card"
    DISPUTED = "disputed"
    BALANCE_IS_USED = "balance_is_used"
    BALANCE_IS_ADDED = "balance_is_added"
    BELOW_MINIMUM = "below_minimum"
    SAME_PRODUCT = "same_product"
    DAY_NOT_KEPT = "day_not_kept"
    PENDING_IS_BILLED = "pending_is_billed"
    PART_IS_CLOSE = "part_is_close"
    NEVER_CHANGED_LATER = "never_changed_later"
    NOT_RESTORED = "not_restored"
    PERIOD_IS_OVER = "period_is_over"
    NOT_BILLED = "not_billed"
    STILL_USED = "still_used"


class EffectCode(StrEnum):
    """What Stripe does as a consequence of the write."""

    SECRET_SHOWN_ONCE = "secret_shown_once"
    SECRET_IS_LOST = "secret_is_lost"
    OLD_SECRET_STAYS = "old_secret_stays"
    OLD_SECRET_STOPS = "old_secret_stops"
    EVENTS_NOT_SENT = "events_not_sent"

    ENDS_WITH_PERIOD = "ends_with_period"
    GOES_ON_BILLING = "goes_on_billing"
    INVOICES_ARE_VOIDED = "invoices_are_voided"
    INVOICES_ARE_COLLECTED = "invoices_are_collected"
    PRORATED = "prorated"
    COLLECTED_FROM_CARD = "collected_from_card"
    SUBSCRIBERS_GO_ON = "subscribers_go_on"
    CHARGED_CARD = "charged_card"
    RETRY_FALLS_AWAY = "retry_falls_away"
    NEVER_COLLECTED = "never_collected"
    BECOMES_DEFAULT_SOURCE = "becomes_default_source"
    OPEN_INVOICE_IS_TRIED = "open_invoice_is_tried"
    BANK_IS_NOT_ASKED = "bank_is_not_asked"
    LINK_FOR_A_DAY = "link_for_a_day"
    DEFAULT_WHEN_IT_COMES = "default_when_it_comes"
    LINK_FOR_MINUTES = "link_for_minutes"
    PORTAL_MAKES_DEFAULT = "portal_makes_default"
    PAID_ON_PAGE = "paid_on_page"
    SAME_CARDS_TOO = "same_cards_too"
    PAYMENTS_GO_BACK = "payments_go_back"
    USED_BY_NEXT_INVOICE = "used_by_next_invoice"
    ADDED_TO_NEXT_INVOICE = "added_to_next_invoice"
    DUPLICATE_STAYS = "duplicate_stays"
    GOES_BACK = "goes_back"
    REST_IS_RELEASED = "rest_is_released"
    HOLD_IS_RELEASED = "hold_is_released"
    RECEIPT_MAILED = "receipt_mailed"
    COLLECTED_AUTOMATICALLY = "collected_automatically"
    FIRST_BILL_ON_PAGE = "first_bill_on_page"
    INVOICES_BY_EMAIL = "invoices_by_email"
    FEE_CHARGED = "fee_charged"
    FEE_INVOICED = "fee_invoiced"
    FEE_ON_NEXT = "fee_on_next"
    COLLECTED_SOON = "collected_soon"
    EMAILED_SOON = "emailed_soon"
    NOT_COLLECTED = "not_collected"
    BALANCE_GOES_BACK = "balance_goes_back"
    DEBIT_GOES_BACK = "debit_goes_back"
    COLLECTING_STOPS = "collecting_stops"
    PAID_OUTSIDE = "paid_outside"
    REMAINING_FALLS = "remaining_falls"
    REFUNDED = "refunded"
    NOTE_CREDITED = "note_credited"
    GIVEN_BACK_OUTSIDE = "given_back_outside"
    REISSUED_AS_DRAFT = "reissued_as_draft"
    DRAFT_IS_MADE = "draft_is_made"
    TAX_IS_ADDED = "tax_is_added"
    PENDING_IS_TAKEN = "pending_is_taken"
    INVOICE_IS_EMAILED = "invoice_is_emailed"
    NOTHING_IS_EMAILED = "nothing_is_emailed"
    CANCELED_NOW = "canceled_now"
    CREDITED_TO_BALANCE = "credited_to_balance"
    INVOICES_ARE_DRAFTS = "invoices_are_drafts"
    INVOICES_ARE_UNCOLLECTIBLE = "invoices_are_uncollectible"
    PAUSED_ALTOGETHER = "paused_altogether"
    USAGE_ON_NEXT = "usage_on_next"
    LAST_PERIOD_PRORATED = "last_period_prorated"
    REFUNDED_TO_CARD = "refunded_to_card"
    LAST_BILL_CHARGED = "last_bill_charged"
    RESUMED_NOW = "resumed_now"
    TRIAL_ENDS_NOW = "trial_ends_now"
    TRIAL_UNTIL = "trial_until"
    CHANGES_AT = "changes_at"
    PLANNED_REPLACED = "planned_replaced"
    CHANGE_DROPPED = "change_dropped"
    DISCOUNT_FROM_NEXT = "discount_from_next"
    ALIGNED_MODE = "aligned_mode"
    LOOKUP_KEY_MOVES = "lookup_key_moves"
    CODE_STOPS = "code_stops"
    CODE_WORKS = "code_works"
    COUPON_ENDS = "coupon_ends"
    METER_STOPS = "meter_stops"
    METER_STARTS = "meter_starts"
    METER_IS_FIXED = "meter_is_fixed"
    NEGATIVE_USAGE = "negative_usage"
    AGGREGATED_LATE = "aggregated_late"
    WINDOW_REPLACES = "window_replaces"
    USAGE_TAKEN_BACK = "usage_taken_back"


@dataclass(frozen=True)
class Warning_:
    """The UI has a text for each `code`, filled with `values`."""

    code: WarningCode
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Effect:
    """The UI has a text for each `code`, filled with `values`."""

    code: EffectCode
    values: Mapping[str, str] = field(default_factory=dict)


def amount_values(money: Money) -> dict[str, str]:
    """The values of a remark whose text has `{amount}`."""
    return {"amount": str(money.amount), "currency": money.currency}
