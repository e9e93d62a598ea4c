"""Input fields that no card number leaves, and a form row with its problem beneath."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ..domain.card_number_guard import has_card_number, parts_of_card_number
from .text import translate
from .theme import TIGHT


def stopped_sentence() -> str:
    return translate(
        "Fields",
        "That looked like a card number, so it was removed. Card numbers never enter this program: "
        "send the customer a card page instead.",
    )


class TextField(QLineEdit):
    """One line. Text that contains a card number is emptied at once, undo history included; `stopped` tells it."""

    stopped = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.textChanged.connect(self._guard)

    def _guard(self, text: str) -> None:
        if has_card_number(text):
            self.setText("")  # also forgets what could be undone
            self.stopped.emit()


class TextArea(QPlainTextEdit):
    """Several lines, guarded in the same way. Tab leaves the field."""

    stopped = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._guard)

    def _guard(self) -> None:
        if has_card_number(self.toPlainText()):
            self.setPlainText("")
            self.stopped.emit()


class TogetherGuard(QObject):
    """Looks at all text fields of a dialog together: what is typed on from one to the next as a card number is taken
    out of each of them. A line of a text area counts as a field, what stands before `=` in it does not."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        for field in self._fields():
            field.textChanged.connect(self._look)

    def _fields(self) -> list[TextField | TextArea]:
        """In the order in which Tab goes through them."""
        found: list[TextField | TextArea] = []
        widget: QWidget | None = self._dialog.nextInFocusChain()
        while widget is not None and widget is not self._dialog:
            if isinstance(widget, TextField | TextArea) and self._dialog.isAncestorOf(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _look(self) -> None:
        parts = [(field, text) for field in self._fields() for text in _texts(field) if text]
        for place in parts_of_card_number([text for _, text in parts]):
            field = parts[place][0]
            field.setPlainText("") if isinstance(field, TextArea) else field.setText("")
            field.stopped.emit()


def _texts(field: TextField | TextArea) -> list[str]:
    if isinstance(field, TextField):
        return [field.text().strip()]
    return [line.rpartition("=")[2].strip() for line in field.toPlainText().splitlines()]


def complete_anywhere(box: QComboBox) -> None:
    """Let the person type any part of an entry to find it; what is typed makes no new entry."""
    box.setEditable(True)
    box.setLineEdit(TextField())
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)


class SecretField(QLineEdit):
    """For an API key: shown as dots, without completion or undo of what was pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class Row(QWidget):
    """A label, its field, and beneath it what is wrong with it."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        caption = self._caption = QLabel(label)
        caption.setBuddy(field)
        field.setAccessibleName(label)
        self._field = field
        self._hint = hint
        self._note = QLabel(hint, wordWrap=True)
        self._note.setVisible(bool(hint))
        layout.addWidget(caption)
        layout.addWidget(field)
        layout.addWidget(self._note)
        layout.addStretch(1)
        self.show_problem("")
        if isinstance(field, TextField | TextArea):
            field.stopped.connect(self._stopped)

    def show_label(self, text: str) -> None:
        self._caption.setText(text)
        self._field.setAccessibleName(text)

    def _stopped(self) -> None:
        self.show_problem(stopped_sentence())

    @property
    def problem(self) -> str:
        return self._note.text() if self._note.property("problem") else ""

    def show_problem(self, text: str) -> None:
        """An empty text takes the problem away and shows the hint again."""
        self._note.setText(text or self._hint)
        self._note.setVisible(bool(text or self._hint))
        for widget, name, value in (
            (self._note, "problem", bool(text)),
            (self._note, "dim", not text),
            (self._field, "invalid", bool(text)),
        ):
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._field.setAccessibleDescription(text)
