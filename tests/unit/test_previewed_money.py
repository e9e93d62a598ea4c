"""What a preview of a subscription's change says about money is what is charged, whatever the customer has."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from billing_desk.desk import Desk
from billing_desk.domain.billing_cycle import MonthDay
from billing_desk.domain.errors import DeskError
from billing_desk.domain.money import Money
from billing_desk.domain.objects.subscription import items_of
from billing_desk.domain.writes.new_subscription import Fee, FeeWay, PayBy, Start, Trial, WantedItem, Wish
from billing_desk.domain.writes.operation import OperationState, Preview
from billing_desk.domain.writes.remarks import EffectCode, WarningCode
from billing_desk.domain.writes.subscription_change import ItemEdit, When, edits_of
from billing_desk.gateway import stripe_gateway
from billing_desk.services.subscriptions.ending import Ending
from billing_desk.services.subscriptions.pausing import Hold
from billing_desk.services.writes.step_executor import Unsettled
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault

from ..stripe_side import StripeSide
from ..support import TEST_KEY, empty_simulator, in_process, with_desk
from .desk_fixture import ADDRESS, customer_of, newest_entry, sent

DAY = 86_400


class Selling:
    """A desk, the account behind it, and its clock."""

    def __init__(self, desk: Desk, stripe: StripeSide, simulator: Simulator) -> None:
        self.desk, self.stripe, self.simulator = desk, stripe, simulator
        self.services = desk.services

    def now(self) -> int:
        return int(next(iter(self.simulator.states())).now())

    async def price(self, amount: int = 1_000, name: str = "Basic", interval: str = "month") -> str:
        fields = {"currency": "jpy", "recurring[interval]": interval, "nickname": name, "unit_amount": str(amount)}
        made = await self.stripe.call("post", "/v1/prices", **fields, **{"product_data[name]": name})
        await self.services.queries.refresh("price", made["id"])
        return str(made["id"])

    async def subscribe(self, customer: str, price: str, **fields: str) -> str:
        made = await self.stripe.call(
            "post", "/v1/subscriptions", **{"customer": customer, "items[0][price]": price, **fields}
        )
        return str(made["id"])

    async def subscription(self, id_: str) -> dict[str, Any]:
        found: dict[str, Any] = await self.stripe.call("get", f"/v1/subscriptions/{id_}")
        return found

    async def paid(self, customer: str) -> list[int]:
        rows = (await self.stripe.call("get", "/v1/invoices", customer=customer, limit="100"))["data"]
        return [row["amount_paid"] for row in rows]

    async def balance(self, customer: str, amount: int) -> None:
        path = f"/v1/customers/{customer}/balance_transactions"
        await self.stripe.call("post", path, amount=str(amount), currency="jpy")

    async def change(self, subscription: str, price: str, when: When = When.RENEWAL) -> Preview | None:
        (item,) = items_of(await self.subscription(subscription))
        changes = self.services.subscription_changes
        return await changes.preview(subscription, [ItemEdit(item.id, price, 1)], when, changes.now())


Use = Callable[[Selling], Awaitable[None]]


@pytest.fixture(autouse=True)
def _no_delays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(DeskError) as why:
        yield
    assert why.value.code == code


async def selling(use: Use, folder: Path) -> None:
    simulator = empty_simulator()
    with in_process(simulator) as route:
        stripe = StripeSide(ADDRESS, TEST_KEY, route.transport)

        async def inside(desk: Desk, _heard: object) -> None:
            await use(Selling(desk, stripe, simulator))

        await with_desk(route, inside, folder)


async def test_a_preview_before_the_aligned_day_is_not_sent_after_it(tmp_path: Path) -> None:
    """C7: Stripe would take the next such day, and bill a whole period."""

    async def use(s: Selling) -> None:
        customer, price = await customer_of(s.stripe), await s.price(31_000)
        day = MonthDay(1, time(0, 0), ZoneInfo("UTC"))
        s.simulator.advance(day.next(s.now()) - s.now() - 3_600)
        await s.services.queries.refresh("price", price)
        wish = Wish(customer, (WantedItem(price),), "jpy", start=Start.ANCHOR, day=day)
        preview = await s.services.new_subscriptions.preview(wish)
        assert not await s.services.reader.changed_since(preview)
        s.simulator.advance(7_200)
        await s.services.queries.refresh("price", price)
        assert await s.services.reader.changed_since(preview)
        with refused("preview_too_old"):
            await sent(s.desk, preview)
        assert (await newest_entry(s.desk)).state is OperationState.REFUSED
        assert await s.paid(customer) == []

    await selling(use, tmp_path)


async def test_the_chosen_card_is_charged_even_if_it_is_an_older_one(tmp_path: Path) -> None:
    """C3: a PaymentMethod would go before it. The undo restores both fields."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        method = (await s.stripe.call("get", f"/v1/customers/{customer}"))["invoice_settings"]["default_payment_method"]
        card = (await s.stripe.call("post", f"/v1/customers/{customer}/sources", source="tok_visa"))["id"]
        id_ = await s.subscribe(customer, await s.price(), default_payment_method=method)
        terms = s.services.subscription_terms
        await sent(s.desk, await terms.preview_method(id_, card))
        now = await s.subscription(id_)
        assert (now["default_payment_method"], now["default_source"]) == (None, card)
        await sent(s.desk, await s.services.undo.preview_undo(await newest_entry(s.desk)))
        now = await s.subscription(id_)
        assert (now["default_payment_method"], now["default_source"]) == (method, None)

    await selling(use, tmp_path)


