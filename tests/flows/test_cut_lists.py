"""Lists that Stripe cuts inside an object: the program reads the rest, or says that it could not."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from billing_desk.desk import Desk
from billing_desk.domain.list_query import Query
from billing_desk.domain.objects.subscription import items_of
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.state.faults import Fault

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import TEST_KEY, RecordedCallbacks, empty_simulator, in_process, until, with_desk
from .actions import press
from .operator_fixture import at_desk

ADDRESS = "http://practice.invalid"
ENTRIES = 12
"""More than the ten that Stripe sends inside an object."""
SAID = "Stripe has more entries than are shown here."


async def _current(desk: Desk, heard: RecordedCallbacks) -> None:
    desk.start()
    await until(lambda: heard.phase is Phase.CURRENT and not heard.statuses[-1].unread, 40)


async def _paid_in_parts(stripe: StripeSide, owner: str) -> str:
    """An open invoice with ENTRIES payments: its own, and the others of 100 each."""
    draft = await stripe.call("post", "/v1/invoices", customer=owner, auto_advance="false")
    line = {"customer": owner, "invoice": draft["id"], "amount": "5000", "currency": "jpy"}
    await stripe.call("post", "/v1/invoiceitems", **line)
    await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize", auto_advance="false")
    for _ in range(ENTRIES - 1):
        intent = {"amount": "100", "currency": "jpy", "customer": owner, "confirm": "true", "off_session": "true"}
        made = await stripe.call("post", "/v1/payment_intents", payment_method="pm_card_visa", **intent)
        await stripe.call("post", f"/v1/invoices/{draft['id']}/attach_payment", payment_intent=made["id"])
    return str(draft["id"])


async def _many_items(stripe: StripeSide, owner: str) -> str:
    """A subscription to ENTRIES prices of 100 each."""
    items: dict[str, Any] = {}
    for number in range(ENTRIES):
        product = await stripe.call("post", "/v1/products", name=f"Part {number}")
        recurring = {"recurring[interval]": "month", "unit_amount": "100", "currency": "jpy"}
        price = await stripe.call("post", "/v1/prices", product=product["id"], **recurring)
        items[f"items[{number}][price]"] = price["id"]
    made = await stripe.call(
        "post", "/v1/subscriptions", customer=owner, collection_method="send_invoice", days_until_due="30", **items
    )
    assert made["items"]["has_more"], "as Stripe does"
    return str(made["id"])


async def _refunded_in_parts(stripe: StripeSide, owner: str) -> str:
    card = {"payment_method": "pm_card_visa", "confirm": "true", "off_session": "true", "customer": owner}
    intent = await stripe.call("post", "/v1/payment_intents", amount="5000", currency="jpy", **card)
    for _ in range(ENTRIES):
        await stripe.call("post", "/v1/refunds", charge=intent["latest_charge"], amount="10")
    return str(intent["latest_charge"])


async def test_the_backfill_reads_the_whole_lists_and_keeps_them(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        owner = await stripe.customer(name="Parts")
        invoice, subscription = await _paid_in_parts(stripe, owner), await _many_items(stripe, owner)

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            seen = await desk.services.invoices.overview(invoice)
            assert seen is not None
            assert (len(seen.payments), seen.more_payments) == (ENTRIES, False)
            stored = await desk.services.queries.get("subscription", subscription)
            assert len(items_of(stored or {})) == ENTRIES
            [(_, row)] = (await desk.services.queries.page(Query("subscription"), 2)).rows
            assert (row["items"], row["amount"]) == (ENTRIES, ENTRIES * 100)
            simulator.requests.clear()
            desk.services.refresh()
            await until(lambda: Phase.FILLING in {s.phase for s in heard.statuses[-3:]})
            await until(lambda: heard.phase is Phase.CURRENT and not heard.statuses[-1].unread, 40)
            again = [path for _, path, _ in simulator.requests if path.endswith(("invoice_payments", "_items"))]
            assert again == [], "unchanged objects keep their whole lists"
            await desk.services.queries.refresh("subscription", subscription)
            stored = await desk.services.queries.get("subscription", subscription)
            assert len(items_of(stored or {})) == ENTRIES

        await with_desk(route, use, tmp_path)


async def test_after_an_event_and_a_write_the_lists_are_whole(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    with in_process(empty_simulator()) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            owner = await stripe.customer(name="Later")
            subscription, invoice = await _many_items(stripe, owner), await _paid_in_parts(stripe, owner)

            async def is_whole() -> bool:
                seen = await desk.services.invoices.overview(invoice)
                stored = await desk.services.queries.get("subscription", subscription)
                return bool(seen and len(seen.payments) == ENTRIES and len(items_of(stored or {})) == ENTRIES)

            async with asyncio.timeout(20):
                while not await is_whole():
                    await asyncio.sleep(0.05)
            preview = await desk.services.subscription_ending.preview_ending(subscription, ends=True)
            assert preview is not None
            await desk.services.performer.perform(preview.operation)
            stored = await desk.services.queries.get("subscription", subscription)
            assert len(items_of(stored or {})) == ENTRIES, "the answer to a write has only the first ones"

        await with_desk(route, use, tmp_path)


async def test_refunds_and_payments_of_a_customer_are_all_read(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    with in_process(empty_simulator()) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        owner = await stripe.customer(name="Refunded")
        charge = await _refunded_in_parts(stripe, owner)

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await desk.services.payments.refresh(owner)
            [payment] = await desk.services.payments.of(owner)
            assert payment.id == charge
            assert (len(payment.refunds), payment.more_refunds) == (ENTRIES, False)

        await with_desk(route, use, tmp_path)


async def test_what_cannot_be_read_is_said_once(qapp: QApplication, tmp_path: Path) -> None:
    """F2: A key without the permission is not asked for ever."""
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)
        invoice = await _paid_in_parts(stripe, await stripe.customer(name="Parts"))
        fault = simulator.faults.add(Fault("GET /v1/invoice_payments", "permission", times=None))

        async def use(desk: Desk, heard: RecordedCallbacks) -> None:
            await _current(desk, heard)
            seen = await desk.services.invoices.overview(invoice)
            assert seen is not None
            assert (len(seen.payments), seen.more_payments) == (10, True)
            assert fault.hits <= 3, "twice for the payments of invoices, once for those on their way"

        await with_desk(route, use, tmp_path)


def _labels(operator: Operator) -> list[str]:
    return [label.text() for label in operator.page.detail.findChildren(QLabel)]


@pytest.mark.parametrize("readable", [True, False])
async def test_an_invoice_shows_all_payments_or_says_that_there_are_more(
    qapp: QApplication, tmp_path: Path, *, readable: bool
) -> None:
    """F2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        if not readable:
            simulator.faults.add(Fault("GET /v1/invoice_payments", "permission", times=None))
        invoice = await _paid_in_parts(stripe, await stripe.customer(name="Parts"))
        await until(lambda: operator.app.desks.current and operator.app.desks.current.status.phase is Phase.CURRENT)
        operator.window.open_object("invoice", invoice)
        paid = ENTRIES - 1 if readable else 10
        await until(lambda: _labels(operator).count("¥100") == paid)
        await until(lambda: (SAID in _labels(operator)) is not readable)


async def test_a_customer_with_many_payments_says_so_and_shows_all_on_request(
    qapp: QApplication, tmp_path: Path
) -> None:
    """F2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        owner = await stripe.customer(name="Pays often", email="often@example.jp")
        card = {"payment_method": "pm_card_visa", "confirm": "true", "off_session": "true", "customer": owner}
        for number in range(ENTRIES):
            await stripe.call("post", "/v1/payment_intents", amount=str(300 + number), currency="jpy", **card)
        await operator.services.queries.refresh("customer", owner)
        operator.window.open_object("customer", owner)
        await press(operator, "All 12 payments")
        await until(lambda: {f"¥{300 + number}" for number in range(ENTRIES)} <= set(_labels(operator)))
