"""The backfill: reads all lists concurrently, each in several time windows, and resumes where it was stopped."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from ...domain.errors import DeskError, NotAllowed, NotFound, Refused
from ...domain.objects.malformed import created_of
from ...gateway.pages import Rows, cursor_is_gone, one_page
from ..tasks import together
from .clocks import read_clocks
from .context import AT_ONCE, SyncContext
from .plan import LISTS, Listed
from .progress import Progress
from .windows import Window, Windows

SLOW = 0.5
"""Seconds between two pages of a slow backfill."""


class Backfill:
    """One backfill. The remaining windows are stored with every page, so that it can be stopped at any time."""

    def __init__(self, context: SyncContext, *, slow: bool, test: bool) -> None:
        self._context, self._slow, self._test, self._lists = context, slow, test, LISTS
        self._progress = Progress(context.gateway.now)

    @staticmethod
    async def begun(context: SyncContext) -> float | None:
        """When the unfinished backfill began (Unix seconds); None if there is none."""
        return float(await context.mirror.progress("began") or 0) or None

    @staticmethod
    async def begin(context: SyncContext) -> None:
        """Start a new backfill and forget the windows of an earlier one."""
        await context.mirror.set_progress({"began": str(context.gateway.now())}, forget="windows ")

    async def run(self) -> None:
        """Run until the end. Raises DeskError; calling it again resumes."""
        began = await self.begun(self._context)
        assert began is not None, "begin it first"
        read = await together(*(self._list(listed) for listed in self._lists))
        offered = [listed for listed, was_read in zip(self._lists, read, strict=True) if was_read]
        if self._test:
            await read_clocks(self._context)
        for listed in offered:
            if listed.forgets:
                self._context.announce(await self._context.mirror.forget_unseen(listed.kind, began))
        await self._index()
        await self._context.mirror.set_progress({"filled": str(began), "began": ""})

    async def _index(self) -> None:
        """Create the indexes after the first backfill: updating them for each row would take three times as long."""
        if await self._context.mirror.progress("indexed"):
            return
        for kind in {"price" if listed.kind == "plan" else listed.kind for listed in self._lists} | {"card"}:
            await self._context.mirror.build_indexes(kind)
        await self._context.mirror.gather_statistics()
        await self._context.mirror.set_progress({"indexed": "1"})

    async def _list(self, listed: Listed) -> bool:
        """Returns whether key and server offer this list."""
        windows = Windows(await self._context.mirror.progress(f"windows {listed.kind}"))
        reader = _Reader(self, self._context, listed, windows)
        try:
            workers = AT_ONCE if listed.windowed and not self._slow else 1
            await together(*(reader.work() for _ in range(workers)))
        except DeskError as error:
            self._context.not_offered(listed.kind, error)
            return False
        self._context.offered(listed.kind)
        return True

    def count(self, kind: str, windows: Windows, count: int) -> None:
        self._progress.add(kind, count, windows.share_left())
        if not self._slow:
            self._progress.say(self._context, kind)

    async def give_way(self) -> None:
        await self._context.go.wait()
        if self._slow:
            await asyncio.sleep(SLOW)


class _Reader:
    """Reads one list with several workers."""

    def __init__(self, filling: Backfill, context: SyncContext, listed: Listed, windows: Windows) -> None:
        self._filling, self._context, self._listed, self._windows = filling, context, listed, windows
        self._request = listed.request()
        self._more = asyncio.Condition()
        self._idle = 0

    async def work(self) -> None:
        while (window := await self._next()) is not None:
            await self._stretch(window)
            await self._wake()

    async def _stretch(self, window: Window) -> None:
        """Read a window page by page; each page is stored while the next one is requested."""
        rows, more, as_of = await self._read(window)
        while more:
            oldest = _oldest(rows)
            window.read(oldest, str(rows[-1]["id"]))
            if self._idle and self._listed.windowed and self._windows.split(window):
                await self._wake()
            left = self._windows.to_json(window, oldest) if self._listed.windowed else self._windows.to_json()
            keep, following = self._keep(rows, as_of, left), self._read(window)
            _, (next_rows, more, as_of) = await together(keep, following)
            self._windows.kept(window, oldest, len(rows))
            self._filling.count(self._listed.kind, self._windows, len(rows))
            rows = next_rows
        await self._keep(rows, as_of, self._windows.to_json(window))
        self._windows.finished(window, len(rows))
        self._filling.count(self._listed.kind, self._windows, len(rows))

    async def _keep(self, rows: Rows, as_of: float, left: str) -> None:
        await self._context.put(rows, as_of, {f"windows {self._listed.kind}": left}, gather=True)

    async def _wake(self) -> None:
        async with self._more:
            self._more.notify_all()

    async def _next(self) -> Window | None:
        async with self._more:
            while (window := self._windows.take()) is None and not self._windows.done:
                self._idle += 1
                try:
                    await self._more.wait()
                finally:
                    self._idle -= 1
            return window

    async def _read(self, window: Window) -> tuple[Rows, bool, float]:
        """The next page of a window, whether there are more, and when it was requested."""
        await self._filling.give_way()
        as_of = self._context.gateway.now()
        rows, more = await self._continued(window)
        if window.first is not None and any((created_of(row) or 0) < window.first for row in rows):
            self._windows.drop_others()  # this server ignores `created`, so one window covers everything
            window.first = None
        return rows, more, as_of

    async def _continued(self, window: Window) -> tuple[Rows, bool]:
        """The page after the window's last object. A cursor continues after its object; if that was deleted meanwhile,
        the page starts with the second in which it was created."""
        if window.after is not None:
            try:
                return await self._page(window.after, (window.first, None))
            except (NotFound, Refused) as error:
                if not cursor_is_gone(error):
                    raise
        last = window.last if window.after is None or window.at is None else window.at
        return await self._page(None, (window.first, last if self._listed.windowed else None))

    async def _page(self, after: str | None, span: tuple[int | None, int | None]) -> tuple[Rows, bool]:
        try:
            return await one_page(self._context.gateway, self._request, after=after, span=span)
        except (NotAllowed, Refused) as error:
            unknown = isinstance(error, Refused) and "expand" not in f"{error.param} {error.message}"
            if "expand" not in self._request.params or unknown:
                raise
            # The expanded fields need a permission of their own, or an older server does not know them.
            plain = {name: value for name, value in self._request.params.items() if name != "expand"}
            self._request = replace(self._request, params=plain)
            return await self._page(after, span)


def _oldest(rows: Rows) -> int | None:
    """None if no object has a creation time."""
    return min((at for row in rows if (at := created_of(row)) is not None), default=None)
