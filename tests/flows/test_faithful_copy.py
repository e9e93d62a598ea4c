"""F2: whatever goes wrong on the way, the copy ends equal to the account."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.list_query import Query
from billing_desk.domain.writes.operation import Mode
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault
from billing_desk.simulator.state.state import State

from ..stripe_side import StripeSide
from ..support import LIVE_KEY, TEST_KEY, RecordedCallbacks, empty_simulator, in_process, until, with_desk

Json = dict[str, Any]
LISTS = {
    "customer": "/v1/customers",
    "subscription": "/v1/subscriptions",
    "product": "/v1/products",
    "price": "/v1/prices",
    "meter": "/v1/billing/meters",
    "invoice": "/v1/invoices",
}
EXTRA: dict[str, Json] = {
    "subscription": {"status": "all"},
    "price": {"expand[0]": "data.currency_options", "expand[1]": "data.tiers"},
}
FAULTS = ("drop_before", "drop_after", "status", "not_json", "network_gone", "delay")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The waits of a day in the time of a test."""
    monkeypatch.setattr("billing_desk.services.sync.sync.POLL_SECONDS", 0.05)
    monkeypatch.setattr("billing_desk.services.sync.sync.Sync._trouble", _short)
    monkeypatch.setattr("billing_desk.gateway.stripe_gateway.delay", lambda *_: 0.01)
    monkeypatch.setattr("billing_desk.services.sync.backfill.SLOW", 0.0)


def _short(self: Any, error: BaseException) -> float:
    self._failures += 1
    self._context.say(phase=Phase.OFFLINE)
    return 0.05


async def everything(stripe: StripeSide) -> dict[str, Json]:
    """What the account holds, read with nothing of the program: (kind, id) → JSON, cards by customer too."""
    found: dict[str, Json] = {}
    for kind, path in LISTS.items():
        after: Json = {}
        more = True
        while more:
            extra = EXTRA.get(kind, {})
            page = await stripe.call("get", path, limit=100, **extra, **after)
            found |= {f"{kind} {row['id']}": row for row in page["data"]}
            more = page["has_more"]
            after = {"starting_after": page["data"][-1]["id"]} if more else {}
    for row in found.values():
        for cut in [held for held in (row.get("lines"), row.get("items")) if held and held["has_more"]]:
            path, _, owner = cut["url"].partition("?")
            rest = await stripe.call("get", path, limit=100, **dict([owner.split("=")] if owner else []))
            cut.update(data=rest["data"], has_more=rest["has_more"])
    for key in [key for key in found if key.startswith("customer ")]:
        page = await stripe.call("get", f"/v1/customers/{key.split()[1]}/payment_methods", limit=100)
        found |= {f"card {row['id']}": row for row in page["data"]}
    return found


async def copied(desk: Desk) -> dict[str, Json]:
    reading, found = desk.services.queries, dict[str, Json]()
    for kind in (*LISTS, "card"):
        for id_ in await reading.ids(Query(kind)):
            row = await reading.get(kind, id_) or {}
            row.pop("payments", None)  # comes along for the copy only
            for item in (row.get("items") or {}).get("data", ()):  # the same as in the price itself
                item["price"] = {
                    name: v for name, v in item["price"].items() if name not in ("tiers", "currency_options")
                }
            found[f"{kind} {id_}"] = row
    return found


async def until_equal(desk: Desk, stripe: StripeSide, seconds: float = 20) -> None:
    different: list[str] = []
    for _ in range(int(seconds * 10)):
        wanted, held = await everything(stripe), await copied(desk)
        different = [key for key in {*wanted, *held} if wanted.get(key) != held.get(key)]
        if not different:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"{different}: {[(wanted.get(key), held.get(key)) for key in different[:1]]}")


class Life:
    """What people and time do to an account, at random but repeatable."""

    def __init__(self, stripe: StripeSide, chance: random.Random) -> None:
        self._stripe, self._chance = stripe, chance
        self._customers: list[str] = []
        self._prices: list[str] = []
        self._cards: list[str] = []

    async def happens(self) -> None:
        acts: list[Callable[[], Any]] = [self._arrives, self._arrives, self._changes, self._leaves, self._priced]
        acts += [self._card, self._subscribes, self._billed, self._card_gone]
        with suppress(httpx.HTTPStatusError, IndexError):  # refused, or there is nobody yet
            await self._chance.choice(acts)()

    def _some(self, ids: list[str]) -> str:
        return ids[self._chance.randrange(len(ids))] if ids else ids[0]

    async def _arrives(self) -> None:
        number = self._chance.randrange(1_000)
        self._customers.append(await self._stripe.customer(name=f"客 {number}", email=f"k{number}@example.jp"))

    async def _changes(self) -> None:
        number = self._chance.randrange(1_000)
        await self._stripe.call("post", f"/v1/customers/{self._some(self._customers)}", name=f"New {number}")

    async def _leaves(self) -> None:
        gone = self._some(self._customers)
        await self._stripe.call("delete", f"/v1/customers/{gone}")
        self._customers.remove(gone)

    async def _priced(self) -> None:
        made = await self._stripe.call(
            "post",
            "/v1/prices",
            currency="jpy",
            unit_amount=self._chance.randrange(100, 9_000),
            **{"recurring[interval]": "month", "product_data[name]": "Plan"},
        )
        self._prices.append(made["id"])

    async def _card(self) -> None:
        owner = self._some(self._customers)
        card = await self._stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=owner)
        self._cards.append(card["id"])
        default = {"invoice_settings[default_payment_method]": card["id"]}
        await self._stripe.call("post", f"/v1/customers/{owner}", **default)

    async def _card_gone(self) -> None:
        await self._stripe.call("post", f"/v1/payment_methods/{self._some(self._cards)}/detach")

    async def _subscribes(self) -> None:
        items = {"items[0][price]": self._some(self._prices)}
        await self._stripe.call("post", "/v1/subscriptions", customer=self._some(self._customers), **items)

    async def _billed(self) -> None:
        owner = self._some(self._customers)
        draft = await self._stripe.call("post", "/v1/invoices", customer=owner)
        for number in range(self._chance.choice([1, 2, 12])):
            fields = {"invoice": draft["id"], "amount": 100 + number, "currency": "jpy"}
            await self._stripe.call("post", "/v1/invoiceitems", customer=owner, **fields)
        if self._chance.random() < 0.7:
            await self._stripe.call("post", f"/v1/invoices/{draft['id']}/finalize")


