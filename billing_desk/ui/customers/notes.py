"""The section with notes about a customer, and the dialog that adds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from ...domain.json_object import Json
from ...domain.objects.customer import display_name
from ...domain.objects.note import LONGEST, Note, notes_of
from ...services.desk_services import CustomerServices
from ..tab.detail_builder import Cell, DetailBuilder
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextArea
from ..widgets.plain import Button
from ..widgets.theme import NARROW
from ..widgets.whom import whom_of
from ..wording.text import Wording, translate
from ..writing.run import carry_out


def show_notes(
    sheet: DetailBuilder,
    metadata: Mapping[str, str],
    wording: Wording,
    add: Callable[[], None] | None,
    remove: Callable[[Note], None],
) -> None:
    """`add` is None if no notes can be added."""
    more = (translate("Notes", "Add note…"), add) if add else None
    sheet.section(translate("Notes", "Notes"), more)
    rows: list[list[Cell]] = []
    for note in notes_of(metadata):
        gone = Button(translate("Notes", "Remove…"))
        gone.setProperty("link", True)
        gone.setEnabled(add is not None)
        gone.clicked.connect(partial(remove, note))
        rows.append([note.text, wording.day(note.at), gone])
    sheet.rows(rows, translate("Notes", "No notes."))


class NoteDialog(DeskDialog[CustomerServices]):
    def __init__(self, context: Context[CustomerServices], parent: QWidget, customer: Json) -> None:
        title = translate("Notes", "Add note")
        super().__init__(context, parent, title, translate("Notes", "Preview"), whom=whom_of(customer))
        self.setMinimumWidth(NARROW)
        self._id = str(customer["id"])
        self._name = display_name(customer)
        self.text = TextArea()
        hint = translate("Notes", "Saved in Stripe metadata, so your team can see it. Up to {count} characters.")
        self._text = FormRow(translate("Notes", "Note"), self.text, hint.format(count=LONGEST))
        self.body.addWidget(self._text)
        self.primary.clicked.connect(self._preview)
        self.text.setFocus()

    def _preview(self) -> None:
        text = self.text.toPlainText().strip()
        problem = "" if text else translate("Notes", "Enter a note.")
        if len(text) > LONGEST:
            problem = translate("Notes", "The note is too long ({count} characters).").format(count=len(text))
        self._text.show_problem(problem)
        if not problem:
            self.show_problem("")
            self.set_busy(True)
            self.jobs.start(self._write(text))

    async def _write(self, text: str) -> None:
        notes = self.context.services.customer_notes
        made = await carry_out(
            self.context,
            self,
            lambda: notes.preview_add(self._id, text),
            translate("Notes", "Add note to {name}").format(name=self._name),
            translate("Notes", "Note added."),
            ("customer", self._id, self._name),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()
