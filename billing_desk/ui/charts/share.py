"""A thin bar whose length is a share of the whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..widgets.theme import colors

HEIGHT = 6


class ShareBar(QWidget):
    """`share` is from 0 to 1. The text beside it says the same, so screen readers pass over the bar."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = min(max(share, 0.0), 1.0)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors().line))
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), QColor(colors().accent))
