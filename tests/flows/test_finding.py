"""Finding: misspelled tokens, card numbers, input methods, and results that can be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.filters import doubt
from billing_desk.ui.window.palette import Palette

from ..driver import seated
from ..support import until
from .operator_fixture import at_desk

FIELDS = frozenset({"status", "currency", "total", "customer", "created"})
STATUS = {"status": ("overdue", "open", "paid")}
NUMBER = "4242 4242 4242 4242"


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("stauts:overdue", "status:overdue"),
        ("-stauts:overdue sato", "-status:overdue sato"),
        ("sato curency:jpy", "sato currency:jpy"),
        ("totl>10000", "total>10000"),
        ("status:overdu", "status:overdue"),
        ("status:zzz", ""),
        ("zzz:overdue", ""),
    ],
)
def test_a_misspelled_token_is_noticed(typed: str, nearest: str) -> None:
    """F2."""
    found = doubt(typed, FIELDS, STATUS)
    assert found is not None
    assert found.nearest == nearest


@pytest.mark.parametrize(
    "typed",
    ["sato", "status:overdue", "status:none", "https://x.example", "12:30", '"a:b"', "total>1", "status:", "re: x"],
)
def test_ordinary_text_is_not_doubted(typed: str) -> None:
    assert doubt(typed, FIELDS, STATUS) is None


async def test_the_filter_says_what_it_does_not_know(qapp: QApplication, tmp_path: Path) -> None:
    """F2."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice", "stauts:overdue")
        page = operator.page
        assert "no filter" in page.problem.text
        assert page.problem.better.isVisible()
        operator.click(page.problem.better)
        await until(lambda: page.filter.text == "status:overdue" and page.shows_rows)
        assert page.problem.isHidden()


async def test_a_card_number_in_filter_and_palette_is_removed_with_a_word(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, _sim):
        field = operator.page.filter.field
        field.setFocus()
        QTest.keyClicks(field, NUMBER.replace(" ", ""))
        await until(lambda: field.text() == "")
        await until(lambda: operator.page.shows_rows)
        assert "looked like a card number" in operator.page.problem.text
        assert operator.page.problem.isVisible()
        await operator.key("Ctrl+K")
        palette = await operator.dialog(Palette)
        QApplication.clipboard().setText(NUMBER)
        palette.field.paste()
        await until(lambda: palette.field.text() == "")
        await until(lambda: "looked like a card number" in palette._note.text())
        QApplication.clipboard().clear()
        await operator.leave(palette)


async def test_enter_that_ends_a_composition_runs_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """F14."""
    async with at_desk(qapp, tmp_path) as (operator, _, _sim):
        await operator.key("Ctrl+K")
        palette = await operator.dialog(Palette)
        field = palette.field
        QApplication.sendEvent(field, QInputMethodEvent("\u3042\u304a\u3044", []))
        end = QInputMethodEvent()
        end.setCommitString("aoi")
        QApplication.sendEvent(field, end)
        QTest.keyPress(field, Qt.Key.Key_Return)
        assert palette.isVisible()
        assert field.text() == "aoi"
        QTest.keyRelease(field, Qt.Key.Key_Return)
        await until(lambda: palette.list.count() > 1)
        QTest.keyClick(field, Qt.Key.Key_Return)
        await operator.gone(palette)


async def test_results_can_be_told_apart(qapp: QApplication, tmp_path: Path) -> None:
    """F3: name, owner, amount, state and date; grouped by kind; headers are not chosen."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.key("Ctrl+K")
        palette = await operator.dialog(Palette)
        QTest.keyClicks(palette.field, "yama")
        await until(lambda: palette.list.count() > 4)
        texts = [palette.list.item(n).text() for n in range(palette.list.count())]
        assert len(set(texts)) == len(texts), "no two rows read the same"
        for _ in range(len(texts)):
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
            assert palette.list.currentItem().flags() & Qt.ItemFlag.ItemIsSelectable
        palette.field.clear()
        QTest.keyClicks(palette.field, "20860")
        await until(lambda: any("\u00a520,860" in palette.list.item(n).text() for n in range(palette.list.count())))
        QApplication.sendEvent(palette, QEvent(QEvent.Type.PaletteChange))
        await operator.leave(palette)
