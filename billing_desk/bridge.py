"""Carries what a desk tells from the sync thread to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from .desk import DeskCallbacks, DeskPlan
from .domain.writes.safety_limits import Actor
from .settings import SettingsFile


class Bridge(QObject):
    """Qt queues a signal that crosses threads. Each carries the plan of the desk it comes from."""

    changed = Signal(object, object)
    status = Signal(object, object)
    unexpected = Signal(object)
    damaged = Signal(object)

    def upward(self, plan: DeskPlan, actor: Callable[[], Actor], settings: SettingsFile) -> DeskCallbacks:
        return DeskCallbacks(
            changed=lambda change: self.changed.emit(plan, change),
            status=lambda status: self.status.emit(plan, status),
            unexpected=self.unexpected.emit,
            damaged=lambda: self.damaged.emit(plan),
            actor=actor,
            rules=lambda: settings.value.rules,
        )
