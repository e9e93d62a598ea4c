"""Filters, searches and objects of any shape: a sentence or a count, never a report, and never an end of the sync."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.filters import Condition, Filter, parse
from billing_desk.domain.list_query import BadFilter, Query
from billing_desk.gateway.client import _read
from billing_desk.gateway.route import Route
from billing_desk.logs import redact
from billing_desk.services.search import Search
from billing_desk.services.sync.status import Phase
from billing_desk.store.mirror.entities import ENTITIES, KIND_OF_OBJECT
from billing_desk.store.mirror.mirror import Mirror
from billing_desk.store.mirror.query import MOST

from ..flows.operator_fixture import at_desk
from ..simulated import NOW
from ..support import DATABASE_KEY, TEST_KEY, RecordedCallbacks, plan, until
from .hostile import any_text, json_values

GOOD = {"id": "cus_good", "object": "customer", "created": NOW, "name": "Good", "email": "good@example.jp"}
HOSTILE: tuple[dict[str, Any], ...] = (
    {"id": "cus_1", "object": "customer", "address": "a street"},
    {"id": "cus_2", "object": "customer", "metadata": ["a"]},
    {"id": "cus_3", "object": "customer", "name": {"first": "x"}},
    {"id": "cus_4", "object": "customer", "balance": 10**30},
    {"id": "cus_5", "object": "customer", "created": "yesterday"},
    {"id": "cus_6", "object": "customer", "created": -(2**70)},
    {"id": "cus_7", "object": "customer", "created": 2**62},
    {"id": "in_1", "object": "invoice", "lines": "all", "total": "much", "currency": 5},
    {"id": "in_2", "object": "invoice", "lines": {"data": [None, 5, "x"]}, "payments": {"data": 7}},
    {"id": "in_3", "object": "invoice", "status_transitions": [1], "status": ["open"]},
    {"id": "sub_1", "object": "subscription", "items": {"data": [{"price": 5}]}},
    {"id": "sub_2", "object": "subscription", "items": None, "current_period_end": "soon"},
    {"id": "pm_1", "object": "payment_method", "type": "card", "card": {"exp_year": "x", "exp_month": []}},
    {"id": "price_1", "object": "price", "unit_amount": "=1+1", "recurring": "monthly"},
    {"id": "mtr_1", "object": "billing.meter", "event_name": {"x": 1}},
    {"id": ["cus_8"], "object": "customer"},
    {"id": "x" * 1_000, "object": "customer"},
    {"id": "cus\0_9", "object": "customer"},
    {"id": "cus_10", "object": {"customer": 1}},
    {"id": "cus_11", "object": "customer", "name": "\0\x1b[31m", "email": "A" * 1_000_000},
)


async def _mirror(qapp: QApplication) -> Mirror:
    return Mirror(None, DATABASE_KEY)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda obj: str(obj["id"])[:12] + obj_kind(obj))
async def test_a_hostile_object_stops_no_other(qapp: QApplication, hostile: dict[str, Any]) -> None:
    mirror = await _mirror(qapp)
    await mirror.put([GOOD, hostile, {**GOOD, "id": "cus_after"}], 1.0, {"kept": "yes"})
    for id_ in ("cus_good", "cus_after"):
        assert await mirror.get("customer", id_)
    assert await mirror.progress("kept") == "yes", "what is noted with the page is noted"
    page = await mirror.page(Query("customer"), 50)
    assert {"cus_good", "cus_after"} <= {row["id"] for _, row in page.rows}
    mirror.close()


def obj_kind(obj: dict[str, Any]) -> str:
    return str(obj.get("object"))[:8]


@given(st.sampled_from(sorted(KIND_OF_OBJECT)), st.dictionaries(st.text(max_size=8), json_values, max_size=6))
@settings(max_examples=400, deadline=None)
def test_any_object_of_any_kind_is_stored_or_counted(kind: str, fields: dict[str, Any]) -> None:
    """Every field that the entity reads, at random as well."""

    async def use() -> None:
        mirror = Mirror(None, DATABASE_KEY)
        obj = {**fields, "id": "any_1", "object": kind}
        await mirror.put([GOOD, obj, {**GOOD, "id": "cus_after"}], 1.0)
        stored = await mirror.get(KIND_OF_OBJECT[kind], "any_1")
        assert (stored is not None) != bool(mirror.left_out)
        assert await mirror.get("customer", "cus_after")
        mirror.close()

    asyncio.run(use())


_FIELDS = {
    "customer": ("name", "email", "address", "metadata", "invoice_settings", "balance", "test_clock", "default_source"),
    "invoice": ("lines", "payments", "customer", "total", "status", "currency", "metadata", "due_date", "parent"),
    "subscription": ("items", "customer", "status", "trial_end", "metadata", "discounts", "pause_collection"),
    "payment_method": ("card", "customer", "type", "metadata", "billing_details", "created"),
    "price": ("recurring", "unit_amount", "unit_amount_decimal", "product", "currency", "metadata"),
    "billing.meter": ("event_name", "customer_mapping", "display_name", "status"),
}


@given(st.sampled_from(sorted(_FIELDS)), st.data())
@settings(max_examples=600, deadline=None)
def test_fields_that_are_read_may_hold_anything(kind: str, data: st.DataObject) -> None:
    fields = {name: data.draw(json_values) for name in data.draw(st.sets(st.sampled_from(_FIELDS[kind])))}

    async def use() -> None:
        mirror = Mirror(None, DATABASE_KEY)
        await mirror.put([{**fields, "id": "any_1", "object": kind}, GOOD], 1.0)
        assert await mirror.get("customer", "cus_good")
        page = await mirror.page(Query(KIND_OF_OBJECT[kind]), 10)
        assert len(page.rows) <= 2
        mirror.close()

    asyncio.run(use())


class _Server(httpx.AsyncBaseTransport):
    """Lists that hold what no list of Stripe's holds, between objects that are right."""

    def __init__(self) -> None:
        self.asked = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        path = request.url.path
        data: Any = []
        if path == "/v1/customers" and "starting_after" not in str(request.url.query):
            data = [GOOD, None, 5, "cus_x", [], {"object": "customer"}, {"id": 5}, *HOSTILE, {**GOOD, "id": "cus_last"}]
        elif path == "/v1/invoices":
            data = [{"id": "in_again", "object": "invoice", "created": NOW}]  # the same page for ever
        elif path == "/v1/events":
            data = [{"id": "evt_1"}, {"id": "evt_2", "created": "x", "type": 5, "data": "none"}, {"id": 7}]
        elif path == "/v1/products":
            return httpx.Response(200, content=b'{"object":"list","data":"nothing","has_more":true}')
        elif path == "/v1/prices":
            price = b'{"id":"price_h","object":"price","nickname":"\\ud800x"}'
            return httpx.Response(200, content=b'{"object":"list","has_more":false,"data":[%s]}' % price)
        body = {"object": "list", "data": data, "has_more": path == "/v1/invoices"}
        return httpx.Response(200, content=json.dumps(body), headers={"Date": "Wed, 25 Nov 2026 10:00:00 GMT"})


