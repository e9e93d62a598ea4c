"""Where a notice stands: at the bottom left, but never over the current row of the table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView, QWidget

from ..widgets.theme import LARGE

FOOT = 52
"""Pixels below a notice: the footer of the table stays readable."""


def place_notice(inside: QWidget, notice: QWidget, table: QTableView | None) -> None:
    """Move the notice, a child of `inside`; to the right if it would cover the current row at the left."""
    if not notice.isHidden():
        notice.move(_place(inside, notice, table))


def _place(inside: QWidget, notice: QWidget, table: QTableView | None) -> QPoint:
    place = QPoint(LARGE, inside.height() - notice.height() - FOOT)
    if table is None or not table.currentIndex().isValid():
        return place
    row = table.visualRect(table.currentIndex())
    row.moveTopLeft(table.viewport().mapTo(inside, row.topLeft()))
    row.setWidth(table.viewport().width())
    if row.intersects(QRect(place, notice.size())):
        place.setX(inside.width() - notice.width() - LARGE)
    return place
