"""Undo of an operation, and continuing one that was refused halfway: each is a new operation with its preview."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.writes.journal_entry import JournalEntry
from ...services.desk_services import UndoServices
from ..widgets.context import Context
from ..wording import operation_words
from ..wording.text import translate
from .run import carry_out


async def undo(context: Context[UndoServices], parent: QWidget, entry: JournalEntry) -> None:
    act = translate("Undo", "Undo: {what}").format(what=operation_words.title(entry.operation))
    done = translate("Undo", "Change undone.")
    await carry_out(context, parent, lambda: context.services.undo.preview_undo(entry), act, done)


async def go_on(context: Context[UndoServices], parent: QWidget, entry: JournalEntry) -> None:
    act = translate("Undo", "Continue: {what}").format(what=operation_words.title(entry.operation))
    done = translate("Undo", "The remaining steps are done.")
    await carry_out(context, parent, lambda: context.services.undo.preview_continue(entry), act, done)
