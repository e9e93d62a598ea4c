"""Subscriptions in words: bills to come, choices of a change, reasons, and what to say to the caller."""

from __future__ import annotations

from collections.abc import Sequence

from ....domain.money import Money
from ....domain.objects.bill import Bill
from ....domain.writes.subscription_change import Choice, When
from ..text import Wording, sentences, translate


def bills_sentence(bills: Sequence[Bill], wording: Wording) -> str:
    """What to tell the caller about a new subscription, such as `Nothing today; ¥8,940 on Dec 1.`"""
    if not bills:
        return ""
    later = next((bill for bill in bills[1:] if bill.due.amount), None)
    return _said(bills[0].due, later.due if later else None, later.at if later else None, wording)


def choice_sentence(choice: Choice, wording: Wording) -> str:
    """What to tell the caller about a change."""
    return _said(choice.today, choice.next, choice.next_at, wording) if choice.today is not None else ""


def _said(today: Money | None, later: Money | None, at: int | None, wording: Wording) -> str:
    now = (
        translate("Bills", "{amount} today").format(amount=wording.money(today))
        if today is not None and today.amount > 0
        else translate("Bills", "Nothing today")
    )
    if later is None or at is None:
        return translate("Bills", "{today}.").format(today=now)
    text = translate("Bills", "{today}; {amount} on {day}.")
    return text.format(today=now, amount=wording.money(later), day=wording.day(at))


def bill_lines(bill: Bill, wording: Wording) -> str:
    """The lines of a bill, by Stripe's own descriptions."""
    return "\n".join(f"{line.text}  {wording.money(line.amount)}" for line in bill.lines)


def when_title(when: When) -> str:
    return {
        When.NOW: translate("Change", "Now"),
        When.NEXT: translate("Change", "On the next invoice"),
        When.NONE: translate("Change", "Without proration"),
        When.RENEWAL: translate("Change", "At renewal"),
    }[when]


def when_consequence(when: When) -> str:
    return {
        When.NOW: translate("Change", "Changed now. The difference for the rest of the period is charged today."),
        When.NEXT: translate(
            "Change", "Changed now. The difference for the rest of the period is added to the next invoice."
        ),
        When.NONE: translate("Change", "Changed now. The rest of this period costs nothing more and nothing less."),
        When.RENEWAL: translate("Change", "Nothing changes until the period ends. It can be taken back before."),
    }[when]


def refusal(code: str) -> str:
    """Why a change of a subscription is not possible."""
    return {
        "no_items": translate("Change", "A subscription needs at least one plan."),
        "ended": translate("Change", "The subscription has ended."),
        "incomplete": translate("Change", "The first invoice has not been paid yet."),
        "paused": translate("Change", "The subscription is paused. Resume it first."),
        "managed": translate("Change", "A change is planned already. Change at renewal, or cancel the planned change."),
        "ends": translate("Change", "The subscription will be canceled. Withdraw the cancellation first."),
        "item_gone": translate("Change", "One of the plans has been removed since. Change the subscription instead."),
        "planned": translate("Change", "A change is planned, which would undo this. Cancel the planned change first."),
        "contract": translate("Change", "A schedule ends the subscription. Change the schedule in the Dashboard."),
        "no_trial": translate("Change", "The subscription has no trial."),
        "resume_by_email": translate("Change", "Stripe resumes only subscriptions that are charged automatically."),
    }.get(code, code)


def wish_problem(field: str, code: str) -> str:
    """An error message for a field of the form for a new subscription, or of a change."""
    known: dict[tuple[str, str], str] = {
        ("items", "empty"): translate("NewSubscription", "Choose a plan."),
        ("items", "same_price"): translate("NewSubscription", "The same plan is listed twice. Change its quantity."),
        ("items", "archived_price"): translate("NewSubscription", "This plan is archived. Choose another one."),
        ("items", "other_currency"): translate("NewSubscription", "This plan is not sold in the customer's currency."),
        ("quantity", "too_many"): translate("NewSubscription", "The quantity must be between 0 and 999,999."),
        ("trial", "in_the_past"): translate("NewSubscription", "The trial must end in the future."),
        ("trial", "over_two_years"): translate("NewSubscription", "A trial can last at most two years."),
        ("date", "in_the_past"): translate("NewSubscription", "The date must be in the future."),
        ("due_days", "not_in_range"): translate("NewSubscription", "Enter 1 to 999 days."),
        ("pay_by", "nothing_to_pay"): translate(
            "NewSubscription", "Nothing is due today, so there is nothing to pay on a page. Choose a card, or email."
        ),
        ("start", "not_monthly"): translate(
            "NewSubscription", "Only monthly and yearly plans can be aligned to a day of the month."
        ),
        ("fee", "no_description"): translate("NewSubscription", "Enter a description for the setup fee."),
        ("fee", "fee_needs_card"): translate(
            "NewSubscription", "The fee can be charged now only if the customer has a card and pays by it."
        ),
        ("method", "no_payment_method"): translate(
            "NewSubscription", "The customer has no card. Send a payment page, or invoice by email."
        ),
        ("customer", "deleted"): translate("NewSubscription", "The customer was deleted."),
    }
    discounts: dict[str, str] = {
        "discount_unknown": translate("NewSubscription", "There is no such promotion code or coupon."),
        "discount_expired": translate("NewSubscription", "The promotion code or coupon has expired."),
        "discount_used_up": translate("NewSubscription", "The promotion code or coupon has been used up."),
        "discount_inactive": translate("NewSubscription", "The promotion code is not active."),
        "discount_other_customer": translate("NewSubscription", "The promotion code is for another customer."),
        "discount_other_currency": translate("NewSubscription", "The coupon is for another currency."),
    }
    return known.get((field, code)) or discounts.get(code, "")


def alignment_advice() -> str:
    """C7: when aligning pays."""
    return sentences(
        (
            translate(
                "NewSubscription",
                "Aligning pays if you ship in batches or have monthly events.",
            ),
            translate(
                "NewSubscription",
                "With sign-ups on every day, keep each customer's own day: it spreads work and failed payments.",
            ),
        )
    )


def feedback(code: str) -> str:
    """Stripe's values of a cancellation's feedback."""
    return {
        "": translate("Cancel", "Not given"),
        "too_expensive": translate("Cancel", "Too expensive"),
        "missing_features": translate("Cancel", "Missing features"),
        "switched_service": translate("Cancel", "Switched to another service"),
        "unused": translate("Cancel", "Not used"),
        "customer_service": translate("Cancel", "Customer service"),
        "too_complex": translate("Cancel", "Too complex"),
        "low_quality": translate("Cancel", "Low quality"),
        "other": translate("Cancel", "Other"),
    }.get(code, code)


def missing_card(code: str) -> str:
    """What happens if a trial ends without a payment method."""
    return {
        "create_invoice": translate("Trial", "Create an invoice, which becomes past due"),
        "cancel": translate("Trial", "Cancel the subscription"),
        "pause": translate("Trial", "Pause the subscription"),
    }.get(code, code)
