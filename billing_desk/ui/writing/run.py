"""Writing from a screen: preview, confirm, check again, send, report, offer Undo."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.writes.operation import Operation
from ...services.screen_services import ScreenServices
from ...services.writes.step_executor import Stopped, Unsettled
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Button, set_tip
from ..wording.notices import Notice, notice_of, sentence
from ..wording.text import translate
from .whose import whose

if TYPE_CHECKING:
    from .preview import Act, Again

Link = tuple[str, str, str]
"""Kind, id and text of the object that the notice links to."""
Done = str | Callable[[Operation, Json], str]
"""The notice's text; a function if it depends on the operation and Stripe's last answer."""
LinkOf = Link | Callable[[Json], Link] | None
Perform = Callable[[Operation], Awaitable[Json]]


@dataclass(frozen=True)
class Ended:
    """The end of a write: `result` is Stripe's last answer, None if it failed; `error` is why."""

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
    """Returns Stripe's last answer, or None if nothing was written; a failure is then already shown. `make` creates the
    preview, again if an object has changed meanwhile; `act` is the confirming button's text, `done` the notice.
    `perform` replaces Writer.perform."""
    from .preview import agreed  # imported at the first write

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
    """Perform the operation and show the result. The parent dialog is busy meanwhile; it closes if the operation has to
    be decided in Activity."""
    dialog = parent if isinstance(parent, DeskDialog) else None
    if dialog:
        dialog.set_busy(True)
    ended = await perform_one(context, operation, perform)
    if dialog:
        dialog.set_busy(False)
    if ended.result is None:
        assert ended.error is not None
        notice = await trouble(context, operation, ended.error)
        notice = replace(notice, text=await named(context, operation, notice.text))
        if dialog and notice.activity:
            dialog.accept()
        refuse(context, parent, notice, ended.error if isinstance(ended.error, DeskError) else None, operation)
        return None
    target = link(ended.result) if callable(link) else link
    said = done if isinstance(done, str) else done(operation, ended.result)
    context.say(made(operation, await named(context, operation, said), target))
    return ended.result


async def named(context: Context[ScreenServices], operation: Operation, said: str) -> str:
    """The sentence with the customer's name before it, unless it names the customer already (G8)."""
    whom = await whose(context.services.queries, operation)
    if whom is None or _names(said, whom.name):
        return said
    return translate("Verbs", "{name}: {what}").format(name=whom.name, what=said)


def _names(said: str, name: str) -> bool:
    """Whether the sentence has the name; a short Latin name may also be a part of another word."""
    if not name.isascii():
        return name in said
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


async def perform_one(context: Context[ScreenServices], operation: Operation, perform: Perform | None = None) -> Ended:
    """Send a confirmed operation and show its steps meanwhile."""
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
    """Show an error in the dialog and in the notice bar behind it."""
    if not (isinstance(parent, DeskDialog) and isinstance(error, Refused) and not error.message):
        context.say(notice)  # what this program found is said at the field alone
    if isinstance(parent, DeskDialog):
        parent.show_problem(notice.text)
        if error is not None:
            parent.refused(error, operation)


def made(operation: Operation, done: str, link: Link | None = None) -> Notice:
    """The notice of a successful write."""
    last = len(operation.steps) - 1
    undo = operation.id if last in dict(operation.undo) else ""
    kind, id_, text = link or ("", "", "")
    return Notice(done, "good", link=(kind, id_) if link else None, link_text=text, undo=undo)


async def trouble(
    context: Context[ScreenServices], operation: Operation, error: DeskError | Unsettled | Stopped
) -> Notice:
    """Why the operation failed, and how many of its steps are done."""
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


def button(
    title: str, press: Callable[[], Any], *, lacking: bool = False, primary: bool = False, why: str = ""
) -> QPushButton:
    """The button of an action in a detail; disabled if the key lacks the permission, or if `why` says why the action is
    not possible."""
    made_ = Button(title)
    made_.setProperty("primary", primary)
    made_.setEnabled(not lacking and not why)
    made_.setProperty("why", why)
    if why:
        set_tip(made_, why)
    made_.clicked.connect(press)
    return made_
