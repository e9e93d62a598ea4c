"""`python -m tests.campaign --cases N [--seed S] [--plant BUG]`: runs the cases, prints one line of JSON.

Each case runs in a process forked for it, which may be killed; another one resumes what it left. `--plant new_key`
gives every attempt a key of its own, `--plant late_journal` journals after sending: both must be found.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import stripe

from billing_desk.desk import Desk
from billing_desk.domain.errors import DeskError
from billing_desk.domain.writes.operation import Mode, Operation, OperationState
from billing_desk.domain.writes.references import resolved
from billing_desk.gateway import stripe_gateway
from billing_desk.gateway.route import Route
from billing_desk.gateway.version import API_VERSION
from billing_desk.services.writes.performer import Performer
from billing_desk.services.writes.step_executor import Unsettled
from billing_desk.store.durable import journal as journal_module

from ..stripe_side import NO_TLS, StripeSide
from ..support import RecordedCallbacks, plan
from .actions import ACTIONS
from .case import Case, case_of

KEY = "sk_test_practiceaccount"
ATTEMPT_SECONDS = 0.15
AN_ACCOUNT = 1_000
"""Cases that share an account. In one that has seen many thousands the event list alone takes longer than an attempt
may here."""
WRITTEN = ("begin", "attempt_started", "attempt_ended", "step_done", "close")


@contextmanager
def served() -> Iterator[str]:
    command = [sys.executable, "-m", "billing_desk.simulator", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[1]
        finally:
            process.terminate()


def _kill_at(boundary: int) -> None:
    """Let the process be killed when the journal has been written so often, before or after it."""
    passed = [0]

    def killing(original: Any) -> Any:
        async def run(self: Any, *arguments: Any, **named: Any) -> Any:
            _pass()
            result = await original(self, *arguments, **named)
            _pass()
            return result

        return run

    def _pass() -> None:
        if passed[0] == boundary:
            os.kill(os.getpid(), signal.SIGKILL)
        passed[0] += 1

    for name in WRITTEN:
        setattr(journal_module.Journal, name, killing(getattr(journal_module.Journal, name)))


def _plant(bug: str) -> None:
    gateway: Any = stripe_gateway.StripeGateway
    performer: Any = Performer
    attempt = gateway._attempt
    if bug == "new_key":

        async def fresh(self: Any, request: Any, key: str | None, number: int) -> Any:
            return await attempt(self, request, f"{key}-{uuid.uuid4().hex}" if key and number > 1 else key, number)

        gateway._attempt = fresh
    elif bug == "late_journal":

        async def late(self: Any, operation: Operation) -> dict[str, Any]:
            results: list[dict[str, Any]] = []
            for step in operation.steps:
                reply = await self._executor._gateway.send(resolved(step.request, results), key=step.key)
                results.append(reply.data)
            await self._journal.begin(operation, API_VERSION, self._executor.now())
            for position, result in enumerate(results):
                await self._journal.step_done(operation.id, position, result)
            await self._settlement.settle(operation, OperationState.DONE)
            return results[-1]

        performer._perform = late


def _in_child(work: Callable[[], Coroutine[Any, Any, None]]) -> int:
    """The exit code of a process forked for this; negative: the signal that killed it."""
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(work())
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(3)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Campaign:
    def __init__(self, address: str, folder: Path, bug: str) -> None:
        self._address, self._folder, self._bug = address, folder, bug
        self._stripe = StripeSide(address, KEY)
        _in_child(self._make_empty)

    async def _make_empty(self) -> None:
        """The files of a desk before its first write; each case begins with a copy of them."""
        await Desk(
            plan(Route(address=self._address), self._folder / "empty", key=KEY), RecordedCallbacks().callbacks()
        ).close()

    def _desk(self, case: Case) -> Desk:
        stripe_gateway.delay = lambda *_: 0.0
        route = Route(address=self._address)
        return Desk(
            plan(route, self._folder / str(case.seed), key=KEY, mode=Mode.TEST), RecordedCallbacks().callbacks()
        )

    async def _control(self, action: str, **values: Any) -> None:
        async with httpx.AsyncClient(base_url=self._address, verify=NO_TLS) as client:
            (await client.post(f"/_control/{action}", json=values)).raise_for_status()

    async def _begin(self, case: Case, made: dict[str, Any]) -> None:
        desk = self._desk(case)
        operation = await ACTIONS[case.action].plan(desk, made)
        stripe_gateway.TOTAL_TIMEOUT = ATTEMPT_SECONDS  # for the write; what is read before it is not what is tried
        for fault in case.faults:
            await self._control("fault", **fault)
        if case.lose_reads:
            await self._control("fault", pattern="GET /v1", kind="drop_before", times=40)
        if case.kill is not None:
            _kill_at(case.kill)
        if self._bug:
            _plant(self._bug)
        try:
            await desk.services.performer.perform(operation)
        except (DeskError, Unsettled):
            pass
        os._exit(0)  # as a power cut would: nothing is closed

    async def _resume(self, case: Case) -> None:
        """Everything that was left open, until it is settled; then what the journal says goes to a file."""
        desk = self._desk(case)
        stripe_gateway.TOTAL_TIMEOUT = ATTEMPT_SECONDS
        if self._bug:
            _plant(self._bug)
        for _ in range(3):
            for entry in await desk.services.log.unfinished():
                try:
                    await desk.services.performer.resume(entry)
                except (DeskError, Unsettled):
                    pass
        entries = await desk.services.log.newest()
        broken = await desk.services.audit.first_broken()
        found = {"states": [str(entry.state) for entry in entries], "broken": str(broken) if broken else None}
        (self._folder / f"{case.seed}.json").write_text(json.dumps(found))
        os._exit(0)

    def run(self, case: Case) -> str | None:
        """What is wrong at its end; None where everything is as it must be."""
        made = asyncio.run(ACTIONS[case.action].prepare(self._stripe, f"case{case.seed}"))
        shutil.copytree(self._folder / "empty", self._folder / str(case.seed))
        ended = _in_child(lambda: self._begin(case, made))
        asyncio.run(self._control("clear"))
        if ended not in (0, -signal.SIGKILL):
            return f"the write ended with {ended}"
        if code := _in_child(lambda: self._resume(case)):
            return f"the resumption ended with {code}"
        shutil.rmtree(self._folder / str(case.seed))
        found = json.loads((self._folder / f"{case.seed}.json").read_text())
        if found["broken"]:
            return f"the audit log: {found['broken']}"
        return self._judge(case, made, found["states"])

    def _judge(self, case: Case, made: dict[str, Any], states: list[str]) -> str | None:
        try:
            effects = asyncio.run(ACTIONS[case.action].effects(self._stripe, made))
        except AssertionError as error:
            return str(error)
        if any(OperationState(state).is_open for state in states):
            return f"left open: {states}"
        wanted = 1 if states == [str(OperationState.DONE)] else 0
        if effects != wanted:
            return f"{effects} effects, the journal says {states}"
        return None


def _load_before_there_are_children() -> None:
    """Every case forks two of them: what is loaded here is loaded once, and not looked through by their collectors."""
    for name in ("sdk", "translate"):
        importlib.import_module(f"billing_desk.gateway.{name}")
    client: Any = stripe.StripeClient  # the SDK imports its parts when they are asked for
    client("sk_test_none", http_client=stripe.HTTPXClient(allow_sync_methods=True)).v1  # noqa: B018
    gc.collect()
    gc.freeze()


def main() -> int:
    parser = argparse.ArgumentParser(prog="campaign")
    parser.add_argument("--cases", type=int, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plant", choices=("", "new_key", "late_journal"), default="")
    parser.add_argument("--stop-at", type=int, default=0, help="stop after so many wrong ones")
    chosen = parser.parse_args()
    _load_before_there_are_children()

    wrong: list[dict[str, Any]] = []
    counts: Counter[str] = Counter()
    killed = 0
    for first in range(chosen.seed, chosen.seed + chosen.cases, AN_ACCOUNT):
        cases = [case_of(seed) for seed in range(first, min(first + AN_ACCOUNT, chosen.seed + chosen.cases))]
        with served() as address, tempfile.TemporaryDirectory() as name:
            campaign = Campaign(address, Path(name), chosen.plant)
            for case in cases:
                counts[case.action] += 1
                killed += case.kill is not None
                if (why := campaign.run(case)) is not None:
                    wrong.append({**case.to_json(), "why": why})
                    if chosen.stop_at and len(wrong) >= chosen.stop_at:
                        break
        if chosen.stop_at and len(wrong) >= chosen.stop_at:
            break
    found = {"cases": sum(counts.values()), "killed": killed, "actions": counts}
    print(json.dumps({**found, "wrong": len(wrong), "which": wrong[:20]}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