async def test_the_sync_reads_on_and_says_how_many_it_left_out(qapp: QApplication) -> None:
    heard, server = RecordedCallbacks(), _Server()
    desk = Desk(plan(Route(address="http://practice.invalid", transport=server)), heard.callbacks())
    desk.start()
    try:
        await until(lambda: heard.phase is Phase.CURRENT, 30)
        assert await desk.services.queries.get("customer", "cus_good")
        assert await desk.services.queries.get("customer", "cus_last")
        assert await desk.services.queries.get("invoice", "in_again")
        assert (await desk.services.queries.get("price", "price_h") or {})["nickname"] == "\ufffdx"
        await until(lambda: heard.statuses[-1].left_out >= 6)
    finally:
        await desk.close()
    assert heard.unexpected == []
    assert server.asked < 500, "a page that comes again and again is not read for ever"


@pytest.mark.parametrize("body", [b'{"a":"\\ud800"}', b'{"a":"\\udc00\\ud800"}', b'{"\\ud83d":1}'])
def test_halves_of_characters_become_marks(body: bytes) -> None:
    json.dumps(_read(body), ensure_ascii=False).encode()


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b'{"a":"\\ud800"' + b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_json_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(json.JSONDecodeError):
        _read(body)


FILTERS = (
    "created<0001-01-01",
    "created>9999-12-31",
    "created:0001-01",
    "created>month-9999",
    "created:today-9999",
    "a\0b",
    "\0",
    'name:"\0"',
    "total>1e400",
    "total>" + "9" * 500,
    "total:-0",
    "total>NaN",
    "total>inf",
    "quantity:99999999999999999999",
    '"' * 99,
    "-" * 500,
    "name:" + "x" * 5_000,
    " ".join(f"status:s{number}" for number in range(1_200)),
    " ".join(f"word{number}" for number in range(1_200)),
    "AND OR NOT NEAR(x y) text:x *",
    "%_\\",
    "'; DROP TABLE customer; --",
    "expiry:0000-00",
    "created:2026-13-45",
    "\u202e\u2066",
)


@pytest.mark.parametrize("text", FILTERS, ids=lambda text: repr(text)[:24])
async def test_a_filter_finds_something_or_is_refused_with_a_sentence(qapp: QApplication, text: str) -> None:
    mirror = await _mirror(qapp)
    await mirror.put([GOOD], 1.0)
    for kind in ENTITIES:
        await _ask(mirror, kind, text)
    await Search(mirror).find(text)
    mirror.close()


async def _ask(mirror: Mirror, kind: str, text: str) -> None:
    query = Query(kind, parse(text, frozenset(ENTITIES[kind].fields)))
    for ask in (lambda: mirror.page(query, 10), lambda: mirror.numbers(query), lambda: mirror.ids(query)):
        with suppress(BadFilter):  # the one that the screen has a sentence for
            await ask()


