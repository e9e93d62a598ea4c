"""Background work of a widget: started here, canceled with the widget, its errors reported."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QWidget

from ...services.tasks import Tasks

Work = Coroutine[Any, Any, Any]


class Jobs:
    """`report` gets every error that the work does not handle itself; it must not belong to the widget."""

    def __init__(self, owner: QWidget, report: Callable[[BaseException], None]) -> None:
        self._tasks = Tasks(report)
        self._newest: dict[str, asyncio.Task[Any]] = {}
        # The tasks only, not the widget: it is gone when the signal comes.
        owner.destroyed.connect(self._tasks.cancel)

    def start(self, work: Work) -> asyncio.Task[Any]:
        return self._tasks.start(work)

    def newest(self, name: str, work: Work) -> asyncio.Task[Any]:
        """For reads: the previous work of this name is canceled."""
        if (previous := self._newest.get(name)) is not None:
            previous.cancel()
        task = self._newest[name] = self._tasks.start(work)
        return task

    def alone(self, name: str, work: Work) -> None:
        """For actions: while one of this name goes on, another is not begun."""
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
