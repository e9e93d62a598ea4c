"""A chart of 200,000 points, five years by the hour of five customers: first paint and frames of pan and zoom, beside
pyqtgraph's plain `plot` of the same data. Run in a process of its own: `python -m tests.benchmarks.charting`."""

from __future__ import annotations

import json
import math
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication

from billing_desk.ui.charts.timeline import Line, Timeline

from .figures import Figure, figure

CUSTOMERS, HOURS, FRAMES = 5, 40_000, 200
FIRST = 1_600_000_000 - 1_600_000_000 % 3_600
PAINT_AIM, FRAME_AIM = 200.0, 16.0
"""Milliseconds."""


def _lines() -> list[Line]:
    chance = random.Random(1)
    starts = [FIRST + 3_600 * hour for hour in range(HOURS)]
    return [
        Line(
            f"Customer {number}",
            starts,
            [100 * (2 + math.sin(hour / 24)) + chance.randrange(50) for hour in range(HOURS)],
        )
        for number in range(CUSTOMERS)
    ]


def _shown(widget: Any, draw: Callable[[], None]) -> float:
    """Milliseconds from the data to the first paint."""
    widget.resize(1_100, 480)
    began = time.perf_counter()
    draw()
    widget.show()
    widget.grab()
    return (time.perf_counter() - began) * 1_000


def _frames(widget: Any, plot: Any) -> float:
    """The 99th percentile of the milliseconds of a frame, of panning at several zooms."""
    took = []
    last = FIRST + 3_600 * HOURS
    viewport = plot.viewport()
    for number in range(FRAMES):
        span = (last - FIRST) * (0.9, 0.3, 0.05, 0.005)[number % 4]
        begins = FIRST + (last - FIRST - span) * ((number * 37) % 100) / 100
        began = time.perf_counter()
        plot.setXRange(begins, begins + span, padding=0)
        viewport.repaint()
        took.append((time.perf_counter() - began) * 1_000)
        QApplication.processEvents()
    widget.close()
    return statistics.quantiles(took, n=100)[98]


def _measured() -> dict[str, float]:
    application = QApplication.instance() or QApplication([])
    assert application is not None
    lines = _lines()
    _shown(pg.PlotWidget(), lambda: None)  # what is made once for all charts
    ours = Timeline(lambda at, _: str(at), "calls")
    found = {"paint": _shown(ours, lambda: ours.show_lines(lines, "")), "frame": _frames(ours, ours.plot)}
    plain = pg.PlotWidget()

    def draw() -> None:
        for line in lines:
            plain.plot(list(line.starts), list(line.values))

    found |= {"plain paint": _shown(plain, draw), "plain frame": _frames(plain, plain)}
    return found


def charting() -> list[Figure]:
    command = [sys.executable, "-m", "tests.benchmarks.charting"]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return [
        figure("first paint of 200,000 points", found["paint"], PAINT_AIM, "200 ms", "≤ 1"),
        figure("the same", found["paint"], found["plain paint"], "pyqtgraph's plot", ""),
        figure("a frame of pan and zoom, p99", found["frame"], FRAME_AIM, "16 ms", "≤ 1"),
        figure("the same", found["frame"], found["plain frame"], "pyqtgraph's plot", ""),
    ]


if __name__ == "__main__":
    print(json.dumps(_measured()))
