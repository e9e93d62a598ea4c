"""A metadata editor with one line per entry. Lines that were not edited keep their exact value."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ...domain.field_errors import FieldError
from ...domain.writes.own_metadata import METADATA_KEYS
from ..wording.text import translate
from .fields import NAMES, TextField, point_out, stopped_sentence
from .plain import Button, Label, shown_in_cell
from .theme import SMALL, TIGHT


class _Line:
    """`key` is None for an added line, in which the key can be typed too."""

    def __init__(self, key: str | None, value: str) -> None:
        self.key, self._before = key, value
        self.removed = False
        self.name = TextField() if key is None else None
        self.label = Label(shown_in_cell(key), wordWrap=True, long_words=True) if key is not None else None
        self.value = TextField(value)
        self.value.setCursorPosition(0)
        if self.name is not None:
            self.name.textChanged.connect(self.show_state)
        self.remove = Button()
        self.remove.setProperty("link", True)
        self.show_state()

    @property
    def key_widget(self) -> QWidget:
        widget = self.name or self.label
        assert widget is not None
        return widget

    def show_state(self) -> None:
        key = self.key if self.key is not None else self.name.text() if self.name is not None else ""
        self.value.setEnabled(not self.removed)
        if self.label is not None:
            font = self.label.font()
            font.setStrikeOut(self.removed)
            self.label.setFont(font)
            self.label.setEnabled(not self.removed)
        self.remove.setText(translate("Metadata", "Keep") if self.removed else translate("Metadata", "Remove"))
        value: str = translate("Metadata", "Value")
        remove: str = translate("Metadata", "Remove this entry")
        if key:
            value = translate("Metadata", "Value of {key}").format(key=key)
            act = translate("Metadata", "Keep {key}") if self.removed else translate("Metadata", "Remove {key}")
            remove = act.format(key=key)
        self.value.setAccessibleName(value)
        self.remove.setAccessibleName(remove)

    def mark(self, *, wrong: bool) -> None:
        for field in (self.name, self.value):
            if field is not None:
                field.setProperty("invalid", wrong)
                field.style().unpolish(field)
                field.style().polish(field)

    def read(self) -> tuple[str, str]:
        """Key and value; exactly the original ones if the line was not edited."""
        if self.key is not None:
            return self.key, self.value.text_or(self._before)
        assert self.name is not None
        return self.name.text().strip(), self.value.text().strip()


class MetadataEditor(QWidget):
    """Counts the entries while they are typed. Shows a message when a card number was removed from a field."""

    def __init__(self, held: Mapping[str, str], notes: int = 0, own: int = 0) -> None:
        """`notes` entries that are edited elsewhere take room too; `own` entries of the program give way."""
        super().__init__()
        self._notes, self._own = notes, own
        self._lines: list[_Line] = []
        self._bad: _Line | None = None
        self._too_many = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
        self.add = Button(translate("Metadata", "Add metadata"))
        self.add.clicked.connect(self._add_clicked)
        self._problem = Label(wordWrap=True)
        self._problem.setProperty("problem", True)
        self._problem.hide()
        self._count = Label(wordWrap=True)
        self._count.setProperty("dim", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._grid)
        column.addWidget(self._problem)
        column.addWidget(self._count)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for key, value in held.items():
            self._append(_Line(key, value))
        for line in self._lines:
            self.setTabOrder(line.value, line.remove)
        for above, below in zip(self._lines, self._lines[1:], strict=False):
            self.setTabOrder(above.remove, below.value)
        if self._lines:
            self.setTabOrder(self._lines[-1].remove, self.add)
        self._show_count()

    def _show_count(self) -> None:
        """How many entries Stripe would store, and whether the program's own ones still have room."""
        kept = len(self.read()[0]) + self._notes
        own = max(0, min(self._own, METADATA_KEYS - kept))
        text = translate("Metadata", "{count} of {limit} entries, {own} of them by this program.")
        if own < self._own:
            text = translate(
                "Metadata", "{count} of {limit} entries. Entries of this program that have no room are left out."
            )
        elif not own and not self._notes:
            text = translate("Metadata", "{count} of {limit} entries.")
        self._count.setText(text.format(count=kept + own, limit=METADATA_KEYS, own=own + self._notes))
        if kept > METADATA_KEYS:
            self.show_problem(translate("CustomerForm", "Use up to {limit} entries.").format(limit=METADATA_KEYS))
        elif self._too_many:
            self.show_problem("")
        self._too_many = kept > METADATA_KEYS

    @property
    def count(self) -> str:
        """What is said about the number of entries."""
        return self._count.text()

    def _append(self, line: _Line) -> None:
        row = len(self._lines)
        self._lines.append(line)
        if line.name is not None:
            line.name.setPlaceholderText(translate("Metadata", "Key"))
            line.name.setAccessibleName(translate("Metadata", "Key"))
            line.value.setPlaceholderText(translate("Metadata", "Value"))
            line.name.setProperty(NAMES, True)
            line.name.stopped.connect(self._stopped)
            line.name.textChanged.connect(self._show_count)
        line.value.stopped.connect(self._stopped)
        line.remove.clicked.connect(lambda _=False, line=line: self._toggle(line))
        for place, widget in enumerate((line.key_widget, line.value, line.remove)):
            self._grid.addWidget(widget, row, place)
            widget.show()  # before it gets the focus

    def _add_clicked(self) -> None:
        self.add_line().setFocus()

    def add_line(self) -> TextField:
        """Add a line; returns the field for its key."""
        line = _Line(None, "")
        before = self._lines[-1].remove if self._lines else None
        self._append(line)
        assert line.name is not None
        # Tab order: after the line above, before the button.
        if before is not None:
            self.setTabOrder(before, line.name)
        for first, second in ((line.name, line.value), (line.value, line.remove), (line.remove, self.add)):
            self.setTabOrder(first, second)
        return line.name

    def _toggle(self, line: _Line) -> None:
        if line.key is None:
            self._lines.remove(line)
            self._bad = None
            for widget in (line.key_widget, line.value, line.remove):
                self._grid.removeWidget(widget)
                widget.deleteLater()
            self.add.setFocus()
        else:
            line.removed = not line.removed
            line.show_state()
        self._show_count()

    def _stopped(self) -> None:
        self.show_problem(stopped_sentence())

    def show_problem(self, text: str, key: str | None = None) -> None:
        """`key`: the line with the problem; None: the editor as a whole."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._bad = None
        for line in self._lines:
            is_bad = key is not None and line.read()[0] == key and not line.removed
            line.mark(wrong=is_bad)
            if is_bad:
                self._bad = line

    def point_out(self) -> None:
        """Scroll to the line with the problem, or to the message."""
        if self._bad is None:
            point_out(self._problem, self.add)
            return
        field = self._bad.name or self._bad.value
        point_out(self._problem, field)
        point_out(field, field)

    @property
    def problem(self) -> str:
        return "" if self._problem.isHidden() else self._problem.text()

    def value_of(self, key: str) -> TextField:
        """The value field of an existing key."""
        return next(line.value for line in self._lines if line.key == key)

    def remover_of(self, key: str) -> Button:
        return next(line.remove for line in self._lines if line.key == key)

    def added(self) -> list[tuple[TextField, TextField]]:
        """Key and value fields of added lines."""
        return [(line.name, line.value) for line in self._lines if line.name is not None]

    def read(self) -> tuple[dict[str, str], list[FieldError]]:
        """All entries after the edit, and the errors of changed lines. Empty added lines are ignored."""
        found: dict[str, str] = {}
        problems: list[FieldError] = []
        for line in self._lines:
            key, value = line.read()
            if line.removed or (line.key is None and not key and not value):
                continue
            if not key:
                problems.append(FieldError("metadata", "no_key", {"key": "", "value": value}))
                continue
            if key in found:
                problems.append(FieldError("metadata", "repeated_key", {"key": key}))
            found[key] = value
        return found, problems
