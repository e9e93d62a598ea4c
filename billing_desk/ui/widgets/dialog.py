"""The base of a desk's dialogs: the mode's color, account and mode as text, one primary button."""

from __future__ import annotations

from typing import Generic

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.writes.operation import Operation
from ..wording import words
from ..wording.text import joined, translate
from .base_dialog import BaseDialog
from .context import Context, Services
from .fields import CombinedFieldsGuard
from .plain import Button, Label, set_title
from .theme import HUGE, LARGE, MEDIUM, NARROW, SMALL, colors
from .whom import Whom


class DeskDialog(BaseDialog, Generic[Services]):
    """Add widgets to `body`. `whom` is the customer that it is about (G8); None: it is about no one customer."""

    primary: QPushButton

    def __init__(
        self, context: Context[Services], parent: QWidget, title: str, act: str = "", *, whom: Whom | None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(NARROW)
        self.context = context
        self.jobs = context.jobs(self)
        self._together: CombinedFieldsGuard | None = None
        place = context.services.identity
        where = joined((context.services.account_name, words.mode(place.mode)), " · ")
        self.__heading, self._where, self._about = title, where, Label(wordWrap=True, long_words=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        background, foreground = colors().modes[place.mode]
        band = Label(where)
        band.setStyleSheet(f"background: {background}; color: {foreground}; padding: 4px {HUGE}px; font-weight: 600;")
        outer.addWidget(band)
        inside = QVBoxLayout()
        inside.setContentsMargins(HUGE, LARGE, HUGE, LARGE)
        inside.setSpacing(MEDIUM)
        outer.addLayout(inside, 1)
        heading = Label(title, wordWrap=True)
        heading.setProperty("heading", True)
        inside.addWidget(heading)
        self._about.setObjectName("whom")
        self._about.setProperty("strong", True)
        inside.addWidget(self._about)
        self.show_whom(whom)
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        inside.addLayout(self.body, 1)
        self.problem = Label(wordWrap=True)
        self.problem.setProperty("problem", True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.hide()
        inside.addWidget(self.problem)
        self._note = Label(wordWrap=True)
        self._note.setProperty("dim", True)
        self._note.hide()
        inside.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        self.close_button = Button(translate("Dialog", "Cancel") if act else translate("Dialog", "Close"))
        self.close_button.clicked.connect(self.reject)
        buttons.addWidget(self.close_button)
        self.primary = Button(act)
        self.primary.setProperty("primary", True)
        self.primary.setVisible(bool(act))
        buttons.addWidget(self.primary)
        inside.addLayout(buttons)

    def show_whom(self, whom: Whom | None) -> None:
        self.whom = whom
        set_title(self, joined((self.__heading, whom.name if whom else "", self._where), " – "))
        self._about.setText(whom.text if whom else "")
        self._about.setVisible(whom is not None)

    def show_act(self, act: str) -> None:
        self.primary.setText(act)

    def set_busy(self, busy: bool) -> None:
        """While a write is sent, the dialog can neither send again nor close."""
        self.is_busy = busy
        self.allow(not busy)
        self.close_button.setEnabled(not busy)

    def reject(self) -> None:
        if not self.is_busy:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Checks the fields together from the first display on, when all of them exist."""
        super().showEvent(event)
        if self._together is None:
            self._together = CombinedFieldsGuard(self)

    def event(self, event: QEvent) -> bool:
        """Grow when messages appear, so that no field is squeezed."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and shiboken6.isValid(self) and self.isVisible():
            layout = self.layout()
            wanted = layout.totalMinimumHeightForWidth(self.width()) if layout and layout.hasHeightForWidth() else 0
            needed = min(wanted, self.screen().availableGeometry().height())
            if self.height() < needed:
                self.resize(self.width(), needed)
        return done

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        """A write from this dialog failed; `operation` is None if it was not sent. Subclasses point at the invalid
        field, or offer another way."""

    def show_note(self, text: str) -> None:
        """What the window says meanwhile, which it would hide."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
