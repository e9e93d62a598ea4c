"""Forwards a desk's callbacks from the sync thread to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from .desk import DeskCallbacks, DeskPlan
from .domain.writes.safety_limits import Actor
from .settings import SettingsFile


class Bridge(QObject):
    """Qt queues signals across threads. Each signal carries the plan of the desk that emitted it."""

    changed = Signal(object, object)
    status = Signal(object, object)
    unexpected = Signal(object)
    damaged = Signal(object)

    def callbacks(self, plan: DeskPlan, actor: Callable[[], Actor], settings: SettingsFile) -> DeskCallbacks:
        return DeskCallbacks(
            changed=lambda change: self.changed.emit(plan, change),
            status=lambda status: self.status.emit(plan, status),
            unexpected=self.unexpected.emit,
            damaged=lambda: self.damaged.emit(plan),
            actor=actor,
            rules=lambda: settings.value.rules,
            directory=lambda: settings.value.directory,
        )