@pytest.mark.parametrize(("balance", "due"), [(-9_000, 0), (-2_000, 3_000), (700, 5_700), (0, 5_000)])
async def test_a_fee_on_an_invoice_counts_the_balance_and_no_discount(tmp_path: Path, balance: int, due: int) -> None:
    """C5."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        await s.stripe.call("post", "/v1/coupons", id="HALF", percent_off="50", duration="forever")
        id_ = await s.subscribe(customer, await s.price(), **{"discounts[0][coupon]": "HALF"})
        before = sum(await s.paid(customer))
        if balance:
            await s.balance(customer, balance)
        fee = Fee(FeeWay.INVOICE, Money(5_000, "jpy"), "Setup")
        preview = await s.services.subscription_terms.preview_fee(id_, fee)
        assert preview.effects.now == (Money(due, "jpy"),)
        assert preview.operation.money == ((Money(due, "jpy"),) if due else ())
        await sent(s.desk, preview)
        assert sum(await s.paid(customer)) - before == due

    await selling(use, tmp_path)


async def test_a_fee_of_a_new_subscription_comes_after_its_first_bill(tmp_path: Path) -> None:
    """C5: what the first bill leaves of the balance."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        await s.balance(customer, -1_500)
        fee = Fee(FeeWay.INVOICE, Money(5_000, "jpy"), "Setup")
        wish = Wish(customer, (WantedItem(await s.price()),), "jpy", fee=fee)
        preview = await s.services.new_subscriptions.preview(wish)
        assert preview.operation.money == (Money(4_500, "jpy"),)
        await sent(s.desk, preview)
        assert sum(await s.paid(customer)) == 4_500

    await selling(use, tmp_path)


async def test_no_fee_is_taken_if_the_first_bill_is_declined(tmp_path: Path) -> None:
    """C4: nothing is created then."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe, card="pm_card_chargeCustomerFail")
        fee = Fee(FeeWay.CHARGE, Money(5_000, "jpy"), "Setup")
        wish = Wish(customer, (WantedItem(await s.price()),), "jpy", fee=fee)
        preview = await s.services.new_subscriptions.preview(wish)
        with pytest.raises(DeskError):
            await sent(s.desk, preview)
        assert (await s.stripe.call("get", "/v1/subscriptions", customer=customer))["data"] == []
        assert (await s.stripe.call("get", "/v1/payment_intents", customer=customer, limit="100"))["data"] == []

    await selling(use, tmp_path)


async def test_continuing_shows_what_is_left_to_pay(tmp_path: Path) -> None:
    """E7. A subscription whose first bill was paid is not canceled as an undo."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        fee = Fee(FeeWay.CHARGE, Money(5_000, "jpy"), "Setup")
        wish = Wish(customer, (WantedItem(await s.price()),), "jpy", fee=fee)
        preview = await s.services.new_subscriptions.preview(wish)
        assert preview.operation.money == (Money(6_000, "jpy"),)
        s.simulator.faults.add(Fault("POST /v1/payment_intents", "permission", times=1))
        with pytest.raises(DeskError):
            await sent(s.desk, preview)
        entry = await newest_entry(s.desk)
        again = await s.services.undo.preview_continue(entry)
        assert again is not None
        assert again.operation.money == (Money(5_000, "jpy"),)
        assert await s.services.undo.preview_undo(entry) is None

    await selling(use, tmp_path)


