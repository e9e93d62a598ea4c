"""Awaitable dialogs. The only module that opens them: with `open()` and a future, never with a nested event loop.

A nested loop inside a task would block every other task.
"""

from __future__ import annotations

import asyncio

import shiboken6
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ..wording.text import translate
from .plain import Label, add_button, set_title
from .theme import HUGE, LARGE


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


def _sentence(parent: QWidget | None, title: str, text: str) -> tuple[QDialog, QDialogButtonBox]:
    """A dialog with one sentence, and its empty row of buttons."""
    dialog = QDialog(parent)
    set_title(dialog, title)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
    label = Label(text, wordWrap=True)
    label.setMinimumWidth(380)
    layout.addWidget(label)
    buttons = QDialogButtonBox()
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    return dialog, buttons


def question(parent: QWidget, title: str, text: str, act: str) -> QDialog:
    """A dialog with Cancel and a button with the text `act`."""
    dialog, buttons = _sentence(parent, title, text)
    confirm = add_button(buttons, act, QDialogButtonBox.ButtonRole.AcceptRole)
    confirm.setProperty("primary", True)
    add_button(buttons, translate("Ask", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
    return dialog


async def show_message(text: str) -> None:
    """Show one sentence in a window without a parent."""
    dialog, buttons = _sentence(None, "Billing Desk", text)
    add_button(buttons, translate("Ask", "Close"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
    await shown(dialog)


async def confirmed(parent: QWidget, title: str, text: str, act: str) -> bool:
    """Whether the operator pressed the button `act`."""
    return await shown(question(parent, title, text, act))
