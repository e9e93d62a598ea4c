"""A widget's background tasks: canceled with the widget, with their errors reported."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QWidget

from ...services.tasks import Tasks

Work = Coroutine[Any, Any, Any]


class Jobs:
    """`report` gets every unhandled error; it must not belong to the widget."""

    def __init__(self, owner: QWidget, report: Callable[[BaseException], None]) -> None:
        self._tasks = Tasks(report)
        self._newest: dict[str, asyncio.Task[Any]] = {}
        # References the tasks only, because the widget no longer exists when the signal arrives.
        owner.destroyed.connect(self._tasks.cancel)

    def start(self, work: Work) -> asyncio.Task[Any]:
        return self._tasks.start(work)

    def newest(self, name: str, work: Work) -> asyncio.Task[Any]:
        """For reads: cancels the previous task of this name."""
        if (previous := self._newest.get(name)) is not None:
            previous.cancel()
        task = self._newest[name] = self._tasks.start(work)
        return task

    def alone(self, name: str, work: Work) -> None:
        """For actions: ignored while a task of this name is running."""
        before = self._newest.get(name)
        if before is not None and not before.done():
            work.close()
            return
        self._newest[name] = self._tasks.start(work)

    @property
    def busy(self) -> int:
        return self._tasks.count

    def cancel(self) -> None:
        self._tasks.cancel()

    async def drain(self, seconds: float) -> bool:
        return await self._tasks.drain(seconds)
