"""`dev.py bench`: figures as ratios, each beside its measure in the same run, as a table and with `--json` a file."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from .figures import Figure, figure
from .journal_cost import journal_cost

HERE = Path(__file__).resolve().parent.parent.parent
RUNS, WIDTH = 5, 50
CASES, FIRST_SEED = 10_000, 100_000
MOST_MODULES = 285
"""Modules of the program, folders included, that a start may import before its window."""

_EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, lambda: (print("ready", flush=True), application.quit()))
application.exec()
"""
_WARM_DESK = """
import asyncio, gc, sys
gc.disable()
import billing_desk.desk
from pathlib import Path
import qasync
from billing_desk.app import App, Options
from billing_desk.starting import application
from tests.benchmarks.opening import vault_with
folder, key, account, database_key = sys.argv[1:]
qt = application()
async def main():
    app = App(qt, Options(), Path(folder), lambda: vault_with(account, key, database_key))
    app.start()
    await asyncio.wait_for(app.rows_on_screen(), 20)
    print("ready", flush=True)
    app.window.close()
    await app.ended
with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
    runner.run(main())
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--quick", action="store_true", help="without the account of a million invoices")
    parser.add_argument("--faults", action="store_true", help="only the campaign of 10,000 writes under troubles")
    chosen = parser.parse_args()
    if chosen.faults:
        return _campaign()
    from .charting import charting
    from .finance import finance
    from .metering import metering
    from .revenue import revenue_by_month
    from .reviewing import reviewing
    from .watching import watching
    from .whole_account import whole_account

    print(f"{'what':{WIDTH}}  {'ms':>8}  {'beside':>8}  {'ratio':>6}  {'aim':>6}  against", flush=True)
    figures = []
    for measured in (
        _starts,
        journal_cost,
        lambda: whole_account(million=not chosen.quick),
        revenue_by_month,
        finance,
        reviewing,
        metering,
        charting,
        watching,
        serving,
    ):
        for f in measured():
            figures.append(f)
            print(
                f"{f.what:{WIDTH}}  {f.value:8.0f}  {f.beside:8.0f}  {f.ratio:6.2f}  {f.aim:>6}  {f.against}",
                flush=True,
            )
    if chosen.json:
        chosen.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n", encoding="utf-8")
    return 0


def _campaign() -> int:
    """Ten thousand cases in as many processes as there are cores, then an import of usage that is killed again and
    again; 0 when nothing is wrong in any."""
    from .metering import killed_imports

    cores = os.cpu_count() or 1
    each = -(-CASES // cores)
    commands = [
        [sys.executable, "-m", "tests.campaign", "--cases", str(each), "--seed", str(FIRST_SEED + each * number)]
        for number in range(cores)
    ]
    running = [subprocess.Popen(command, env=_environment(), cwd=HERE) for command in commands]
    codes = [process.wait() for process in running]
    killed_imports()
    return max(codes)


def _starts() -> list[Figure]:
    return [start_to_rows(), *imports(), second_start(), sync_in_process()]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen"}


def _until_ready(command: list[str]) -> float:
    """Milliseconds from starting the process to its word."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        took = (time.perf_counter() - began) * 1_000
        rest = process.communicate(timeout=60)[1]
        assert said == "ready", rest
    return took


def _medians(first: Callable[[], float], second: Callable[[], float]) -> tuple[float, float]:
    """Taken in turns, so that a slow moment of the machine meets both."""
    pairs = [(first(), second()) for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def start_to_rows() -> Figure:
    """The program with a warm mirror on disk (250 customers, 2,000 invoices) beside an empty window."""
    from billing_desk.simulator.accounts.practice import DEMO_KEY, demo_simulator
    from billing_desk.simulator.http.loopback import LoopbackServer

    from .warm import warm

    server = LoopbackServer(demo_simulator())
    try:
        with tempfile.TemporaryDirectory() as folder:
            account, database_key = warm(Path(folder), server.url, DEMO_KEY)
            return start_of(Path(folder), DEMO_KEY, account, database_key, "start to usable rows, warm mirror")
    finally:
        server.stop()


def start_of(folder: Path, key: str, account: str, database_key: str, what: str) -> Figure:
    desk = [sys.executable, "-c", _WARM_DESK, str(folder), key, account, database_key]
    empty = [sys.executable, "-c", _EMPTY_WINDOW]
    _until_ready(desk)
    value, beside = _medians(lambda: _until_ready(desk), lambda: _until_ready(empty))
    return figure(what, value, beside, "an empty PySide6 window", "≤ 5")


def imports() -> list[Figure]:
    """What a start imports before its window: time beside importing Qt alone, and the budget of its own modules."""
    ours = "import gc; gc.disable(); import billing_desk.desk, billing_desk.app, billing_desk.starting, sys; "
    count = "print(sum(name.startswith('billing_desk') for name in sys.modules))"

    def timed(code: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], env=_environment(), cwd=HERE, check=True)
        return (time.perf_counter() - began) * 1_000

    value, beside = _medians(lambda: timed(ours), lambda: timed("import PySide6.QtWidgets, qasync"))
    said = subprocess.run(
        [sys.executable, "-c", ours + count], env=_environment(), cwd=HERE, capture_output=True, text=True, check=True
    )
    return [
        figure("imports of a start", value, beside, "importing Qt and qasync", "≤ 3"),
        figure("import budget: modules at the start", int(said.stdout), MOST_MODULES, "the budget", "≤ 1"),
    ]


def second_start() -> Figure:
    """`dev.py run --version` beside the program's own `--version`: what the script adds to every start."""
    script = [sys.executable, str(HERE / "dev.py"), "run", "--version"]
    direct = [sys.executable, "-m", "billing_desk", "--version"]

    def timed(command: list[str]) -> float:
        began = time.perf_counter()
        subprocess.run(command, env=_environment(), cwd=HERE, stdout=subprocess.DEVNULL, check=True)
        return (time.perf_counter() - began) * 1_000

    value, beside = _medians(lambda: timed(script), lambda: timed(direct))
    return figure(
        "a start by dev.py (aim: 300 ms more)", value, beside, "the program directly", f"+{value - beside:.0f}ms"
    )


def sync_in_process() -> Figure:
    """The practice account into an encrypted mirror, beside the SDK's own paging of the invoices alone into a list."""
    from .reading import desk_reads_all, sdk_reads_invoices

    value, beside = _medians(desk_reads_all, sdk_reads_invoices)
    return figure("read the whole practice account", value, beside, "the SDK paging its 2,000 invoices", "≤ 1")


def serving() -> list[Figure]:
    """The simulator beside localstripe, a client's parsing, and what it was asked to keep to."""
    from . import serving as measured

    small = measured.small_requests(6_000, 600)
    served, parsed = measured.page_beside_parsing()
    took, memory = measured.large_account()
    return [
        figure("simulator: 1,000 small reads", *small["read"], "localstripe", "≤ 0.33"),
        figure("simulator: 1,000 small writes", *small["write"], "localstripe", "≤ 0.33"),
        figure("simulator: 100 pages of 100 invoices", served, parsed, "a client's json.loads", "≤ 1"),
        figure("simulator: a year of 250 subscriptions", measured.a_year(), 10_000, "10 seconds", "≤ 1"),
        figure("simulator: an account of 100,000 customers", took, 60_000, "60 seconds", "≤ 1"),
        Figure("simulator: its memory (MiB)", memory, 3_072, "3 GiB", round(memory / 3_072, 2), "≤ 1"),
    ]


if __name__ == "__main__":
    sys.exit(main())
