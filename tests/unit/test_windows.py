"""Whatever is read in which order, interrupted where it may be: no object of a list is left out."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.services.sync.windows import EARLIEST, Window, Windows

NOW = 1_795_186_800
PAGE = 5
Times = list[int]


class _Worker:
    """Reads like the filling does: a page is read, then kept; between the two the program may end."""

    def __init__(self, windows: Windows, window: Window, times: Times) -> None:
        self.windows, self.window = windows, window
        self._rest = [n for n in range(len(times)) if self._fits(times[n])]
        self._times = times

    def _fits(self, at: int) -> bool:
        first, last = self.window.first, self.window.last
        return (first is None or at >= first) and (last is None or at <= last)

    def step(self, kept: set[int], split: bool) -> tuple[bool, str]:
        """Whether there is more, and what a program that ends now would go on from."""
        # A cursor goes on below; what has been given away meanwhile is not asked for.
        fits = [n for n in self._rest if self.window.first is None or self._times[n] >= self.window.first]
        page, self._rest = fits[:PAGE], fits[PAGE:]
        more = bool(self._rest)
        oldest = min((self._times[n] for n in page), default=None)
        if more:
            self.window.read(oldest, str(page[-1]))
            if split:
                self.windows.split(self.window)
            left = self.windows.to_json(self.window, oldest)
            kept.update(page)
            self.windows.kept(self.window, oldest, len(page))
        else:
            left = self.windows.to_json(self.window)
            kept.update(page)
            self.windows.finished(self.window, len(page))
        return more, left


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(EARLIEST, NOW), max_size=120),
    st.integers(0, 2**32),
    st.integers(1, 6),
    st.booleans(),
)
def test_every_object_is_read(times: Times, seed: int, workers: int, crowded: bool) -> None:
    chance = random.Random(seed)
    if crowded:
        times = [NOW - at % 7 for at in times]  # many objects in the same second
    times = sorted(times, reverse=True)
    kept: set[int] = set()
    windows, busy, left = Windows(), list[_Worker](), None
    while not windows.done:
        if chance.random() < 0.05:
            windows, busy = Windows(left), []  # the program ended and begins again
        while len(busy) < workers and (window := windows.take()) is not None:
            busy.append(_Worker(windows, window, times))
        worker = chance.choice(busy)
        more, left = worker.step(kept, split=len(busy) < workers or chance.random() < 0.3)
        if not more:
            busy.remove(worker)
    assert kept == set(range(len(times)))
    assert windows.share_left() == 0.0
    assert Windows(windows.to_json()).done


def test_the_newest_stretch_comes_first_and_an_empty_one_tells_where_the_list_ends() -> None:
    windows = Windows()
    newest = windows.take()
    assert newest is not None
    newest.read(NOW, "x")
    assert windows.split(newest)
    windows.kept(newest, NOW, PAGE)
    assert windows.share_left() is None, "nobody knows yet how far back the list goes"
    older = windows.take()
    assert older is not None
    assert older.last == (NOW + EARLIEST) // 2
    windows.finished(older, 0)
    assert windows.floor == older.last
    left = windows.share_left()
    assert left is not None
    assert 0.9 < left <= 1.0
    assert windows.take() is None
    again = Windows(windows.to_json())
    assert again.share_left() == left, "a program that goes on can tell at once how much is left"


def test_a_stretch_too_short_is_not_halved() -> None:
    windows = Windows('{"spans": [[100, 102]], "floor": 100, "newest": 102}')
    window = windows.take()
    assert window is not None
    assert not windows.split(window), "nothing was read of it yet"
    window.read(102, "x")
    assert not windows.split(window)
