"""An invoice's PDF: pages, zoom, search, print, save."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.text.file_names import safe_name
from ...services.desk_services import InvoiceServices
from ...services.exports.files import write_file
from ...services.invoices.pdf_pages import MOST_HITS, POINTS, Hit, PdfPages, Picture
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import TextField
from ..widgets.plain import Button, Label, set_tip
from ..widgets.theme import MEDIUM, SMALL, colors
from ..widgets.whom import Whom
from ..wording.notices import Notice, not_written, sentence
from ..wording.text import translate

SMALLEST, LARGEST, STEP = 0.5, 4.0, 1.25
"""Pixels per point at the least and at the most, and the factor of one zoom step."""
PRINTED = 300
"""Dots per inch of a printed page."""


class PageView(QWidget):
    """One page. `hits` are marked; `chosen` is the one that the search is at."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.hits: Sequence[Hit] = ()
        self.chosen: Hit | None = None

    def show_picture(self, picture: Picture) -> None:
        shape = QImage.Format.Format_RGB32
        self._image = QImage(picture.body, picture.width, picture.height, picture.stride, shape).copy()
        self.setFixedSize(QSize(picture.width, picture.height))
        self.update()

    def box(self, hit: Hit) -> QRect:
        left, top, right, bottom = hit.box
        width, height = self.width(), self.height()
        return QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height).toAlignedRect()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        for hit in self.hits:
            mark = QColor(colors().accent)
            mark.setAlpha(140 if hit is self.chosen else 60)
            painter.fillRect(self.box(hit), mark)


class PdfDialog(DeskDialog[InvoiceServices]):
    def __init__(
        self, context: Context[InvoiceServices], parent: QWidget, invoice_id: str, name: str, whom: Whom | None
    ) -> None:
        super().__init__(context, parent, name, whom=whom)
        self.resize(820, 900)
        self._id, self._name = invoice_id, name
        self._pages, self._body, self._scale = PdfPages(), b"", SMALLEST
        self.views: list[PageView] = []
        self.hits: list[Hit] = []
        self._at = -1
        self.field, self.found = TextField(), Label()
        self.field.setPlaceholderText(translate("Pdf", "Search"))
        self.field.setAccessibleName(translate("Pdf", "Search"))
        self.found.setProperty("dim", True)
        self.out, self.closer = Button("−"), Button("+")
        self.print_, self.save = Button(translate("Pdf", "Print…")), Button(translate("Pdf", "Save…"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.field, 1)
        for widget in (self.found, self.out, self.closer, self.print_, self.save):
            row.addWidget(widget)
        for button, text, keys in (
            (self.out, translate("Pdf", "Zoom out"), "Ctrl+-"),
            (self.closer, translate("Pdf", "Zoom in"), "Ctrl++"),
            (self.print_, translate("Pdf", "Print"), "Ctrl+P"),
            (self.save, translate("Pdf", "Save"), "Ctrl+S"),
        ):
            button.setShortcut(keys)
            button.setAccessibleName(text)
            set_tip(button, f"{text} ({keys})")
        self.body.addLayout(row)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(MEDIUM)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setAccessibleName(translate("Pdf", "Pages"))
        self.body.addWidget(self.area, 1)
        self.field.textChanged.connect(lambda _: self.jobs.newest("find", self._find()))
        self.field.returnPressed.connect(self._next)
        self.out.clicked.connect(lambda: self._zoom(1 / STEP))
        self.closer.clicked.connect(lambda: self._zoom(STEP))
        self.print_.clicked.connect(lambda: self.jobs.alone("print", self._print()))
        self.save.clicked.connect(lambda: self.jobs.alone("save", self._ask_where()))
        self.destroyed.connect(self._pages.close)
        self._allow_file(ready=False)
        self.jobs.start(self._load())
        self.area.setFocus()

    def has_typed(self) -> bool:
        """A search is no input that can be lost."""
        return False

    def _allow_file(self, *, ready: bool) -> None:
        for widget in (self.field, self.out, self.closer, self.print_, self.save):
            widget.setEnabled(ready)

    async def _load(self) -> None:
        self.found.setText(translate("Pdf", "Loading…"))
        try:
            self._body = await self.context.services.invoice_documents.pdf(self._id)
            await self._pages.open(self._body)
        except DeskError as error:
            self.found.setText("")
            self.show_problem(sentence(error))
            return
        cut = translate("Pdf", "The first {count} of {total} pages").format(
            count=self._pages.count, total=self._pages.total
        )
        self.found.setText(cut if self._pages.count < self._pages.total else "")
        for _ in range(self._pages.count):
            view = PageView()
            self.views.append(view)
            self._column.addWidget(view)
        self._scale = 1.2
        self._allow_file(ready=True)
        await self._draw()

    async def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for number, view in enumerate(self.views):
            view.show_picture(await self._pages.picture(number, self._scale * ratio / max(1.0, ratio)))

    def _zoom(self, by: float) -> None:
        self._scale = min(max(self._scale * by, SMALLEST), LARGEST)
        self.jobs.newest("draw", self._draw())

    async def _find(self) -> None:
        self.hits = await self._pages.find(self.field.text().strip())
        self._at = -1
        by_page: dict[int, list[Hit]] = {}
        for hit in self.hits:
            by_page.setdefault(hit.page, []).append(hit)
        for number, view in enumerate(self.views):
            view.hits = by_page.get(number, [])
            view.chosen = None
            view.update()
        typed = bool(self.field.text().strip())
        text = translate("Pdf", "%n hit(s)", "", len(self.hits)) if typed else ""
        if len(self.hits) >= MOST_HITS:
            text = translate("Pdf", "The first {count} hits").format(count=self.context.wording.number(MOST_HITS))
        self.found.setText(text)
        if self.hits:
            self._next()

    def _next(self) -> None:
        """To the next hit; after the last one to the first."""
        if not self.hits:
            return
        self._at = (self._at + 1) % len(self.hits)
        hit = self.hits[self._at]
        for view in self.views:
            view.chosen = hit
            view.update()
        view = self.views[hit.page]
        inside = self.area.widget()
        assert inside is not None
        place = view.mapTo(inside, view.box(hit).center())
        self.area.ensureVisible(place.x(), place.y())

    async def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if not await shown(dialog):
            return
        painter = QPainter(printer)
        try:
            for number in range(self._pages.count):
                if number:
                    printer.newPage()
                picture = await self._pages.picture(number, PRINTED / POINTS)
                shape = QImage.Format.Format_RGB32
                image = QImage(picture.body, picture.width, picture.height, picture.stride, shape)
                page = painter.viewport()
                size = image.size().scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
                painter.drawImage(QRect(page.topLeft(), size), image)
        finally:
            painter.end()

    async def _ask_where(self) -> None:
        dialog = QFileDialog(self, translate("Pdf", "Save PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{safe_name(self._name)}.pdf")
        if await shown(dialog):
            await self.write(Path(dialog.selectedFiles()[0]))

    async def write(self, path: Path) -> None:
        try:
            await asyncio.get_running_loop().run_in_executor(None, partial(write_file, self._body, path))
        except OSError as error:
            self.context.say(not_written(path, error))
            return
        self.context.say(Notice(translate("Pdf", "Saved to {file}.").format(file=path), "good"))
