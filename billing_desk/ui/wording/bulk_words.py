"""What bulks say about edits, rows and results."""

from __future__ import annotations

from ...domain.writes.action import Action
from ...domain.writes.bulk import DEFAULT, BulkRow, Edit, EditKind, RowState
from . import operation_words, words
from .text import translate


def change_count(noun: str, count: int) -> str:
    """What the dialog and its button say."""
    if noun == "card":
        return translate("Bulk", "Change %n card(s)", "", count)
    return translate("Bulk", "Change %n customer(s)", "", count)


def act(kind: EditKind, count: int) -> str:
    """What the confirming button says."""
    if kind is EditKind.SEND_LINK:
        return translate("Bulk", "Make %n link(s)", "", count)
    return change_count(kind.noun, count)


def row_title(kind: EditKind, title: str) -> str:
    """A card's begins with its brand, as Stripe writes it."""
    if kind.noun != "card" or " *" not in title:
        return title
    brand, star, rest = title.partition(" *")
    return f"{words.brand(brand)}{star}{rest}"


def dry_sentence(kind: EditKind, count: int) -> str:
    """What would be done to how many, and what not."""
    if kind is EditKind.SEND_LINK:
        return translate(
            "Bulk", "%n link(s) to Stripe's page will be made; save them in Activity. None is mailed.", "", count
        )
    if kind is EditKind.MAKE_DEFAULT:
        return translate(
            "Bulk", "%n card(s) become the default. Subscriptions that name another card keep it.", "", count
        )
    if kind.noun == "card":
        return translate("Bulk", "%n card(s) will be changed. No money moves.", "", count)
    return translate("Bulk", "%n customer(s) will be changed. No money moves.", "", count)


def edit_text(edit: Edit) -> str:
    """The edit with what it says, on one line."""
    if edit.kind is EditKind.SEND_LINK:
        what = translate("Bulk", "for the default card") if edit.key == DEFAULT else ""
    else:
        what = " ".join(part for part in (edit.key, edit.value) if part)
    return ": ".join(part for part in (operation_words.action(Action(edit.kind)), what) if part)


def edit_problem(code: str) -> str:
    """Why an edit can be made to nobody."""
    return {
        "own_key": translate("Bulk", "This key belongs to the program itself."),
        "tag_with_comma": translate("Bulk", "A tag cannot hold a comma."),
        "bad_key": translate("Bulk", "A metadata key cannot hold brackets."),
        "metadata_too_long": translate("Bulk", "A key has at most 40 characters, a value 500."),
        "too_long": translate("Bulk", "A description has at most 350 characters."),
    }.get(code, code)


def skip_sentence(code: str) -> str:
    """Why a customer or card is left out."""
    return {
        "same": translate("Bulk", "already so"),
        "deleted": translate("Bulk", "deleted at Stripe"),
        "left": translate("Bulk", "not wanted any more"),
        "unattached": translate("Bulk", "belongs to no customer"),
        "same_customer": translate("Bulk", "another card of the same customer"),
        "one_of_several": translate("Bulk", "one of several cards of its customer"),
        "funding": translate("Bulk", "to be reviewed first"),
        "expired": translate("Bulk", "expired"),
        "method_goes_first": translate("Bulk", "a PaymentMethod is the default and goes first"),
        "too_many_keys": translate("Bulk", "has 50 metadata keys already"),
        "metadata_too_long": translate("Bulk", "the tags would get too long"),
    }.get(code, code)


def done_word(kind: EditKind) -> str:
    return translate("Bulk", "made") if kind is EditKind.SEND_LINK else translate("Bulk", "changed")


def row_state(row: BulkRow, kind: EditKind) -> str:
    return {
        RowState.WAITING: translate("Bulk", "waiting"),
        RowState.DONE: done_word(kind),
        RowState.SKIPPED: translate("Bulk", "left out: {why}").format(why=skip_sentence(row.note)),
        RowState.FAILED: translate("Bulk", "failed: {why}").format(why=row.note),
        RowState.UNKNOWN: translate("Bulk", "unknown: {why}").format(why=row.note),
    }[row.state]
