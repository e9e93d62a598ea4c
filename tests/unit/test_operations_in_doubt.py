"""What fresh eyes found in the money path (F5), each as the trouble that it made."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from billing_desk.desk import Desk
from billing_desk.domain.errors import Busy, Declined, DeskError, DiskFull, Refused, TooMuch
from billing_desk.domain.money import Money
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.objects.subscription import items_of
from billing_desk.domain.typed_amount import AmountError, parse
from billing_desk.domain.writes.action import Action
from billing_desk.domain.writes.bulk import Bulk, Edit, EditKind, RowState
from billing_desk.domain.writes.operation import OperationState
from billing_desk.domain.writes.references import resolved, result
from billing_desk.domain.writes.request import Request
from billing_desk.domain.writes.safety_limits import Ceilings, SafetyLimits
from billing_desk.domain.writes.write_evidence import carries
from billing_desk.gateway import stripe_gateway
from billing_desk.gateway.requests import customers
from billing_desk.gateway.version import API_VERSION
from billing_desk.services.writes.step_executor import Stopped, Unsettled
from billing_desk.simulator.state.faults import Fault
from billing_desk.store.durable.journal import Journal

from ..stripe_side import StripeSide
from ..support import TEST_KEY, RecordedCallbacks, empty_simulator, in_process, with_desk
from .desk_fixture import ADDRESS, at_desk, customer_of, newest_entry, sent
from .subscription_previews import preview_quantity


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)


async def _with_faults(use: Any, folder: Path) -> Any:
    """`use` gets the simulator too."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)

        async def inside(desk: Desk, heard: RecordedCallbacks) -> None:
            await use(desk, stripe, simulator, heard)

        await with_desk(route, inside, folder)
    return simulator


