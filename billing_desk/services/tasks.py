"""Background tasks with an owner: referenced until they end, with their errors reported."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

OnError = Callable[[BaseException], None]
Result = TypeVar("Result")


class Tasks:
    """The only place that creates tasks. A task without a reference can be garbage collected, and its error lost."""

    def __init__(self, on_error: OnError) -> None:
        self._on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)

    async def shielded(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Await `work`, but let it continue if the caller is canceled; its error then goes to `on_error`."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not task.done():
                task.add_done_callback(self._ended)
            raise

    @property
    def count(self) -> int:
        return len(self._running)

    def cancel(self) -> None:
        for task in tuple(self._running):
            task.cancel()

    async def drain(self, seconds: float) -> bool:
        """Wait at most `seconds` for all tasks to end. Returns whether they did."""
        if not self._running:
            return True
        _, pending = await asyncio.wait(tuple(self._running), timeout=seconds)
        return not pending


async def together(*works: Coroutine[Any, Any, Any]) -> list[Any]:
    """Run all concurrently and return their results. The first error cancels the others and is raised alone."""
    tasks = [asyncio.get_running_loop().create_task(work) for work in works]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
