"""What every dialog does: Ctrl+Enter presses its main button, Esc closes it and asks before typed input is lost, and
nothing can be confirmed that has not been on the screen for a moment."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ..wording.text import translate
from .fields import TextArea, TextField
from .plain import CheckBox, ComboBox, Label, SpinBox, add_button, set_title
from .theme import HUGE, LARGE

FIRST_LOOK = 700
"""Milliseconds for which something new cannot be confirmed: longer than a double click, and than the next one of fast
key presses. Each attempt meanwhile starts the time anew, so that a held key or a run of presses never confirms."""


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


Input = TextField | TextArea | ComboBox | CheckBox | SpinBox


class BaseDialog(QDialog):
    """`primary` is the main button; None: there is none. A dialog that shows something to be confirmed calls
    `look_first`, and sets the button with `allow`."""

    primary: QPushButton | None = None
    keeps_choices = False
    """Whether a choice, such as a tax rate, is input that is asked about before it is lost, as typed text is."""
    is_busy = False
    """While a write is sent: what was typed is on its way."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._allowed, self._leaving = True, False
        self._given: dict[Input, str] | None = None
        self._waits_for_paint = False
        self._look = QTimer(self, singleShot=True)
        self._look.timeout.connect(self._looked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.press_primary)

    def press_primary(self) -> None:
        """Ctrl+Enter; only if the button is visible."""
        if self._look.isActive() or self._waits_for_paint:
            self.look_first()
        elif self.primary is not None and self.primary.isVisibleTo(self):
            self.primary.click()

    def look_first(self) -> None:
        """What the dialog shows now can be confirmed only after it has been on the screen for FIRST_LOOK."""
        self._waits_for_paint = not self.isVisible()
        if self.isVisible():
            self._look.start(FIRST_LOOK)
        self._enable()

    def allow(self, allowed: bool) -> None:
        """Enable the main button, if what it confirms was seen."""
        self._allowed = allowed
        self._enable()

    def _looked(self) -> None:
        self._enable()

    def _enable(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(self._allowed and not self._look.isActive() and not self._waits_for_paint)

    def event(self, event: QEvent) -> bool:
        """Enter, also repeated by a held key, is an attempt: whatever has the focus passes it on to the dialog."""
        if isinstance(event, QKeyEvent) and event.type() in _PRESSES and event.key() in _ENTER:
            self._attempted()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the main button while it is disabled is an attempt too."""
        if watched is self.primary and event.type() in _CLICKS:
            self._attempted()
        return super().eventFilter(watched, event)

    def _attempted(self) -> None:
        if self._look.isActive():
            self._look.start(FIRST_LOOK)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waits_for_paint:
            self._waits_for_paint = False
            self._look.start(FIRST_LOOK)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.primary is not None:
            self.primary.installEventFilter(self)  # installed twice, it still filters once
        if self._given is None:
            self._given = {field: _text(field) for field in self._inputs()}
        available = self.screen().availableGeometry()
        if self.height() > available.height():
            self.resize(self.width(), available.height())

    def _inputs(self) -> list[Input]:
        """Spin boxes and combo boxes contain text fields of Qt's own, which are not TextFields."""
        found: list[Input] = [*self.findChildren(TextField), *self.findChildren(TextArea)]
        choices: list[Input] = [*self.findChildren(ComboBox), *self.findChildren(CheckBox), *self.findChildren(SpinBox)]
        return [*found, *choices] if self.keeps_choices else found

    def has_typed(self) -> bool:
        """Whether closing would lose input; then the operator is asked. By default, whether any field differs from what
        it held when the dialog was opened, or one with text is gone."""
        given, now = self._given or {}, self._inputs()
        gone = any(text.strip() for field, text in given.items() if field not in now and _holds_text(field))
        return gone or any(_text(field).strip() != given.get(field, _untouched(field)).strip() for field in now)

    def done(self, result: int) -> None:
        self._look.stop()
        super().done(result)

    def reject(self) -> None:
        if not self._leaving and self.isVisible() and self.has_typed():
            self._ask_to_leave()
        else:
            super().reject()

    def _ask_to_leave(self) -> None:
        if any(dialog.isVisible() for dialog in self.findChildren(Question)):
            return
        title, act = translate("Dialog", "Discard your input?"), translate("Dialog", "Discard")
        asked = Question(self, title, translate("Dialog", "Your input has not been saved."), act)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(self._leave)
        asked.open()

    def _leave(self) -> None:
        self._leaving = True
        self.reject()
        if shiboken6.isValid(self):
            self._leaving = False


def _text(field: Input) -> str:
    if isinstance(field, ComboBox):
        return str(field.currentIndex())
    if isinstance(field, CheckBox):
        return str(field.isChecked())
    return field.toPlainText() if isinstance(field, TextArea) else field.text()


def _untouched(field: Input) -> str:
    """What a field that was added later is compared with."""
    return "" if _holds_text(field) else _text(field)


def _holds_text(field: Input) -> bool:
    return isinstance(field, TextField | TextArea)


class Question(BaseDialog):
    """One sentence, Cancel, and a button with the text `act`."""

    def __init__(self, parent: QWidget | None, title: str, text: str, act: str) -> None:
        super().__init__(parent)
        set_title(self, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        label = Label(text, wordWrap=True)
        label.setMinimumWidth(380)
        layout.addWidget(label)
        buttons = QDialogButtonBox()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        if act:
            self.primary = add_button(buttons, act, QDialogButtonBox.ButtonRole.AcceptRole)
            self.primary.setProperty("primary", True)
            self.look_first()
        leave = translate("Ask", "Cancel") if act else translate("Ask", "Close")
        cancel = add_button(buttons, leave, QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        cancel.setFocus()
