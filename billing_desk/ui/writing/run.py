"""The one way to write from a screen: preview, confirm, check again, send, say what came of it, offer Undo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.writes.operation import Operation
from ...services.desk_services import ScreenServices
from ...services.writes.step_executor import Stopped, Unsettled
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Button
from ..wording.notices import Notice, notice_of, sentence
from ..wording.text import translate
from .preview import Act, Again, agreed

Link = tuple[str, str, str]
"""Kind, id and text of the object to open from the notice."""
Done = str | Callable[[Operation, Json], str]
"""What the notice says; by the operation and Stripe's last answer where it depends on them."""
LinkOf = Link | Callable[[Json], Link] | None
Perform = Callable[[Operation], Awaitable[Json]]


@dataclass(frozen=True)
class Ended:
    """How a write ended: `result` is Stripe's last answer, None where it was not made; `error` says why."""

    operation: Operation
    result: Json | None
    error: DeskError | Unsettled | Stopped | None = None


async def carry_out(
    context: Context[ScreenServices],
    parent: QWidget,
    make: Again,
    act: Act,
    done: Done,
    link: LinkOf = None,
    perform: Perform | None = None,
) -> Json | None:
    """Stripe's last answer once the write is made; None when it was not, which has then been said. `make` makes the
    preview, again if what it was made from changes; `act` is what the confirming button says, `done` the notice.
    `perform` sends the operation where that is more than sending its steps."""
    try:
        preview = await make()
    except DeskError as error:
        refuse(context, parent, notice_of(error), error)
        return None
    if preview is None:
        refuse(context, parent, Notice(translate("Verbs", "Nothing to change."), "neutral"))
        return None
    operation = await agreed(context, parent, preview, act, make)
    return await _send(context, parent, operation, done, link, perform) if operation is not None else None


async def _send(
    context: Context[ScreenServices],
    parent: QWidget,
    operation: Operation,
    done: Done,
    link: LinkOf,
    perform: Perform | None,
) -> Json | None:
    """Perform it and say what came of it. A dialog that asks for it is busy so long; what is left half-made is settled
    in Activity, and the dialog closes."""
    dialog = parent if isinstance(parent, DeskDialog) else None
    if dialog:
        dialog.set_busy(True)
    ended = await perform_one(context, operation, perform)
    if dialog:
        dialog.set_busy(False)
    if ended.result is None:
        assert ended.error is not None
        notice = await trouble(context, operation, ended.error)
        if dialog and notice.activity:
            dialog.accept()
        refuse(context, parent, notice, ended.error if isinstance(ended.error, DeskError) else None, operation)
        return None
    target = link(ended.result) if callable(link) else link
    context.say(made(operation, done if isinstance(done, str) else done(operation, ended.result), target))
    return ended.result


async def perform_one(context: Context[ScreenServices], operation: Operation, perform: Perform | None = None) -> Ended:
    """Send one operation that was agreed to, its steps shown while they are sent."""
    with context.progress(operation):
        try:
            return Ended(operation, await (perform or context.services.writer.perform)(operation))
        except (DeskError, Unsettled, Stopped) as error:
            return Ended(operation, None, error)


def refuse(
    context: Context[ScreenServices],
    parent: QWidget,
    notice: Notice,
    error: DeskError | None = None,
    operation: Operation | None = None,
) -> None:
    """In the dialog that asked for it, as well as in the notice bar behind it."""
    context.say(notice)
    if isinstance(parent, DeskDialog):
        parent.show_problem(notice.text)
        if error is not None:
            parent.refused(error, operation)


def made(operation: Operation, done: str, link: Link | None = None) -> Notice:
    """The notice of a write that is made."""
    last = len(operation.steps) - 1
    undo = operation.id if last in dict(operation.undo) else ""
    kind, id_, text = link or ("", "", "")
    return Notice(done, "good", link=(kind, id_) if link else None, link_text=text, undo=undo)


async def trouble(
    context: Context[ScreenServices], operation: Operation, error: DeskError | Unsettled | Stopped
) -> Notice:
    """Why it was not made; of several steps, how far it came."""
    count = len(operation.steps)
    if isinstance(error, Unsettled):
        return notice_of(error)
    if isinstance(error, Stopped):
        text = translate("Verbs", "Stopped after {done} of {count} steps. Continue or undo in Activity.")
        return Notice(text.format(done=error.done, count=count), "warn", activity=True)
    entry = await context.services.writer.entry(operation.id)
    if entry is None or not entry.done:
        return notice_of(error)
    text = translate("Verbs", "{why} {done} of {count} steps were done. Continue or undo in Activity.")
    said = notice_of(error)
    return Notice(text.format(why=sentence(error), done=entry.done, count=count), "bad", said.details, activity=True)


def button(title: str, press: Callable[[], Any], *, lacking: bool = False, primary: bool = False) -> QPushButton:
    """An action's button in a detail; gray where the key may not do it."""
    made_ = Button(title)
    made_.setProperty("primary", primary)
    made_.setEnabled(not lacking)
    made_.clicked.connect(press)
    return made_
