"""Bulk edits of invoices through the window (F6)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.invoices.review import Mark, review_of
from billing_desk.domain.writes.bulk import EditKind
from billing_desk.ui.writing.bulk_dialog import BulkDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card
from .operator_fixture import at_desk
from .test_invoice_life import BY_EMAIL, invoice


@asynccontextmanager
async def _five(qapp: QApplication, folder: Path) -> AsyncIterator[tuple[Operator, StripeSide, dict[str, str]]]:
    """Of a customer with a card: two drafts, an open invoice to charge, one to pay by a date, and a paid one."""
    async with at_desk(qapp, folder) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        ids = {
            "draft": await invoice(stripe, customer, "draft"),
            "draft by email": await invoice(stripe, customer, "draft", **BY_EMAIL),
            "open": await invoice(stripe, customer, "open"),
            "open by email": await invoice(stripe, customer, "open", **BY_EMAIL),
            "paid": await invoice(stripe, customer, "paid"),
        }
        for id_ in ids.values():
            await operator.services.queries.refresh("invoice", id_)
        assert len(await operator.rows("invoice", "")) == 5
        yield operator, stripe, ids


async def _edit(operator: Operator, kind: EditKind, shown: str, ended: str) -> None:
    """Choose the edit, see its sums, start it."""
    operator.page.table.clearSelection()
    operator.window.commands.change_many()
    dialog = await operator.dialog(BulkDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    await until(lambda: shown in dialog.summary.text().replace("\u2068", "").replace("\u2069", ""))
    await until(dialog.primary.isEnabled)
    operator.window.notices.dismiss()
    operator.click(dialog.primary)
    await operator.gone(dialog)
    await until(lambda: not operator.window.notices.isHidden() and ended in operator.notice)


async def _now(stripe: StripeSide, ids: dict[str, str]) -> dict[str, dict[str, Any]]:
    return {name: await stripe.call("get", f"/v1/invoices/{id_}") for name, id_ in ids.items()}


@pytest.mark.parametrize(
    ("kind", "ended", "expected"),
    [
        (EditKind.FINALIZE, "2 changed", {"draft": "open", "draft by email": "open"}),
        (EditKind.COLLECT, "1 changed", {"open": "paid"}),
        (
            EditKind.WRITE_OFF,
            "2 changed",
            {"open": "uncollectible", "open by email": "uncollectible"},
        ),
    ],
)
async def test_what_can_be_changed_is_changed_once(
    qapp: QApplication, tmp_path: Path, kind: EditKind, ended: str, expected: dict[str, str]
) -> None:
    """F6: sums per currency first; the others are skipped and stay as they are."""
    async with _five(qapp, tmp_path) as (operator, stripe, ids):
        before = {name: each["status"] for name, each in (await _now(stripe, ids)).items()}
        await _edit(operator, kind, f"¥{5_000 * len(expected):,}", ended)
        after = {name: each["status"] for name, each in (await _now(stripe, ids)).items()}
        assert after == {**before, **expected}


async def test_invoices_are_sent_and_approved_and_tagged_in_bulk(qapp: QApplication, tmp_path: Path) -> None:
    """F6."""
    async with _five(qapp, tmp_path) as (operator, stripe, ids):
        await _edit(operator, EditKind.SEND, "charged automatically", "1 changed")
        events = (await stripe.call("get", "/v1/events", type="invoice.sent"))["data"]
        assert [event["data"]["object"]["id"] for event in events] == [ids["open by email"]]
        await _edit(operator, EditKind.APPROVE, "a draft: 2", "3 changed")
        marks = {name: review_of(each["metadata"]).mark for name, each in (await _now(stripe, ids)).items()}
        assert marks == {
            "draft": Mark.UNREAD,
            "draft by email": Mark.UNREAD,
            **dict.fromkeys(("open", "open by email", "paid"), Mark.APPROVED),
        }


async def test_an_invoice_that_was_paid_meanwhile_is_not_charged_again(qapp: QApplication, tmp_path: Path) -> None:
    """F6, E1: what was shown must still be true for each row."""
    async with _five(qapp, tmp_path) as (operator, stripe, ids):
        operator.window.commands.change_many()
        dialog = await operator.dialog(BulkDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData(EditKind.COLLECT))
        await until(lambda: "¥5,000" in dialog.summary.text())
        await stripe.call("post", "/v1/credit_notes", invoice=ids["open"], amount="1000")
        await until(dialog.primary.isEnabled)
        operator.click(dialog.primary)
        await operator.gone(dialog)
        await until(lambda: not operator.window.notices.isHidden() and "0 changed, 5 skipped" in operator.notice)
        assert (await _now(stripe, ids))["open"]["status"] == "open"
