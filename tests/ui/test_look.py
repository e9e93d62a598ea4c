"""How it looks: contrast of every pair of colors, no amount cut, no sideways scrolling, names for screen readers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from billing_desk.ui.tables.fitting import Part, fitted
from billing_desk.ui.widgets.theme import DARK, LIGHT, Colors
from billing_desk.ui.window.actions import IN_MENU, TABS

from ..driver import Operator, seated
from ..support import until


def _light(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_enough_contrast(scheme: Colors) -> None:
    """WCAG: at least 4.5 to 1."""
    grounds = (scheme.window, scheme.panel, scheme.raised, scheme.selection)
    pairs = [(text, ground) for text in (scheme.text, scheme.dim, scheme.accent) for ground in grounds]
    pairs.append((scheme.accent_text, scheme.accent))
    for name, (background, text) in scheme.tones.items():
        pairs += [(text, ground) for ground in grounds] if background == "transparent" else [(text, background)]
        if name == "bad":
            pairs += [(text, ground) for ground in grounds[:3]]
    pairs += [(text, background) for background, text in scheme.modes.values()]
    low = {pair: round(_contrast(*pair), 2) for pair in pairs if _contrast(*pair) < 4.5}
    assert low == {}


@given(
    st.lists(
        st.builds(
            Part,
            st.uuids().map(str),
            st.integers(40, 300),
            st.integers(30, 120),
            st.booleans(),
            st.booleans(),
            st.integers(1, 3),
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(200, 2_000),
)
def test_columns_fit_and_what_must_stay_stays(parts: list[Part], room: int) -> None:
    widths = fitted(parts, room)
    assert all(part.key in widths for part in parts if part.stays)
    for part in parts:
        if part.key in widths:
            assert widths[part.key] >= part.least
    needed = sum(part.least for part in parts if part.stays)
    if needed <= room:
        assert sum(widths.values()) <= room
    if any(not part.fixed and part.key in widths for part in parts) and needed <= room:
        assert sum(widths.values()) == room, "nothing is left empty at the right"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (910, 480)])
async def test_no_table_scrolls_sideways_and_no_amount_is_cut(
    qapp: QApplication, tmp_path: Path, lang: str, size: tuple[int, int]
) -> None:
    """At 910×480, 1366×768 at 150 %, only the most important columns are left."""
    async with seated(qapp, tmp_path, demo=True, lang=lang) as operator:
        operator.window.resize(*size)
        assert (operator.window.width(), operator.window.height()) == size
        for kind in TABS:
            await operator.rows(kind)
            await until(lambda: operator.page.shows_rows)
            table, model = operator.page.table, operator.page.model
            await asyncio.sleep(0)
            if size[0] >= 1024:
                assert not table.horizontalScrollBar().isVisible(), kind
            header = table.horizontalHeader()
            sorted_ = [column.key for column in model.columns].index(model.query.sort)
            assert not table.isColumnHidden(sorted_), (kind, "the sorted column is visible")
            for place, column in enumerate(model.columns):
                if column.exports != "money" or table.isColumnHidden(place):
                    continue
                for row in range(min(30, len(model.numbers))):
                    text = str(model.index(row, place).data(Qt.ItemDataRole.DisplayRole))
                    assert table.fontMetrics().horizontalAdvance(text) + 10 <= header.sectionSize(place), (kind, text)


async def test_every_control_has_a_name(qapp: QApplication, tmp_path: Path) -> None:
    """F13: for screen readers, in the window and in dialogs."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        for kind in TABS:
            await operator.rows(kind)
            await until(lambda: operator.page.shows_rows)
            assert _nameless(operator.window) == []
        operator.window.commands.go_to_tab("customer")
        commands = operator.window.commands
        for opening in (
            commands.edit_customer,
            commands.new_customer,
            commands.find_or_create,
            commands.show_settings,
            commands.show_activity,
            commands.show_accounts,
            commands.add_account,
            lambda: commands.customer_action("charge"),
            lambda: commands.customer_action("credit"),
            lambda: commands.customer_action("tax_ids"),
            lambda: commands.customer_action("add_card"),
            commands.change_many,
            commands.save_view,
            commands.export,
        ):
            opening()
            dialog = await operator.dialog(QDialog)
            assert _nameless(dialog) == [], dialog.windowTitle()
            await _close(operator, dialog)


async def _close(operator: Operator, dialog: QDialog) -> None:
    dialog.done(0)
    await operator.gone(dialog)


def _nameless(parent: QWidget) -> list[str]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QAbstractItemView)
    found = []
    for kind in kinds:
        for widget in parent.findChildren(kind):
            inside = isinstance(widget.parent(), QComboBox | QSpinBox) or widget.objectName().startswith("qt_")
            if widget.isVisible() and not inside and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                if not (widget.accessibleName() or text):
                    found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


def test_the_menu_is_short() -> None:
    assert len(IN_MENU - {"arm"}) <= 8
    assert len(IN_MENU - {"travel"}) <= 8
