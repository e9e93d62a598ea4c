"""Bulk edits of subscriptions through the window (F6, C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from billing_desk.domain.writes.bulk import EditKind
from billing_desk.ui.writing.bulk_dialog import BulkDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .operator_fixture import at_desk
from .shared import until_listed
from .subscribing import price


@asynccontextmanager
async def _three(
    qapp: QApplication, folder: Path
) -> AsyncIterator[tuple[Operator, StripeSide, list[str], dict[str, str]]]:
    """Three customers with ¥1,000 a month each; the last one also has a second plan."""
    async with at_desk(qapp, folder) as (operator, stripe, _):
        prices = {
            "basic": await price(operator, stripe, 1_000, "Basic"),
            "new": await price(operator, stripe, 1_200, "Basic 2027"),
            "yearly": await price(operator, stripe, 9_000, "Yearly", **{"recurring[interval]": "year"}),
            "extra": await price(operator, stripe, 50, "Extra"),
        }
        made = []
        for number in range(3):
            customer = await stripe.customer(name=f"Many {number}", email=f"many{number}@example.jp")
            card = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
            items = {"items[0][price]": prices["basic"], "items[0][quantity]": str(number + 1)}
            if number == 2:
                items["items[1][price]"] = prices["extra"]
            subscription = await stripe.call(
                "post", "/v1/subscriptions", customer=customer, default_payment_method=card["id"], **items
            )
            made.append(str(subscription["id"]))
        operator.services.refresh()
        for id_ in made:
            await until_listed(operator, "subscription", id_)
        yield operator, stripe, made, prices


async def _dialog(operator: Operator, kind: EditKind) -> BulkDialog:
    operator.window.commands.go_to_tab("subscription")
    operator.page.table.clearSelection()
    operator.window.commands.change_many()
    dialog = await operator.dialog(BulkDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    return dialog


async def _run(operator: Operator, dialog: BulkDialog, expected: str) -> None:
    await until(dialog.primary.isEnabled)
    operator.window.notices.dismiss()
    operator.click(dialog.primary)
    await operator.gone(dialog)
    await until(lambda: not operator.window.notices.isHidden() and expected in operator.notice)


async def _all(stripe: StripeSide, ids: list[str]) -> list[dict[str, Any]]:
    return [await stripe.call("get", f"/v1/subscriptions/{id_}") for id_ in ids]


async def test_subscribers_are_moved_with_sums_and_each_only_once(qapp: QApplication, tmp_path: Path) -> None:
    """F6, C1: what cannot be moved is left out with its reason; the revenue before and after is shown first."""
    async with _three(qapp, tmp_path) as (operator, stripe, ids, prices):
        dialog = await _dialog(operator, EditKind.MOVE)
        await until(lambda: dialog.price.findData(prices["new"]) >= 0)
        dialog.price.setCurrentIndex(dialog.price.findData(prices["yearly"]))
        await until(lambda: "another billing period" in dialog.summary.text())
        assert not dialog.primary.isEnabled()
        dialog.price.setCurrentIndex(dialog.price.findData(prices["new"]))
        await until(lambda: "¥3,000 → ¥3,600" in dialog.summary.text().replace("\u2068", "").replace("\u2069", ""))
        assert "several plans" in dialog.summary.text()
        await _run(operator, dialog, "2 changed")
        after = await _all(stripe, ids)
        assert [[i["price"]["id"] for i in s["items"]["data"]] for s in after] == [
            [prices["new"]],
            [prices["new"]],
            [prices["basic"], prices["extra"]],
        ]
        assert [s["items"]["data"][0]["quantity"] for s in after] == [1, 2, 3]
        again = await _dialog(operator, EditKind.MOVE)
        await until(lambda: again.price.findData(prices["new"]) >= 0)
        again.price.setCurrentIndex(again.price.findData(prices["new"]))
        await until(lambda: "no change needed: 2" in again.summary.text())
        await operator.leave(again)


async def test_a_discount_metadata_a_pause_and_an_end_for_many(qapp: QApplication, tmp_path: Path) -> None:
    """F6, C12."""
    async with _three(qapp, tmp_path) as (operator, stripe, ids, _):
        await stripe.call("post", "/v1/coupons", id="TEN", percent_off="10", duration="forever")
        dialog = await _dialog(operator, EditKind.GIVE_DISCOUNT)
        operator.enter(dialog.value, "TEN")
        await _run(operator, dialog, "3 changed")
        dialog = await _dialog(operator, EditKind.SET_SUBSCRIPTION_METADATA)
        operator.enter(dialog.key, "campaign")
        operator.enter(dialog.value, "2027")
        await _run(operator, dialog, "3 changed")
        dialog = await _dialog(operator, EditKind.HOLD)
        await _run(operator, dialog, "3 changed")
        dialog = await _dialog(operator, EditKind.END)
        await _run(operator, dialog, "3 changed")
        for subscription in await _all(stripe, ids):
            assert len(subscription["discounts"]) == 1
            assert subscription["metadata"]["campaign"] == "2027"
            assert subscription["pause_collection"]["behavior"] == "void"
            assert subscription["cancel_at_period_end"]


async def test_an_unknown_code_changes_nobody(qapp: QApplication, tmp_path: Path) -> None:
    """F6, C12: each row says why."""
    async with _three(qapp, tmp_path) as (operator, stripe, ids, _):
        dialog = await _dialog(operator, EditKind.GIVE_DISCOUNT)
        operator.enter(dialog.value, "NOBODY")
        await _run(operator, dialog, "0 changed, 3 skipped")
        assert all(not subscription["discounts"] for subscription in await _all(stripe, ids))


async def test_past_due_is_collected_and_asked_for_a_card_in_bulk(qapp: QApplication, tmp_path: Path) -> None:
    """C8, F6: each oldest invoice is charged once, as it was shown; others are skipped with the reason."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        plan = await price(operator, stripe, 1_000, "Basic")
        made: list[tuple[str, str, str]] = []
        for number in range(4):
            customer = await stripe.customer(name=f"Late {number}", email=f"late{number}@example.jp")
            good = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
            items = {"items[0][price]": plan, "items[0][quantity]": str(number + 1)}
            started = await stripe.call(
                "post", "/v1/subscriptions", customer=customer, default_payment_method=good["id"], **items
            )
            bad = await stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer)
            await stripe.call("post", f"/v1/subscriptions/{started['id']}", default_payment_method=bad["id"])
            made.append((str(started["id"]), str(good["id"]), customer))
        ids = [id_ for id_, _, _ in made]
        end = (await _all(stripe, ids))[0]["items"]["data"][0]["current_period_end"]
        simulator.advance(end - int(simulator.states()[0].now()) + 7_300)
        for id_, good_id, _ in made[:3]:
            await stripe.call("post", f"/v1/subscriptions/{id_}", default_payment_method=good_id)
        operator.services.refresh()
        for id_, _, customer in made:
            await until_listed(operator, "subscription", id_)
            for invoice in (await stripe.call("get", "/v1/invoices", customer=customer))["data"]:
                await operator.services.queries.refresh("invoice", invoice["id"])
            await operator.services.queries.refresh("subscription", id_)
        dialog = await _dialog(operator, EditKind.RETRY)
        await until(lambda: "¥10,000" in dialog.summary.text())
        (first,) = (await stripe.call("get", "/v1/invoices", customer=made[0][2], status="open"))["data"]
        paid = await stripe.call("post", f"/v1/invoices/{first['id']}/pay")
        assert paid["status"] == "paid"
        await _run(operator, dialog, "2 changed, 1 skipped, 1 failed")
        invoices = [(await stripe.call("get", "/v1/invoices", customer=each[2]))["data"][0] for each in made]
        assert [invoice["status"] for invoice in invoices] == ["paid", "paid", "paid", "open"]
        charges = [(await stripe.call("get", "/v1/charges", customer=each[2]))["data"] for each in made]
        assert [sum(charge["paid"] for charge in of) for of in charges] == [2, 2, 2, 1], "each cycle was charged once"
        dialog = await _dialog(operator, EditKind.CARD_LINK)
        await until(lambda: len(dialog.list.findItems("@example.jp", Qt.MatchFlag.MatchContains)) == 4)
        await _run(operator, dialog, "4 created")
        bulk = (await operator.services.bulk.newest())[0]
        links = await operator.services.bulk.links(bulk.id)
        assert sorted(str(link["customer"]) for link in links) == sorted(customer for _, _, customer in made)
