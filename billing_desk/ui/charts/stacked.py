"""A chart of stacked bars by month: parts above and below zero. Clicks and keys choose a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..widgets.theme import colors

WIDTH = 0.7
"""Of a bar, in months."""


@dataclass(frozen=True)
class Stack:
    """One bar: its name below, and (part, value) pairs; negative values are below zero."""

    name: str
    parts: tuple[tuple[str, float], ...]


class StackedBars(QWidget):
    """`chosen` carries the place of the bar and the part. Left and Right choose a bar, Up and Down a part, Enter
    chooses it; the description says what is marked."""

    chosen = Signal(int, str)
    marked = Signal(int, str)

    def __init__(self, brushes: dict[str, str]) -> None:
        super().__init__()
        self._brushes, self._stacks = brushes, ()
        self._place, self._part = -1, 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._plot: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(150)

    _stacks: tuple[Stack, ...]

    def showEvent(self, event: QShowEvent) -> None:
        if self._plot is None:
            self._plot = self._made()
            self._draw()
        super().showEvent(event)

    def _made(self) -> Any:
        """Made when it is first shown, because pyqtgraph takes longer to import than a tab to open."""
        import pyqtgraph as pg

        c = colors()
        plot = pg.PlotWidget(background=QColor(c.panel))
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.showGrid(y=True, alpha=0.15)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for side in ("bottom", "left"):
            axis = plot.getAxis(side)
            axis.setPen(QColor(c.line))
            axis.setTextPen(QColor(c.dim))
        plot.scene().sigMouseClicked.connect(self._clicked)
        self._layout.addWidget(plot)
        return plot

    def show_stacks(self, stacks: Sequence[Stack], description: str) -> None:
        self._stacks = tuple(stacks)
        self.setAccessibleName(description)
        self._draw()

    def _draw(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph as pg

        names = [(place, stack.name) for place, stack in enumerate(self._stacks)]
        self._plot.getAxis("bottom").setTicks([names])
        self._plot.clear()
        self._plot.addItem(pg.InfiniteLine(0, angle=0, pen=QColor(colors().line)))
        low = high = 0.0
        for place, stack in enumerate(self._stacks):
            for part, bottom, top in _placed(stack):
                low, high = min(low, bottom), max(high, top)
                marked = place == self._place and stack.parts[self._part][0] == part
                bar = pg.BarGraphItem(
                    x=[place],
                    y0=[bottom],
                    height=[top - bottom],
                    width=WIDTH,
                    brush=QColor(self._brushes[part]),
                    pen=pg.mkPen(QColor(colors().text), width=2) if marked else None,
                )
                self._plot.addItem(bar)
        room = max(high - low, 1.0) * 0.08
        self._plot.setXRange(-0.6, max(len(self._stacks) - 0.4, 0.6), padding=0)
        self._plot.setYRange(low - room, high + room, padding=0)

    def part_at(self, x: float, y: float) -> tuple[int, str] | None:
        """The bar and part at a point in the chart's own units; None if there is none."""
        place = round(x)
        if not 0 <= place < len(self._stacks) or abs(x - place) > WIDTH / 2:
            return None
        for part, bottom, top in _placed(self._stacks[place]):
            if bottom <= y <= top:
                return place, part
        return None

    def _clicked(self, event: object) -> None:
        point = self._plot.getPlotItem().vb.mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
        found = self.part_at(point.x(), point.y())
        if found is not None:
            self.chosen.emit(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._stacks:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            last = len(self._stacks) - 1
            self._place = last if self._place < 0 else max(0, min(self._place + step, last))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._place >= 0:
            self._part = (self._part + (1 if key == Qt.Key.Key_Down else -1)) % len(self._stacks[self._place].parts)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._place >= 0:
            self.chosen.emit(self._place, self._stacks[self._place].parts[self._part][0])
            return
        else:
            super().keyPressEvent(event)
            return
        self.marked.emit(self._place, self._stacks[self._place].parts[self._part][0])
        self._draw()

    def release(self) -> None:
        """Call before the widget is destroyed, because the plot holds references that would outlive it."""
        if self._plot is not None:
            self._plot.close()


def _placed(stack: Stack) -> list[tuple[str, float, float]]:
    """Each part with its lower and upper end; empty parts are left out."""
    found, up, down = [], 0.0, 0.0
    for part, value in stack.parts:
        if value > 0:
            found.append((part, up, up + value))
            up += value
        elif value < 0:
            found.append((part, down + value, down))
            down += value
    return found
