"""Awaitable dialogs. The only module that opens them: with `open()` and a future, never with a nested event loop.

A nested loop inside a task would block every other task.
"""

from __future__ import annotations

import asyncio

import shiboken6
from PySide6.QtWidgets import QDialog, QWidget

from .base_dialog import Question


async def shown(dialog: QDialog) -> bool:
    """Open the dialog over its parent and wait; returns whether it was accepted. It is deleted afterwards."""
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finish(result: int) -> None:
        if not ended.done():
            ended.set_result(result)

    dialog.finished.connect(finish)
    dialog.open()
    try:
        return await ended == int(QDialog.DialogCode.Accepted)
    finally:
        if shiboken6.isValid(dialog):  # it is deleted together with its parent
            dialog.deleteLater()


async def show_message(text: str) -> None:
    """Show one sentence in a window without a parent."""
    await shown(Question(None, "Billing Desk", text, ""))


async def confirmed(parent: QWidget, title: str, text: str, act: str) -> bool:
    """Whether the operator pressed the button `act`."""
    return await shown(Question(parent, title, text, act))
