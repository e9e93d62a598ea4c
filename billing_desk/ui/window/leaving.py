"""Asks before a desk is left in the middle of a bulk edit, or with text in a form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from ...domain.writes.action import Action
from ...domain.writes.operation import Mode
from ..widgets.base_dialog import BaseDialog, Question
from ..wording import operation_words
from ..wording.text import sentences, translate
from .frame import Frame


def leave(window: Frame, act: str, then: Callable[[], None]) -> None:
    """Do `then`, which ends this desk; first ask if something would be interrupted. `act` is the button's text."""
    text = _under_way(window)
    if not text:
        then()
        return
    if any(asked.isVisible() for asked in window.findChildren(Question, "leave")):
        return
    asked = Question(window, translate("MainWindow", "Stop what is under way?"), text, act)
    asked.setObjectName("leave")
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.accepted.connect(then)
    asked.open()


def _under_way(window: Frame) -> str:
    """What would be interrupted or lost, and what can be resumed; "" for nothing."""
    number, said = window.shell.wording.number, []
    running = window.desk.context.services.bulk.running.values() if window.desk is not None else ()
    for run in running:
        text = translate(
            "MainWindow",
            "{what}: {made} of {total} rows are done. It stops before the next row; the rest can be continued in "
            "Activity.",
        )
        what = operation_words.action(Action(run.bulk.edit.kind))
        said.append(text.format(what=what, made=number(run.made), total=number(run.total)))
    if said and window.desk is not None and window.desk.context.services.identity.mode is Mode.DEMO:
        said.append(translate("MainWindow", "After quitting, the practice account starts anew."))
    forms = [dialog for dialog in window.findChildren(BaseDialog) if dialog.isVisible() and not dialog.is_busy]
    if any(form.has_typed() for form in forms):
        said.append(translate("MainWindow", "A form contains text that has not been saved. It will be lost."))
    return sentences(said)
