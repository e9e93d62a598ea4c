"""Reviewing invoices by keyboard: marks and notes at Stripe, checks, and muting them (F6)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.domain.invoices.review import Mark, Review, review_of
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.invoices.review import ReviewNoteDialog
from billing_desk.ui.widgets.base_dialog import Question

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .operator_fixture import at_desk, writes
from .test_invoice_life import invoice


@asynccontextmanager
async def _three(
    qapp: QApplication, folder: Path
) -> AsyncIterator[tuple[Operator, StripeSide, Simulator, list[str], str]]:
    """Three open invoices of one customer over ¥5,000, with the first one selected."""
    async with at_desk(qapp, folder) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        for _ in range(3):
            id_ = await invoice(stripe, customer, "open")
            await operator.services.queries.refresh("invoice", id_)
        ids = await operator.rows("invoice", "")
        assert len(ids) == 3
        operator.page.table.selectRow(0)
        await until(lambda: operator.page.detail.id == ids[0])
        operator.page.table.setFocus()
        yield operator, stripe, simulator, ids, customer


async def _agree(operator: Operator) -> None:
    asked = await operator.dialog(Question)
    primary = asked.primary
    assert primary is not None
    await until(primary.isEnabled)
    primary.click()
    await operator.gone(asked)


async def _reviews(stripe: StripeSide, ids: list[str]) -> list[Review]:
    found: list[dict[str, Any]] = [await stripe.call("get", f"/v1/invoices/{id_}") for id_ in ids]
    return [review_of(each["metadata"]) for each in found]


def _marked(operator: Operator, id_: str) -> str:
    """The mark in the list."""
    model = operator.page.model
    rows = [row for number in model.numbers if (row := model.cache.get(number)) and row["id"] == id_]
    return str(rows[0]["review"]) if rows else ""


def _step(operator: Operator, key: Qt.Key) -> None:
    """In the table, which has the focus."""
    assert operator.page.table.hasFocus()
    QTest.keyClick(operator.page.table, key)


async def test_three_invoices_are_reviewed_by_keyboard(qapp: QApplication, tmp_path: Path) -> None:
    """F6: approve, query, look at; each goes on to the next, and colleagues see it in the metadata."""
    async with _three(qapp, tmp_path) as (operator, stripe, simulator, ids, _):
        await operator.key("Y")
        asked = await operator.dialog(Question)
        assert [path for path, _ in writes(simulator) if "invoices" in path] == []
        asked.reject()
        await operator.gone(asked)
        assert [path for path, _ in writes(simulator) if "invoices" in path] == [], "nothing without agreement"
        await operator.key("Y")
        await _agree(operator)
        await until(lambda: operator.page.detail.id == ids[1])
        await operator.key("F")
        await until(lambda: operator.page.detail.id == ids[2])
        await until(lambda: (_marked(operator, ids[0]), _marked(operator, ids[1])) == ("approved", "queried"))
        _step(operator, Qt.Key.Key_K)
        await until(lambda: operator.page.detail.id == ids[1])
        _step(operator, Qt.Key.Key_J)
        await until(lambda: operator.page.detail.id == ids[2])
        _step(operator, Qt.Key.Key_J)
        await until(lambda: _marked(operator, ids[2]) == "seen")
        found = await _reviews(stripe, ids)
        assert [review.mark for review in found] == [Mark.APPROVED, Mark.QUERIED, Mark.SEEN]
        assert all(review.at and review.reviewer for review in found)
        assert await operator.rows("invoice", "review:queried") == [ids[1]]
        entries = await operator.services.audit.newest(10)
        assert sum(entry["verb"] == "invoice.review" for entry in entries) == 3, "each is in the audit log"


async def test_a_note_queries_the_invoice_and_is_undone(qapp: QApplication, tmp_path: Path) -> None:
    async with _three(qapp, tmp_path) as (operator, stripe, _, ids, _):
        await operator.key("M")
        await _agree(operator)
        dialog = await operator.dialog(ReviewNoteDialog)
        operator.enter(dialog.text, "x" * 501)
        operator.click(dialog.primary)
        assert dialog._text.problem
        operator.enter(dialog.text, "二重では？")
        operator.click(dialog.primary)
        await operator.gone(dialog)
        await until(lambda: _marked(operator, ids[0]) == "queried")
        (review,) = await _reviews(stripe, ids[:1])
        assert (review.mark, review.note) == (Mark.QUERIED, "二重では？")
        await until(lambda: "二重では？" in operator.text())


async def test_a_mark_that_fails_is_said_and_not_kept(qapp: QApplication, tmp_path: Path) -> None:
    async with _three(qapp, tmp_path) as (operator, stripe, simulator, ids, _):
        simulator.faults.add(Fault("POST /v1/invoices/", "permission", times=None))
        await operator.key("Y")
        await _agree(operator)
        await until(lambda: "permission" in operator.notice)
        assert (await _reviews(stripe, ids[:1]))[0].mark is Mark.UNREAD
        assert _marked(operator, ids[0]) == "unread"


async def test_checks_mark_what_deserves_a_look_and_can_be_muted(qapp: QApplication, tmp_path: Path) -> None:
    """F6: the same amount three times within days; the rule is named, and muting it is for this customer."""
    async with _three(qapp, tmp_path) as (operator, stripe, _, ids, customer):
        review = operator.services.invoice_review
        await review.check_all()
        twice = await operator.rows("invoice", "check:twice")
        assert len(twice) == 2
        assert set(twice) < set(ids)
        other = await stripe.customer(name="Other", email="other@example.jp")
        twins = [await invoice(stripe, other, "open") for _ in range(2)]
        for id_ in twins:
            await operator.services.queries.refresh("invoice", id_)
        await review.check_all()
        assert len(await operator.rows("invoice", "check:any")) == 3
        operator.window.open_object("invoice", twice[0])
        await until(lambda: "billed the same amount" in operator.text())
        mute = next(b for b in operator.page.detail.findChildren(QPushButton) if b.text() == "Mute" and b.isVisible())
        mute.click()
        await until(lambda: "Muted for this customer" in operator.text())
        (left,) = await operator.rows("invoice", "check:any")
        assert left in twins
        again = next(b for b in operator.page.detail.findChildren(QPushButton) if b.text() == "Check again")
        assert again.isEnabled()
        await review.mute(customer, "twice", muted=False)
        assert set(await operator.rows("invoice", "check:any")) == {*twice, left}
