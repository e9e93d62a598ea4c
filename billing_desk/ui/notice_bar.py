"""One message bar beneath everything, and the area that shows running jobs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from .icons import icon
from .notices import Notice
from .text import translate
from .theme import MEDIUM, SMALL, colors

SPINNER_AFTER, SPINNER_LEAST = 500, 500
"""Milliseconds: quick work shows no progress, and what is shown does not flash."""


class NoticeBar(QFrame):
    """The newest notice with its link, its details to copy, and a button to dismiss it."""

    def __init__(self, open_object: Callable[[str, str], None]) -> None:
        super().__init__()
        self._open = open_object
        self._notice: Notice | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEDIUM, 5, SMALL, 5)
        self._text = QLabel(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._link = QPushButton()
        self._link.setProperty("link", True)
        self._link.clicked.connect(self._follow)
        self._copy = QPushButton(translate("NoticeBar", "Copy details"))
        self._copy.setProperty("link", True)
        self._copy.clicked.connect(self._copy_details)
        self._close = QPushButton(icon("close"), "")
        self._close.setProperty("flat", True)
        self._close.setAccessibleName(translate("NoticeBar", "Dismiss"))
        self._close.clicked.connect(self.hide)
        layout.addWidget(self._text, 1)
        for button in (self._link, self._copy, self._close):
            layout.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said at the moment; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, notice: Notice) -> None:
        self._notice = notice
        background, foreground = colors().tones[notice.tone]
        self.setStyleSheet(f"NoticeBar {{ background: {background}; }} QLabel {{ color: {foreground}; }}")
        self._text.setText(notice.text)
        self._link.setText(notice.link_text)
        self._link.setVisible(notice.link is not None)
        self._copy.setVisible(bool(notice.details))
        self.show()

    def _follow(self) -> None:
        if self._notice and self._notice.link:
            self._open(*self._notice.link)

    def _copy_details(self) -> None:
        if self._notice:
            QGuiApplication.clipboard().setText(self._notice.details)


class JobArea(QWidget):
    """Shows what runs in the background once it lasts, with a count; hidden otherwise."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._label = QLabel()
        self._label.setProperty("dim", True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(90)
        self._bar.setRange(0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._bar)
        self._wanted = ""
        self._delay = QTimer(self, singleShot=True, interval=SPINNER_AFTER)
        self._delay.timeout.connect(self._appear)
        self._least = QTimer(self, singleShot=True, interval=SPINNER_LEAST)
        self._least.timeout.connect(self._settle)
        self.hide()

    def show_work(self, text: str) -> None:
        """An empty text: nothing runs any more."""
        self._wanted = text
        if text and not self.isHidden():
            self._label.setText(text)
        elif text and not self._delay.isActive():
            self._delay.start()
        elif not text:
            self._delay.stop()
            self._settle()

    def _appear(self) -> None:
        self._label.setText(self._wanted)
        self.setVisible(bool(self._wanted))
        self._least.start()

    def _settle(self) -> None:
        if not self._wanted and not self._least.isActive():
            self.hide()
