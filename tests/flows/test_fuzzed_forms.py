"""Every form with what people really type and paste: nothing invalid is previewed, nothing valid refused, no crash."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from billing_desk.domain.typed_amount import AmountError, parse
from billing_desk.ui.cards.changes import ChangeCardDialog
from billing_desk.ui.customers.balance import BalanceDialog
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.customers.notes import NoteDialog
from billing_desk.ui.widgets.metadata_editor import MetadataEditor
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..contract.sdk_routes import route_of
from ..contract.sdk_types import params_problems
from ..driver import Operator
from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk, writes

TEXTS = (
    "",
    " ",
    "佐藤 花子",
    "שלום עולם",
    "مرحبا ١٢٣",
    "\u202eabc\u202c",
    "x" * 10_000,
    "a\x00b\x07c",
    "line\nbreak\ttab",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "１２３４",
    "<b>bold</b> & {braces} %n",
    "'; DROP TABLE customer; --",
    '=HYPERLINK("x")',
    "4242 4242 4242 4242",
    "a@b.co",
    "Ａ＠ｂ．ｃｏ",
    "\ufeffname",
    "e\u0301" * 40,
)
AMOUNTS = ("", "0", "-1", "1", "１２００", "1,200", "1,20", "12.5", "1e3", "NaN", "∞", "9" * 40, "¥500", "1 200", "٣")


async def _outcome(operator: Operator, dialog: QDialog) -> str:
    """Press the primary button: what was said, or "" where a preview came, which is checked and left again."""
    form: Any = dialog
    form.primary.click()

    def said() -> str:
        rows = [row.problem for row in dialog.findChildren(_row()) if row.problem]
        rows += [editor.problem for editor in dialog.findChildren(MetadataEditor) if editor.problem]
        return " ".join([*rows, form.problem.text()]).strip()

    await until(lambda: operator.top(PreviewDialog) or (said() and form.primary.isEnabled()))
    preview = operator.top(PreviewDialog)
    if preview is None:
        return said()
    for step in preview._preview.operation.steps:
        route = route_of(step.request.method, step.request.path.replace("{", "").replace("}", ""))
        if route is not None and route.params is not None:
            plain = {k: v for k, v in step.request.params.items() if not isinstance(v, dict) or "$result" not in v}
            assert [p for p in params_problems(plain, route.params) if "required" not in p] == []
    await operator.leave(preview)
    await until(form.primary.isEnabled)
    return ""


def _row() -> Any:
    from billing_desk.ui.widgets.fields import FormRow

    return FormRow


def _put(field: Any, text: str) -> str:
    """Paste it; what the field holds afterwards."""
    QApplication.clipboard().setText(text)
    field.selectAll()
    field.paste() if text else field.clear() if hasattr(field, "toPlainText") else field.del_()
    return str(field.toPlainText() if hasattr(field, "toPlainText") else field.text())


async def _customer_form(operator: Operator) -> None:
    operator.window.commands.new_customer()
    form = await operator.dialog(CustomerForm)
    limits = {"name": 256, "phone": 20, "description": 350}
    for name in ("name", "email", "phone", "description", "city", "country", "preferred_locales", "metadata"):
        field = form.metadata.add_line() if name == "metadata" else form.field(name)
        for text in TEXTS:
            held = _put(field, text).strip()
            said = await _outcome(operator, form)
            if name in limits and held:
                assert bool(said) == (len(held) > limits[name]), (name, text[:40], said)
            if name == "email" and held == "a@b.co":
                assert not said
        _put(field, "")
    form._leaving = True
    await operator.leave(form)


async def _amounts(operator: Operator, dialog: Any) -> None:
    dialog.currency.setCurrentIndex(max(0, dialog.currency.findData("jpy")))
    _put(dialog.description, "Fee")
    for text in AMOUNTS:
        held = _put(dialog.amount, text)
        try:
            good = parse(held, "jpy").amount > 0
        except AmountError:
            good = False
        assert bool(await _outcome(operator, dialog)) != good, text
    _put(dialog.amount, "700")
    for text in TEXTS:
        held = _put(dialog.description, text).strip()
        said = await _outcome(operator, dialog)
        assert bool(said) == (
            not 0 < len(held) <= 350 if isinstance(dialog, BalanceDialog) else not 0 < len(held) <= 500
        )
    await operator.leave(dialog)


async def _charge_form(operator: Operator) -> None:
    await press(operator, "Charge")
    await _amounts(operator, await operator.dialog(ChargeDialog))


async def _balance_form(operator: Operator) -> None:
    await press(operator, "Adjust balance")
    await _amounts(operator, await operator.dialog(BalanceDialog))


async def _card_forms(operator: Operator) -> None:
    await press(operator, "Add card")
    adding = await operator.dialog(AddCardDialog)
    for way in ("id", "replace", "register"):
        adding.way.setCurrentIndex(adding.way.findData(way))
        for text in TEXTS:
            _put(adding.card_id, text)
            assert await _outcome(operator, adding), text
    await operator.leave(adding)
    card = next(card for card in await operator.services.cards.of(operator.page.detail.id))
    operator.window.open_object("card", card.id)
    await until(lambda: card.id in operator.text())
    await press(operator, "Edit")
    changing = await operator.dialog(ChangeCardDialog)
    for text in (*TEXTS, "9/2030", "09/30", "００/２０３０", "13/2030", "9-2030"):
        _put(changing.fields["expiry"], text)
        assert bool(await _outcome(operator, changing)) != (text in ("9/2030", "09/30")), text
    await operator.leave(changing)


async def _note_form(operator: Operator) -> None:
    await press(operator, "Add note")
    note = await operator.dialog(NoteDialog)
    for text in TEXTS:
        held = _put(note.text, text).strip()
        assert bool(await _outcome(operator, note)) != (0 < len(held) <= 500), text[:40]
    _put(note.text, "")
    await operator.leave(note)


@pytest.mark.parametrize(
    "form", [_customer_form, _charge_form, _balance_form, _card_forms, _note_form], ids=lambda f: f.__name__[1:]
)
async def test_what_people_paste(
    qapp: QApplication, tmp_path: Path, form: Callable[[Operator], Awaitable[None]]
) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await add_card(operator, stripe)
        async with asyncio.timeout(80):
            await form(operator)
        assert writes(simulator) == []
