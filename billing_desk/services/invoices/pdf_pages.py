"""The pages of a PDF as pictures, and where a text stands on them. Uses PDFium, which is not thread-safe: everything
runs on one thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from ...domain.errors import Unexpected

T = TypeVar("T")
MOST_PAGES, MOST_HITS = 50, 1_000
MOST_PIXELS, LONGEST_SIDE = 100_000_000, 16_000
"""Of all pages together, so that a hostile file cannot take all memory; and of one side of a page."""
POINTS = 72
"""Points of a PDF per inch."""


@dataclass(frozen=True)
class Picture:
    """Four bytes a pixel: blue, green, red, and one that is not used."""

    width: int
    height: int
    stride: int
    body: bytes


@dataclass(frozen=True)
class Hit:
    """Where a found text stands: page, and left, top, right, bottom as shares of the page."""

    page: int
    box: tuple[float, float, float, float]


EMPTY = Picture(1, 1, 4, b"\xff" * 4)


class PdfPages:
    def __init__(self) -> None:
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="pdf")
        self._document: Any = None
        self.count = self.total = 0
        self._closed = False

    async def open(self, body: bytes) -> None:
        """Raises Unexpected if it cannot be read as a PDF."""
        await self._on(lambda: self._open(body))

    def _open(self, body: bytes) -> None:
        import pypdfium2  # imported late: only the view of a PDF needs it

        self._document = None
        try:
            self._document = pypdfium2.PdfDocument(body)
            self.total = len(self._document)
            self.count = min(self.total, MOST_PAGES)
        except pypdfium2.PdfiumError as error:
            raise Unexpected(code="not_a_pdf") from error

    async def picture(self, page: int, scale: float) -> Picture:
        """`scale`: pixels per point; less for a large page. A page that cannot be read is empty."""
        return await self._on(lambda: self._picture(page, scale))

    def _picture(self, page: int, scale: float) -> Picture:
        import pypdfium2

        if self._closed:
            return EMPTY
        try:
            shown = self._document[page]
            width, height = (max(1.0, side) for side in shown.get_size())
            most = MOST_PIXELS / self.count
            fitting = min(scale, (most / (width * height)) ** 0.5, LONGEST_SIDE / max(width, height))
            bitmap = shown.render(scale=fitting, rev_byteorder=False, prefer_bgrx=True)
        except pypdfium2.PdfiumError:
            return EMPTY
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    async def find(self, text: str) -> list[Hit]:
        """In order of the pages, at most MOST_HITS; letters of either case are the same."""
        return await self._on(lambda: self._find(text))

    def _find(self, text: str) -> list[Hit]:
        import pypdfium2

        found: list[Hit] = []
        for number in range(self.count if text else 0):
            try:
                page = self._document[number]
                words = page.get_textpage()
            except pypdfium2.PdfiumError:
                continue
            width, height = (max(1.0, side) for side in page.get_size())
            search = words.search(text)
            while len(found) < MOST_HITS and not self._closed and (at := search.get_next()) is not None:
                for box in range(words.count_rects(*at)):
                    left, bottom, right, top = words.get_rect(box)
                    shares = (left / width, 1 - top / height, right / width, 1 - bottom / height)
                    found.append(Hit(number, shares))
        return found

    async def _on(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._lane, work)

    def close(self) -> None:
        """Ends after the page that is under way."""
        self._closed = True
        self._lane.submit(self._forget)
        self._lane.shutdown(wait=False)

    def _forget(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None
