"""Emails that differ only in case, width or spaces: found, warned of, and never a second customer by accident."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from billing_desk.domain.text.emails import folded, is_same, plain
from billing_desk.ui.customers.find_or_create import FindOrCreate
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..support import until
from .operator_fixture import at_desk

STORED = "Sato.Hana@Example.JP"
WARNED = "1 customer already uses this email"


@pytest.mark.parametrize(
    "other",
    ["sato.hana@example.jp", f" {STORED} ", "ｓａｔｏ.ｈａｎａ＠ｅｘａｍｐｌｅ.ｊｐ", "　SATO.HANA@EXAMPLE.JP\n"],
)
def test_emails_are_the_same_whatever_their_case_width_and_spaces(other: str) -> None:
    assert is_same(STORED, other)
    assert plain(other).isascii()


def test_other_emails_are_not_the_same() -> None:
    assert not is_same(STORED, "sato.hana@example.com")
    assert not is_same("a.b@example.jp", "ab@example.jp")
    assert folded("straße@example.jp") == folded("STRASSE@example.jp")


async def _search(operator: Operator, email: str, **fields: str) -> FindOrCreate:
    operator.window.commands.find_or_create()
    form = await operator.dialog(FindOrCreate)
    operator.enter(form.email, email)
    for name, text in fields.items():
        operator.enter(getattr(form, name), text)
    operator.click(form.primary)
    return form


def _choices(form: FindOrCreate) -> list[QPushButton]:
    return [button for button in form.findChildren(QPushButton) if STORED in button.text() and button.isVisible()]


@pytest.mark.parametrize("typed", ["sato.hana@example.jp", "  SATO.HANA@EXAMPLE.JP  ", "ｓａｔｏ.hana＠example.jp"])
async def test_a_customer_with_the_email_in_other_writing_is_offered(
    qapp: QApplication, tmp_path: Path, typed: str
) -> None:
    """A1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        owner = await stripe.customer(name="Sato Hana", email=STORED)
        await operator.services.queries.refresh("customer", owner)
        form = await _search(operator, typed, name="Second")
        [choice] = await until(lambda: _choices(form))
        assert operator.top(PreviewDialog) is None, "nothing is created yet"
        operator.click(choice)
        await operator.gone(form)
        await until(lambda: operator.page.detail.id == owner)


async def test_another_customer_is_created_only_after_the_operator_saw_the_others(
    qapp: QApplication, tmp_path: Path
) -> None:
    """A1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await operator.services.queries.refresh("customer", await stripe.customer(name="Sato Hana", email=STORED))
        form = await _search(operator, "sato.hana@example.jp", external="user-7", name="Second")
        await until(lambda: _choices(form))
        operator.enter(form.external, "user-8")
        assert _choices(form) == [], "another search starts over"
        operator.click(form.primary)
        await until(lambda: _choices(form))
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        assert any(WARNED in label.text() for label in preview.findChildren(QLabel))
        await operator.confirm()
        await operator.gone(form)
        assert [c["name"] for c in await stripe.customers("sato.hana@example.jp")] == ["Second"]


async def test_two_customers_with_exactly_the_email_are_offered_both(qapp: QApplication, tmp_path: Path) -> None:
    """A1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        for name in ("One", "Two"):
            await stripe.customer(name=name, email=STORED)
        form = await _search(operator, STORED)
        await until(lambda: len(_choices(form)) == 2)
        await operator.leave(form)


async def test_a_deleted_customer_is_not_offered(qapp: QApplication, tmp_path: Path) -> None:
    """A1: Although the local copy does not know it yet."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        owner = await stripe.customer(name="Gone", email=STORED)
        await operator.services.queries.refresh("customer", owner)
        gone = {"id": owner, "object": "customer", "deleted": True, "created": 1}
        next(iter(simulator.grants.values())).state.replace("customer", gone)
        form = await _search(operator, "sato.hana@example.jp", name="New")
        await operator.confirm()
        await operator.gone(form)
        assert len(await stripe.customers("sato.hana@example.jp")) == 1


@pytest.mark.parametrize("action", ["new", "edit"])
async def test_the_form_warns_of_the_same_email_in_other_case(qapp: QApplication, tmp_path: Path, action: str) -> None:
    """F10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await operator.services.queries.refresh("customer", await stripe.customer(name="Sato Hana", email=STORED))
        fill = operator.new if action == "new" else operator.edit
        form = await fill(email="sato.hana@example.jp")
        preview = await operator.dialog(PreviewDialog)
        assert any(WARNED in label.text() for label in preview.findChildren(QLabel))
        preview.reject()
        await operator.leave(form)
