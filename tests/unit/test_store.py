"""The local files: encrypted, rebuilt or set aside when damaged, searched, filtered and totalled."""

from __future__ import annotations

import asyncio
import random
import threading
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import apsw
import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.filters import parse
from billing_desk.domain.list_query import BadFilter, Query
from billing_desk.domain.list_totals import totals_of
from billing_desk.domain.money import Money
from billing_desk.domain.saved_view import SavedView
from billing_desk.store.durable.audit import Audit
from billing_desk.store.durable.durable import LASTING
from billing_desk.store.durable.saved_views import SavedViews
from billing_desk.store.files.database import Damaged, Database
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY

TOKYO = ZoneInfo("Asia/Tokyo")


def _customer(number: int, **values: Any) -> dict[str, Any]:
    base = {"id": f"cus_{number}", "object": "customer", "created": number, "currency": "jpy", "balance": 0}
    return {**base, **values}


def _invoice(number_: int, **values: Any) -> dict[str, Any]:
    base = {
        "id": f"in_{number_}",
        "object": "invoice",
        "created": number_,
        "customer": "cus_1",
        "currency": "jpy",
        "total": 1_000 * number_,
        "status": "open",
    }
    return {**base, **values}


async def _ids(mirror: Mirror, kind: str, text: str, sort: str = "created", *, descending: bool = True) -> list[str]:
    return await mirror.ids(Query(kind, parse(text, frozenset(ENTITIES[kind].fields)), sort, descending, TOKYO))


@pytest.fixture
def mirror(tmp_path: Path) -> Any:
    made = Mirror(tmp_path / "mirror.db", DATABASE_KEY)
    yield made
    made.close()


async def test_nothing_readable_lies_on_the_disk(tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "mirror.db", DATABASE_KEY)
    await mirror.put([_customer(1, name="Findable Name", email="findable@example.jp")], 1.0)
    mirror.close()
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert b"indable" not in content
        assert not content.startswith(b"SQLite format 3")


async def test_another_key_or_garbage_is_damaged(tmp_path: Path) -> None:
    Mirror(tmp_path / "a.db", DATABASE_KEY).close()
    with pytest.raises(Damaged):
        Mirror(tmp_path / "a.db", "ff" * 32)
    (tmp_path / "b.db").write_bytes(b"garbage" * 1_000)
    with pytest.raises(Damaged):
        Mirror(tmp_path / "b.db", DATABASE_KEY)
    with pytest.raises(ValueError, match="32 bytes"):
        Mirror(tmp_path / "c.db", "password")


async def test_older_readings_never_overwrite_newer_ones(mirror: Mirror) -> None:
    await mirror.put([_customer(1, name="new")], as_of=20.0)
    assert await mirror.put([_customer(1, name="old")], as_of=10.0) == []
    assert (await mirror.get("customer", "cus_1") or {})["name"] == "new"


async def test_a_plan_never_replaces_the_price_of_the_same_id(mirror: Mirror) -> None:
    price = {
        "id": "basic",
        "object": "price",
        "unit_amount": 980,
        "currency": "jpy",
        "recurring": {"interval": "month"},
    }
    plan = {"id": "basic", "object": "plan", "amount": 980, "currency": "jpy", "interval": "month"}
    await mirror.put([plan], 1.0)
    await mirror.put([price], 2.0)
    await mirror.put([plan], 3.0)
    assert (await mirror.get("price", "basic") or {})["object"] == "price"


async def test_deleted_objects_keep_what_was_known_and_leave_the_lists(mirror: Mirror) -> None:
    await mirror.put([_customer(1, name="花子"), _customer(2)], 1.0)
    await mirror.put([{"id": "cus_1", "object": "customer", "deleted": True}], 2.0)
    assert await _ids(mirror, "customer", "") == ["cus_2"]
    assert await _ids(mirror, "customer", "deleted:yes") == ["cus_1"]
    assert await mirror.get("customer", "cus_1") == {**_customer(1, name="花子"), "deleted": True}


async def test_unknown_nulls_and_strange_objects_are_kept(mirror: Mirror) -> None:
    odd = {"id": "in_9", "object": "invoice", "customer": None, "lines": None, "parent": None, "surprise": {"a": [1]}}
    await mirror.put([odd, {"id": "x", "object": "unheard.of"}, {"object": "customer"}], 1.0)
    assert await mirror.get("invoice", "in_9") == odd
    assert (await mirror.rows_of("invoice", ["in_9"]))["in_9"]["total"] == 0


