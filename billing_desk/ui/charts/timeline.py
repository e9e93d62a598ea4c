"""A chart of values over time: zoom, pan, and a crosshair with exact values, all of it by keyboard too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPicture, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..widgets.theme import colors, is_dark

LIGHT = ("#0072b2", "#d55e00", "#009e73", "#aa4499", "#8a6d00", "#117ca8", "#882255", "#44703d", "#5b4db5", "#6b6b6b")
DARK = ("#56b4e9", "#e69f00", "#3dd6a6", "#f29bcb", "#f0e442", "#88ccee", "#ff8fa3", "#a5d66f", "#b3a6ff", "#c2c2c2")
"""After Okabe and Ito: told apart by color-blind eyes, each with enough contrast to its background. Lines differ in
their dashes too."""
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
ZOOM, STEP_SHARE = 0.6, 0.1
_MARGIN = 1.08
LEGEND_WIDTH = 190
"""Pixels for a name of the legend."""
THIN = 3_000
"""Points of a line from which on it is drawn one pixel wide and without dashes, which could not be told apart."""


@dataclass(frozen=True)
class Line:
    """`starts` are the first seconds (Unix, UTC) of the buckets. `dim`: it is for comparison, such as the period
    before."""

    name: str
    starts: Sequence[int]
    values: Sequence[float]
    dim: bool = False


UNDER_THE_LINES = -200
"""Qt's stacking order: pyqtgraph has -100 for what the lines are in."""
UNSEEN = 3
"""Of 255: pyqtgraph has a grid for each level of ticks, most of them all but transparent."""


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws its ticks, grid and texts itself, in a tenth of the time: pyqtgraph keeps them in a picture, which lays out
    each text whenever it is played, and blends each pixel of the grid."""

    picture: QPicture | None
    _specs: Any = None
    _ticks: Sequence[tuple[QRectF, QColor]] = ()

    def paint(self, p: QPainter, opt: object, widget: object) -> None:
        if self.picture is None:  # pyqtgraph's mark that something has changed
            self._specs, self.picture = self.generateDrawSpecs(p), QPicture()
            ticks = self._specs[1] if self._specs else []
            self._ticks = [_tick(*spec) for spec in ticks if spec[0].color().alpha() > UNSEEN]
        if self._specs is None:
            return
        line, _, texts = self._specs
        p.save()
        for area, color in self._ticks:
            p.fillRect(area, color)
        self.drawPicture(p, line, [], texts)
        p.restore()


def _tick(pen: QPen, first: QPointF, last: QPointF) -> tuple[QRectF, QColor]:
    """A line of the grid as an area, in the opaque color that it has on the background."""
    front, back = pen.color(), QColor(colors().panel)
    share = front.alphaF()
    pairs = ((front.redF(), back.redF()), (front.greenF(), back.greenF()), (front.blueF(), back.blueF()))
    color = QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in pairs))
    width, height = last.x() - first.x(), last.y() - first.y()
    return QRectF(first.x(), first.y(), width or 1, height or 1), color


class TimeAxis(Axis):
    """Ticks named by `name`, from Unix seconds and the distance of the ticks."""

    def __init__(self, name: Callable[[int, float], str]) -> None:
        super().__init__("bottom")
        self._name = name

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Ticks on boundaries of hours, days and weeks of UTC."""
        room = max(1.0, size / 90)
        wanted = (high - low) / room
        step = next((one for one in _STEPS if one >= wanted), _STEPS[-1])
        first = int(low // step + 1) * step
        return [(step, [float(at) for at in range(first, int(high) + 1, step)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [self._name(int(value), spacing) for value in values]


_STEPS = tuple(3_600 * hours for hours in (1, 3, 6, 12, 24, 48, 168, 336, 744, 1_488, 2_928, 8_784))


class Timeline(QWidget):
    """Left and Right move the crosshair, with Shift they pan; + and - zoom, Home shows all. `pointed` carries the place
    of the marked bucket, -1 for none."""

    pointed = Signal(int)

    def __init__(self, name_tick: Callable[[int, float], str], y_label: str) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._place = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        c = colors()
        self.plot: Any = pg.PlotWidget(
            axisItems={"bottom": TimeAxis(name_tick), "left": Axis("left")}, background=QColor(c.panel)
        )
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=True, y=False)
        self.plot.showGrid(x=True, y=True, alpha=0.15)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setLabel("left", y_label, color=c.dim)
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setZValue(UNDER_THE_LINES)
            axis.setPen(QColor(c.line))
            axis.setTextPen(QColor(c.dim))
        self._legend = pg.LegendItem(offset=None, labelTextColor=QColor(c.text))
        whole = self.plot.getPlotItem()
        whole.legend = self._legend
        whole.layout.addItem(self._legend, 4, 1)  # below the axis, where it hides no line
        self._cross = pg.InfiniteLine(angle=90, pen=pg.mkPen(QColor(c.text), style=Qt.PenStyle.DotLine))
        self._bounds: list[Any] = []
        layout.addWidget(self.plot)
        self.plot.scene().sigMouseMoved.connect(self._moved)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(220)

    def show_lines(
        self,
        lines: Sequence[Line],
        description: str,
        *,
        limit: float | None = None,
        limit_name: str = "",
    ) -> None:
        """`description` is the text for screen readers."""
        self.lines, self._place = tuple(lines), -1
        self.setAccessibleName(description)
        self.plot.clear()
        self._bounds = []
        self._legend.clear()
        c, palette = colors(), DARK if is_dark() else LIGHT
        for number, line in enumerate(self.lines):
            color = QColor(c.dim if line.dim else palette[number % len(palette)])
            is_long = len(line.starts) > THIN  # Qt draws thin lines without dashes many times faster
            dash = Qt.PenStyle.DashLine if line.dim else _DASHES[number // 4 % len(_DASHES)]
            dash, width = (Qt.PenStyle.SolidLine, 1) if is_long else (dash, 2)
            curve = pg.PlotDataItem(
                np.asarray(line.starts, dtype=float),
                np.asarray(line.values, dtype=float),
                pen=pg.mkPen(color, width=width, style=dash),
                name=line.name,
                skipFiniteCheck=True,
                autoDownsampleFactor=0.5,
            )
            self.plot.addItem(curve)
            # Only now: before it is in the view, clipping asks the wrong object for the visible range.
            curve.setDownsampling(auto=True, method="peak")
            curve.setClipToView(True)
        if limit is not None:
            pen = pg.mkPen(QColor(c.tones["bad"][1]), style=Qt.PenStyle.DashLine)
            self.plot.addItem(
                pg.InfiniteLine(
                    limit, angle=0, pen=pen, label=limit_name, labelOpts={"position": 0.1, "color": c.tones["bad"][1]}
                )
            )
        self.plot.addItem(self._cross, ignoreBounds=True)
        self._cross.hide()
        self.show_all(limit)

    def show_bounds(self, bounds: Sequence[tuple[int, str]]) -> None:
        """Named moments (Unix seconds), such as the ends of billing periods."""
        for bound in self._bounds:
            self.plot.removeItem(bound)
        dim = colors().dim
        self._bounds = [
            pg.InfiniteLine(at, angle=90, pen=QColor(dim), label=name, labelOpts={"position": 0.95, "color": dim})
            for at, name in bounds
        ]
        for bound in self._bounds:
            self.plot.addItem(bound, ignoreBounds=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setColumnCount(max(1, self.width() // LEGEND_WIDTH))

    def show_all(self, limit: float | None = None) -> None:
        starts = [at for line in self.lines if line.starts for at in (line.starts[0], line.starts[-1])]
        highs = [max(line.values, default=0.0) for line in self.lines]
        lows = [min(line.values, default=0.0) for line in self.lines]
        high, low = max([*highs, limit or 0.0, 1.0]), min([*lows, 0.0])
        if starts:
            first, last = min(starts), max(starts)
            self.plot.setXRange(first, max(last, first + 1), padding=0.02)
        self.plot.setYRange(low * _MARGIN, high * _MARGIN, padding=0)
        self.plot.getViewBox().setLimits(minXRange=7_200)

    @property
    def starts(self) -> Sequence[int]:
        """The buckets that the crosshair stops at."""
        return self.lines[0].starts if self.lines else ()

    def point(self, place: int) -> None:
        """Mark a bucket; -1: none."""
        self._place = place if 0 <= place < len(self.starts) else -1
        self._cross.setVisible(self._place >= 0)
        if self._place >= 0:
            self._cross.setValue(self.starts[self._place])
        self.pointed.emit(self._place)

    def _moved(self, position: object) -> None:
        if not self.starts or not self.plot.sceneBoundingRect().contains(position):
            return
        at = self.plot.getPlotItem().vb.mapSceneToView(position).x()
        place = int(np.searchsorted(self.starts, at))
        near = [one for one in (place - 1, place) if 0 <= one < len(self.starts)]
        self.point(min(near, key=lambda one: abs(self.starts[one] - at), default=-1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if way and shift:
            (first, last), _ = self.plot.viewRange()
            by = way * (last - first) * STEP_SHARE
            self.plot.setXRange(first + by, last + by, padding=0)
        elif way and self.starts:
            at = len(self.starts) - 1 if self._place < 0 else self._place + way
            self.point(max(0, min(at, len(self.starts) - 1)))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(ZOOM)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1 / ZOOM)
        elif key == Qt.Key.Key_Home:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _zoom(self, factor: float) -> None:
        (first, last), _ = self.plot.viewRange()
        middle = self.starts[self._place] if self._place >= 0 else (first + last) / 2
        self.plot.setXRange(middle - (middle - first) * factor, middle + (last - middle) * factor, padding=0)

    def leaveEvent(self, event: QEvent) -> None:
        self.point(-1)
        super().leaveEvent(event)

    def png(self) -> bytes:
        """The chart as it is on the screen."""
        body = QBuffer()
        body.open(QIODevice.OpenModeFlag.WriteOnly)
        self.grab().save(body, "PNG")
        return bytes(body.data().data())

    def release(self) -> None:
        """Call before the widget is destroyed, because the plot holds references that would outlive it."""
        self.plot.close()
