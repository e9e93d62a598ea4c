"""Input fields that no card number leaves, and a form row with its problem beneath."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
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
"""In place of the text of a field that nobody has typed into."""
NAMES = "names"
"""Property of a field that holds the name of what the next field holds, as the key of an entry does."""


class TextField(QLineEdit):
    """One line. A card number that a person types or pastes is taken out at once, undo history included; `stopped`
    tells it. What the program fills in is not looked at: it stood at Stripe before, and stays until it is edited."""

    stopped = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ""
        self.setText(text)
        self.textEdited.connect(self._guard)

    def setText(self, text: str | None) -> None:
        self._given = text or ""
        super().setText(text)

    @property
    def is_edited(self) -> bool:
        """Whether a person has changed it since the program filled it in."""
        return self.isModified()

    def text_or(self, original: str) -> str:
        """What was typed; `original` as long as nothing was: a field does not show every character it is given."""
        return self.text().strip() if self.is_edited else original

    def take_back(self) -> None:
        """To what the program filled in; tells `stopped`."""
        self.setText(self._given)
        self.stopped.emit()

    def _guard(self, text: str) -> None:
        if card_numbers(text) - card_numbers(self._given):
            self.take_back()
        else:
            TogetherGuard.look_around(self)


class TextArea(QPlainTextEdit):
    """Several lines, guarded in the same way. Tab leaves the field."""

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
            TogetherGuard.look_around(self)


class TogetherGuard(QObject):
    """Looks at the text fields of a dialog together: a card number whose parts are typed into several fields, one after
    the other, is taken out of all of them. Fields that hold a name (`NAMES`) and fields that nobody has typed into are
    no parts. In a text area each line is a part, without what stands before `=`."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    @staticmethod
    def look_around(field: TextField | TextArea) -> None:
        """Whenever a person has changed a field, also one that was added to its dialog later."""
        window = field.window()
        for guard in window.findChildren(TogetherGuard, options=Qt.FindChildOption.FindDirectChildrenOnly):
            guard._look()  # noqa: SLF001 - its own kind

    def _fields(self) -> list[TextField | TextArea]:
        """In the order in which Tab goes through them."""
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
    """The cursor into `field`; every area around it scrolls so that `whole` is seen."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    area: QWidget | None = whole.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            inside = area.widget()
            layout = inside.layout() if inside is not None else None
            if layout is not None:
                layout.activate()  # what is said only now has its place
            area.ensureWidgetVisible(whole)
        area = area.parentWidget()


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


class FormRow(QWidget):
    """A label, its field, and beneath it what is wrong with it."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        caption = self._caption = Label(label)
        caption.setBuddy(field)
        field.setAccessibleName(label)
        self._field = field
        self._hint = hint
        self._note = Label(hint, wordWrap=True)
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

    def point_out(self) -> None:
        """Bring the field and what is said of it into sight, and the cursor into the field."""
        point_out(self, self._field)

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
