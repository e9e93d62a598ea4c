"""Usage imported by the command: checked, sent exactly once, continued after kill -9, never to another account."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from billing_desk.commands.usage_import import Exit
from billing_desk.domain.writes.operation import Mode
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault, Kind

from ..importing import FileVault, add_account, run
from ..stripe_side import StripeSide
from ..support import LIVE_KEY, TEST_KEY, empty_simulator, on_loopback

EVENTS, STREAM = "/v1/billing/meter_events", "/v2/billing/meter_event_stream"
MAP = "customer=customer,value=value,time=time,identifier=identifier"
CUSTOMERS = 20
KINDS: tuple[Kind, ...] = ("drop_before", "drop_after", "status")


class Place:
    """An account with a meter that bills some customers, and the folder of the program."""

    def __init__(self, simulator: Simulator, address: str, folder: Path, key: str = TEST_KEY) -> None:
        self.simulator, self.address, self.folder = simulator, address, folder / "desk"
        self.stripe, self.key = StripeSide(address, key), key
        self.meter, self.customers = "", list[str]()

    async def fill(self, customers: int) -> None:
        self.meter = str(
            (
                await self.stripe.call(
                    "post",
                    "/v1/billing/meters",
                    **{"default_aggregation[formula]": "sum", "display_name": "API calls", "event_name": "api_calls"},
                )
            )["id"]
        )
        recurring = {"recurring[interval]": "month", "recurring[usage_type]": "metered", "recurring[meter]": self.meter}
        named = {"product_data[name]": "API", "unit_amount": "2", "currency": "jpy"}
        price = await self.stripe.call("post", "/v1/prices", **named, **recurring)
        for number in range(customers):
            customer = await self.stripe.customer(name=f"Customer {number}", email=f"c{number}@example.jp")
            await self.stripe.call("post", "/v1/subscriptions", customer=customer, **{"items[0][price]": price["id"]})
            self.customers.append(customer)
        await add_account(self.folder, FileVault(self.folder), self.key, Mode.TEST, self.address)

    @property
    def now(self) -> int:
        return int(self.simulator.states()[0].now())

    def file(self, count: int) -> tuple[Path, Counter[str]]:
        """A file of good rows, and what they add up to by customer."""
        wanted, rows = Counter[str](), ["customer,value,time,identifier"]
        for number in range(count):
            customer, value = self.customers[number % len(self.customers)], number % 97
            wanted[customer] += value
            rows.append(f"{customer},{value},{self.now - number % 3_600},row-{number}")
        path = self.folder.parent / "usage.csv"
        path.write_text("\n".join(rows), encoding="utf-8")
        return path, wanted

    async def totals(self) -> Counter[str]:
        found = Counter[str]()
        for customer in self.customers:
            span = {"customer": customer, "start_time": "1700000040", "end_time": "1999999980"}
            rows = await self.stripe.call("get", f"/v1/billing/meters/{self.meter}/event_summaries", **span)
            found[customer] = int(sum(row["aggregated_value"] for row in rows["data"]))
        return found

    def sent(self) -> int:
        return sum(path in (EVENTS, STREAM) for _, path, _ in self.simulator.requests)

    def command(self, *arguments: str) -> int:
        """In this process; the report is on standard output."""
        return run(self.folder, [*arguments, "--zone", "UTC"])


@pytest.fixture
def place(tmp_path: Path) -> Any:
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        made = Place(simulator, route.address or "", tmp_path)
        yield made
    (made.folder / "keyring.json").unlink(missing_ok=True)


async def test_killed_again_and_again_every_row_is_sent_once(place: Place) -> None:
    """E6, E10: 5 % of the requests in trouble, and kill -9 every second or two. `dev.py bench --faults` does it with
    100,000 rows."""
    assert await killed(place, 20_000, 70) >= 2


async def killed(place: Place, rows: int, most: int) -> int:
    """Import `rows` rows, with troubles, in processes that are killed after at most `most` more requests until one
    comes to the end. Returns how often that was, having compared the totals."""
    await place.fill(CUSTOMERS)
    path, wanted = place.file(rows)
    for kind in KINDS:
        place.simulator.faults.add(Fault(f"POST {STREAM}", kind, times=None, chance=0.017))
    chance, kills, code = random.Random(1), 0, None
    command = ["-m", "tests.importing", str(place.folder), str(path), "--map", MAP, "--zone", "UTC", "--way", "stream"]
    while code is None:
        child = await asyncio.create_subprocess_exec(
            sys.executable, *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        asked, limit = place.sent(), most // 2 + chance.randrange(most)
        ended = asyncio.ensure_future(child.communicate())
        # Killed in the middle: after some more requests, whatever the machine's speed.
        while not ended.done() and place.sent() - asked < limit:
            await asyncio.sleep(0.01)
        if not ended.done():
            os.kill(child.pid, signal.SIGKILL)
            kills += 1
        out, err = await ended
        # Three troubles for one request end it too; the same command continues.
        code = child.returncode if child.returncode not in (-signal.SIGKILL, Exit.STOPPED) else None
    assert code == Exit.DONE, err.decode()
    assert json.loads(out)["continued"] is True
    assert await place.totals() == wanted
    return kills


def test_a_dry_run_sends_nothing_and_reports_everything(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """E10: the report names what is refused by line and reason, and what the bill grows by."""
    asyncio.run(place.fill(2))
    path, wanted = place.file(40)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\ncus_nobody,1,{place.now},x\n{place.customers[0]},1.5,{place.now},y\n")
    assert place.command(str(path), "--map", MAP, "--dry-run") == Exit.REFUSED
    report = json.loads(capsys.readouterr().out)
    assert (report["rows"], report["good"], report["sum"]) == (42, 40, wanted.total())
    assert report["refused_rows"] == [
        {"line": 42, "reason": "unknown_customer"},
        {"line": 43, "reason": "ambiguous_number"},
    ]
    assert (report["account"], report["mode"]) == (account_of(place), "test")
    assert report["bill"]["customers"] == 2
    assert place.sent() == 0
    assert place.command(str(path), "--map", MAP) == Exit.REFUSED, "nothing without --skip-refused"
    assert place.sent() == 0
    capsys.readouterr()
    assert place.command(str(path), "--map", MAP, "--skip-refused") == Exit.REFUSED
    assert json.loads(capsys.readouterr().out)["sent"] == 40
    assert asyncio.run(place.totals()) == wanted
    assert place.command(str(path), "--map", MAP, "--skip-refused") == Exit.REFUSED
    assert json.loads(capsys.readouterr().out)["refused"]["sent_before"] == 40
    assert asyncio.run(place.totals()) == wanted


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--map", "value=value"], Exit.ARGUMENTS, "needs a column for the customer"),
        (["--map", "customer=customer,when=time"], Exit.ARGUMENTS, "is not one of"),
        (["--map", "customer=nobody"], Exit.ARGUMENTS, "The file has no column nobody"),
        (["--map", MAP, "--meter", "storage"], Exit.ARGUMENTS, "Choose --meter from: api_calls"),
        (["--map", MAP, "--account", "acct_other"], Exit.NOTHING, "There is no account acct_other here"),
        (["--map", MAP, "--live", "Acme KK"], Exit.NOTHING, "KeyringTrouble"),
        (["--map", MAP, "--encoding", "utf-16"], Exit.NOTHING, "cannot be read"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(
    place: Place, capsys: pytest.CaptureFixture[str], arguments: list[str], code: Exit, says: str
) -> None:
    """F1, E10: nothing is sent, to another account and in live mode least of all."""
    asyncio.run(place.fill(1))
    path, _ = place.file(3)
    assert place.command(str(path), *arguments) == code
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""
    assert "Traceback" not in said.err
    assert place.sent() == 0


def test_live_mode_takes_the_account_by_name(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """F1: the name that the window shows; another one arms nothing."""
    asyncio.run(place.fill(1))
    path, _ = place.file(3)
    asyncio.run(FileVault(place.folder).put(f"live key {account_of(place)}", LIVE_KEY))
    assert place.command(str(path), "--map", MAP, "--live", "Other KK") == Exit.NOTHING
    assert "--live takes the account's name" in capsys.readouterr().err
    assert place.sent() == 0


def test_without_a_network_it_stops_and_the_same_command_continues(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """F2, E10."""
    asyncio.run(place.fill(2))
    path, wanted = place.file(400)
    fault = place.simulator.faults.add(Fault(f"POST {STREAM}", "network_gone", times=None))
    assert place.command(str(path), "--map", MAP, "--way", "stream") == Exit.STOPPED
    report = json.loads(capsys.readouterr().out)
    assert (report["stopped"], report["left"]) == ("offline", 400)
    fault.over = True
    place.simulator.faults.clear()
    assert place.command(str(path), "--map", MAP) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["continued"] is True
    assert asyncio.run(place.totals()) == wanted


def account_of(place: Place) -> str:
    return str(json.loads((place.folder / "settings.json").read_text())["accounts"][0]["id"])
