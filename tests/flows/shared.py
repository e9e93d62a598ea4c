"""Flows that every server must carry: the same words against the simulator and against a peer nobody here wrote."""

from __future__ import annotations

import asyncio

from billing_desk.ui.writing.bulk_dialog import BulkDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until


async def find_or_create(operator: Operator, stripe: StripeSide) -> None:
    """A1: missing → created, present → found, deleted → created anew; never two."""
    await operator.find_or_create(email="a1@example.jp", external="user-1", name="Sato Hanako")
    made = await stripe.customers("a1@example.jp")
    assert [(c["name"], c["metadata"]["external_id"]) for c in made] == [("Sato Hanako", "user-1")]
    await operator.find_or_create(email="a1@example.jp", external="user-1")
    await operator.find_or_create(stored=made[0]["id"], email="a1@example.jp", external="user-1")
    assert len(await stripe.customers("a1@example.jp")) == 1
    await stripe.call("delete", f"/v1/customers/{made[0]['id']}")
    await operator.find_or_create(stored=made[0]["id"], email="a1@example.jp", external="user-1", name="Sato Hanako")
    again = await stripe.customers("a1@example.jp")
    assert len(again) == 1
    assert again[0]["id"] != made[0]["id"]
    await until(lambda: again[0]["id"] in operator.text())


async def edit_email(operator: Operator, stripe: StripeSide) -> None:
    """A first day's job: the billing email is changed with a preview, and Stripe has it."""
    customer = await stripe.customer(email="before@example.jp", name="Quixote Ren")
    operator.services.refresh()
    await until_listed(operator, "customer", customer)
    await operator.find("quixote")
    form = await operator.edit(email="after@example.jp")
    await operator.confirm()
    await operator.gone(form)
    assert "Updated" in operator.notice
    stored = await stripe.call("get", f"/v1/customers/{customer}")
    assert (stored["email"], stored["name"]) == ("after@example.jp", "Quixote Ren")
    await until(lambda: "after@example.jp" in operator.text())


async def edit_and_undo(operator: Operator, stripe: StripeSide) -> None:
    """F5: a change is taken back from its notice, as a new operation."""
    customer = await stripe.customer(email="undo@example.jp", name="Undone Ren", description="as it was")
    operator.services.refresh()
    await until_listed(operator, "customer", customer)
    await operator.find("undone ren")
    form = await operator.edit(description="by mistake")
    await operator.confirm()
    await operator.gone(form)
    assert (await stripe.call("get", f"/v1/customers/{customer}"))["description"] == "by mistake"
    await until(lambda: not operator.window.notices.undo.isHidden())
    operator.click(operator.window.notices.undo)
    await operator.confirm()
    await until(lambda: "Change undone." in operator.notice)
    assert (await stripe.call("get", f"/v1/customers/{customer}"))["description"] == "as it was"


async def tag_many(operator: Operator, stripe: StripeSide) -> None:
    """F6: every customer that the filter shows gets the tag, and nobody else."""
    ids = [await stripe.customer(email=f"bulk{n}@example.jp", name=f"Bulk {n}") for n in range(4)]
    other = await stripe.customer(email="apart@example.jp", name="Apart")
    operator.services.refresh()
    for customer in (*ids, other):
        await until_listed(operator, "customer", customer)
    assert sorted(await operator.rows("customer", "bulk")) == sorted(ids)
    operator.window.commands.change_many()
    dialog = await operator.dialog(BulkDialog)
    operator.enter(dialog.value, "guest")
    await until(dialog.primary.isEnabled)
    operator.click(dialog.primary)
    await until(lambda: "4 changed" in operator.notice)
    tagged = [(await stripe.call("get", f"/v1/customers/{id_}"))["metadata"] for id_ in ids]
    assert [metadata.get("tags") for metadata in tagged] == ["guest"] * 4
    assert not (await stripe.call("get", f"/v1/customers/{other}"))["metadata"]


async def list_and_sync(operator: Operator, stripe: StripeSide) -> None:
    """F2: What appears at Stripe appears in the tables, and is found by its words."""
    ids = [await stripe.customer(email=f"list{n}@example.jp", name=f"Listed {n}") for n in range(3)]
    operator.services.refresh()
    for customer in ids:
        await until_listed(operator, "customer", customer)
    assert await operator.rows("customer", "list1@example") == [ids[1]]
    assert "1 row" in await footer(operator)


async def subscribers(operator: Operator, stripe: StripeSide) -> None:
    """A subscription made at Stripe is listed with its customer, plan, invoice and card."""
    customer, subscription = await stripe.subscriber("sub@example.jp", "flow-monthly")
    operator.services.refresh()
    await until_listed(operator, "subscription", subscription)
    await operator.rows("subscription", "sub@example.jp")
    operator.page.select(subscription)
    await until(lambda: "flow-monthly" in operator.text() and "Subscriber" in operator.text())
    assert "980" in operator.text()
    operator.window.open_object("customer", customer)
    await until(lambda: "flow-monthly" in operator.text())


async def until_listed(operator: Operator, kind: str, id_: str) -> None:
    async with asyncio.timeout(20):
        while id_ not in await operator.rows(kind):
            await asyncio.sleep(0.05)


async def footer(operator: Operator) -> str:
    await until(lambda: operator.page.footer_text.startswith(str(len(operator.page.model.numbers))))
    return operator.page.footer_text


FLOWS = (find_or_create, edit_email, edit_and_undo, tag_many, list_and_sync, subscribers)