async def test_an_undone_subscription_is_not_made_again_without_its_amount(tmp_path: Path) -> None:
    """E7."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        await s.balance(customer, -1_000)
        wish = Wish(customer, (WantedItem(await s.price()),), "jpy")
        await sent(s.desk, await s.services.new_subscriptions.preview(wish))
        await sent(s.desk, await s.services.undo.preview_undo(await newest_entry(s.desk)))
        assert await s.services.undo.preview_undo(await newest_entry(s.desk)) is None

    await selling(use, tmp_path)


async def test_a_fee_left_by_a_failed_attempt_is_announced(tmp_path: Path) -> None:
    """C6."""

    async def use(s: Selling) -> None:
        customer, price = await customer_of(s.stripe), await s.price()
        fields = {"amount": "5000", "currency": "jpy", "description": "Setup"}
        await s.stripe.call("post", "/v1/invoiceitems", customer=customer, **fields)
        preview = await s.services.new_subscriptions.preview(Wish(customer, (WantedItem(price),), "jpy"))
        assert preview.operation.money == (Money(6_000, "jpy"),)
        (warning,) = [w for w in preview.warnings if w.code is WarningCode.PENDING_IS_BILLED]
        assert warning.values["amount"] == "5000"

    await selling(use, tmp_path)


@pytest.mark.parametrize("when", [When.NEXT, When.NONE])
async def test_from_free_to_paid_is_charged_at_once(tmp_path: Path, when: When) -> None:
    """F4: Stripe begins a new cycle then."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        id_ = await s.subscribe(customer, await s.price(0, "Free"))
        s.simulator.advance(5 * DAY)
        paid = await s.price(3_000, "Pro")
        preview = await s.change(id_, paid, when)
        assert preview is not None
        assert preview.operation.money == (Money(3_000, "jpy"),)
        await sent(s.desk, preview)
        assert sum(await s.paid(customer)) == 3_000

    await selling(use, tmp_path)


async def test_the_undo_of_a_change_leaves_other_items_alone(tmp_path: Path) -> None:
    """E7. If its item was removed since, it is refused."""

    async def use(s: Selling) -> None:
        customer, basic, pro = await customer_of(s.stripe), await s.price(), await s.price(3_000, "Pro")
        extra = await s.price(500, "Extra")
        id_ = await s.subscribe(customer, basic)
        await sent(s.desk, await s.change(id_, pro, When.NEXT))
        entry = await newest_entry(s.desk)
        await s.stripe.call("post", "/v1/subscription_items", subscription=id_, price=extra)
        await sent(s.desk, await s.services.undo.preview_undo(entry))
        now = items_of(await s.subscription(id_))
        assert {item.price.id for item in now} == {basic, extra}
        edits = [e for e in edits_of(now) if e.price == extra]
        gone = next(item.id for item in now if item.price.id == basic)
        await sent(s.desk, await s.services.subscription_changes.preview(id_, edits, When.NONE, s.now()))
        assert gone not in {item.id for item in items_of(await s.subscription(id_))}
        changes = s.services.subscription_changes
        with refused("change_item_gone"):
            await changes.preview_back(entry.operation)

    await selling(use, tmp_path)


async def test_an_undone_date_leaves_the_cancellation_that_was_there(tmp_path: Path) -> None:
    """F5."""

    async def use(s: Selling) -> None:
        id_ = await s.subscribe(await customer_of(s.stripe), await s.price())
        ending = s.services.subscription_ending
        await sent(s.desk, await ending.preview_cancel(id_, Ending(0)))
        await sent(s.desk, await ending.preview_cancel(id_, Ending(s.now() + 3 * DAY)))
        await sent(s.desk, await s.services.undo.preview_undo(await newest_entry(s.desk)))
        now = await s.subscription(id_)
        assert now["cancel_at_period_end"] or now["cancel_at"] == now["items"]["data"][0]["current_period_end"]

    await selling(use, tmp_path)


async def test_a_cancellation_that_charges_says_so(tmp_path: Path) -> None:
    """F5: its last invoice has pending items too."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        id_ = await s.subscribe(customer, await s.price())
        before = sum(await s.paid(customer))
        fields = {"amount": "5000", "currency": "jpy", "subscription": id_, "description": "Setup"}
        await s.stripe.call("post", "/v1/invoiceitems", customer=customer, **fields)
        preview = await s.services.subscription_ending.preview_cancel(id_, Ending(None, credit=True))
        assert preview is not None
        assert EffectCode.LAST_BILL_CHARGED in {effect.code for effect in preview.effects.by_stripe}
        (due,) = preview.operation.money
        await sent(s.desk, preview)
        assert sum(await s.paid(customer)) - before == due.amount > 0

    await selling(use, tmp_path)


async def test_a_payment_refunded_meanwhile_is_not_refunded_again(tmp_path: Path) -> None:
    """F5."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        id_ = await s.subscribe(customer, await s.price(10_000))
        await s.services.queries.refresh("subscription", id_)
        ending = s.services.subscription_ending
        offer = await ending.offer(id_)
        wish = Ending(None, refund=Money(4_000, "jpy"), charge=offer.charge)
        preview = await ending.preview_cancel(id_, wish)
        assert preview is not None
        await s.stripe.call("post", "/v1/refunds", charge=offer.charge, amount="4000")
        assert await s.services.reader.changed_since(preview)
        await s.stripe.call("post", "/v1/refunds", charge=offer.charge, amount="3000")
        with refused("not_refundable"):
            await ending.preview_cancel(id_, wish)

    await selling(use, tmp_path)