async def test_filters_in_every_currency_and_zone(mirror: Mirror) -> None:
    dollars = _invoice(2, currency="usd", total=12_345)
    midnight = 1_795_186_800  # 2026-11-21 00:00 in Tokyo
    await mirror.put([_customer(1, name="花子"), _invoice(1), dollars, _invoice(3, created=midnight, due_date=5)], 1.0)
    assert await _ids(mirror, "invoice", "total>123") == ["in_3", "in_2", "in_1"]
    assert await _ids(mirror, "invoice", "total>123.45") == ["in_3", "in_1"]
    assert await _ids(mirror, "invoice", "total:123.45") == ["in_2"]
    assert await _ids(mirror, "invoice", "created:2026-11-21") == ["in_3"]
    assert await _ids(mirror, "invoice", "created<2026-11-21") == ["in_2", "in_1"]
    assert await _ids(mirror, "invoice", "created>2026-11-20") == ["in_3"]
    assert await _ids(mirror, "invoice", "-currency:usd") == ["in_3", "in_1"]
    assert await _ids(mirror, "invoice", "status:overdue") == ["in_3"]
    assert await _ids(mirror, "invoice", "花子") == ["in_3", "in_2", "in_1"]
    every = [one.money for one in totals_of(await mirror.groups(Query("invoice"))) if one.name == "total"]
    assert every == [Money(4_000, "jpy"), Money(12_345, "usd")]
    chosen = [await mirror.place("invoice", id_) or 0 for id_ in ("in_1", "in_2")]
    some = [one.money for one in totals_of(await mirror.groups_of("invoice", chosen)) if one.name == "total"]
    assert some == [Money(1_000, "jpy"), Money(12_345, "usd")]


@pytest.mark.parametrize("token", ["due:soon", "total>much", "created<2026-13-01"])
async def test_a_token_that_cannot_be_read_is_named(mirror: Mirror, token: str) -> None:
    with pytest.raises(BadFilter):
        await _ids(mirror, "invoice", token)


@pytest.mark.parametrize(
    "hostile", ["'; DROP TABLE invoice; --", '"', "%", "a_b", "\\", "NEAR(", "x*", "(((", 'x" OR "y']
)
async def test_hostile_text_finds_nothing_and_breaks_nothing(mirror: Mirror, hostile: str) -> None:
    await mirror.put([_customer(1, name="plain", email="a@example.jp")], 1.0)
    assert await _ids(mirror, "customer", hostile) == []
    assert await mirror.find(hostile) == []
    assert await mirror.count("customer") == 1


@pytest.mark.parametrize("kind", sorted(ENTITIES))
async def test_every_column_can_be_sorted_by(mirror: Mirror, kind: str) -> None:
    await mirror.put([_customer(n) for n in (1, 2)] + [_invoice(n) for n in (1, 2)], 1.0)
    noun = ENTITIES[kind]
    for name in ("id", "created", *noun.columns, *noun.joined):
        for descending in (True, False):
            await mirror.ids(Query(kind, sort=name, descending=descending))


async def test_a_name_is_filtered_by_in_any_width_and_never_found_in_an_address(mirror: Mirror) -> None:
    named, mailed = _customer(1, name="ＡＣＭＥ 株式会社"), _customer(2, name="Ito", email="ito@acme.example.jp")
    await mirror.put([named, mailed, _invoice(1), _invoice(2, customer="cus_2")], 1.0)
    assert await _ids(mirror, "customer", "name:acme") == ["cus_1"]
    assert await _ids(mirror, "customer", "acme") == ["cus_2", "cus_1"]
    assert await _ids(mirror, "customer", "email:acme") == ["cus_2"]
    for text in ("customer:acme", "customer:ＡＣＭＥ", "customer:acme total>1", "customer:株式会"):
        assert await _ids(mirror, "invoice", text) == ["in_1"]
        assert await _ids(mirror, "invoice", text, "total") == ["in_1"]
    assert await _ids(mirror, "invoice", "-customer:acme") == ["in_2"]
    await mirror.put([_customer(1, name="Suzuki")], 2.0)
    assert await _ids(mirror, "invoice", "customer:acme") == []
    assert await _ids(mirror, "invoice", "customer:suzuki") == ["in_1"]


