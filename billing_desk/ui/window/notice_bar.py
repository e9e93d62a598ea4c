"""The notice bar at the bottom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ..widgets.clipboard import copy
from ..widgets.icons import icon
from ..widgets.plain import Button, Label
from ..widgets.theme import MEDIUM, RADIUS, SMALL, TIGHT, colors
from ..wording.notices import Notice
from ..wording.text import translate

WIDTH, STAYS = 400, 6_000
"""Pixels, and milliseconds."""


class NoticeBar(QFrame):
    """The newest notice with its link, Undo, copyable details and a dismiss button. `undo_asked` carries the
    operation's id. A `toast` is narrow, and leaves by itself unless it tells of trouble."""

    undo_asked = Signal(str)
    activity_asked = Signal()
    dismissed = Signal()

    moved = Signal()

    def __init__(self, open_object: Callable[[str, str], None], *, toast: bool = False) -> None:
        super().__init__()
        self._open, self._toast = open_object, toast
        self._notice: Notice | None = None
        self._leaves = QTimer(self, singleShot=True, interval=STAYS)
        self._leaves.timeout.connect(self.hide)
        self._text = Label(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._link = Button()
        self._link.setProperty("link", True)
        self._link.clicked.connect(self._follow)
        self._copy = Button(translate("NoticeBar", "Copy details"))
        self._copy.setProperty("link", True)
        self._copy.clicked.connect(self._copy_details)
        self.undo = Button(translate("NoticeBar", "Undo…"))
        self.undo.setProperty("link", True)
        self.undo.clicked.connect(self._undo_clicked)
        self._activity = Button(translate("NoticeBar", "Activity"))
        self._activity.setProperty("link", True)
        self._activity.clicked.connect(self.activity_asked)
        self._close = Button("", icon("close"))
        self._close.setProperty("flat", True)
        self._close.setAccessibleName(translate("NoticeBar", "Dismiss"))
        self._close.clicked.connect(self._dismiss)
        buttons = (self._link, self.undo, self._activity, self._copy)
        self._links = QHBoxLayout()
        self._links.setSpacing(SMALL)
        for button in buttons:
            self._links.addWidget(button)
        first = QHBoxLayout()
        first.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(first)
        if toast:
            self.setFixedWidth(WIDTH)
            layout.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
            layout.setSpacing(TIGHT)
            first.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
            self._links.addStretch(1)
            layout.addLayout(self._links)
        else:
            layout.setContentsMargins(MEDIUM, 5, SMALL, 5)
            first.addLayout(self._links)
            first.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The displayed text; "" if there is none."""
        return "" if self.isHidden() else self._text.text()

    def say(self, notice: Notice) -> None:
        self._notice = notice
        background, foreground = colors().tones[notice.tone]
        round_ = f"border: 1px solid {foreground}; border-radius: {RADIUS}px;" if self._toast else ""
        self.setStyleSheet(f"NoticeBar {{ background: {background}; {round_} }} QLabel {{ color: {foreground}; }}")
        self._text.setText(notice.text)
        self._link.setText(notice.link_text)
        self._link.setVisible(notice.link is not None)
        self._copy.setVisible(bool(notice.details))
        self.undo.setVisible(bool(notice.undo))
        self._activity.setVisible(notice.activity)
        self.show()
        if self._toast:
            self.setFixedHeight(self._needed_height())
            self.raise_()
            stays = notice.tone in ("bad", "warn")
            self._leaves.stop() if stays else self._leaves.start()
            self.moved.emit()

    def _needed_height(self) -> int:
        """For the wrapped text beside the close button, above the links."""
        self.ensurePolished()
        beside = WIDTH - MEDIUM - SMALL - self._close.sizeHint().width() - 2 * SMALL
        links = [button for button in (self._link, self.undo, self._activity, self._copy) if not button.isHidden()]
        height = max(self._text.heightForWidth(beside), self._close.sizeHint().height()) + 2 * SMALL
        return height + (links[0].sizeHint().height() + TIGHT if links else 0)

    def dismiss(self) -> bool:
        """Esc: whether there was a notice to dismiss."""
        shown = not self.isHidden()
        if shown:
            self._dismiss()
        return shown

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _follow(self) -> None:
        if self._notice and self._notice.link:
            self._open(*self._notice.link)

    def _undo_clicked(self) -> None:
        if self._notice and self._notice.undo:
            self.undo_asked.emit(self._notice.undo)

    def _copy_details(self) -> None:
        if self._notice:
            copy(self._notice.details)
