"""The right half of a tab: one object, first from the mirror, then as read at Stripe."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ...domain.changes import Change
from ...domain.errors import DeskError, NotFound
from ...domain.objects.malformed import STRANGE
from ...domain.text.object_links import ObjectLink
from ...domain.writes.operation import Mode
from ..widgets.context import Context, Services
from ..widgets.plain import Label
from ..widgets.theme import HUGE
from ..wording.text import translate
from .detail_builder import DetailBuilder

Seen = TypeVar("Seen")
BROWSING, SETTLED = 0.4, 0.15
"""Seconds. If rows change faster than BROWSING, Stripe is asked only about an object that stays shown for SETTLED."""
SOON = 200
"""Milliseconds between repaints while many objects arrive."""


class Detail(QScrollArea, Generic[Seen, Services]):
    """Shows what `build` makes of the result of `load`, which reads the mirror. `refresh` reads the object at
    Stripe."""

    def __init__(
        self,
        context: Context[Services],
        kind: str,
        load: Callable[[str], Awaitable[Seen | None]],
        refresh: Callable[[str], Awaitable[None]],
        build: Callable[[DetailBuilder, Seen], None],
        empty: str,
    ) -> None:
        super().__init__()
        self.context, self.kind = context, kind
        self._load, self._refresh, self._build, self._empty = load, refresh, build, empty
        self._id, self._chosen, self._painted = "", -BROWSING, ""
        self._header: QWidget | None = None
        self._unfolded: set[tuple[str, str]] = set()
        """(object id, list): the lists that are shown whole."""
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._repaint)
        self.jobs = context.jobs(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self.clear()

    @property
    def id(self) -> str:
        return self._id

    def show_all(self, name: str) -> Callable[[], None] | None:
        """A callback that shows the whole list of this object from now on; None: it is shown already."""
        return None if (self._id, name) in self._unfolded else partial(self._unfold, name)

    def _unfold(self, name: str) -> None:
        self._unfolded.add((self._id, name))
        self._repaint()

    def focus_content(self) -> None:
        """Focus the first button of the content."""
        holders = [holder for holder in (self._header, self.widget()) if holder is not None]
        found = [button for holder in holders for button in holder.findChildren(QPushButton) if not button.isHidden()]
        (found[0] if found else self).setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        self._id = ""
        self._say(self._empty)

    def show_object(self, id_: str) -> None:
        """Show this object; a newer call cancels an older one. "" shows nothing."""
        if not id_:
            self.clear()
            return
        if id_ == self._id:  # the shown row was selected again: the read at Stripe continues
            self.jobs.newest("repaint", self._paint(id_))
            return
        browsing = time.monotonic() - self._chosen < BROWSING
        self._id, self._chosen = id_, time.monotonic()
        self.jobs.newest("show", self._show(id_, SETTLED if browsing else 0))

    async def _show(self, id_: str, pause: float) -> None:
        await self._paint(id_)
        await asyncio.sleep(pause)
        try:
            await self._refresh(id_)
        except NotFound:
            self._say(translate("Detail", "This object no longer exists in Stripe."))
            return
        except DeskError:
            return  # the mirror's copy stays; the top bar shows that Stripe cannot be reached
        await self._paint(id_)

    async def _paint(self, id_: str) -> None:
        try:
            seen = await self._load(id_)
        except STRANGE as error:
            if id_ == self._id:
                self._cannot_show(error)
            return
        if id_ != self._id:
            return
        if seen is None:
            self._say(translate("Detail", "Loading…"))
            return
        # Another object starts at its top.
        place = self.verticalScrollBar().value() if self._painted == id_ else 0
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        sheet = DetailBuilder(self.context.open_object, self._link_to)
        try:
            self._build(sheet, seen)
        except STRANGE as error:
            self._cannot_show(error)
            return
        self._painted = id_
        self._show_header(sheet.header)
        self.setWidget(sheet)
        self.verticalScrollBar().setValue(place)
        if inside and focused is not None and shiboken6.isValid(focused) and self.isAncestorOf(focused):
            focused.setFocus()  # of a part that was kept
        elif inside:
            self.focus_content()

    def _link_to(self, id_: str) -> ObjectLink | None:
        """The link to an object of this kind; None in the practice account, which is new at every start."""
        place = self.context.services.identity
        return None if place.mode is Mode.DEMO else ObjectLink(place.account, str(place.mode), self.kind, id_)

    def _cannot_show(self, error: Exception) -> None:
        """Show a message instead of this object, and report the error."""
        self._say(translate("Detail", "This object contains unexpected data and cannot be displayed."))
        self.context.unexpected(error)

    def _say(self, text: str) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        label = Label(text, wordWrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("dim", True)
        layout.addWidget(label)
        self._show_header(None)
        self.setWidget(page)

    def _show_header(self, header: QWidget | None) -> None:
        """The part above the content that does not scroll."""
        if self._header is not None:
            self._header.hide()
            self._header.deleteLater()
        self._header = header
        if header is not None:
            header.setParent(self)
            header.show()
        self._place_header()

    def _place_header(self) -> None:
        height = 0
        if self._header is not None:
            layout = self._header.layout()
            assert layout is not None
            layout.activate()
            width = self.width()
            height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
            self._header.setGeometry(0, 0, width, height)
        self.setViewportMargins(0, height, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_header()

    def _changed(self, change: Change) -> None:
        related = change.kind in ("operation", "card", "subscription", "invoice", "product", "price", "checks")
        concerned = self._id in change.ids or (related and change.kind != self.kind)
        if self._id and concerned and not self._soon.isActive():
            self._soon.start()

    def _repaint(self) -> None:
        if self._id:
            self.jobs.newest("repaint", self._paint(self._id))
