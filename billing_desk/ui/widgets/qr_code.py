"""QR codes as images."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

QUIET = 4
"""The margin in modules that QR code readers require."""


def qr_pixmap(text: str, size: int) -> QPixmap:
    """Black on white in every theme, as readers expect. `size` in pixels."""
    import segno  # imported late: few sessions show a QR code

    matrix = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    side = len(matrix) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x + QUIET, y + QUIET, 0xFF000000)
    return QPixmap.fromImage(image.scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio))
