"""What asks for attention: found from the account's current state, so that it ends when anyone has handled it, in
whichever order events came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..json_object import Json, id_of
from ..money import Money
from ..objects.card import card_of, label_of
from ..objects.invoice import name_of, remaining_of, total_of
from ..objects.subscription import ends_on
from ..usage.rejected import Rejected
from .delivery import Undelivered
from .record import EventRecord

TRIAL_ENDS_WITHIN = 3 * 86_400
"""Seconds; Stripe sends `trial_will_end` as long before."""
DRAFT_LATE = 3 * 3_600
"""Seconds after which a draft that Stripe should have finalized stays one: it does so after about an hour."""
DRAFT_FORGOTTEN = 7 * 86_400
"""Seconds after which a draft that Stripe does not finalize by itself counts as left lying."""
EXPIRES_WITHIN = 31 * 86_400
"""Seconds; Stripe sends `customer.source.expiring` at the start of the month in which a card expires."""


class AttentionKind(StrEnum):
    """In the order of the list."""

    DISPUTE = "dispute"
    PAYMENT_FAILED = "payment_failed"
    REVIEW = "review"
    WEBHOOK_FAILING = "webhook_failing"
    METER_ERROR = "meter_error"
    TRIAL_ENDING = "trial_ending"
    CARD_EXPIRING = "card_expiring"
    DRAFT_STAYS = "draft_stays"


@dataclass(frozen=True)
class AttentionItem:
    """`episode` changes when it happens again, so that a mark as handled ends with the episode. `subject` is a (kind,
    id) pair to open, None if there is nothing to open here. `since` and `due` in Unix seconds; None: not known, no
    date. `code` says why, `label` what it is about."""

    kind: AttentionKind
    id: str
    episode: str
    since: int | None = None
    subject: tuple[str, str] | None = None
    customer: str = ""
    name: str = ""
    amount: Money | None = None
    due: int | None = None
    code: str = ""
    label: str = ""
    count: int = 0

    @property
    def key(self) -> str:
        """Equal for the same episode of the same thing."""
        return f"{self.kind}:{self.id}:{self.episode}"


def failed_invoice(invoice: Json, code: str = "") -> AttentionItem | None:
    """An invoice that Stripe tried to collect and could not. `code`: why the last attempt failed, "" if not known."""
    attempts = int(invoice.get("attempt_count") or 0)
    collects = invoice.get("collection_method") != "send_invoice"
    left = remaining_of(invoice)
    if invoice.get("status") != "open" or not attempts or not collects or left.amount <= 0:
        return None
    tried = invoice.get("next_payment_attempt")
    finalized = (invoice.get("status_transitions") or {}).get("finalized_at")
    return AttentionItem(
        AttentionKind.PAYMENT_FAILED,
        str(invoice["id"]),
        str(attempts),
        int(finalized or invoice.get("created") or 0) or None,
        ("invoice", str(invoice["id"])),
        id_of(invoice.get("customer")) or "",
        _name(invoice),
        left,
        int(tried) if tried else None,
        code,
        name_of(invoice),
        attempts,
    )


def staying_draft(invoice: Json, now: int) -> AttentionItem | None:
    """A draft that Stripe should have finalized, one that it could not, or one that was left lying."""
    if invoice.get("status") != "draft":
        return None
    created = int(invoice.get("created") or 0)
    error = invoice.get("last_finalization_error") or {}
    planned = invoice.get("automatically_finalizes_at")
    if error:
        code = str(error.get("code") or "finalization_failed")
    elif invoice.get("auto_advance"):
        if now < max(int(planned or 0), created) + DRAFT_LATE:
            return None
        code = "not_finalized"
    elif now < created + DRAFT_FORGOTTEN:
        return None
    else:
        code = "left_lying"
    return AttentionItem(
        AttentionKind.DRAFT_STAYS,
        str(invoice["id"]),
        code,
        created,
        ("invoice", str(invoice["id"])),
        id_of(invoice.get("customer")) or "",
        _name(invoice),
        total_of(invoice),
        None,
        code,
        name_of(invoice),
    )


def ending_trial(subscription: Json, now: int) -> AttentionItem | None:
    """A trial that ends soon, and after which the subscription is billed."""
    end = int(subscription.get("trial_end") or 0)
    ends = ends_on(subscription)
    if subscription.get("status") != "trialing" or not now <= end <= now + TRIAL_ENDS_WITHIN:
        return None
    if ends is not None and ends <= end:
        return None  # it ends with the trial
    return AttentionItem(
        AttentionKind.TRIAL_ENDING,
        str(subscription["id"]),
        str(end),
        None,
        ("subscription", str(subscription["id"])),
        id_of(subscription.get("customer")) or "",
        due=end,
    )


def expiring_card(obj: Json, first: int, last: int) -> AttentionItem | None:
    """A card that pays subscriptions and has expired, or does so soon: in a month (YYYYMM) up to `last`. `first` is the
    current month."""
    card = card_of(obj)
    if card is None:
        return None
    month = card.exp_year * 100 + card.exp_month
    if month > last:
        return None
    return AttentionItem(
        AttentionKind.CARD_EXPIRING,
        str(obj["id"]),
        str(month),
        None,
        ("card", str(obj["id"])),
        id_of(obj.get("customer")) or "",
        code="expired" if month < first else "expires",
        label=label_of(obj),
    )


_DISPUTE_ENDED = ("won", "lost", "warning_closed", "charge_refunded", "prevented")
_DISPUTE_ANSWERED = ("under_review", "warning_under_review")


def open_disputes(records: Iterable[EventRecord]) -> list[AttentionItem]:
    """Disputes that need a response. A response and an end are final, so the order of the events does not matter."""
    newest: dict[str, EventRecord] = {}
    answered: set[str] = set()
    for record in records:
        if record.status in (*_DISPUTE_ENDED, *_DISPUTE_ANSWERED) or record.type == "charge.dispute.closed":
            answered.add(record.object_id)
        if record.object_id not in newest or record.at >= newest[record.object_id].at:
            newest[record.object_id] = record
    return [
        AttentionItem(
            AttentionKind.DISPUTE,
            id_,
            "",
            record.at,
            ("customer", record.customer) if record.customer else None,
            record.customer,
            record.name,
            _money(record),
            record.moment,
            record.code,
            record.payment,
        )
        for id_, record in newest.items()
        if id_ not in answered and record.readable
    ]


def open_reviews(records: Iterable[EventRecord]) -> list[AttentionItem]:
    """Radar reviews that nobody has decided."""
    opened: dict[str, EventRecord] = {}
    closed: set[str] = set()
    for record in records:
        if record.type == "review.closed" or record.status == "closed":
            closed.add(record.object_id)
        elif record.readable:
            opened.setdefault(record.object_id, record)
    return [
        AttentionItem(
            AttentionKind.REVIEW,
            id_,
            "",
            record.at,
            ("customer", record.customer) if record.customer else None,
            record.customer,
            record.name,
            None,
            None,
            record.code,
            record.payment,
        )
        for id_, record in opened.items()
        if id_ not in closed
    ]


def rejected_usage(found: Rejected) -> AttentionItem:
    """Usage that Stripe rejected; another error report is another episode."""
    return AttentionItem(
        AttentionKind.METER_ERROR,
        f"{found.meter}/{found.code}",
        str(found.last),
        found.last,
        ("meter", found.meter) if found.meter else None,
        code=found.code,
        count=found.count,
    )


def failing_webhook(found: Undelivered) -> AttentionItem | None:
    if not found.is_failing:
        return None
    types = ", ".join(name for name, _ in found.types[:3])
    return AttentionItem(
        AttentionKind.WEBHOOK_FAILING, "endpoints", str(found.newest), found.oldest, label=types, count=found.count
    )


def _money(record: EventRecord) -> Money | None:
    return Money(record.amount, record.currency) if record.amount is not None and record.currency else None


def _name(obj: Any) -> str:
    return str(obj.get("customer_name") or obj.get("customer_email") or "")
