"""Text of bulk edits, their rows and results."""

from __future__ import annotations

from ...domain.money import Money
from ...domain.writes.action import Action
from ...domain.writes.bulk import DEFAULT, Bulk, BulkRow, Edit, EditKind, Planned, RowState
from ...services.bulk.edits import DryRun
from . import operation_words, words
from .billing.subscription_words import wish_problem
from .text import Wording, from_to, joined, translate


def change_count(entity: str, count: int) -> str:
    """The title of the dialog and the text of its button."""
    if entity == "card":
        return translate("Bulk", "Edit %n card(s)", "", count)
    if entity == "subscription":
        return translate("Bulk", "Edit %n subscription(s)", "", count)
    if entity == "invoice":
        return translate("Bulk", "Edit %n invoice(s)", "", count)
    if entity == "sign_up":
        return translate("SignUps", "Create %n customer(s)", "", count)
    return translate("Bulk", "Edit %n customer(s)", "", count)


def act(kind: EditKind, count: int) -> str:
    """The text of the confirming button."""
    if kind.makes_links:
        return translate("Bulk", "Create %n link(s)", "", count)
    if kind in (EditKind.RETRY, EditKind.COLLECT):
        return translate("Bulk", "Charge %n invoice(s)", "", count)
    if kind is EditKind.FINALIZE:
        return translate("Bulk", "Finalize %n invoice(s)", "", count)
    if kind is EditKind.SEND:
        return translate("Bulk", "Send %n invoice(s)", "", count)
    return change_count(kind.entity, count)


def row_title(kind: EditKind, title: str) -> str:
    """The row's title; a card's title begins with its brand, by Stripe's name."""
    return words.labelled(title) if kind.entity == "card" else title


def dry_sentence(kind: EditKind, count: int) -> str:
    """What the edit would do, and to how many objects."""
    links = translate(
        "Bulk", "%n link(s) to a card page will be created. Save them in Activity; no email is sent.", "", count
    )
    found = {
        **dict.fromkeys((EditKind.SEND_LINK, EditKind.CARD_LINK), links),
        EditKind.MAKE_DEFAULT: translate(
            "Bulk", "%n card(s) will become the default. Subscriptions with their own card keep it.", "", count
        ),
        EditKind.FINALIZE: translate(
            "Bulk", "%n invoice(s) will be finalized. Stripe collects each as its draft says.", "", count
        ),
        EditKind.SEND: translate("Bulk", "%n invoice(s) will be sent by email.", "", count),
        EditKind.COLLECT: translate("Bulk", "%n invoice(s) will be charged.", "", count),
        EditKind.WRITE_OFF: translate("Bulk", "%n invoice(s) will be written off. Stripe stops collecting.", "", count),
        EditKind.RETRY: translate(
            "Bulk", "The oldest unpaid invoice of %n subscription(s) will be charged.", "", count
        ),
        EditKind.MOVE: translate(
            "Bulk", "%n subscription(s) will be moved; billing dates and quantities stay.", "", count
        ),
        EditKind.END: translate("Bulk", "%n subscription(s) will be canceled at the end of their period.", "", count),
    }.get(kind)
    changed = {
        "customer": translate("Bulk", "%n customer(s) will be changed. No money moves.", "", count),
        "invoice": translate("Bulk", "%n invoice(s) will be changed. No money moves.", "", count),
        "subscription": translate("Bulk", "%n subscription(s) will be changed.", "", count),
        "card": translate("Bulk", "%n card(s) will be changed. No money moves.", "", count),
        "sign_up": translate("SignUps", "%n customer(s) will be created. No money moves.", "", count),
    }
    return found or changed[kind.entity]


def amount_sentence(dry: DryRun, wording: Wording) -> str:
    """What it is about in all, by currency; "" if nothing."""
    return joined([wording.money(amount) for amount in dry.amounts])


def revenue_sentence(dry: DryRun, wording: Wording) -> str:
    """What the edit does to the monthly revenue, by currency; "" if nothing."""
    parts = [
        from_to(wording.money(Money(before, currency)), wording.money(Money(after, currency)))
        for currency, (before, after) in sorted(dry.revenue.items())
    ]
    text = translate("Bulk", "Monthly revenue {changes}")
    return text.format(changes=joined(parts)) if parts else ""


def before_and_after(kind: EditKind, row: Planned, wording: Wording) -> list[str]:
    """The two texts of a row of the dry run, each with its amount if the edit changes or is about one."""
    before, after = _shown_text(kind, row.before), _shown_text(kind, row.after)
    if row.revenue != (0, 0):
        before, after = (
            joined([text, wording.money(Money(amount, row.currency))], " · ")
            for text, amount in zip((before, after), row.revenue, strict=True)
        )
    if row.amount:
        after = joined([after, wording.money(Money(row.amount, row.currency))], " · ")
    return [before or "–", after or "–"]


