"""The simulator as a server: keys, strict input, idempotency, limits, locks, faults, time, control, kept state."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import pytest

from billing_desk.simulator.accounts.large import large_state
from billing_desk.simulator.http.answer import Incoming
from billing_desk.simulator.http.asgi import Application
from billing_desk.simulator.http.limiter import Limiter
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import FrozenClock
from billing_desk.simulator.state.faults import Fault
from billing_desk.simulator.state.saved import Keeper, dump, load
from billing_desk.simulator.state.state import State

from ..contract.sdk_types import object_problems
from ..simulated import DAY, KEY, NOW, Asked, encoded


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_the_key_may_come_as_bearer_or_as_basic_user(asked: Asked) -> None:
    user = base64.b64encode(f"{KEY}:".encode()).decode()
    assert asked.call("GET", "/v1/account", None, authorization=f"Basic {user}")["object"] == "account"
    for header, status in (("", 401), ("Basic !!!", 401), ("Bearer sk_test_nobody", 401), ("Bearer pk_test_x", 403)):
        answer = asked.answer("GET", "/v1/account", None, {"authorization": header})
        assert answer.status == status, header
    assert (
        b"sk_test_nobody"
        not in asked.answer("GET", "/v1/account", None, {"authorization": "Bearer sk_test_nobody"}).body
    )


@pytest.mark.parametrize(
    ("method", "path", "params", "status", "code", "param"),
    [
        ("POST", "/v1/customers", {"mail": "x"}, 400, "parameter_unknown", "mail"),
        ("POST", "/v1/customers", {"email": "no"}, 400, "email_invalid", "email"),
        ("POST", "/v1/customers", {"balance": ""}, 400, "parameter_invalid_empty", "balance"),
        ("POST", "/v1/customers", {"tax_exempt": "maybe"}, 400, None, "tax_exempt"),
        ("POST", "/v1/customers", {"address": "Tokyo"}, 400, None, "address"),
        ("POST", "/v1/products", {}, 400, "parameter_missing", "name"),
        ("POST", "/v1/products", {"name": ""}, 400, "parameter_invalid_empty", "name"),
        ("POST", "/v1/coupons", {"percent_off": 5, "amount_off": 5}, 400, "parameters_exclusive", "percent_off"),
        ("POST", "/v1/coupons", {"percent_off": 101}, 400, None, "percent_off"),
        ("POST", "/v1/subscriptions", {"items": []}, 400, "parameter_missing", "customer"),
        (
            "POST",
            "/v1/payment_intents",
            {"amount": 500, "currency": "jpy", "payment_method_types": ["card"]},
            400,
            "payment_method_types_no_longer_supported",
            "payment_method_types",
        ),
        ("POST", "/v1/payment_intents", {"amount": 500, "currency": "xxx"}, 400, None, "currency"),
        ("POST", "/v1/payment_intents", {"amount": 10, "currency": "jpy"}, 400, "amount_too_small", "amount"),
        ("GET", "/v1/customers", {"limit": 0}, 400, "parameter_invalid_integer", "limit"),
        ("GET", "/v1/customers", {"starting_after": "cus_none"}, 400, "resource_missing", "starting_after"),
        (
            "GET",
            "/v1/customers",
            {"starting_after": "a", "ending_before": "b"},
            400,
            "parameters_exclusive",
            "ending_before",
        ),
        ("GET", "/v1/customers", {"expand": ["data.a.b.c.d"]}, 400, None, "expand"),
        ("GET", "/v1/customers/cus_none", {}, 404, "resource_missing", "id"),
        ("GET", "/v1/customers/", {}, 404, None, None),
        ("GET", "/v1/customers/search", {"query": "colour:'red'"}, 400, None, "query"),
        ("GET", "/v1/customers/search", {"query": "email:'a' AND name:'b' OR phone:'c'"}, 400, None, "query"),
        ("GET", "/v1/nothing", {}, 404, None, None),
        ("POST", "/v2/billing/meter_events", {"event_name": "x", "payload": {"value": 5}}, 400, None, None),
        ("POST", "/v1/tokens", {"card": {"number": "4", "exp_month": "1", "exp_year": "2030"}}, 402, None, None),
    ],
)
def test_what_stripe_refuses_is_refused(
    asked: Asked, method: str, path: str, params: dict[str, Any], status: int, code: str | None, param: str | None
) -> None:
    error = asked.refused(method, path, **params)
    assert (error["status"], error.get("code")) == (status, code)
    assert param is None or error["param"] == param
    assert error["message"]
    assert asked.state.count("customer") == 0


def test_an_object_of_the_other_mode_is_named() -> None:
    clock = FrozenClock(NOW)
    test, live = (State(clock, account_id="acct_1", name="A", livemode=mode, seed=3 + mode) for mode in (False, True))
    simulator = Simulator({"sk_test_a": Grant(test), "sk_live_a": Grant(live)})
    made = Asked(simulator=simulator, key="sk_live_a").post("/v1/customers", name="Live")
    error = Asked(simulator=simulator, key="sk_test_a").refused("GET", f"/v1/customers/{made['id']}")
    assert error["status"] == 404
    assert "a similar object exists in live mode, but a test mode key was used" in error["message"]


def test_search_finds_by_words_numbers_and_metadata(asked: Asked) -> None:
    for number in range(5):
        asked.post("/v1/customers", name=f"Row {number}", email=f"row{number}@example.jp", metadata={"n": number})
    found = asked.get("/v1/customers/search", query='name:"row" AND -metadata["n"]:"3"', limit=3)
    assert ([c["name"] for c in found["data"]], found["has_more"]) == (["Row 4", "Row 2", "Row 1"], True)
    rest = asked.get("/v1/customers/search", query='name:"row" AND -metadata["n"]:"3"', page=found["next_page"])
    assert [c["name"] for c in rest["data"]] == ["Row 0"]
    assert object_problems(found) == []
    either = asked.get("/v1/customers/search", query="email:'row1@example.jp' OR email~'row2'")
    assert len(either["data"]) == 2
    assert asked.get("/v1/customers/search", query=f"created>={NOW} phone:null")["data"]


def test_pages_go_both_ways(asked: Asked) -> None:
    ids = [asked.post("/v1/customers", name=str(n))["id"] for n in range(7)][::-1]
    first = asked.get("/v1/customers", limit=3)
    assert ([c["id"] for c in first["data"]], first["has_more"]) == (ids[:3], True)
    second = asked.get("/v1/customers", limit=3, starting_after=ids[2])
    assert [c["id"] for c in second["data"]] == ids[3:6]
    back = asked.get("/v1/customers", limit=2, ending_before=ids[5])
    assert ([c["id"] for c in back["data"]], back["has_more"]) == (ids[3:5], True)
    assert asked.get("/v1/customers", created={"lt": NOW})["data"] == []


def test_a_key_replays_its_first_answer_for_a_day(asked: Asked) -> None:
    sent = {"idempotency-key": "k-1"}
    first = asked.answer("POST", "/v1/customers", {"name": "A", "email": "a@example.jp"}, sent)
    again = asked.answer("POST", "/v1/customers", {"email": "a@example.jp", "name": "A"}, sent)
    assert (again.body, again.headers["Idempotent-Replayed"]) == (first.body, "true")
    other = asked.answer("POST", "/v1/customers", {"name": "B"}, sent)
    assert (other.status, json.loads(other.body)["error"]["type"]) == (400, "idempotency_error")
    asked.refused("POST", "/v1/customers", nonsense="x")
    invalid = asked.answer("POST", "/v1/customers", {"nonsense": "x"}, {"idempotency-key": "k-2"})
    assert invalid.status == 400
    assert asked.answer("POST", "/v1/customers", {"name": "C"}, {"idempotency-key": "k-2"}).status == 200
    asked.advance(DAY)
    assert asked.answer("POST", "/v1/customers", {"name": "B"}, sent).status == 200
    assert asked.state.count("customer") == 3


def test_a_declined_charge_is_replayed_and_not_tried_twice(asked: Asked) -> None:
    pay = {"amount": 500, "currency": "jpy", "confirm": True, "payment_method": "pm_card_chargeDeclined"}
    answers = [asked.answer("POST", "/v1/payment_intents", pay, {"idempotency-key": "k"}) for _ in range(2)]
    assert [a.status for a in answers] == [402, 402]
    assert answers[0].body == answers[1].body
    assert asked.state.count("charge") == 1


def test_a_refused_write_leaves_nothing_half_done(asked: Asked) -> None:
    """Whatever had been made before the refusal is gone: a coupon's redemption, an inline price, a customer."""
    coupon = asked.post("/v1/coupons", percent_off=10, duration="once", max_redemptions=1)["id"]
    price, nobody = asked.price(), asked.customer(None)
    before = dump(asked.state)
    items = [{"price": price["id"]}]
    asked.refused("POST", "/v1/subscriptions", customer=nobody["id"], items=items, discounts=[{"coupon": coupon}])
    asked.refused("POST", "/v1/customers", name="Never", payment_method="pm_card_chargeDeclined")
    asked.refused("POST", "/v1/customers", name="Never", source="tok_visa", tax_id_data=[{"type": "jp_trn"}])
    asked.refused("POST", f"/v1/customers/{nobody['id']}/sources", source="tok_chargeDeclined")
    assert dump(asked.state) == before
    assert asked.get(f"/v1/coupons/{coupon}")["times_redeemed"] == 0


