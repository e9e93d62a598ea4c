"""Counts the changes that wait for a decision, and what needs attention, and notifies on the desktop of what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ...domain.access.watching import DesktopNotices
from ...domain.changes import Change
from ...domain.events.attention import AttentionItem
from ...services.desk_services import WindowServices
from ...services.events.attention import CONCERNS
from ...services.sync.status import Phase
from ..widgets.context import Context
from ..widgets.plain import desktop_notice
from ..wording import words
from ..wording.events import attention_words
from ..wording.notices import Notice
from ..wording.text import joined, translate
from .desk_view import DeskView
from .frame import Frame

GATHER = 700
"""Milliseconds for which changes are gathered: a backfill makes many."""


class AttentionWatch(QObject):
    """What was open when the desk opened is not new. `asked` opens the worklist."""

    counted = Signal(int)
    asked = Signal()

    def __init__(self, context: Context[WindowServices], owner: QWidget, notices: Callable[[], DesktopNotices]) -> None:
        super().__init__(owner)
        self._context, self._jobs, self._notices, self._owner = context, context.jobs(owner), notices, owner
        self._known: set[str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=GATHER)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._timer.start()

    def _changed(self, change: Change) -> None:
        if change.kind in CONCERNS and not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        self._jobs.newest("attention", self._count())

    async def _count(self) -> None:
        found = await self._context.services.attention.open()
        self.counted.emit(len(found))
        if self._context.services.status().phase is not Phase.CURRENT:
            return  # while the account is being copied, nothing is news
        known, self._known = self._known, {item.key for item in found}
        fresh = [item for item in found if known is not None and item.key not in known]
        if fresh:
            self._notify(fresh)

    def _notify(self, fresh: list[AttentionItem]) -> None:
        """Counts only: a notification can be seen by others, and some desktops read markup in it."""
        hour = datetime.now(self._context.wording.zone).hour
        wanted = self._notices()
        if not wanted.enabled or wanted.is_quiet(hour) or QApplication.activeWindow() is not None:
            return
        services = self._context.services
        where = joined((translate("Attention", "Billing Desk"), words.mode(services.identity.mode)), " · ")
        desktop_notice(self._owner, where, attention_words.counts(fresh), self.asked.emit)


async def show_waiting(window: Frame, desk: DeskView, *, announce: bool) -> None:
    """On the Activity button; `announce`: also as a notice."""
    services = desk.context.services
    count = len(await services.log.unfinished()) + len(await services.bulk.unfinished())
    window.top.show_waiting(count)
    if count and announce:
        text = translate("MainWindow", "%n change(s) were interrupted. Resolve them in Activity (Ctrl+J).", "", count)
        window.notices.say(Notice(text, "warn"))


def watch_attention(window: Frame, desk: DeskView, show: Callable[[], None]) -> None:
    """On the Activity button, and as notifications of the desktop if the settings say so."""
    watch = AttentionWatch(desk.context, desk, lambda: window.shell.choices.notices)
    watch.counted.connect(window.top.show_attention)
    watch.asked.connect(window.bring_forward)
    watch.asked.connect(show)
