"""Paints a status as a pill in its tone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..widgets.plain import Label
from ..widgets.theme import RADIUS, SMALL, colors
from ..wording.words import Pill
from .rows import PILL


class CellDelegate(QStyledItemDelegate):
    """For the first column, which marks the current row, and for columns with pills."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = self.parent()
        if index.column() == 0 and isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row():
            self._mark_current(painter, option)
        pill: Pill | None = index.data(PILL)
        if pill is None:
            super().paint(painter, option, index)
            return
        word, tone = pill
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors().selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colors().raised))
        background, foreground = colors().tones[tone]
        painter.save()
        if tone == "quiet":
            painter.setPen(QColor(foreground))
            rect = option.rect.adjusted(SMALL, 0, -SMALL, 0)
            shown = option.fontMetrics.elidedText(word, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            painter.restore()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(option.fontMetrics.horizontalAdvance(word) + 2 * SMALL, option.rect.width() - SMALL)
        box = QRectF(option.rect.left() + SMALL, option.rect.top() + 5, width, option.rect.height() - 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(background))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(QColor(foreground))
        room = int(box.width()) - 4
        painter.drawText(
            box, Qt.AlignmentFlag.AlignCenter, option.fontMetrics.elidedText(word, Qt.TextElideMode.ElideRight, room)
        )
        painter.restore()

    @staticmethod
    def _mark_current(painter: QPainter, option: QStyleOptionViewItem) -> None:
        """A bar at the left of the current row, which may not be selected."""
        bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        painter.fillRect(bar, QColor(colors().accent))


def pill_label(pill: Pill) -> QLabel:
    """A pill as a widget."""
    background, foreground = colors().tones[pill[1]]
    label = Label(pill[0])
    label.setStyleSheet(
        f"background: {background}; color: {foreground}; border-radius: {RADIUS}px; "
        f"padding: 2px {0 if pill[1] == 'quiet' else SMALL}px;"
    )
    return label
