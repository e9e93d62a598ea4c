"""`billing-desk usage import FILE`: the import of usage without a window, for a nightly job (E10).

Exit codes: 0 everything was sent (or, with --dry-run, would be); 1 rows were refused; 2 wrong arguments; 3 nothing
could be done; 4 it stopped before the end, and the same command continues it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from enum import IntEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_data_path

from ..desk import Desk
from ..domain.errors import DeskError
from ..domain.usage.event import Meter
from ..domain.usage.record import Source
from ..domain.usage.rows import By, ImportMap, Numbers
from ..services.tasks import Tasks
from ..services.usage.imports.bad_file import BadFile
from ..services.usage.imports.running import ImportRun
from ..services.usage.imports.runs import DryRun, UsageImports, Way, way_of
from ..services.usage.imports.table_file import FileKind, TableFile, opened
from ..vault import Vault, open_vault
from .headless import CannotOpen, opened_desk, said

COLUMNS = ("customer", "value", "time", "identifier")
TELL_EVERY = 5.0
"""Seconds between two lines of progress."""


class Exit(IntEnum):
    DONE = 0
    REFUSED = 1
    ARGUMENTS = 2
    NOTHING = 3
    STOPPED = 4


def main(arguments: Sequence[str], make_vault: Callable[[], Awaitable[Vault]] = open_vault) -> int:
    """Prints a report in JSON on standard output, and everything else on standard error."""
    chosen = _parser().parse_args(arguments)
    wanted = _columns(chosen.map)
    if isinstance(wanted, str):
        print(wanted, file=sys.stderr)
        return Exit.ARGUMENTS
    if len(chosen.separator) > 1:
        print("--separator is one character.", file=sys.stderr)
        return Exit.ARGUMENTS
    if "time" in wanted and not chosen.zone:
        print("--zone is needed for the time column, such as UTC or Asia/Tokyo.", file=sys.stderr)
        return Exit.ARGUMENTS
    try:
        return asyncio.run(_Command(chosen, wanted).run(make_vault))
    except (CannotOpen, _Wrong) as error:
        print(error, file=sys.stderr)
        return Exit.NOTHING if isinstance(error, CannotOpen) else Exit.ARGUMENTS
    except DeskError as error:
        print(said(error), file=sys.stderr)
    except Exception as error:  # exit code 1 would say that rows were refused
        if not isinstance(error, BadFile):
            print(f"stopped by {type(error).__name__}", file=sys.stderr)
            return Exit.NOTHING
        where = f" at line {error.line}" if error.line else ""
        print(f"{chosen.file} cannot be read: {error.code}{where} {error.message}".rstrip(), file=sys.stderr)
    return Exit.NOTHING


class _Wrong(Exception):
    """Arguments that do not fit the file or the account."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="billing-desk usage import", description="Import usage without a window.")
    parser.add_argument("file", type=Path, help="CSV, TSV, XLSX, or JSON Lines")
    parser.add_argument(
        "--map",
        required=True,
        metavar="customer=COLUMN,…",
        help="columns by name or number for customer, and where there are any for value, time, and identifier",
    )
    parser.add_argument("--meter", default="", help="event name or id; not needed if there is one meter only")
    parser.add_argument("--by", default="id", help="what identifies the customer: id, email, or metadata:KEY")
    parser.add_argument("--zone", default="", type=_zone, help="time zone of times without an offset")
    parser.add_argument("--numbers", choices=[str(each) for each in Numbers], default=str(Numbers.PLAIN))
    parser.add_argument("--encoding", default="", help="if it is not detected correctly")
    parser.add_argument("--separator", default="", help="if it is not detected correctly")
    parser.add_argument("--no-titles", action="store_true", help="the first row contains no column names")
    parser.add_argument("--way", choices=[str(each) for each in Way], default="", help="one request an event, or 100")
    parser.add_argument("--skip-refused", action="store_true", help="send the good rows although others are refused")
    parser.add_argument("--dry-run", action="store_true", help="check everything and send nothing")
    parser.add_argument("--account", default="", metavar="acct_…")
    parser.add_argument("--live", default="", metavar="NAME", help="live mode, with the account's name")
    parser.add_argument("--reason", default="", help="for the audit log")
    parser.add_argument("--ticket", default="", help="for the audit log")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR", help="folder for settings and local files")
    return parser


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise argparse.ArgumentTypeError(f"no time zone: {text}") from None
    return text


def _columns(text: str) -> dict[str, str] | str:
    """Column by what it holds, or what is wrong."""
    found: dict[str, str] = {}
    for part in text.split(","):
        name, _, column = part.partition("=")
        if name.strip() not in COLUMNS or not column.strip() or name.strip() in found:
            return f"--map: {part!r} is not one of {', '.join(COLUMNS)} with a column, or is given twice."
        found[name.strip()] = column.strip()
    return found if "customer" in found else "--map needs a column for the customer."