def _trouble(simulator: Simulator, chance: random.Random) -> None:
    kind = chance.choice(FAULTS)
    simulator.faults.add(
        Fault("GET /v1/", kind, times=chance.randrange(1, 6), seconds=0.05, status=chance.choice([429, 500, 503]))  # type: ignore[arg-type]
    )


def _events_go_astray(state: State, chance: random.Random) -> bool:
    """Some events are lost, some are told of late. Whether any was lost."""
    rows = [row for row in state.all("event") if chance.random() < 0.3]
    for event in rows:
        if chance.random() < 0.5:
            state.table("event").remove(event["id"])
        else:
            state.table("event").move(event["id"], event["created"] - chance.randrange(40))
    return bool(rows)


@pytest.mark.parametrize("seed", range(8))
async def test_after_any_troubles_the_copy_equals_the_account(qapp: QApplication, tmp_path: Path, seed: int) -> None:
    """F2: Made, changed and deleted objects; cut connections, 429, 500, foreign pages; events lost and late; the
    program
    ended and begun again, paused, asked to read anew: at the end both hold the same, line by line."""
    chance = random.Random(seed)
    simulator = empty_simulator()
    state = simulator.grants[TEST_KEY].state
    with in_process(simulator) as route:
        stripe = StripeSide("http://practice.invalid", TEST_KEY, route.transport)
        life = Life(stripe, chance)
        for _ in range(chance.randrange(30)):
            await life.happens()

        async def live(desk: Desk, _: RecordedCallbacks) -> None:
            desk.start()
            for __ in range(25):
                await life.happens()
                if chance.random() < 0.3:
                    _trouble(simulator, chance)
                if chance.random() < 0.2:
                    desk.services.pause(chance.random() < 0.5)
                if chance.random() < 0.1:
                    _events_go_astray(state, chance)
                await asyncio.sleep(chance.random() * 0.05)

        async def end(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            simulator.faults.clear()
            desk.services.pause(False)
            await until(lambda: heard.phase is Phase.CURRENT)
            desk.services.refresh()  # what no event told of
            await until_equal(desk, stripe)
            assert Phase.CURRENT in {status.phase for status in heard.statuses}

        for _ in range(3):
            await with_desk(route, live, tmp_path)
        await with_desk(route, end, tmp_path)


async def test_events_alone_keep_the_copy_equal(qapp: QApplication, tmp_path: Path) -> None:
    """F2: Repeated and late ones too; nothing is read as a whole again."""
    chance = random.Random(5)
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide("http://practice.invalid", TEST_KEY, route.transport)
        life = Life(stripe, chance)

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            desk.start()
            await until(lambda: heard.phase is Phase.CURRENT)
            simulator.requests.clear()
            for __ in range(60):
                await life.happens()
            state = simulator.grants[TEST_KEY].state
            for event in state.all("event"):
                if chance.random() < 0.3:
                    state.table("event").move(event["id"], event["created"] - 30)
            await until(lambda: len([1 for request in simulator.requests if request[1] == "/v1/events"]) > 5)
            lists = [path for method, path, __ in simulator.requests if method == "GET" and path in LISTS.values()]
            assert lists == [], "nothing is read as a whole again"
            await until_equal(desk, stripe)

        await with_desk(route, use, tmp_path)


async def test_two_desks_at_once_never_mix(qapp: QApplication, tmp_path: Path) -> None:
    """F2: Test and live of one account side by side, and the same desk opened by two programs."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        test = StripeSide("http://practice.invalid", TEST_KEY, route.transport)
        live = StripeSide("http://practice.invalid", LIVE_KEY, route.transport)
        for number in range(30):
            await test.customer(name=f"Test {number}")
            await live.customer(name=f"Live {number}")

        async def equal(stripe: StripeSide, **values: Any) -> None:
            async def use(desk: Desk, _: RecordedCallbacks) -> None:
                desk.start()
                await until_equal(desk, stripe)

            await with_desk(route, use, tmp_path, **values)

        await asyncio.gather(equal(test), equal(test), equal(live, key=LIVE_KEY, mode=Mode.LIVE))
        await asyncio.gather(equal(test), equal(live, key=LIVE_KEY, mode=Mode.LIVE))