async def test_pausing_altogether_credits_nothing(tmp_path: Path) -> None:
    """C3: Stripe would credit unused time unless told otherwise."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        id_ = await s.subscribe(customer, await s.price())
        s.simulator.advance(5 * DAY)
        await sent(s.desk, await s.services.subscription_pausing.preview_pause(id_, paused=True, how=Hold.ALL))
        assert (await s.stripe.call("get", "/v1/invoiceitems", customer=customer, pending="true"))["data"] == []

    await selling(use, tmp_path)


async def test_a_planned_change_keeps_the_terms_and_the_end_of_a_schedule(tmp_path: Path) -> None:
    """C11: a contract that ends is left alone; an undo restores what was planned before."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        basic, pro, top = await s.price(), await s.price(3_000, "Pro"), await s.price(9_000, "Max")
        rate = {"display_name": "VAT", "percentage": "10", "inclusive": "true"}
        tax = (await s.stripe.call("post", "/v1/tax_rates", **rate))["id"]
        id_ = await s.subscribe(customer, basic, **{"default_tax_rates[0]": tax})
        await sent(s.desk, await s.change(id_, pro))
        schedule = (await s.subscription(id_))["schedule"]
        second = await s.change(id_, top)
        assert second is not None
        assert EffectCode.PLANNED_REPLACED in {effect.code for effect in second.effects.by_stripe}
        await sent(s.desk, second)
        await sent(s.desk, await s.services.undo.preview_undo(await newest_entry(s.desk)))
        phases = (await s.stripe.call("get", f"/v1/subscription_schedules/{schedule}"))["phases"]
        assert [phase["items"][0]["price"] for phase in phases] == [basic, pro]
        with refused("change_planned"):
            await s.services.subscription_terms.preview_discount(id_, "HALF")
        await s.stripe.call("post", f"/v1/subscription_schedules/{schedule}", end_behavior="cancel")
        with refused("change_contract"):
            await s.change(id_, top)

    await selling(use, tmp_path)


async def test_a_trial_that_ends_on_a_declined_card_goes_on(tmp_path: Path) -> None:
    """C3. What happens without a card is undone with the date."""

    async def use(s: Selling) -> None:
        customer = await customer_of(s.stripe)
        bad = await s.stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer)
        fields = {"trial_period_days": "5", "default_payment_method": bad["id"]}
        id_ = await s.subscribe(customer, await s.price(), **fields)
        terms = s.services.subscription_terms
        with pytest.raises(DeskError):
            await sent(s.desk, await terms.preview_trial(id_, None))
        assert (await s.subscription(id_))["status"] == "trialing"
        preview = await terms.preview_trial(id_, s.now() + 20 * DAY, "cancel")
        assert preview is not None
        assert {change.field for change in preview.operation.changes} == {"trial_end", "missing_payment_method"}
        await sent(s.desk, preview)
        await sent(s.desk, await s.services.undo.preview_undo(await newest_entry(s.desk)))
        ends = (await s.subscription(id_))["trial_settings"]["end_behavior"]
        assert ends["missing_payment_method"] == "create_invoice"

    await selling(use, tmp_path)


async def test_a_lost_deletion_of_a_fee_is_found_out(tmp_path: Path) -> None:
    """E1."""

    async def use(s: Selling) -> None:
        id_ = await s.subscribe(await customer_of(s.stripe), await s.price())
        fee = Fee(FeeWay.NEXT, Money(5_000, "jpy"), "Setup")
        await sent(s.desk, await s.services.subscription_terms.preview_fee(id_, fee))
        undo = await s.services.undo.preview_undo(await newest_entry(s.desk))
        s.simulator.faults.add(Fault("DELETE /v1/invoiceitems/.*", "drop_after", times=1))
        try:
            await sent(s.desk, undo)
        except Unsettled:
            await s.services.performer.resume(await newest_entry(s.desk))
        assert (await newest_entry(s.desk)).state is OperationState.DONE

    await selling(use, tmp_path)


async def test_a_page_has_something_to_pay(tmp_path: Path) -> None:
    """C3."""

    async def use(s: Selling) -> None:
        customer, price = await customer_of(s.stripe, card=""), await s.price()
        wish = Wish(customer, (WantedItem(price),), "jpy", trial=Trial(5), pay_by=PayBy.LINK)
        with refused("nothing_to_pay"):
            await s.services.new_subscriptions.preview(wish)

    await selling(use, tmp_path)
