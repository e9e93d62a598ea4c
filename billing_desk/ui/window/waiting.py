"""Counts the changes that wait for a decision."""

from __future__ import annotations

from ..wording.notices import Notice
from ..wording.text import translate
from .desk_view import DeskView
from .frame import Frame


async def show_waiting(window: Frame, desk: DeskView, *, announce: bool) -> None:
    """On the Activity button; `announce`: also as a notice."""
    services = desk.context.services
    count = len(await services.log.unfinished()) + len(await services.bulk.unfinished())
    window.top.show_waiting(count)
    if count and announce:
        text = translate("MainWindow", "%n change(s) were interrupted. Resolve them in Activity (Ctrl+J).", "", count)
        window.notices.say(Notice(text, "warn"))
