"""Saves the PDFs of many invoices into a folder or one ZIP, with progress and a stop button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from ...domain.errors import DeskError
from ...domain.text.file_names import fields_in
from ...services.desk_services import InvoiceServices
from ...services.invoices.documents import FIELDS, PATTERN, Saving
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Button, ComboBox
from ..widgets.simple_table import fill, table
from ..widgets.theme import MEDIUM, MIDDLE
from ..wording.notices import Notice, sentence
from ..wording.text import translate

FOLDER, ARCHIVE = "folder", "zip"
KEPT = "pdf.folder"


class SavePdfsDialog(DeskDialog[InvoiceServices]):
    """`saving` is the running save; None while nothing is saved."""

    def __init__(self, context: Context[InvoiceServices], parent: QWidget, invoice_ids: Sequence[str]) -> None:
        title = translate("Pdfs", "Save %n PDF(s)", "", len(invoice_ids))
        super().__init__(context, parent, title, translate("Pdfs", "Save"), whom=None)
        self.setMinimumWidth(MIDDLE)
        self._ids = invoice_ids
        self.saving: Saving | None = None
        kept = context.preferences.get(KEPT)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.way, self.path = ComboBox(), TextField(str(kept or QStandardPaths.writableLocation(documents)))
        self.way.addItem(translate("Pdfs", "Files in a folder"), FOLDER)
        self.way.addItem(translate("Pdfs", "One ZIP file"), ARCHIVE)
        self.pattern = TextField(PATTERN)
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        hint = translate("Pdfs", "Made of text and {fields}.").format(fields=fields)
        self._pattern = FormRow(translate("Pdfs", "File names"), self.pattern, hint)
        self._path = FormRow(translate("Pdfs", "Folder"), self.path)
        browse = Button(translate("Pdfs", "Browse…"))
        browse.clicked.connect(lambda: self.jobs.newest("browse", self._choose()))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(FormRow(translate("Pdfs", "Save as"), self.way), 1)
        row.addWidget(self._pattern, 2)
        self.body.addLayout(row)
        place = QHBoxLayout()
        place.setSpacing(MEDIUM)
        place.addWidget(self._path, 1)
        place.addWidget(browse)
        self.body.addLayout(place)
        self.bar = QProgressBar()
        self.bar.setRange(0, len(invoice_ids))
        self.bar.hide()
        self.body.addWidget(self.bar)
        titles = [translate("Pdfs", "Invoice"), translate("Pdfs", "Why it was not saved")]
        self.failed = table(translate("Pdfs", "Not saved"), titles, (220, 0), stretch=1)
        self.failed.hide()
        self.body.addWidget(self.failed, 1)
        self.primary.clicked.connect(self._save)
        self.pattern.setFocus()

    def has_typed(self) -> bool:
        """What is typed here is kept or easily typed again."""
        return False

    async def _choose(self) -> None:
        dialog = QFileDialog(self, translate("Pdfs", "Folder"), self.path.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        if await shown(dialog) and (chosen := dialog.selectedFiles()):
            self.path.setText(chosen[0])

    def _save(self) -> None:
        unknown = fields_in(self.pattern.text()) - set(FIELDS)
        text = translate("Pdfs", "There is no {field}.").format(field=", ".join(sorted(unknown))) if unknown else ""
        if not self.pattern.text().strip():
            text = translate("Pdfs", "Enter a name.")
        self._pattern.show_problem(text)
        folder = Path(self.path.text().strip()).expanduser()
        there = bool(self.path.text().strip()) and folder.is_dir()
        self._path.show_problem("" if there else translate("Pdfs", "This folder does not exist."))
        if not text and there:
            self.context.preferences.put(KEPT, str(folder))
            self.jobs.alone("save", self._run(folder))

    async def _run(self, folder: Path) -> None:
        saving = self.saving = Saving(len(self._ids))
        archive = self.way.currentData() == ARCHIVE
        target = folder / "invoices.zip" if archive else folder
        self.allow(False)
        self.close_button.setText(translate("Pdfs", "Stop"))
        self.bar.show()
        try:
            service, zone = self.context.services.invoice_documents, self.context.wording.zone
            await service.save(self._ids, target, self.pattern.text().strip(), zone, saving, self._progress)
        except DeskError as error:
            self.show_problem(sentence(error))
        self.saving = None
        self.allow(True)
        self.close_button.setText(translate("Pdfs", "Close"))
        self._end(saving, target)

    def _progress(self, saving: Saving) -> None:
        self.bar.setValue(saving.done + len(saving.failed))

    def _end(self, saving: Saving, target: Path) -> None:
        wording = self.context.wording
        text = translate("Pdfs", "{done} of {total} PDFs saved to {place}.")
        said = text.format(done=wording.number(saving.done), total=wording.number(saving.total), place=target)
        whole = saving.done == saving.total
        self.context.say(Notice(said, "good" if whole else "warn"))
        fill(self.failed, [[id_, sentence(error)] for id_, error in saving.failed])
        self.failed.setVisible(bool(saving.failed))
        if whole:
            self.accept()

    def reject(self) -> None:
        """While files are saved: stop before the next one, and stay open."""
        if self.saving is not None:
            self.saving.stopped = True
        else:
            super().reject()
