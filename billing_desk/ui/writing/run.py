"""A verb from its preview to its notice: asked for, previewed, agreed to, sent, and told what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.errors import DeskError
from ...domain.writes.operation import Operation
from ...services.writes.operations import Stopped, Unsettled
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Button
from ..wording.notices import Notice, notice_of, sentence
from ..wording.text import translate
from .preview import Act, Again, agreed

Link = tuple[str, str, str]
"""Kind, id and text of the object to open from the notice."""
Done = str | Callable[[Operation, dict[str, Any]], str]
"""What the notice says; by the operation and Stripe's last answer where it depends on them."""


async def carry_out(
    context: Context, parent: QWidget, make: Again, act: Act, done: Done, link: Link | None = None
) -> dict[str, Any] | None:
    """Stripe's last answer once the write is made; None when it was not, which has then been said. `act` is what the
    confirming button says, `done` the notice."""
    try:
        preview = await make()
    except DeskError as error:
        refuse(context, parent, notice_of(error))
        return None
    if preview is None:
        refuse(context, parent, Notice(translate("Verbs", "There is nothing to change."), "neutral"))
        return None
    operation = await agreed(context, parent, preview, act, make)
    return await send(context, parent, operation, done, link) if operation is not None else None


async def send(
    context: Context, parent: QWidget, operation: Operation, done: Done, link: Link | None = None
) -> dict[str, Any] | None:
    """Perform it and say what came of it: with an object to open, and Undo where Stripe allows it. A dialog that asks
    for it is busy so long; what is left half-made is settled in Activity, and the dialog closes."""
    operations = context.services.operations
    dialog = parent if isinstance(parent, DeskDialog) else None
    if dialog:
        dialog.set_busy(True)
    with context.following(operation):
        try:
            result = await operations.perform(operation)
        except (DeskError, Unsettled, Stopped) as error:
            notice = await trouble(context, operation, error)
            if dialog:
                dialog.set_busy(False)
            if dialog and notice.activity:
                dialog.accept()
            refuse(context, parent, notice)
            if dialog and isinstance(error, DeskError):
                dialog.refused(operation, error)
            return None
        finally:
            context.services.customers.read_again(operation)
    if dialog:
        dialog.set_busy(False)
    context.say(made(operation, done if isinstance(done, str) else done(operation, result), link))
    return result


def refuse(context: Context, parent: QWidget, notice: Notice) -> None:
    """In the dialog that asked for it, as well as in the notice bar behind it."""
    if isinstance(parent, DeskDialog):
        parent.show_problem(notice.text)
    context.say(notice)


def made(operation: Operation, done: str, link: Link | None = None) -> Notice:
    """The notice of a write that is made."""
    last = len(operation.steps) - 1
    undo = operation.id if last in dict(operation.undo) else ""
    kind, id_, text = link or ("", "", "")
    return Notice(done, "good", link=(kind, id_) if link else None, link_text=text, undo=undo)


async def trouble(context: Context, operation: Operation, error: DeskError | Unsettled | Stopped) -> Notice:
    """Why it was not made; of several steps, how far it came."""
    count = len(operation.steps)
    if isinstance(error, Unsettled):
        return notice_of(error)
    if isinstance(error, Stopped):
        text = translate("Verbs", "Stopped after {done} of {count} steps. Go on or undo it in Activity.")
        return Notice(text.format(done=error.done, count=count), "warn", activity=True)
    entry = await context.services.operations.entry(operation.id)
    if entry is None or not entry.done:
        return notice_of(error)
    text = translate("Verbs", "{why} {done} of {count} steps were made. Go on or undo it in Activity.")
    said = notice_of(error)
    return Notice(text.format(why=sentence(error), done=entry.done, count=count), "bad", said.details, activity=True)


def button(title: str, press: Callable[[], None], *, lacking: bool = False, primary: bool = False) -> QPushButton:
    """A verb's button in a detail; grey where the key may not do it."""
    made_ = Button(title)
    made_.setProperty("primary", primary)
    made_.setEnabled(not lacking)
    made_.clicked.connect(press)
    return made_
