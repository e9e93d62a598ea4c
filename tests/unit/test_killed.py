"""kill -9 at any moment leaves a readable copy: what was kept together is there together."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from billing_desk.domain.list_query import Query
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY

TIMES = 200
_LAUNCHER = """
import asyncio, os, sys
from pathlib import Path
from billing_desk.store.mirror.mirror import Mirror
def say(line):
    os.write(1, f"{line}\\n".encode())  # One call, so that a line is there whole or not at all, buffered or not.
async def write():
    mirror = Mirror(Path(sys.argv[1]), sys.argv[2])
    kept = int(await mirror.progress("pages") or 0)
    say("open")
    while True:
        kept += 1
        rows = [{"id": f"in_{kept}x{n}", "object": "invoice", "created": kept * 10 + n, "number": f"N{kept}-{n}",
                 "customer_name": "客", "currency": "jpy", "total": 1, "status": "open"} for n in range(10)]
        await mirror.put(rows, float(kept), {"pages": str(kept)})
        say("page")
        if kept % 7 == 0:
            await mirror.build_indexes("invoice")
for _ in sys.stdin:
    writer = os.fork()
    if not writer:
        asyncio.run(write())
    say(writer)
    say(f"ended by {os.WTERMSIG(os.waitpid(writer, 0)[1])}")
"""
"""Forks a writer for each line it is given: a whole new interpreter for each would cost ten times as much."""


async def test_killed_two_hundred_times(tmp_path: Path) -> None:
    """F2."""
    path, chance, before = tmp_path / "mirror.db", random.Random(1), 0
    command = [sys.executable, "-c", _LAUNCHER, str(path), DATABASE_KEY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as launcher:
        assert launcher.stdin is not None
        assert launcher.stdout is not None
        for number in range(TIMES):
            launcher.stdin.write("one more\n")
            launcher.stdin.flush()
            said: list[str] = []
            # Every other one has written a page before it is killed, however slow the machine is.
            while not {"open", *(("page",) if number % 2 else ())} <= set(said) or not _numbers(said):
                said.append(launcher.stdout.readline().strip())
            time.sleep(chance.random() * 0.02)
            os.kill(_numbers(said)[0], signal.SIGKILL)
            while (line := launcher.stdout.readline().strip()) == "page":
                pass
            assert line == f"ended by {signal.SIGKILL.value}"
            if number % 10 == 0 or number == TIMES - 1:
                before = await _whole(path, before)
    assert before >= TIMES // 2, "something was written"


def _numbers(said: list[str]) -> list[int]:
    """The process id, once the launcher has said it."""
    return [int(line) for line in said if line.isdigit()]


async def _whole(path: Path, before: int) -> int:
    """Every page is there whole or not at all, and none that was there is gone."""
    mirror = Mirror(path, DATABASE_KEY)
    try:
        assert await mirror.query("PRAGMA quick_check") == [("ok",)]
        pages = int(await mirror.progress("pages") or 0)
        assert pages >= before
        assert await mirror.count("invoice") == pages * 10
        if pages:
            assert len(await mirror.ids(Query("invoice"))) == pages * 10
            assert await mirror.get("invoice", f"in_{pages}x9") is not None
            assert [hit.id for hit in await mirror.find(f"N{pages}-9")] == [f"in_{pages}x9"]
        return pages
    finally:
        mirror.close()