async def test_the_first_rows_are_the_beginning_of_the_whole_order(mirror: Mirror) -> None:
    """Whatever is sorted by, with equal values and with none, at every length and with a filter."""
    chance = random.Random(5)
    states = [*("draft", "open", "paid", "uncollectible", "void"), "new_word", None]
    rows = [
        _invoice(
            n,
            status=chance.choice(states),
            due_date=chance.choice([None, 1_000, 1_795_000_000]),
            number=chance.choice([None, "A-1", "a-1", "B-2"]),
            currency=chance.choice(["jpy", "usd"]),
            attempt_count=chance.randrange(3),
            customer=chance.choice(["cus_1", "cus_2"]),
        )
        for n in range(60)
    ]
    await mirror.put([_customer(1, name="花子"), _customer(2, name="Ito"), *rows], 1.0)
    for built in (False, True):
        if built:
            await mirror.build_indexes("invoice")
        for name in ("number", "standing", "status", "total", "due", "attempts", "customer_name", "currency", "id"):
            for text in ("", "currency:jpy", "ito"):
                for falls in (True, False):
                    query = Query("invoice", parse(text, frozenset(ENTITIES["invoice"].fields)), name, falls, TOKYO)
                    whole = list(await mirror.numbers(query))
                    for limit in (1, 2, 7, 30, 59, 60, 70):
                        page = await mirror.page(query, limit)
                        assert [number for number, _ in page.rows] == whole[:limit], (name, text, falls, limit)


async def test_search_ignores_width_and_case_and_finds_by_every_name(mirror: Mirror) -> None:
    await mirror.put(
        [
            _customer(1, name="ＡＣＭＥ 株式会社", email="Billing@Example.JP"),
            _invoice(1, number="ABC-0001"),
            {"id": "sub_1", "object": "subscription", "customer": "cus_1", "created": 1, "items": {"data": []}},
            {"id": "pm_1", "object": "payment_method", "type": "card", "card": {"brand": "visa", "last4": "4242"}},
        ],
        1.0,
    )
    for text, kind in [
        ("acme", "customer"),
        ("株式", "customer"),
        ("billing@example", "customer"),
        ("cus_1", "customer"),
        ("abc-0001", "invoice"),
        ("in_1", "invoice"),
        ("sub_1", "subscription"),
        ("4242", "card"),
    ]:
        assert kind in {hit.kind for hit in await mirror.find(text)}, text
    assert ("subscription", "sub_1") in {(hit.kind, hit.id) for hit in await mirror.find("acme")}


async def test_the_audit_log_shows_every_tampering(tmp_path: Path) -> None:
    for number, harm in enumerate(
        (
            "UPDATE audit SET entry = replace(entry, '\"n\": 2', '\"n\": 9') WHERE sequence = 2",
            "DELETE FROM audit WHERE sequence = 2",
            "UPDATE audit SET sequence = 9 WHERE sequence = 2",
        )
    ):
        database = Database(tmp_path / f"{number}.db", DATABASE_KEY, LASTING, durable=True)
        audit = Audit(database)
        for entry in (1, 2, 3):
            await audit.append({"n": entry})
        assert await audit.first_broken() is None
        with pytest.raises(apsw.ConstraintError):
            await database.write(lambda connection, sql=harm: connection.execute(sql) and None)  # type: ignore[misc]
        free = "DROP TRIGGER audit_only_grows; DROP TRIGGER audit_never_shrinks;"
        await database.write(lambda connection, sql=free + harm: connection.execute(sql) and None)  # type: ignore[misc]
        broken = await audit.first_broken()
        assert broken is not None
        assert broken.sequence == 2
        database.close()


@pytest.mark.parametrize("synced", [True, False])
async def test_the_error_of_a_write_whose_caller_was_canceled_is_no_stray_one(
    qapp: QApplication, tmp_path: Path, synced: bool
) -> None:
    """A desk is closed while a write is under way that then fails; the runner reports what nobody retrieves."""
    database = Database(tmp_path / "a.db", DATABASE_KEY, LASTING, durable=True)
    under_way, go_on = threading.Event(), threading.Event()

    def fails(_: apsw.Connection) -> None:
        under_way.set()
        go_on.wait(5)
        raise RuntimeError("on purpose")

    writing = asyncio.get_running_loop().create_task(database.write(fails, synced=synced))
    await asyncio.get_running_loop().run_in_executor(None, under_way.wait, 5)
    writing.cancel()
    await asyncio.wait({writing})
    go_on.set()
    await database.write(lambda connection: connection.execute("SELECT 1") and None)
    database.close()
    assert writing.cancelled()


async def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", DATABASE_KEY, LASTING, durable=True)

    def half(connection: apsw.Connection) -> None:
        connection.execute("INSERT INTO views VALUES ('customer', 'a', '{}')")
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        await database.write(half)
    views = SavedViews(database)
    assert await views.of("customer") == []
    await views.save("customer", SavedView("Mine", "status:open", "name", descending=False))
    assert await views.of("customer") == [SavedView("Mine", "status:open", "name", descending=False)]
    await views.delete("customer", "Mine")
    assert await views.of("customer") == []
    database.close()
