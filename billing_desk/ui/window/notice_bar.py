"""The notice bar at the bottom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ..widgets.clipboard import copy
from ..widgets.icons import icon
from ..widgets.plain import Button, Label
from ..widgets.theme import MEDIUM, SMALL, colors
from ..wording.notices import Notice
from ..wording.text import translate


class NoticeBar(QFrame):
    """The newest notice with its link, Undo, copyable details and a dismiss button. `undo_asked` carries the
    operation's id."""

    undo_asked = Signal(str)
    activity_asked = Signal()
    dismissed = Signal()

    def __init__(self, open_object: Callable[[str, str], None]) -> None:
        super().__init__()
        self._open = open_object
        self._notice: Notice | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEDIUM, 5, SMALL, 5)
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
        layout.addWidget(self._text, 1)
        for button in (self._link, self.undo, self._activity, self._copy, self._close):
            layout.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """The displayed text; "" if there is none."""
        return "" if self.isHidden() else self._text.text()

    def say(self, notice: Notice) -> None:
        self._notice = notice
        background, foreground = colors().tones[notice.tone]
        self.setStyleSheet(f"NoticeBar {{ background: {background}; }} QLabel {{ color: {foreground}; }}")
        self._text.setText(notice.text)
        self._link.setText(notice.link_text)
        self._link.setVisible(notice.link is not None)
        self._copy.setVisible(bool(notice.details))
        self.undo.setVisible(bool(notice.undo))
        self._activity.setVisible(notice.activity)
        self.show()

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