def _shown_text(kind: EditKind, text: str) -> str:
    """The edited text of a row: a card's brand or a subscription's state by its name."""
    if kind in (EditKind.END, EditKind.HOLD):
        return words.subscription_status(text)[0] if text else ""
    if kind is EditKind.APPROVE:
        return words.review_mark(text)[0]
    if kind in (EditKind.FINALIZE, EditKind.COLLECT, EditKind.WRITE_OFF):
        return words.invoice_status(text)[0]
    if kind is EditKind.SEND and text == "open":
        return words.invoice_status(text)[0]
    return row_title(kind, text)


def edit_text(edit: Edit) -> str:
    """The edit with its value, on one line."""
    if edit.kind.makes_links:
        what = translate("Bulk", "for the default card") if edit.key == DEFAULT else ""
    else:
        what = " ".join(part for part in (edit.key, edit.value) if part)
    action = operation_words.action(Action(edit.kind))
    return translate("Bulk", "{action}: {value}").format(action=action, value=what) if what else action


def edit_problem(code: str) -> str:
    """Why the edit is invalid."""
    return {
        "own_key": translate("Bulk", "This key is reserved for Billing Desk."),
        "tag_with_comma": translate("Bulk", "A tag cannot contain a comma."),
        "bad_key": translate("Bulk", "A metadata key cannot contain square brackets."),
        "metadata_too_long": translate("Bulk", "A key can have up to 40 characters, a value up to 500."),
        "too_long": translate("Bulk", "A description can have up to 350 characters."),
    }.get(code, code)


def skip_sentence(code: str) -> str:
    """Why a customer or card is skipped."""
    return {
        "same": translate("Bulk", "no change needed"),
        "has_customer": translate("SignUps", "has a customer already"),
        "deleted": translate("Bulk", "deleted in Stripe"),
        "left": translate("Bulk", "skipped by the operator"),
        "unattached": translate("Bulk", "not attached to a customer"),
        "same_customer": translate("Bulk", "another card of the same customer"),
        "one_of_several": translate("Bulk", "one of several cards of its customer"),
        "funding": translate("Bulk", "needs review first"),
        "expired": translate("Bulk", "expired"),
        "method_goes_first": translate("Bulk", "a payment method is the default and takes precedence"),
        "too_many_keys": translate("Bulk", "already has 50 metadata keys"),
        "metadata_too_long": translate("Bulk", "the tags would be too long"),
        "ended": translate("Bulk", "has ended"),
        "managed": translate("Bulk", "managed by a schedule"),
        "from_free": translate("Bulk", "free now: a paid plan would be charged at once"),
        "has_discount": translate("Bulk", "has a discount already"),
        "several_items": translate("Bulk", "has several plans"),
        "other_currency": translate("Bulk", "another currency"),
        "other_interval": translate("Bulk", "another billing period or usage type"),
        "not_running": translate("Bulk", "paused or not paid yet"),
        "no_such_price": translate("Bulk", "the plan is archived"),
        "nothing_open": translate("Bulk", "no unpaid invoice"),
        "processing": translate("Bulk", "a payment is on its way"),
        "by_email": translate("Bulk", "paid by the customer, not charged automatically"),
        "no_card": translate("Bulk", "no payment method"),
        "changed": translate("Bulk", "changed since the dry run"),
        "draft": translate("Bulk", "a draft"),
        "open": translate("Bulk", "finalized already"),
        "paid": translate("Bulk", "paid"),
        "void": translate("Bulk", "voided"),
        "uncollectible": translate("Bulk", "uncollectible"),
        "nothing_remaining": translate("Bulk", "nothing remains to be paid"),
        "by_card": translate("Bulk", "charged automatically, not sent"),
        "no_email": translate("Bulk", "no email address"),
    }.get(code) or (wish_problem("discount", code) or code)


def state_word(state: RowState, kind: EditKind) -> str:
    done = translate("Bulk", "Created") if kind.makes_links else translate("Bulk", "Changed")
    return {
        RowState.WAITING: translate("Bulk", "Waiting"),
        RowState.DONE: done,
        RowState.SKIPPED: translate("Bulk", "Skipped"),
        RowState.FAILED: translate("Bulk", "Failed"),
        RowState.UNKNOWN: translate("Bulk", "Unknown"),
    }[state]


def row_state(row: BulkRow, kind: EditKind) -> str:
    """The state and, unless the row is waiting or done, why."""
    state = state_word(row.state, kind)
    if row.state in (RowState.WAITING, RowState.DONE):
        return state
    why = skip_sentence(row.note) if row.state is RowState.SKIPPED else row.note
    return translate("Bulk", "{state}: {why}").format(state=state, why=why)


def counted(bulk: Bulk, wording: Wording) -> str:
    """How many rows are in each state, without states that no row is in."""
    return joined(
        [
            translate("Bulk", "{state}: {count}").format(
                state=state_word(state, bulk.edit.kind), count=wording.number(bulk.counts[state])
            )
            for state in (RowState.DONE, RowState.SKIPPED, RowState.FAILED, RowState.UNKNOWN, RowState.WAITING)
            if bulk.counts.get(state)
        ]
    )
