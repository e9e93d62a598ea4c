"""Icons by our own names, drawn from the Phosphor set (MIT) in the colour of the text."""

from __future__ import annotations

import qtawesome
from PySide6.QtGui import QIcon

from .theme import colors

_NAMES = {
    "account": "ph.buildings",
    "activity": "ph.activity",
    "add": "ph.plus",
    "back": "ph.arrow-left",
    "check": "ph.check",
    "close": "ph.x",
    "copy": "ph.copy",
    "filter": "ph.funnel",
    "forward": "ph.arrow-right",
    "key": "ph.key",
    "more": "ph.dots-three",
    "refresh": "ph.arrows-clockwise",
    "search": "ph.magnifying-glass",
    "settings": "ph.gear",
    "warning": "ph.warning",
    "edit": "ph.pencil-simple",
    "customer": "ph.user",
    "card": "ph.credit-card",
    "price": "ph.tag",
    "subscription": "ph.repeat",
    "invoice": "ph.file-text",
    "meter": "ph.chart-bar",
    "columns": "ph.columns",
}


def icon(name: str, color: str | None = None) -> QIcon:
    """`color` as #rrggbb; the dim text colour by default."""
    chosen: QIcon = qtawesome.icon(_NAMES[name], color=color or colors().dim)
    return chosen
