"""The filter field, which completes the word being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter

from ..widgets.fields import TextField
from ..widgets.icons import icon


class TokenField(TextField):
    """Completes the last word of the text. Esc clears the field; in an empty field it returns the focus."""

    left = Signal()

    def __init__(self, tokens: Sequence[str]) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), TextField.ActionPosition.LeadingPosition)
        self._tokens, self._offered = list(tokens), QStringListModel(list(tokens), self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    def offer(self, more: Sequence[str]) -> None:
        """Set additional completions."""
        self._offered.setStringList(list(dict.fromkeys([*self._tokens, *more])))

    def _word(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(" ")[2]

    def _offer(self) -> None:
        word = self._word().lstrip("-")
        self._completer.setCompletionPrefix(word)
        offered = len(word) >= 1 and self._completer.completionCount() > 0
        if offered and self._completer.currentCompletion() != word:
            self._completer.complete()
        else:
            self._hide_offer()

    def _is_offering(self) -> bool:
        popup = self._completer.popup()
        return popup is not None and popup.isVisible()

    def _hide_offer(self) -> None:
        if (popup := self._completer.popup()) is not None:
            popup.hide()

    def _complete(self, token: str) -> None:
        word = self._word().lstrip("-")
        place = self.cursorPosition()
        text = self.text()
        self.setText(text[: place - len(word)] + token + text[place:])
        self.setCursorPosition(place - len(word) + len(token))

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field while it has the focus, not to the window's shortcut."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._hide_offer()
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down and not self._is_offering():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._hide_offer()
        super().focusOutEvent(event)
