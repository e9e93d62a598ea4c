"""Bulk edits of subscriptions through the window (F6, C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

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