class _Command:
    def __init__(self, chosen: argparse.Namespace, columns: dict[str, str]) -> None:
        self._chosen, self._columns = chosen, columns

    async def run(self, make_vault: Callable[[], Awaitable[Vault]]) -> int:
        chosen = self._chosen
        file = await asyncio.get_running_loop().run_in_executor(None, self._file)
        mapped = self._map(file)
        folder = chosen.data or Path(user_data_path("billing-desk", appauthor=False))
        async with opened_desk(folder, chosen.account, chosen.live, make_vault) as desk:
            imports = desk.services.rooms.usage.imports
            meter = _meter(await imports.meters(), chosen.meter)
            begun = await imports.unfinished(file, mapped, meter)
            if begun is not None and not chosen.dry_run:
                return await self._send(desk, imports, begun, {"continued": True})
            return await self._import(desk, imports, file, mapped, meter)

    def _file(self) -> TableFile:
        chosen, file = self._chosen, opened(self._chosen.file)
        changes = {name: getattr(chosen, name) for name in ("encoding", "separator") if getattr(chosen, name)}
        return file.changed(titles=not chosen.no_titles or file.kind is FileKind.JSON, **changes)

    def _map(self, file: TableFile) -> ImportMap:
        names = file.names()
        places = {what: _place(column, names) for what, column in self._columns.items()}
        by, _, key = self._chosen.by.partition(":")
        if by not in frozenset(By) or (by == By.METADATA) != bool(key):
            raise _Wrong("--by is id, email, or metadata:KEY.")
        return ImportMap(
            places["customer"],
            places.get("value"),
            places.get("time"),
            places.get("identifier"),
            self._chosen.zone or "UTC",
            By(by),
            key,
            Numbers(self._chosen.numbers),
        )

    async def _import(self, desk: Desk, imports: UsageImports, file: TableFile, mapped: ImportMap, meter: Meter) -> int:
        chosen = self._chosen
        dry = await imports.check(file, mapped, meter)
        report = _of_check(dry)
        bad = dry.checked.rows - dry.count
        if chosen.dry_run or not dry.count or (bad and not chosen.skip_refused):
            await imports.forget(dry)
            return _ended(desk, report, Exit.REFUSED if bad else Exit.DONE)
        way = Way(chosen.way) if chosen.way else way_of(dry.count)
        source = await imports.begin(dry, way, chosen.reason, chosen.ticket)
        return await self._send(desk, imports, source, report)

    async def _send(self, desk: Desk, imports: UsageImports, source: Source, report: dict[str, Any]) -> int:
        run = await imports.start(source)
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # Windows ends the process instead; the same command continues it
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, run.stop)
        telling = Tasks(_unexpected)
        telling.start(_tell(run))
        try:
            await imports.send(run)
        finally:
            telling.cancel()
        failed = sum(run.failed.values())
        report |= {
            "import": source.id,
            "way": source.way,
            "sent": run.done - failed,
            "failed": dict(run.failed),
            "left": run.total - run.done,
            "stopped": None if run.halt is None else str(run.halt),
            "error": said(run.cause) if run.cause is not None else None,
        }
        if run.halt is not None:
            return _ended(desk, report, Exit.STOPPED)
        return _ended(desk, report, Exit.REFUSED if failed or report.get("refused") else Exit.DONE)


def _place(column: str, names: Sequence[str]) -> int:
    """A column by its name, or its number counted from 1."""
    if column in names:
        return list(names).index(column)
    if column.isdecimal() and 1 <= int(column) <= len(names):
        return int(column) - 1
    raise _Wrong(f"The file has no column {column}; it has: {', '.join(names)}.")


def _meter(meters: Sequence[Meter], wanted: str) -> Meter:
    found = [meter for meter in meters if wanted in ("", meter.id, meter.event_name)]
    if len(found) != 1:
        raise _Wrong(f"Choose --meter from: {', '.join(meter.event_name for meter in meters) or 'none is active'}.")
    return found[0]


def _of_check(dry: DryRun) -> dict[str, Any]:
    effect = dry.effect
    return {
        "file": str(dry.file.path),
        "encoding": dry.file.encoding,
        "separator": dry.file.separator,
        "meter": dry.meter.event_name,
        "rows": dry.checked.rows,
        "good": dry.count,
        "refused": {**{str(code): count for code, count in dry.checked.faults.items()}, **dry.doubles},
        "refused_rows": [{"line": bad.line, "reason": str(bad.fault)} for bad in dry.checked.bad],
        "customers": len(dry.sums),
        "sum": sum(dry.sums.values()),
        "bill": None
        if effect is None
        else {
            "added": dict(effect.added),
            "customers": effect.customers,
            "unknown": effect.unknown,
            "not_included": effect.beyond,
            "not_billed": effect.unbilled,
            "before_the_period": effect.over,
        },
    }


def _ended(desk: Desk, report: dict[str, Any], code: Exit) -> int:
    place = {"account": desk.plan.account_id, "mode": str(desk.plan.mode), "exit": int(code)}
    print(json.dumps({**place, **report}, ensure_ascii=False, indent=1))
    return code


def _unexpected(error: BaseException) -> None:
    raise error


async def _tell(run: ImportRun) -> None:
    while True:
        await asyncio.sleep(TELL_EVERY)
        print(f"{run.done} of {run.total}, {round(run.rate)} a second", file=sys.stderr)
