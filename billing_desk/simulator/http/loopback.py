"""Serve a simulator over real HTTP, on the loopback address only."""

from __future__ import annotations

from ..server import Simulator
from ..state.saved import Keeper
from .in_process import SimulatorThread


class LoopbackServer(SimulatorThread):
    """A running server; `url` is its base address."""

    def __init__(self, simulator: Simulator, port: int = 0, keeper: Keeper | None = None) -> None:
        super().__init__(simulator, keeper)
        self.listen(port)