def test_a_crash_is_kept_under_its_key(asked: Asked) -> None:
    asked.simulator.faults.add(Fault("POST", "crash"))
    answers = [asked.answer("POST", "/v1/customers", {"name": "A"}, {"idempotency-key": "k"}) for _ in range(2)]
    assert [a.status for a in answers] == [500, 500]
    assert answers[1].headers["Idempotent-Replayed"] == "true"
    assert asked.state.count("customer") == 0


def _incoming(method: str, path: str, params: dict[str, Any] | None = None, **headers: str) -> Incoming:
    sent = {"authorization": f"Bearer {KEY}", **{k.replace("_", "-"): v for k, v in headers.items()}}
    return Incoming(method, path, "", sent, encoded(params or {}).encode())


def test_two_at_once_with_one_key_and_two_at_once_on_one_object(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("billing_desk.simulator.state.locks.PATIENCE_SECONDS", 0.1)
    id_ = asked.post("/v1/customers", name="A")["id"]

    async def both(first: Incoming, second: Incoming) -> list[tuple[int, Any]]:
        asked.simulator.faults.add(Fault("POST", "delay", times=1, seconds=0.4))
        slow = asyncio.ensure_future(asked.simulator.handle(first))
        await asyncio.sleep(0.05)
        answers = [await asked.simulator.handle(second), await slow]
        return [(a.status, json.loads(a.body).get("error", {}).get("code")) for a in answers]

    create = _incoming("POST", "/v1/customers", {"name": "B"}, idempotency_key="k")
    assert asyncio.run(both(create, create)) == [(409, "idempotency_key_in_use"), (200, None)]
    change = _incoming("POST", f"/v1/customers/{id_}", {"name": "C"})
    assert asyncio.run(both(change, change)) == [(429, "lock_timeout"), (200, None)]
    read = Incoming("GET", f"/v1/customers/{id_}", "", {"authorization": f"Bearer {KEY}"}, b"")
    assert asyncio.run(both(change, read)) == [(200, None), (200, None)]


def test_the_published_limits_per_account_endpoint_and_search() -> None:
    now = [0.0]
    clock = FrozenClock(NOW)
    live = State(clock, account_id="acct_1", name="A", livemode=True)
    simulator = Simulator({"sk_live_a": Grant(live)})
    simulator.limiter = Limiter(monotonic=lambda: now[0])
    asked = Asked(simulator=simulator, key="sk_live_a")
    assert all(asked.answer("GET", "/v1/customers").status == 200 for _ in range(60))
    simulator.limiter.enabled = True
    statuses = [asked.answer("GET", "/v1/customers").status for _ in range(30)]
    assert statuses == [200] * 25 + [429] * 5
    assert asked.answer("GET", "/v1/invoices").status == 200
    now[0] += 1
    paths = ("/v1/customers", "/v1/invoices", "/v1/products", "/v1/prices", "/v1/charges")
    total = [asked.answer("GET", path).status for path in paths for _ in range(25)]
    assert total.count(200) == 100
    now[0] += 2
    found = [asked.answer("GET", "/v1/customers/search", {"query": "name:'x'"}).status for _ in range(25)]
    assert found.count(200) == 20
    error = asked.refused("GET", "/v1/customers/search", query="name:'x'")
    assert (error["status"], error["code"]) == (429, "rate_limit")


def test_troubles_strike_by_pattern_and_the_same_way_for_the_same_seed(asked: Asked) -> None:
    def struck() -> list[int]:
        asked.simulator.faults.seed(5)
        return [asked.answer("GET", "/v1/customers").status for _ in range(20)]

    asked.simulator.faults.add(Fault("GET /v1/customers", "status", times=None, status=503, chance=0.3))
    first = struck()
    assert 0 < first.count(503) < 20
    assert struck() == first
    asked.simulator.faults.clear()
    asked.simulator.faults.add(Fault("POST", "permission"))
    assert asked.refused("POST", "/v1/customers")["status"] == 403
    for kind in ("drop_before", "drop_after"):
        asked.simulator.faults.add(Fault("POST", kind))
        assert asked.answer("POST", "/v1/customers", {"name": kind}).cut
    assert [c["name"] for c in asked.get("/v1/customers")["data"]] == ["drop_after"]
    asked.simulator.faults.add(Fault(".", "network_gone"))
    assert all(asked.answer("GET", "/v1/account").cut for _ in range(3))


def _controlled(asked: Asked, verb: str, values: dict[str, Any] | None = None, **headers: str) -> tuple[int, Any]:
    method = "GET" if values is None else "POST"
    sent = {"host": "127.0.0.1:12111", **headers}
    incoming = Incoming(method, f"/_control/{verb}", "", sent, json.dumps(values or {}).encode())
    answer = asyncio.run(Application(asked.simulator).answer(incoming))
    return answer.status, json.loads(answer.body)


def test_the_control_address_is_for_this_computer(asked: Asked) -> None:
    asked.subscribe(asked.customer(), asked.price())
    assert _controlled(asked, "advance", {"seconds": 31 * DAY}) == (200, {"now": NOW + 31 * DAY})
    assert len(asked.invoices()) == 2
    assert _controlled(asked, "fault", {"pattern": "GET", "kind": "status", "status": 503})[0] == 200
    assert asked.answer("GET", "/v1/account").status == 503
    assert _controlled(asked, "limits", {"enabled": True}) == (200, {"enabled": True})
    assert _controlled(asked, "settings", {"retry_days": [1], "after_retries": "unpaid"})[0] == 200
    assert asked.state.retry_days == (1,)
    assert _controlled(asked, "state")[1]["accounts"][0]["objects"]["invoice"] == 2
    assert _controlled(asked, "fault", {"colour": "red"})[0] == 400
    assert _controlled(asked, "advance", {"seconds": -1})[0] == 400
    assert _controlled(asked, "nothing", {})[0] == 404
    assert _controlled(asked, "state", None, host="evil.example")[0] == 403
    assert _controlled(asked, "clear", {}, origin="https://evil.example")[0] == 403


def test_the_state_goes_on_where_it_was_left(tmp_path: Path) -> None:
    asked = Asked()
    customer = asked.customer()
    subscription = asked.subscribe(customer, asked.price())
    file = tmp_path / "state.json"
    keeper = Keeper(asked.state, file)
    keeper.keep()
    written = file.stat().st_mtime_ns
    keeper.keep()
    assert file.stat().st_mtime_ns == written, "nothing changed, nothing is written"
    kept = load(file.read_bytes())
    kept.clock = FrozenClock(NOW)
    assert json.loads(dump(kept)) == json.loads(dump(asked.state))
    again = Asked(simulator=Simulator({KEY: Grant(kept)}))
    again.simulator.advance(31 * DAY)
    assert len(again.invoices(subscription=subscription["id"])) == 2
    with pytest.raises(ValueError, match="not a state"):
        load(b"{}")


def test_a_large_account_is_whole_and_can_be_worked_with() -> None:
    state = large_state(FrozenClock(NOW), 40)
    asked = Asked(simulator=Simulator({KEY: Grant(state)}))
    for path in ("customers", "invoices", "charges", "payment_intents", "invoice_payments", "subscriptions?status=all"):
        base, _, query = path.partition("?")
        page = asked.call("GET", f"/v1/{base}" + (f"?{query}&limit=100" if query else "?limit=100"))
        assert page["data"]
        assert object_problems(page) == []
    paid = asked.get("/v1/invoices", status="paid", limit=1)["data"][0]
    intent = asked.get("/v1/invoice_payments", invoice=paid["id"])["data"][0]["payment"]["payment_intent"]
    assert asked.post("/v1/refunds", payment_intent=intent)["amount"] == paid["total"]
    asked.post(f"/v1/customers/{paid['customer']}", name="Changed")
    assert asked.get("/v1/customers/search", query="name:'changed'")["data"]
    open_ = asked.get("/v1/invoices", status="open", limit=1)["data"][0]
    assert asked.post(f"/v1/invoices/{open_['id']}/pay")["status"] == "paid"
