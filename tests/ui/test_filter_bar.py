"""The views' chips and the filter field at every width of the window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from billing_desk.domain.saved_view import SavedView
from billing_desk.ui.tables.chips import MOST_LINES, chips_in_lines
from billing_desk.ui.tables.filter_bar import FilterBar, View
from billing_desk.ui.widgets.theme import SMALL

VIEWS = [
    View(lambda: "All", ""),
    View(lambda: "Past due", "status:past_due"),
    View(lambda: "Trials", "status:trialing"),
]


@given(st.lists(st.integers(20, 300), max_size=20), st.integers(400, 3000))
def test_no_line_of_chips_is_wider_than_the_room(widths: list[int], room: int) -> None:
    more = 90
    lines = chips_in_lines(widths, room, more)
    assert len(lines) <= MOST_LINES + 1
    assert lines[-1] in (0, len(widths)), "beside the field stand all or none"
    for number, count in enumerate(lines):
        line = widths[sum(lines[:number]) :][:count]
        assert sum(line) + SMALL * max(0, len(line) - 1) <= room
    if sum(lines) < len(widths):
        last = widths[: sum(lines)][-lines[-2] :]
        assert sum(last) + SMALL * len(last) + more <= room, "the button for the others has room"
    else:
        assert sum(lines) == len(widths)


@pytest.mark.parametrize("saved", [0, 1, 6])
def test_chips_and_field_are_whole_at_every_width(qapp: QApplication, saved: int) -> None:
    owner = QWidget()
    bar = FilterBar(VIEWS, ["status:active"], [], owner)
    bar.show_saved([SavedView(f"Saved view {number}", f"plan:{number}", "", True) for number in range(saved)])
    owner.show()
    for width in (*range(1400, 380, -40), 500, 900, 1400):
        bar.setGeometry(0, 0, width, 200)
        qapp.processEvents()
        chips = [chip for chip in bar.findChildren(QPushButton) if chip.property("chip") and chip.isVisible()]
        bar.more.entries.aboutToShow.emit()
        others = [action.text() for action in bar.more.entries.actions()]
        assert bar.more.isVisible() is bool(others)
        named = [chip.text() for chip in chips if chip is not bar.more] + others
        assert sorted(named) == sorted(view.name for view in bar.all_views())
        for chip in chips:
            assert chip.width() >= chip.sizeHint().width()
            assert bar.rect().contains(chip.geometry()), (width, chip.text())
        assert bar.field.width() >= 240
        bar.show_saved(bar._saved)
        qapp.processEvents()
    owner.close()
    owner.deleteLater()


def test_a_view_in_the_menu_is_chosen_and_marked(qapp: QApplication) -> None:
    owner = QWidget()
    bar = FilterBar(VIEWS, ["status:active"], [], owner)
    bar.show_saved([SavedView(f"Saved view {number}", f"plan:{number}", "", True) for number in range(9)])
    owner.show()
    bar.setGeometry(0, 0, 400, 200)
    qapp.processEvents()
    chosen: list[SavedView] = []
    bar.chosen.connect(chosen.append)
    bar.more.entries.aboutToShow.emit()
    last = bar.more.entries.actions()[-1]
    assert not bar.more.isChecked()
    last.trigger()
    assert [view.filter for view in chosen] == ["plan:8"]
    assert bar.text == "plan:8"
    assert bar.more.isChecked()
    owner.close()
    owner.deleteLater()
