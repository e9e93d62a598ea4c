"""What bulks say about edits, rows and results."""

from __future__ import annotations

from ..domain.bulk import BulkRow, RowState
from .text import translate


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
    """Why a customer is left out."""
    return {
        "same": translate("Bulk", "already so"),
        "deleted": translate("Bulk", "deleted at Stripe"),
        "left": translate("Bulk", "not wanted any more"),
        "too_many_keys": translate("Bulk", "has 50 metadata keys already"),
        "metadata_too_long": translate("Bulk", "the tags would get too long"),
    }.get(code, code)


def row_state(row: BulkRow) -> str:
    return {
        RowState.WAITING: translate("Bulk", "waiting"),
        RowState.DONE: translate("Bulk", "changed"),
        RowState.SKIPPED: translate("Bulk", "left out: {why}").format(why=skip_sentence(row.note)),
        RowState.FAILED: translate("Bulk", "failed: {why}").format(why=row.note),
        RowState.UNKNOWN: translate("Bulk", "unknown: {why}").format(why=row.note),
    }[row.state]
