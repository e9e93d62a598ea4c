"""Input fields that remove card numbers, and a form row with its error message."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ...domain.text.card_number_guard import card_numbers, parts_of_card_number
from ..wording.text import translate
from .plain import Label
from .theme import TIGHT


def stopped_sentence() -> str:
    return translate(
        "Fields",
        "This looked like a card number, so it was removed. Card numbers cannot be entered "
        "here. Send the customer a card page instead.",
    )


_HELD = "held"
"""Replaces the text of an unedited field."""
NAMES = "names"
"""A property of fields with names, such as a metadata key, whose value is in the next field."""


class TextField(QLineEdit):
    """One line. A card number that is typed or pasted is removed at once, also from the undo history, and `stopped` is
    emitted. Initial values are not checked: they come from Stripe and stay until they are edited."""

    stopped = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given, self._composing = "", False
        self.setText(text)
        self.textEdited.connect(self._guard)

    def setText(self, text: str | None) -> None:
        self._given = text or ""
        super().setText(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString() or event.commitString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that ends a composition (input method) does nothing else: it would confirm the field."""
        ends = self._composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        self._composing = False
        if ends:
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._composing = False
        super().keyReleaseEvent(event)

    @property
    def is_edited(self) -> bool:
        """Whether the operator has changed the field since it was filled in."""
        return self.isModified()

    def text_or(self, original: str) -> str:
        """The typed text, or `original` if the field was not edited, because a field does not show every character."""
        return self.text().strip() if self.is_edited else original

    def take_back(self) -> None:
        """Restore the initial value and emit `stopped`."""
        self.setText(self._given)
        self.stopped.emit()

    def _guard(self, text: str) -> None:
        if card_numbers(text) - card_numbers(self._given):
            self.take_back()
        else:
            CombinedFieldsGuard.check_around(self)


class TextArea(QPlainTextEdit):
    """Several lines, with the same check. Tab moves to the next field."""

    stopped = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given, self._filling = "", False
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.textChanged.connect(self._guard)

    def setPlainText(self, text: str) -> None:
        self._given, self._filling = text, True
        super().setPlainText(text)
        self._filling = False

    @property
    def is_edited(self) -> bool:
        return self.document().isModified()

    def text_or(self, original: str) -> str:
        return self.toPlainText().strip() if self.is_edited else original

    def take_back(self) -> None:
        self.setPlainText(self._given)
        self.stopped.emit()

    def _guard(self) -> None:
        if self._filling:
            return
        if card_numbers(self.toPlainText()) - card_numbers(self._given):
            self.take_back()
        else:
            CombinedFieldsGuard.check_around(self)


class CombinedFieldsGuard(QObject):
    """Checks a dialog's text fields together: a card number that is typed in parts into consecutive fields is removed
    from all of them. Unedited fields and fields with the property `NAMES` are not checked. In a text area each line is
    a part, without the text before `=`."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    @staticmethod
    def check_around(field: TextField | TextArea) -> None:
        """Call after the operator has changed a field; it may have been added to its dialog later."""
        window = field.window()
        for guard in window.findChildren(CombinedFieldsGuard, options=Qt.FindChildOption.FindDirectChildrenOnly):
            guard._look()  # noqa: SLF001 - same class

    def _fields(self) -> list[TextField | TextArea]:
        """In Tab order."""
        found: list[TextField | TextArea] = []
        widget: QWidget | None = self._dialog.nextInFocusChain()
        while widget is not None and widget is not self._dialog:
            counts = isinstance(widget, TextField | TextArea) and not widget.property(NAMES)
            if counts and self._dialog.isAncestorOf(widget):
                found.append(widget)  # type: ignore[arg-type]
            widget = widget.nextInFocusChain()
        return found

    def _look(self) -> None:
        parts = [(field, text) for field in self._fields() for text in _texts(field) if text]
        typed = [text if field.is_edited else _HELD for field, text in parts]
        for field in dict.fromkeys(parts[place][0] for place in parts_of_card_number(typed)):
            field.take_back()


def _texts(field: TextField | TextArea) -> list[str]:
    if isinstance(field, TextField):
        return [field.text().strip()]
    return [line.rpartition("=")[2].strip() for line in field.toPlainText().splitlines()]


def point_out(whole: QWidget, field: QWidget) -> None:
    """Focus `field`, and scroll every enclosing scroll area so that `whole` is visible."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    area: QWidget | None = whole.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            inside = area.widget()
            layout = inside.layout() if inside is not None else None
            if layout is not None:
                layout.activate()  # includes the message that has just been shown
            area.ensureWidgetVisible(whole)
        area = area.parentWidget()


def complete_anywhere(box: QComboBox) -> None:
    """Find entries by any part of their text; typed text does not add an entry."""
    box.setEditable(True)
    box.setLineEdit(TextField())
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)


class SecretField(QLineEdit):
    """For an API key: masked, without completion or undo history."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class FormRow(QWidget):
    """A label, its field, and the field's error message."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        caption = self._caption = Label(label)
        caption.setProperty("label", True)
        caption.setBuddy(field)
        field.setAccessibleName(label)
        self._field = field
        self._hint = hint
        self._note = Label(hint, wordWrap=True)
        self._note.setProperty("hint", True)
        self._note.setMinimumHeight(self._note.fontMetrics().height())  # kept free, so that nothing jumps
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

    def show_hint(self, hint: str) -> None:
        """Another hint, shown while there is no error message."""
        self._hint = hint
        if not self.problem:
            self._note.setText(hint)

    def _stopped(self) -> None:
        self.show_problem(stopped_sentence())

    def point_out(self) -> None:
        """Scroll to the field and its message, and focus the field."""
        point_out(self, self._field)

    @property
    def problem(self) -> str:
        return self._note.text() if self._note.property("problem") else ""

    def show_problem(self, text: str) -> None:
        """Show an error message; "" restores the hint."""
        self._note.setText(text or self._hint)
        for widget, name, value in (
            (self._note, "problem", bool(text)),
            (self._note, "dim", not text),
            (self._field, "invalid", bool(text)),
        ):
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._field.setAccessibleDescription(text)
