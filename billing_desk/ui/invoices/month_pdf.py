"""A closed month as PDF. The document is built from plain text; nothing of it is read as markup."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableFormat,
)

from ...domain.text.card_number_guard import masked
from ...domain.text.display_text import visible
from ..widgets.plain import TextDocument

Section = tuple[str, Sequence[Sequence[str]]]
"""A heading, and rows of which the first one has the titles."""


def month_pdf(title: str, sections: Sequence[Section]) -> bytes:
    document = TextDocument()
    document.setDefaultFont(_font(9, bold=False))
    cursor = QTextCursor(document)
    _text(cursor, title, size=16, bold=True)
    for heading, rows in sections:
        cursor.insertBlock()
        _text(cursor, heading, size=12, bold=True)
        if rows:
            _table(cursor, rows)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    target.close()
    return bytes(target.data().data())


def _font(size: int, *, bold: bool) -> QFont:
    return QFont(QGuiApplication.font().family(), size, QFont.Weight.Bold if bold else QFont.Weight.Normal)


def _text(cursor: QTextCursor, text: str, *, size: int = 9, bold: bool = False) -> None:
    shape = QTextCharFormat()
    shape.setFont(_font(size, bold=bold))
    cursor.insertText(text, shape)


def _table(cursor: QTextCursor, rows: Sequence[Sequence[str]]) -> None:
    shape = QTextTableFormat()
    shape.setCellPadding(2)
    shape.setCellSpacing(0)
    shape.setBorder(0.5)
    shape.setHeaderRowCount(1)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table = cursor.insertTable(len(rows), len(rows[0]), shape)
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            _text(table.cellAt(number, place).firstCursorPosition(), visible(masked(text)), bold=not number)
