"""One database connection on its own thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

import apsw

Result = TypeVar("Result")
Work = Callable[[apsw.Connection], Any]


async def outlasting(work: asyncio.Future[Result]) -> Result:
    """Await work that continues if the caller is canceled; nobody is left then to hear of its error."""
    work.add_done_callback(lambda done: None if done.cancelled() else done.exception() and None)
    return await asyncio.shield(work)


class Lane:
    """One connection on its own thread; running work can be interrupted without affecting later work."""

    def __init__(self, name: str, connection: apsw.Connection) -> None:
        self.connection = connection
        self._threads = ThreadPoolExecutor(1, thread_name_prefix=f"db-{name}")
        self._running: Work | None = None
        self._turn = threading.Lock()

    def submit(self, run: Callable[[apsw.Connection, Work], Result], work: Work) -> Future[Result]:
        return self._threads.submit(self._run, run, work)

    def _run(self, run: Callable[[apsw.Connection, Work], Result], work: Work) -> Result:
        with self._turn:
            self._running = work
        try:
            return run(self.connection, work)
        except apsw.InterruptError:
            raise CancelledError from None
        finally:
            with self._turn:
                self._running = None

    def stop(self, work: Work) -> None:
        """Interrupt `work` if it is running."""
        with self._turn:
            if self._running is work:
                self.connection.interrupt()

    def close_soon(self) -> None:
        self.close(wait_for_work=False)

    def close(self, *, wait_for_work: bool) -> None:
        if not wait_for_work:
            with self._turn:
                if self._running is not None:
                    self.connection.interrupt()
        self._threads.shutdown(cancel_futures=not wait_for_work)
        self.connection.close()
