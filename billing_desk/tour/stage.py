"""What every part of the tour does: wait, find the open dialog, and write pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ..ui.window.commands import Commands
from ..ui.window.main_window import MainWindow
from ..ui.writing.preview import PreviewDialog

Dialog = TypeVar("Dialog", bound=QDialog)


class Stage:
    """`suffix` ends the name of every picture. `show` has to be called before anything else."""

    window: MainWindow
    commands: Commands

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder, self._suffix = folder, suffix

    def show(self, window: MainWindow) -> None:
        self.window, self.commands = window, window.commands

    def top(self) -> QDialog | None:
        open_ones = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return open_ones[-1] if open_ones else None

    async def dialog(self) -> QDialog:
        await self.until(lambda: self.top() is not None)
        await self.settled()
        found = self.top()
        assert found is not None
        return found

    async def opened(self, kind: type[Dialog]) -> Dialog:
        """The open dialog, once it is of this kind."""
        await self.until(lambda: isinstance(self.top(), kind))
        await self.settled()
        found = self.top()
        assert isinstance(found, kind)
        return found

    async def confirm(self, preview: PreviewDialog) -> None:
        await self.until(preview.primary.isEnabled)
        preview.primary.click()

    async def shoot_dialog(self, dialog: QDialog, name: str) -> None:
        self.shoot_widget(dialog, name)
        dialog.done(0)  # what was typed for the picture is not asked about
        await self.until(lambda: self.top() is None)
        await asyncio.sleep(0.05)  # lets waiting tasks run

    def shoot(self, name: str) -> None:
        self.shoot_widget(self.window, name)

    async def shoot_settled(self, name: str) -> None:
        await self.settled()
        self.shoot(name)

    def shoot_widget(self, widget: QWidget, name: str) -> None:
        widget.grab().save(str(self._folder / f"{name}{self._suffix}.png"))

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(30):
            while not condition():
                await asyncio.sleep(0.02)

    @staticmethod
    async def settled() -> None:
        await asyncio.sleep(0.8)


def type_into(field: QWidget, text: str) -> None:
    assert isinstance(field, QLineEdit)
    field.selectAll()
    field.insert(text)
