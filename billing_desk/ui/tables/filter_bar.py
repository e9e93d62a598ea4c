"""The filter bar: views as chips, typed tokens with completion, a menu that writes the same tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QPushButton, QWidget

from ...store.saved_views import SavedView
from ..fields import TextField
from ..icons import icon
from ..text import translate
from ..theme import SMALL

TYPING = 120
"""Milliseconds of quiet before a typed filter is applied."""


@dataclass(frozen=True)
class View:
    """A shipped view: its name and its filter."""

    name: Callable[[], str]
    filter: str


class TokenField(TextField):
    """Completes the word at the end of the text. Esc empties it, then gives the focus back."""

    left = Signal()

    def __init__(self, tokens: Sequence[str]) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), TextField.ActionPosition.LeadingPosition)
        self._completer = QCompleter(QStringListModel(list(tokens), self), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
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


class FilterBar(QWidget):
    """`changed` carries the filter's text; `save_asked` and `delete_asked` concern saved views."""

    changed = Signal(str)
    save_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self, views: Sequence[View], tokens: Sequence[str]) -> None:
        super().__init__()
        self._views = views
        self._saved: list[SavedView] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self._chips: list[QPushButton] = []
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(SMALL)
        self._layout.addLayout(self._chip_row)
        self.field = TokenField(tokens)
        hint = translate("FilterBar", "Filter: words, or {token}")
        self.field.setPlaceholderText(hint.format(token=tokens[0] if tokens else ""))
        self.field.setAccessibleName(translate("FilterBar", "Filter"))
        self._layout.addWidget(self.field, 1)
        self._menu_button = QPushButton(icon("filter"), "")
        self._menu_button.setAccessibleName(translate("FilterBar", "Filters and views"))
        self._menu_button.setToolTip(translate("FilterBar", "Filters and views"))
        self._menu = QMenu(self)
        self._tokens = tokens
        self._menu_button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._chosen)
        self._layout.addWidget(self._menu_button)
        self._quiet = QTimer(self, singleShot=True, interval=TYPING)
        self._quiet.timeout.connect(self._emit)
        self.field.textChanged.connect(self._typed)
        self._show_chips()

    @property
    def text(self) -> str:
        return self.field.text().strip()

    def set_text(self, text: str) -> None:
        """At once, without waiting for the typing to end."""
        self.field.setText(text)
        self._quiet.stop()
        self._emit()

    def show_saved(self, saved: list[SavedView]) -> None:
        self._saved = saved
        self._show_chips()

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        named = [(view.name(), view.filter) for view in self._views] + [
            (view.name, view.filter) for view in self._saved
        ]
        self._chips = [self._chip(name, filter_) for name, filter_ in named]
        self._mark_chips()

    def _chip(self, name: str, filter_: str) -> QPushButton:
        chip = QPushButton(name)
        chip.setProperty("chip", True)
        chip.setProperty("filter", filter_)
        chip.setCheckable(True)
        chip.clicked.connect(self._chip_clicked)
        self._chip_row.addWidget(chip)
        return chip

    def _chip_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.set_text(str(sender.property("filter")))
            self._mark_chips()

    def _mark_chips(self) -> None:
        for chip in self._chips:
            chip.setChecked(chip.property("filter") == self.text)

    def _typed(self) -> None:
        self._mark_chips()
        self._quiet.start()

    def _emit(self) -> None:
        self.changed.emit(self.text)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for token in self._tokens:
            self._menu.addAction(token).setData(("token", token))
        self._menu.addSeparator()
        self._menu.addAction(translate("FilterBar", "Save as a view…")).setData(("save", ""))
        for view in self._saved:
            action = self._menu.addAction(translate("FilterBar", "Delete the view “{name}”").format(name=view.name))
            action.setData(("delete", view.name))

    def _chosen(self, action: QAction) -> None:
        verb, value = action.data()
        if verb == "token":
            self.field.setText(f"{self.text} {value}".strip())
            self.field.setFocus()
        elif verb == "save":
            self.save_asked.emit()
        else:
            self.delete_asked.emit(value)
