"""Actions below the window (F4, F5): previews that come true, operations of many steps, undo, continue, ceilings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from billing_desk.desk import Desk
from billing_desk.domain.changes import ChangeKind
from billing_desk.domain.errors import Declined, Refused, TooMuch
from billing_desk.domain.money import Money
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import Operation, OperationState
from billing_desk.domain.writes.safety_limits import Ceilings, SafetyLimits
from billing_desk.gateway import stripe_gateway
from billing_desk.services.writes.step_executor import Stopped

from ..stripe_side import StripeSide
from ..support import RecordedCallbacks, empty_simulator, in_process, with_desk
from .desk_fixture import at_desk, customer_of, newest_entry, sent
from .subscription_previews import preview_quantity


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)


async def test_a_charge_is_one_operation_of_four_steps(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe)
        await desk.services.customers.refresh(customer)
        preview = await desk.services.invoices.preview_charge(customer, Money(5_000, "jpy"), "Setup")
        assert preview.effects.now == (Money(5_000, "jpy"),)
        assert "charged_card" in {said.code for said in preview.effects.by_stripe}
        paid = await sent(desk, preview)
        assert (paid["status"], paid["total"]) == ("paid", 5_000)
        stored = await desk.services.queries.get("invoice", paid["id"])
        assert stored is not None
        assert stored["status"] == "paid"
        entry = await newest_entry(desk)
        assert (entry.state, entry.done) == (OperationState.DONE, 4)
        assert not await desk.services.undo.can_undo(entry), "a payment is not undone, it is refunded"
        logged = (await desk.services.audit.newest())[0]
        assert logged["money"] == [[5_000, "jpy"]]
        assert len(logged["requests"]) == 4
        assert (logged["operator"], logged["system_user"]) == ("tester", "system")

    simulator = await at_desk(use, tmp_path)
    assert (
        len({key for method, _, key in simulator.requests if method == "POST" and key and key.startswith("bd-")}) == 4
    )


async def test_a_declined_step_says_what_was_made_and_can_be_gone_on_with_or_undone(tmp_path: Path) -> None:
    async def declined(desk: Desk, stripe: StripeSide) -> str:
        customer = await customer_of(stripe, "pm_card_chargeCustomerFail")
        with pytest.raises(Declined):
            await sent(desk, await desk.services.invoices.preview_charge(customer, Money(700, "jpy"), "Fee"))
        entry = await newest_entry(desk)
        assert (entry.state, entry.done) == (OperationState.REFUSED, 3)
        assert await desk.services.undo.can_continue(entry)
        assert await desk.services.undo.can_undo(entry)
        return customer

    async def goes_on(desk: Desk, stripe: StripeSide) -> None:
        customer = await declined(desk, stripe)
        good = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
        default = {"invoice_settings[default_payment_method]": good["id"]}
        await stripe.call("post", f"/v1/customers/{customer}", **default)
        preview = await desk.services.undo.preview_continue(await newest_entry(desk))
        assert preview is not None
        assert len(preview.operation.steps) == 1
        assert preview.operation.money == (Money(700, "jpy"),)
        assert (await sent(desk, preview))["status"] == "paid"
        assert len((await stripe.call("get", "/v1/invoices"))["data"]) == 1

    async def undone(desk: Desk, stripe: StripeSide) -> None:
        await declined(desk, stripe)
        entry = await newest_entry(desk)
        preview = await desk.services.undo.preview_undo(entry)
        assert (await sent(desk, preview))["status"] == "void"
        assert not await desk.services.undo.can_undo(entry)

    await at_desk(goes_on, tmp_path / "a")
    await at_desk(undone, tmp_path / "b")


async def test_stopping_means_before_the_next_step(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe)
        preview = await desk.services.invoices.preview_charge(customer, Money(900, "jpy"), "Fee")
        performer, log = desk.services.performer, desk.services.log
        desk.changes.subscribe(lambda c: performer.stop(preview.operation.id) if c.kind is ChangeKind.STEP else None)
        with pytest.raises(Stopped) as raised:
            await performer.perform(preview.operation)
        assert raised.value.done == 1
        assert [invoice["status"] for invoice in (await stripe.call("get", "/v1/invoices"))["data"]] == ["draft"]
        entry = (await log.unfinished())[0]
        preview_back = await desk.services.undo.preview_undo(entry)
        await sent(desk, preview_back)
        assert (await stripe.call("get", "/v1/invoices"))["data"] == []
        assert await log.unfinished() == []

    await at_desk(use, tmp_path)


async def test_what_was_stopped_is_resumed_with_the_same_keys(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe)
        preview = await desk.services.invoices.preview_charge(customer, Money(900, "jpy"), "Fee")
        performer = desk.services.performer
        end = desk.changes.subscribe(
            lambda c: performer.stop(preview.operation.id) if c.kind is ChangeKind.STEP else None
        )
        with pytest.raises(Stopped):
            await performer.perform(preview.operation)
        end()
        assert (await performer.resume((await desk.services.log.unfinished())[0]))["status"] == "paid"
        assert [invoice["status"] for invoice in (await stripe.call("get", "/v1/invoices"))["data"]] == ["paid"]

    await at_desk(use, tmp_path)


async def _undo_last(desk: Desk) -> None:
    await sent(desk, await desk.services.undo.preview_undo(await newest_entry(desk)))


async def test_field_edits_and_metadata_are_undone(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe, "", **{"metadata[crm]": "7", "description": "before"})
        fields = await desk.services.customers.current(customer)
        after = CustomerFields(name="New", email=fields.email, metadata={"tier": "gold"})
        await sent(desk, await desk.services.customers.preview_update(customer, fields, after))
        now = await stripe.call("get", f"/v1/customers/{customer}")
        assert (now["name"], now["description"], now["metadata"]) == ("New", None, {"tier": "gold"})
        await _undo_last(desk)
        now = await stripe.call("get", f"/v1/customers/{customer}")
        assert (now["name"], now["description"], now["metadata"]) == ("Sato", "before", {"crm": "7"})

    await at_desk(use, tmp_path)


async def test_what_others_changed_meanwhile_stays(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe, "", **{"metadata[a]": "1"})
        fields = await desk.services.customers.current(customer)
        await stripe.call("post", f"/v1/customers/{customer}", phone="+81300000000", **{"metadata[b]": "2"})
        after = CustomerFields(name="New", email=fields.email, metadata={"a": "3"})
        preview = await desk.services.customers.preview_update(customer, fields, after)
        assert preview is not None
        assert "changed_meanwhile" in {warning.code for warning in preview.warnings}
        await stripe.call("post", f"/v1/customers/{customer}", description="late")
        assert await desk.services.reader.changed_since(preview)
        await sent(desk, preview)
        now = await stripe.call("get", f"/v1/customers/{customer}")
        assert (now["name"], now["phone"], now["metadata"]) == ("New", "+81300000000", {"a": "3", "b": "2"})

    await at_desk(use, tmp_path)


async def test_subscriptions_end_pause_and_count_and_are_taken_back(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        _, id_ = await stripe.subscriber("sub@example.jp", "verbs-monthly")
        verbs = desk.services.subscription_ending

        async def now() -> Any:
            return await stripe.call("get", f"/v1/subscriptions/{id_}")

        await sent(desk, await verbs.preview_ending(id_, ends=True))
        assert (await now())["cancel_at_period_end"] is True
        assert await verbs.preview_ending(id_, ends=True) is None
        await _undo_last(desk)
        assert (await now())["cancel_at_period_end"] is False
        await sent(desk, await desk.services.subscription_pausing.preview_pause(id_, paused=True))
        assert (await now())["pause_collection"]["behavior"] == "void"
        await _undo_last(desk)
        assert (await now())["pause_collection"] is None
        item = (await now())["items"]["data"][0]
        preview = await preview_quantity(desk, id_, item["id"], 3)
        assert preview is not None
        assert preview.effects.later == (Money(3 * 980, "jpy"),)
        date = preview.operation.steps[0].request.params["proration_date"]
        await sent(desk, preview)
        assert (await now())["items"]["data"][0]["quantity"] == 3
        upcoming = await stripe.call("post", "/v1/invoices/create_preview", subscription=id_)
        assert preview.effects.next == (Money(upcoming["amount_due"], "jpy"),), "what was previewed comes true"
        prorated = [line for line in upcoming["lines"]["data"] if line["period"]["start"] == date]
        assert prorated, "at the moment that was previewed"

    await at_desk(use, tmp_path)


async def test_default_card_and_archive_are_undone(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer, _ = await stripe.subscriber("sub@example.jp", "verbs-monthly")
        other = await stripe.call("post", "/v1/payment_methods/pm_card_mastercard/attach", customer=customer)
        await desk.services.customers.refresh(customer)

        async def default() -> str:
            found = await stripe.call("get", f"/v1/customers/{customer}")
            return str(found["invoice_settings"]["default_payment_method"])

        before = await default()
        await sent(desk, await desk.services.cards.preview_default(other["id"]))
        assert await default() == other["id"]
        assert await desk.services.cards.preview_default(other["id"]) is None
        await _undo_last(desk)
        assert await default() == before
        await sent(desk, await desk.services.plans.preview_archive("verbs-monthly", archived=True))
        assert (await stripe.call("get", "/v1/prices/verbs-monthly"))["active"] is False
        await _undo_last(desk)
        assert (await stripe.call("get", "/v1/prices/verbs-monthly"))["active"] is True

    await at_desk(use, tmp_path)


async def test_ceilings_stop_what_runs_away(tmp_path: Path) -> None:
    """Per write, per hour and per count; a refused write moved nothing; a new desk remembers the hour."""
    rules = SafetyLimits(ceilings=Ceilings({"jpy": 1_000}, {"jpy": 1_500}, 5))

    async def use(desk: Desk, stripe: StripeSide) -> None:
        customer = await customer_of(stripe)
        charge = desk.services.invoices.preview_charge

        async def refused(amount: int) -> str:
            with pytest.raises(TooMuch) as raised:
                await sent(desk, await charge(customer, Money(amount, "jpy"), "x"))
            return str(raised.value.code)

        assert await refused(1_001) == "one_write"
        await sent(desk, await charge(customer, Money(1_000, "jpy"), "x"))
        assert await refused(501) == "one_hour"
        await sent(desk, await charge(customer, Money(500, "jpy"), "y"))
        for name in ("a", "b", "c"):
            await sent(desk, await desk.services.customers.preview_create(CustomerFields(name=name)))
        preview = await desk.services.customers.preview_create(CustomerFields(name="d"))
        with pytest.raises(TooMuch) as raised:
            await sent(desk, preview)
        assert raised.value.code == "writes"
        assert len(await desk.services.log.newest()) == 5, "what is over a ceiling is not even journalled"

    await at_desk(use, tmp_path, rules)

    async def later(desk: Desk, heard: RecordedCallbacks) -> None:
        heard.rules = rules
        with pytest.raises(TooMuch):
            await sent(desk, await desk.services.customers.preview_create(CustomerFields(name="e")))

    with in_process(empty_simulator()) as route:
        await with_desk(route, later, tmp_path)


async def test_no_card_number_is_journalled_or_sent(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        for fields in (
            CustomerFields(name="4242 4242 4242 4242"),
            CustomerFields(name="x", description="card ４２４２-４２４２-４２４２-４２４２"),
            CustomerFields(name="4242 4242", description="4242 4242"),
            CustomerFields(name="x", metadata={"a": "42424242", "b": "42424242"}),
        ):
            with pytest.raises(Refused) as raised:
                await sent(desk, await desk.services.customers.preview_create(fields))
            assert raised.value.code == "card_number"
        assert await desk.services.log.newest() == []

    simulator = await at_desk(use, tmp_path)
    assert [line for line in simulator.requests if line[0] == "POST"] == []


async def test_reason_and_ticket_go_to_stripe_where_the_settings_say_so(tmp_path: Path) -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        writer = desk.services.writer
        preview = await desk.services.customers.preview_create(CustomerFields(name="Noted"))
        made = await writer.perform(writer.explained(preview.operation, "asked by phone", "T-9"))
        assert made["metadata"]["bd_reason"] == "asked by phone"
        assert made["metadata"]["bd_ticket"] == "T-9"

    await at_desk(use, tmp_path, SafetyLimits(note_at_stripe=True))


async def test_a_journal_of_an_earlier_version_goes_on(tmp_path: Path) -> None:
    """Rows written before operations could be undone are read, and the audit log goes on where it ended."""
    from billing_desk.store.durable.durable import LASTING
    from billing_desk.store.files.database import Database

    from ..support import ACCOUNT, DATABASE_KEY

    path = tmp_path / f"journal-{ACCOUNT}-test.db"
    old = Database(path, DATABASE_KEY, LASTING[:1], durable=True)
    place = {"account": ACCOUNT, "mode": "test", "key_print": "p"}
    written = {"id": "o1", "place": place, "verb": "customer.update", "steps": [], "subjects": [["customer", "cus_1"]]}
    body = json.dumps({**written, "changes": [], "money": [], "risk": "plain", "reason": "old", "ticket": ""})
    values = ("o1", ACCOUNT, "test", "p", "customer.update", "f", "done", body, 1, 2)
    step = ("o1", 0, '{"method":"post","path":"/v1/customers/cus_1","params":{},"base":"api"}', "k", "v")
    entry = '{"operation": "o1", "n": 1}'
    from billing_desk.store.durable.audit import START, hash_of

    def fill(connection: Any) -> None:
        connection.execute("INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        connection.execute(
            "INSERT INTO steps (operation, position, request, key, version) VALUES (?, ?, ?, ?, ?)", step
        )
        connection.execute("INSERT INTO audit VALUES (1, ?, ?)", (entry, hash_of(START, 1, entry)))

    await old.write(fill)
    old.close()

    async def use(desk: Desk, stripe: StripeSide) -> None:
        entries: list[Operation] = [e.operation for e in await desk.services.log.newest()]
        assert [(o.reason, o.undo, o.bulk) for o in entries] == [("old", (), "")]
        assert await desk.services.audit.first_broken() is None
        await sent(desk, await desk.services.customers.preview_create(CustomerFields(name="n")))
        assert await desk.services.audit.first_broken() is None

    await at_desk(use, tmp_path)
