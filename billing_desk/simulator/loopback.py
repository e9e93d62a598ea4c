"""Serve a simulator over real HTTP, on the loopback address only."""

from __future__ import annotations

from .in_process import SimulatorThread
from .saved import Keeper
from .server import Simulator


class LoopbackServer(SimulatorThread):
    """A running server; `url` is its base address. Stop it with `stop`."""

    def __init__(self, simulator: Simulator, port: int = 0, keeper: Keeper | None = None) -> None:
        super().__init__(simulator, keeper)
        self.listen(port)
