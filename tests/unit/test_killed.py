"""kill -9 at any moment leaves a readable copy: what was kept together is there together."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from billing_desk.store.mirror import Mirror
from billing_desk.store.query import Query

from ..support import DATABASE_KEY

TIMES = 200
_WRITER = """
import asyncio, sys
from pathlib import Path
from billing_desk.store.mirror import Mirror
async def write():
    mirror = Mirror(Path(sys.argv[1]), sys.argv[2])
    kept = int(await mirror.progress("pages") or 0)
    print("open", flush=True)
    while True:
        kept += 1
        rows = [{"id": f"in_{kept}x{n}", "object": "invoice", "created": kept * 10 + n, "number": f"N{kept}-{n}",
                 "customer_name": "客", "currency": "jpy", "total": 1, "status": "open"} for n in range(10)]
        await mirror.put(rows, float(kept), {"pages": str(kept)})
        if kept % 7 == 0:
            await mirror.build_indexes("invoice")
asyncio.run(write())
"""


async def test_f2_killed_two_hundred_times(tmp_path: Path) -> None:
    path, chance, before = tmp_path / "mirror.db", random.Random(1), 0
    writer = _start(path)
    for number in range(TIMES):
        time.sleep(chance.random() * 0.02)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        if number % 10 == 0 or number == TIMES - 1:
            before = await _whole(path, before)
        if number < TIMES - 1:
            writer = _start(path)
    assert before > TIMES, "something was written"


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


def _start(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), DATABASE_KEY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n", process.communicate()[1]
    return process
