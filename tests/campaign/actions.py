"""What the campaign writes: one action of each kind, its preparation, and what must be true at Stripe at its end."""

from __future__ import annotations

from billing_desk.desk import Desk
from billing_desk.domain.money import Money
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import Operation

from ..stripe_side import StripeSide
from ..unit.subscription_previews import preview_quantity
from .billing import BILLING
from .preparing import AMOUNT, Json, Write, events, payer, subscriber
from .selling import SELLING


async def _open_invoice(stripe: StripeSide, mark: str) -> Json:
    made = await payer(stripe, mark)
    draft = await stripe.call("post", "/v1/invoices", customer=made["customer"], auto_advance="false")
    item = {"customer": made["customer"], "invoice": draft["id"], "amount": str(AMOUNT), "currency": "jpy"}
    await stripe.call("post", "/v1/invoiceitems", **item)
    await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize", auto_advance="false")
    return {**made, "invoice": draft["id"]}


async def _paid(stripe: StripeSide, mark: str) -> Json:
    made = await payer(stripe, mark)
    fields = {"amount": str(AMOUNT), "currency": "jpy", "customer": made["customer"], "payment_method": made["method"]}
    await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **fields)
    charge = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"][0]["id"]
    return {**made, "charge": charge}


async def _held(stripe: StripeSide, mark: str) -> Json:
    """A payment that is authorized only."""
    made = await payer(stripe, mark)
    fields = {"amount": str(AMOUNT), "currency": "jpy", "customer": made["customer"], "payment_method": made["method"]}
    intent = await stripe.call("post", "/v1/payment_intents", confirm="true", capture_method="manual", **fields)
    return {**made, "charge": intent["latest_charge"], "intent": intent["id"]}


async def _capture(desk: Desk, made: Json) -> Operation:
    return (await desk.services.payments.preview_capture(made["customer"], made["charge"])).operation


async def _release(desk: Desk, made: Json) -> Operation:
    return (await desk.services.payments.preview_release(made["customer"], made["charge"])).operation


async def _captured(stripe: StripeSide, made: Json) -> int:
    charge = await stripe.call("get", f"/v1/charges/{made['charge']}")
    assert charge["amount_captured"] in (0, AMOUNT)
    return int(charge["captured"])


async def _released(stripe: StripeSide, made: Json) -> int:
    intent = await stripe.call("get", f"/v1/payment_intents/{made['intent']}")
    return int(intent["status"] == "canceled")


async def _payment(desk: Desk, made: Json) -> Operation:
    payments, money = desk.services.payments, Money(AMOUNT, "jpy")
    return (await payments.preview_charge(made["customer"], money, "Fee", made["method"])).operation


async def _refund(desk: Desk, made: Json) -> Operation:
    money = Money(300, "jpy")
    return (await desk.services.payments.preview_refund(made["customer"], made["charge"], money, "duplicate")).operation


async def _credit(desk: Desk, made: Json) -> Operation:
    return (await desk.services.customer_parts.preview_balance(made["customer"], Money(-500, "jpy"), "Late")).operation


async def _add_card(desk: Desk, made: Json) -> Operation:
    return (await desk.services.cards.preview_add(made["customer"], "tok_mastercard", default=True)).operation


async def _refunds(stripe: StripeSide, made: Json) -> int:
    return len((await stripe.call("get", "/v1/refunds", charge=made["charge"]))["data"])


async def _credits(stripe: StripeSide, made: Json) -> int:
    return len((await stripe.call("get", f"/v1/customers/{made['customer']}/balance_transactions"))["data"])


async def _new_default(stripe: StripeSide, made: Json) -> int:
    """The new card once, and as the default; one that is attached and no more counts for nothing yet."""
    methods = (await stripe.call("get", f"/v1/customers/{made['customer']}/payment_methods"))["data"]
    new = [method["id"] for method in methods if method["card"]["last4"] == "4444"]
    assert len(new) <= 1, "two cards of one token"
    settings = (await stripe.call("get", f"/v1/customers/{made['customer']}"))["invoice_settings"]
    return sum(1 for id_ in new if settings["default_payment_method"] == id_)


async def _nothing(_: StripeSide, mark: str) -> Json:
    return {"mark": mark}


async def _create(desk: Desk, made: Json) -> Operation:
    fields = CustomerFields(name="Made", email=f"{made['mark']}@example.jp")
    return (await desk.services.customers.preview_create(fields)).operation


async def _update(desk: Desk, made: Json) -> Operation:
    before = await desk.services.customers.current(made["customer"])
    after = CustomerFields(name="After", email=before.email, metadata={"tier": "gold"})
    preview = await desk.services.customers.preview_update(made["customer"], before, after)
    assert preview is not None
    return preview.operation


