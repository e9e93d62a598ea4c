"""Icons by this program's names, from the Phosphor set (MIT), in the text color.

The font comes with QtAwesome, whose Python module is not used: it loads all its icon fonts, which would take a fifth of
the startup time.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from .theme import colors

_NAMES = {
    "account": "buildings",
    "activity": "activity",
    "add": "plus",
    "back": "arrow-left",
    "check": "check",
    "clock": "clock",
    "close": "x",
    "export": "export",
    "pause": "pause",
    "play": "play",
    "copy": "copy",
    "link": "link",
    "filter": "funnel",
    "forward": "arrow-right",
    "key": "key",
    "more": "dots-three",
    "refresh": "arrows-clockwise",
    "search": "magnifying-glass",
    "settings": "gear",
    "warning": "warning",
    "edit": "pencil-simple",
    "customer": "user",
    "card": "credit-card",
    "price": "tag",
    "subscription": "repeat",
    "invoice": "file-text",
    "meter": "chart-bar",
    "columns": "columns",
}
SIZES = (16, 32, 48)


@cache
def _font() -> tuple[str, dict[str, str]]:
    """The font's family, and its characters by icon name."""
    spec = importlib.util.find_spec("qtawesome")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise FileNotFoundError("the icon font is missing")
    folder = Path(folders[0]) / "fonts"
    font, characters = next(folder.glob("phosphor-*.ttf")), next(folder.glob("phosphor-charmap-*.json"))
    number = QFontDatabase.addApplicationFont(str(font))
    codes = json.loads(characters.read_text(encoding="utf-8"))
    return QFontDatabase.applicationFontFamilies(number)[0], {name: chr(int(code, 16)) for name, code in codes.items()}


def icon(name: str, color: str | None = None) -> QIcon:
    """`color` as #rrggbb; None: the theme's dim text color."""
    family, characters = _font()
    made = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        font = QFont(family)
        font.setPixelSize(size - size // 8)
        painter = QPainter(pixmap)
        painter.setFont(font)
        painter.setPen(QColor(color or colors().dim))
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, characters[_NAMES[name]])
        painter.end()
        made.addPixmap(pixmap)
    return made
