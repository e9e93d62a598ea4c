"""No detail, title of a column or setting is wider than its place: what is cut off cannot be read."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHeaderView, QScrollArea, QTableWidget

from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.settings.settings_dialog import SettingsDialog
from billing_desk.ui.window.actions import TABS

from ..driver import seated


@pytest.mark.parametrize("lang", ["en", "ja"])
async def test_every_detail_fits_at_the_smallest_size(qapp: QApplication, tmp_path: Path, lang: str) -> None:
    async with seated(qapp, tmp_path, demo=True, lang=lang) as operator:
        operator.window.resize(1280, 800)
        for kind in TABS:
            ids = await operator.rows(kind)
            for id_ in ids[:8]:
                operator.page.select(id_)
                detail = operator.page.detail
                async with asyncio.timeout(10):
                    while id_ not in operator.text():
                        await asyncio.sleep(0.01)
                sheet = detail.widget()
                assert sheet is not None
                width = detail.viewport().width()
                assert sheet.minimumSizeHint().width() <= width, (kind, id_, operator.text())


@pytest.mark.parametrize("lang", ["en", "ja"])
async def test_titles_and_settings_fit(qapp: QApplication, tmp_path: Path, lang: str) -> None:
    async with seated(qapp, tmp_path, demo=True, lang=lang) as operator:
        for kind in TABS:
            await operator.rows(kind)
            header = operator.page.table.horizontalHeader()
            for section in range(header.count()):
                if not header.isSectionHidden(section):
                    title = operator.page.model.columns[section].key
                    assert header.sectionSize(section) >= header.sectionSizeHint(section), (kind, title)
        operator.window.commands.show_settings()
        dialog = await operator.dialog(SettingsDialog)
        for area in dialog.findChildren(QScrollArea):
            inside = area.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= area.viewport().width()
        await operator.leave(dialog)
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        for table in panel.findChildren(QTableWidget):
            header = table.horizontalHeader()
            for section in range(header.count()):
                stretched = header.sectionResizeMode(section) is QHeaderView.ResizeMode.Stretch
                assert stretched or header.sectionSize(section) >= header.sectionSizeHint(section), section
        await operator.leave(panel)
