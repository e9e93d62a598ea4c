"""The revenue chart above the subscriptions: what it shows, and what a click or a key does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.revenue import Part

from ..driver import seated
from ..support import until


async def test_a_part_of_a_bar_shows_its_subscriptions(qapp: QApplication, tmp_path: Path) -> None:
    """G5: as many as the chart counts; by keyboard too."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        operator.window.commands.go_to_tab("subscription")
        page: Any = operator.page
        header = page.revenue
        await until(lambda: header.shown)
        assert header.chart.isHidden(), "closed at first: the list is what people come for"
        operator.click(header.toggle)
        assert header.chart.isVisible()
        for month in header.shown:
            assert month.closing - month.opening == sum(month.parts.values())
        total = await operator.services.queries.totals(page.model.query)
        shown = {t.money.currency: t.money.amount for t in total if t.name == "monthly"}
        last = header.shown[-1]
        assert shown[last.currency] == last.closing, "the same figure as the footer's"
        place, month = next((n, m) for n, m in enumerate(header.shown) if m.counts.get(Part.NEW))
        top = float(sum(max(0, amount) for amount in month.parts.values()))
        assert header.chart.part_at(place, top / 1e6) == (place, Part.NEW)
        assert header.chart.part_at(place + 0.45, 0.0) is None
        header.chart.chosen.emit(place, Part.NEW)
        await until(lambda: len(page.model.numbers) == month.counts[Part.NEW])
        assert page.filter.text.startswith("new:20")
        header.chart.setFocus()
        QTest.keyClick(header.chart, Qt.Key.Key_Left)
        assert header.said.text()
        marked = header.chart._place
        while not header.shown[marked].counts.get(Part.NEW):
            QTest.keyClick(header.chart, Qt.Key.Key_Left)
            marked = header.chart._place
        page.filter.set_text("")
        QTest.keyClick(header.chart, Qt.Key.Key_Return)
        await until(lambda: len(page.model.numbers) == header.shown[marked].counts[Part.NEW])