@given(st.sampled_from(sorted(name for name, noun in ENTITIES.items() if noun.fields)), any_text, st.data())
@settings(max_examples=800, deadline=None)
def test_any_condition_and_any_word(kind: str, text: str, data: st.DataObject) -> None:
    """Every field and operator, with any value; and any words."""

    async def use() -> None:
        mirror = Mirror(None, DATABASE_KEY)
        await mirror.put([GOOD], 1.0)
        field = data.draw(st.sampled_from(sorted(ENTITIES[kind].fields)))
        operator: Any = data.draw(st.sampled_from(":<>"))
        clean = text.encode("utf-8", "replace").decode()
        conditions = (Condition(field, operator, clean, negated=data.draw(st.booleans())),)
        for filter_ in (
            Filter(conditions),
            parse(f"{field}{operator}{clean} {clean}", frozenset(ENTITIES[kind].fields)),
        ):
            sort = data.draw(st.sampled_from(["created", *ENTITIES[kind].columns, *ENTITIES[kind].joined]))
            query = Query(kind, filter_, sort=sort, descending=data.draw(st.booleans()))
            for ask in (lambda query=query: mirror.page(query, 5), lambda query=query: mirror.numbers(query)):
                with suppress(BadFilter):
                    await ask()
        await Search(mirror).find(clean)
        mirror.close()

    asyncio.run(use())


async def _said_at(page: Any, said: str) -> None:
    await until(lambda: said in page.problem.text and not page.problem.isHidden())


async def test_a_filter_that_is_too_long_is_said_at_the_filter(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        page = operator.page
        for text, said in (
            (" ".join(f"email:e{number}" for number in range(MOST + 1)), "too long"),
            ("created<0001-01-01", "Cannot read"),
        ):
            page.filter.set_text(text)
            await _said_at(page, said)
        page.filter.set_text("aoi\0")
        await until(lambda: page.problem.isHidden() and operator.shown)


async def test_an_object_that_cannot_be_shown_leaves_the_others(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In the table a mark, in the detail a sentence and one report; the next row is shown as ever."""
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        state = simulator.grants[TEST_KEY].state
        good = str(operator.page.detail.id)
        bad = {**GOOD, "id": "cus_bad", "preferred_locales": 5, "created": NOW + 9}
        await operator.services.queries._mirror.put([bad], 1e12)
        operator.page.model.reload()
        await until(lambda: "cus_bad" in operator.shown)
        operator.page.detail.show_object("cus_bad")
        await until(lambda: operator.reports)
        operator.reports.clear()
        operator.page.select(good)
        await until(lambda: "aoi@example.jp" in operator.text())
        assert state.count("customer") == 1
        caplog.clear()  # the report is expected here


@pytest.mark.parametrize(
    "text",
    ["a" * 400_000, "sk_" * 100_000, "a@" * 200_000, "a.b@c." * 60_000, "http://" * 50_000, "pi_x_secret_" * 30_000],
    ids=lambda text: text[:8],
)
def test_redaction_takes_linear_time(text: str) -> None:
    began = time.perf_counter()
    redact(text[: len(text) // 20])
    first = time.perf_counter() - began
    began = time.perf_counter()
    redact(text)
    assert time.perf_counter() - began < max(60 * first, 1.0)


SECRETS = (
    TEST_KEY,
    "rk_live_abcdEFGH1234",
    "sk_org_live_abcdEFGH1234",
    "sk_org_test_abcdEFGH1234",
    "pk_live_abcdefgh",
    "whsec_abc+/=123456",
    "pi_3Oabc_secret_AbCdEf123456",
    "seti_1Oabc_secret_AbCdEf123456",
    "cs_test_a1B2_secret_AbCdEf123456",
    "https://checkout.stripe.com/c/pay/cs_test_a1B2#fidkdWxOYHwn",
    "https://invoice.stripe.com/i/acct_1/live_YWNjdA?s=ap",
    "https://billing.stripe.com/p/session/live_YWNj",
    "https://pay.stripe.com/receipts/payment/CAcaFwoV",
    "https://user:password@proxy.example:8080/",
    "https://api.stripe.com/v1/customers?email=someone@example.jp",
    "someone@example.jp",
    "0f" * 32,
    "4242 4242 4242 4242",
)


@pytest.mark.parametrize("secret", SECRETS)
def test_redaction_knows_every_kind_of_secret(secret: str) -> None:
    for text in (secret, f"failed: {secret}, again", f'{{"x":"{secret}"}}', f"({secret})"):
        said = redact(text)
        tail = secret[-8:] if "proxy" not in secret else "password"
        assert tail not in said, said


@given(any_text)
def test_redaction_never_fails(text: str) -> None:
    redact(text.encode("utf-8", "replace").decode())
