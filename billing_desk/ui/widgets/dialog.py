"""The base of a desk's dialogs: the mode's color, account and mode as text, one primary button."""

from __future__ import annotations

from typing import Generic

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.writes.operation import Operation
from ..wording import words
from ..wording.text import joined, translate
from .ask import confirmed
from .context import Context, Services
from .fields import CombinedFieldsGuard
from .plain import Button, Label, set_title
from .theme import HUGE, LARGE, MEDIUM, SMALL, colors


class DeskDialog(QDialog, Generic[Services]):
    """Add widgets to `body`. Ctrl+Enter presses the primary button, Esc closes."""

    def __init__(self, context: Context[Services], parent: QWidget, title: str, act: str = "") -> None:
        super().__init__(parent)
        self.context = context
        self.jobs = context.jobs(self)
        self._together: CombinedFieldsGuard | None = None
        self._busy = self._leaving = False
        place = context.services.identity
        where = joined((context.services.account_name, words.mode(place.mode)), " · ")
        set_title(self, f"{title} – {where}")
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
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        inside.addLayout(self.body, 1)
        self.problem = Label(wordWrap=True)
        self.problem.setProperty("problem", True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.hide()
        inside.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        self.close_button = Button(translate("Dialog", "Cancel") if act else translate("Dialog", "Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        buttons.addWidget(self.close_button)
        self.primary = Button(act)
        self.primary.setProperty("primary", True)
        self.primary.setAutoDefault(False)
        self.primary.setVisible(bool(act))
        buttons.addWidget(self.primary)
        inside.addLayout(buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._press_primary)

    def _press_primary(self) -> None:
        """Ctrl+Enter works only if the primary button is visible."""
        if not self.primary.isHidden():
            self.primary.click()

    def show_act(self, act: str) -> None:
        self.primary.setText(act)

    def set_busy(self, busy: bool) -> None:
        """While a write is sent, the dialog can neither send again nor close."""
        self._busy = busy
        self.primary.setEnabled(not busy)
        self.close_button.setEnabled(not busy)

    def has_typed(self) -> bool:
        """Whether closing would lose typed input; then the operator has to confirm."""
        return False

    def reject(self) -> None:
        if self._busy:
            return
        if self.has_typed() and not self._leaving:
            self.jobs.newest("leave", self._ask_to_leave())
        else:
            super().reject()

    async def _ask_to_leave(self) -> None:
        title, act = translate("CustomerForm", "Discard changes?"), translate("CustomerForm", "Discard")
        self._leaving = await confirmed(self, title, translate("CustomerForm", "Your input has not been saved."), act)
        if self._leaving:
            self.reject()

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

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