async def _charge(desk: Desk, made: Json) -> Operation:
    money = Money(AMOUNT, "jpy")
    return (await desk.services.invoices.preview_charge(made["customer"], money, "Fee")).operation


async def _pay(desk: Desk, made: Json) -> Operation:
    return (await desk.services.invoices.preview_pay(made["invoice"])).operation


async def _void(desk: Desk, made: Json) -> Operation:
    return (await desk.services.invoices.preview_void(made["invoice"])).operation


async def _end(desk: Desk, made: Json) -> Operation:
    preview = await desk.services.subscription_ending.preview_ending(made["subscription"], ends=True)
    assert preview is not None
    return preview.operation


async def _pause(desk: Desk, made: Json) -> Operation:
    preview = await desk.services.subscription_pausing.preview_pause(made["subscription"], paused=True)
    assert preview is not None
    return preview.operation


async def _paused(stripe: StripeSide, mark: str) -> Json:
    made = await subscriber(stripe, mark)
    await stripe.call("post", f"/v1/subscriptions/{made['subscription']}", **{"pause_collection[behavior]": "void"})
    return made


async def _unpause(desk: Desk, made: Json) -> Operation:
    preview = await desk.services.subscription_pausing.preview_pause(made["subscription"], paused=False)
    assert preview is not None
    return preview.operation


async def _no_funds(stripe: StripeSide, mark: str) -> Json:
    made = await _open_invoice(stripe, mark)
    bad = await stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=made["customer"])
    default = {"invoice_settings[default_payment_method]": bad["id"]}
    await stripe.call("post", f"/v1/customers/{made['customer']}", **default)
    return made


async def _quantity(desk: Desk, made: Json) -> Operation:
    preview = await preview_quantity(desk, made["subscription"], made["item"], 3)
    assert preview is not None
    return preview.operation


async def _archive(desk: Desk, made: Json) -> Operation:
    preview = await desk.services.plans.preview_archive(made["price"], archived=True)
    assert preview is not None
    return preview.operation


async def _created(stripe: StripeSide, made: Json) -> int:
    return len(await stripe.customers(f"{made['mark']}@example.jp"))


async def _unpaused(stripe: StripeSide, made: Json) -> int:
    """The subscription was not paused before it was paused, so only what changed counts."""
    found = await stripe.call("get", "/v1/events", type="customer.subscription.updated", limit="100")
    changes = [e["data"] for e in found["data"] if e["data"]["object"]["id"] == made["subscription"]]
    return sum(1 for change in changes if (change["previous_attributes"] or {}).get("pause_collection"))


async def _charged(stripe: StripeSide, made: Json) -> int:
    """Paid invoices of the customer; a second one that was only begun counts too, because nobody would end it."""
    found = (await stripe.call("get", "/v1/invoices", customer=made["customer"]))["data"]
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    paid = [charge for charge in charges if charge["paid"] and charge["amount"] == AMOUNT]
    assert len(paid) <= 1, "charged twice"
    assert len(found) <= 1, "two invoices"
    return sum(1 for invoice in found if invoice["status"] == "paid" and invoice["total"] == AMOUNT)


async def _was_paid(stripe: StripeSide, made: Json) -> int:
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    return sum(1 for charge in charges if charge["paid"])


ACTIONS: dict[str, Write] = {
    "create": Write(_nothing, _create, _created),
    "update": Write(payer, _update, events("customer.updated", lambda o: o.get("name") == "After")),
    "charge": Write(payer, _charge, _charged),
    "pay": Write(_open_invoice, _pay, _was_paid),
    "void": Write(_open_invoice, _void, events("invoice.voided", lambda o: o["status"] == "void")),
    "end": Write(subscriber, _end, events("customer.subscription.updated", lambda o: bool(o["cancel_at_period_end"]))),
    "pause": Write(subscriber, _pause, events("customer.subscription.updated", lambda o: bool(o["pause_collection"]))),
    "unpause": Write(_paused, _unpause, _unpaused),
    "declined": Write(_no_funds, _pay, _was_paid),
    "payment": Write(payer, _payment, _was_paid),
    "refund": Write(_paid, _refund, _refunds),
    "capture": Write(_held, _capture, _captured),
    "release": Write(_held, _release, _released),
    "credit": Write(payer, _credit, _credits),
    "card": Write(payer, _add_card, _new_default),
    "quantity": Write(
        subscriber,
        _quantity,
        events("customer.subscription.updated", lambda o: o["items"]["data"][0]["quantity"] == 3),
    ),
    **BILLING,
    **SELLING,
    "archive": Write(subscriber, _archive, events("price.updated", lambda o: not o["active"])),
}