async def test_an_operation_is_gone_on_with_only_once(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        customer = await customer_of(stripe)
        simulator.faults.add(Fault("POST /v1/invoiceitems", "status", times=6, status=429))
        with pytest.raises(Busy):
            await sent(desk, await desk.services.invoices.preview_charge(customer, Money(700, "jpy"), "Fee"))
        first = await newest_entry(desk)
        stale = await desk.services.undo.preview_continue(first)
        simulator.faults.add(Fault("POST .*/finalize", "status", times=6, status=429))
        with pytest.raises(Busy):
            await sent(desk, await desk.services.undo.preview_continue(first))
        assert not await desk.services.undo.can_continue(first)
        assert not await desk.services.undo.can_undo(first)
        with pytest.raises(DeskError):
            await sent(desk, stale)
        second = await newest_entry(desk)
        paid = await sent(desk, await desk.services.undo.preview_continue(second))
        assert (paid["status"], paid["total"]) == ("paid", 700)

    await _with_faults(use, tmp_path)


@pytest.mark.parametrize(
    ("held", "sent_", "same"),
    [
        ({"behavior": "void"}, "", False),
        ({"city": "Tokyo"}, "", False),
        ({"city": None, "country": None}, "", True),
        (None, "", True),
        ({}, "", True),
        ({"id": "pm_1"}, "pm_1", True),
        ({"id": "pm_1"}, "", False),
    ],
)
def test_what_was_to_be_cleared_is_cleared_or_it_is_not(held: object, sent_: str, same: bool) -> None:
    assert carries({"field": held}, {"field": sent_}) is same


async def test_an_unpause_that_never_arrived_is_not_taken_for_done(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        subscription = (await stripe.subscriber("p@example.jp", "paused-plan"))[1]
        await sent(desk, await desk.services.subscription_pausing.preview_pause(subscription, paused=True))
        preview = await desk.services.subscription_pausing.preview_pause(subscription, paused=False)
        simulator.faults.add(Fault("POST", "drop_before", times=9))
        with pytest.raises(Unsettled):
            await sent(desk, preview)

    await _with_faults(use, tmp_path)


async def test_after_a_long_sleep_between_two_attempts_nothing_is_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        customer = await customer_of(stripe)
        preview = await desk.services.invoices.preview_charge(customer, Money(700, "jpy"), "Fee")
        simulator.faults.add(Fault("POST /v1/invoices$", "drop_after", times=1))
        wall = iter([1.0, 1.0])  # the first attempt; then the lid is closed
        clock = SimpleNamespace(time=lambda: next(wall, 25 * 3_600.0))
        monkeypatch.setattr("billing_desk.services.writes.step_executor.time", clock)
        paid = await sent(desk, preview)  # the draft is looked up and found
        assert (paid["status"], paid["total"]) == ("paid", 700)

    simulator = await _with_faults(use, tmp_path)
    assert sum(1 for method, path, _ in simulator.requests if (method, path) == ("POST", "/v1/invoices")) == 1


async def test_a_lost_answer_that_was_a_decline_ends_as_refused(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        customer = await customer_of(stripe, "pm_card_chargeCustomerFail")
        simulator.faults.add(Fault("POST .*/pay", "drop_after", times=1))
        with pytest.raises(Declined):
            await sent(desk, await desk.services.invoices.preview_charge(customer, Money(700, "jpy"), "Fee"))
        entry = await newest_entry(desk)
        assert (entry.state, entry.done) == (OperationState.REFUSED, 3)
        assert await desk.services.undo.can_continue(entry)

    await _with_faults(use, tmp_path)


async def test_an_invoice_that_was_voided_meanwhile_ends_the_doubt(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        customer = await customer_of(stripe, "pm_card_chargeCustomerFail")
        with pytest.raises(Declined):
            await sent(desk, await desk.services.invoices.preview_charge(customer, Money(700, "jpy"), "Fee"))
        invoice = (await stripe.call("get", "/v1/invoices"))["data"][0]["id"]
        preview = await desk.services.invoices.preview_pay(invoice)
        simulator.faults.add(Fault("POST .*/pay", "drop_before", times=3))
        with pytest.raises(Unsettled):
            await sent(desk, preview)
        await stripe.call("post", f"/v1/invoices/{invoice}/void")
        with pytest.raises(Refused):
            await desk.services.performer.resume((await desk.services.log.unfinished())[0])
        assert await desk.services.log.unfinished() == []

    await _with_faults(use, tmp_path)


async def test_a_charge_that_the_balance_covers_is_done(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe)
        credit = {"amount": "-5000", "currency": "jpy"}
        await stripe.call("post", f"/v1/customers/{customer}/balance_transactions", **credit)
        paid = await sent(desk, await desk.services.invoices.preview_charge(customer, Money(700, "jpy"), "Fee"))
        assert paid["status"] == "paid"
        entry = await newest_entry(desk)
        assert (entry.state, entry.done) == (OperationState.DONE, 3), "what is paid by finalizing is not paid again"

    await at_desk(use, tmp_path)


async def test_a_quantity_is_taken_back_from_today_on(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        _, subscription = await stripe.subscriber("q@example.jp", "seats")
        item = (await stripe.call("get", f"/v1/subscriptions/{subscription}"))["items"]["data"][0]["id"]
        await sent(desk, await preview_quantity(desk, subscription, item, 3))
        done = await newest_entry(desk)
        await stripe.call("post", f"/v1/subscription_items/{item}", quantity="5")
        back = await desk.services.undo.preview_undo(done)
        assert back is not None
        assert back.effects.next
        assert back.effects.later == (Money(980, "jpy"),)
        assert [(c.before, c.after) for c in back.operation.changes] == [("5", "1")]
        assert back.operation.undoes == done.operation.id
        assert (back.operation.action, back.operation.reverts) == (Action.SUBSCRIPTION_QUANTITY, 1)
        await sent(desk, back)
        assert not await desk.services.undo.can_undo(done)
        again = await desk.services.undo.preview_undo(await newest_entry(desk))
        assert again is not None
        assert [(c.before, c.after) for c in again.operation.changes] == [("1", "5")]

    await at_desk(use, tmp_path)


def test_a_quantity_of_nothing_is_nothing() -> None:
    assert items_of({"items": {"data": [{"id": "si_1", "quantity": 0, "price": {}}]}})[0].quantity == 0
    assert items_of({"items": {"data": [{"id": "si_1", "price": {}}]}})[0].quantity == 1


@pytest.mark.parametrize("text", ["12,50", "1,2", "1,23,456", ",5", "1,2345"])
def test_a_comma_is_no_decimal_sign(text: str) -> None:
    with pytest.raises(AmountError):
        parse(text, "eur")


def test_grouping_commas_are_read() -> None:
    assert parse("1,234,567.50", "eur") == Money(123_456_750, "eur")
    assert parse("１，２００", "jpy") == Money(1_200, "jpy")


def test_a_metadata_key_may_look_like_a_reference() -> None:
    typed = Request("post", "/v1/customers/cus_1", {"metadata": {"$result": "x"}})
    assert resolved(typed, []) == typed
    assert resolved(Request("post", "/v1/x", {"invoice": result(0)}), [{"id": "in_1"}]).params == {"invoice": "in_1"}


async def test_what_waits_is_listed_whatever_came_later(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        customer = await customer_of(stripe)
        simulator.faults.add(Fault("POST", "drop_before", times=9))
        before = await desk.services.customers.current(customer)
        with pytest.raises(Unsettled):
            await sent(desk, await desk.services.customers.preview_update(customer, before, CustomerFields(name="X")))
        waiting = (await newest_entry(desk)).operation.id
        simulator.faults.clear()
        planner, journal = desk.services.writer._planner, desk.services.performer._journal
        for number in range(203):
            request = customers.update(customer, {"name": f"Name {number}"})
            later = planner.plan(Action.CUSTOMER_UPDATE, request, subjects=(("customer", customer),))
            await journal.begin(later, API_VERSION, planner.now())
            await journal.close(Journal.settling(later.id, OperationState.ABANDONED, planner.now()))
        listed = await desk.services.log.newest()
        assert listed[0].operation.id == waiting
        assert len(listed) == 201

    await _with_faults(use, tmp_path)


async def _bulk(desk: Desk, customers: int, edit: Edit) -> Bulk:
    numbers = await desk.services.queries.numbers(_all())
    assert len(numbers) == customers
    return await desk.services.bulk.begin(await desk.services.bulk.dry(edit, numbers), "why", "")


def _all() -> Any:
    from zoneinfo import ZoneInfo

    from billing_desk.domain.list_query import Query

    return Query("customer", zone=ZoneInfo("UTC"))


async def _made(desk: Desk, stripe: StripeSide, count: int) -> list[str]:
    ids = [await stripe.customer(name=f"C {n}", email=f"c{n}@example.jp") for n in range(count)]
    for id_ in ids:
        await desk.services.queries._mirror.put([await stripe.call("get", f"/v1/customers/{id_}")], 1.0)
    return ids


async def test_what_was_left_is_not_made_by_retrying_the_failed(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        await _made(desk, stripe, 30)
        bulk = await _bulk(desk, 30, Edit(EditKind.ADD_TAG, value="x"))
        simulator.faults.add(Fault("POST /v1/customers/", "status", times=1, status=400))

        def told(run: Any) -> None:
            if run.made >= 10:
                run.stop()

        await desk.services.bulk.run(bulk, told)
        stopped = (await desk.services.bulk.newest())[0]
        assert stopped.left > 0
        await desk.services.bulk.dismiss(stopped)
        failed = (await desk.services.bulk.newest())[0].counts[RowState.FAILED]
        assert failed == 1
        again = await desk.services.bulk.retry_failed(bulk.id)
        assert again is not None
        assert again.left == 1
        await desk.services.bulk.run(again)
        ended = (await desk.services.bulk.newest())[0].counts
        assert ended[RowState.SKIPPED] == stopped.left
        assert RowState.FAILED not in ended

    await _with_faults(use, tmp_path)


async def test_a_row_that_was_found_out_is_not_unknown_any_more(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        ids = await _made(desk, stripe, 3)
        bulk = await _bulk(desk, 3, Edit(EditKind.ADD_TAG, value="x"))
        simulator.faults.add(Fault(f"POST /v1/customers/{ids[1]}", "drop_before", times=3))
        simulator.faults.add(Fault("GET /v1/events", "drop_before", times=9))
        await desk.services.bulk.run(bulk)
        simulator.faults.clear()
        assert (await desk.services.bulk.newest())[0].counts.get(RowState.UNKNOWN)
        for entry in await desk.services.log.unfinished():
            await desk.services.performer.resume(entry)
        counts = (await desk.services.bulk.newest())[0].counts
        assert counts == {RowState.DONE: 3}

    await _with_faults(use, tmp_path)


async def test_no_card_number_gets_into_a_reason_a_pair_or_a_bulk(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe)
        before = await desk.services.customers.current(customer)
        for after in (
            CustomerFields(name="カード番号4242424242424242です", email=before.email),
            CustomerFields(name="N", email=before.email, metadata={"42424242": "42424242"}),
        ):
            with pytest.raises(Refused):
                await sent(desk, await desk.services.customers.preview_update(customer, before, after))
        preview = await desk.services.customers.preview_update(customer, before, CustomerFields(name="N"))
        assert preview is not None
        with pytest.raises(Refused):
            await desk.services.performer.perform(preview.operation.explained("4242 4242 4242 4242", ""))
        with pytest.raises(Refused):
            await desk.services.performer.perform(preview.operation.explained("42424242", "42424242"))
        dry = await desk.services.bulk.dry(Edit(EditKind.DESCRIBE, value="4242424242424242"), [])
        with pytest.raises(Refused):
            await desk.services.bulk.begin(dry, "", "")
        with pytest.raises(Refused):
            await desk.services.bulk.begin(
                await desk.services.bulk.dry(Edit(EditKind.ADD_TAG, value="x"), []), "4242424242424242", ""
            )

    simulator = await at_desk(use, tmp_path)
    assert [
        path for method, path, key in simulator.requests if method == "POST" and (key or "").startswith("bd-")
    ] == []


def _an_hour_earlier(connection: Any) -> None:
    connection.execute("UPDATE operations SET counted = counted - 3601")
    connection.execute("UPDATE attempts SET started = started - 3601")


async def test_resuming_counts_against_the_hour_too(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, heard: RecordedCallbacks) -> None:
        heard.rules = SafetyLimits(ceilings=Ceilings(one_hour={"jpy": 1_500}))
        first, second = await customer_of(stripe), await customer_of(stripe)
        preview = await desk.services.invoices.preview_charge(first, Money(1_000, "jpy"), "Fee")
        desk.services.performer.stop(preview.operation.id)
        with pytest.raises(Stopped):
            await sent(desk, preview)
        await desk._durable.write(_an_hour_earlier)
        await sent(desk, await desk.services.invoices.preview_charge(second, Money(1_000, "jpy"), "Fee"))
        with pytest.raises(TooMuch):
            await desk.services.performer.resume((await desk.services.log.unfinished())[0])

    await _with_faults(use, tmp_path)


async def test_a_full_disk_does_not_turn_a_lost_answer_into_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use(desk: Desk, stripe: StripeSide, simulator: Any, _: RecordedCallbacks) -> None:
        customer = await customer_of(stripe)
        before = await desk.services.customers.current(customer)
        preview = await desk.services.customers.preview_update(customer, before, CustomerFields(name="N"))
        simulator.faults.add(Fault("POST", "drop_after", times=1))
        simulator.faults.add(Fault("GET /v1/customers", "drop_before", times=9))

        async def full(*_: Any, **__: Any) -> None:
            raise DiskFull

        monkeypatch.setattr(Journal, "attempt_ended", full)
        with pytest.raises(Unsettled):
            await sent(desk, preview)
        monkeypatch.undo()
        assert len(await desk.services.log.unfinished()) == 1

    await _with_faults(use, tmp_path)
