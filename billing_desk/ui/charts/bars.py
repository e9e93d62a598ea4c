"""A bar chart over days, drawn with pyqtgraph in the theme's colors."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..widgets.theme import colors


class _Days(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Ticks with the names of days; `name` converts Unix seconds to text."""

    def __init__(self, name: Callable[[int], str]) -> None:
        super().__init__("bottom")
        self._name = name

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [self._name(int(value)) for value in values]


class Bars(QWidget):
    """One bar per day; read-only, with a text alternative for screen readers."""

    def __init__(self, name_day: Callable[[int], str]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        c = colors()
        self._plot = pg.PlotWidget(axisItems={"bottom": _Days(name_day)}, background=QColor(c.panel))
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.showGrid(y=True, alpha=0.15)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setPen(QColor(c.line))
            axis.setTextPen(QColor(c.dim))
        layout.addWidget(self._plot)
        self.setFixedHeight(240)

    def show_days(self, days: Sequence[tuple[int, float]], description: str) -> None:
        """`days` are (first second of the day, value); `description` is the text alternative."""
        self._plot.clear()
        self.setAccessibleName(description)
        if not days:
            return
        bars = pg.BarGraphItem(
            x=[day + 43_200 for day, _ in days],
            height=[value for _, value in days],
            width=86_400 * 0.8,
            brush=QColor(colors().accent),
            pen=None,
        )
        self._plot.addItem(bars)
        self._plot.setXRange(days[0][0], days[-1][0] + 86_400, padding=0.01)
        self._plot.setYRange(0, max(max(value for _, value in days) * 1.08, 1), padding=0)

    def release(self) -> None:
        """Call before the widget is destroyed, because the plot holds references that would outlive it."""
        self._plot.close()
