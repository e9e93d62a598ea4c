"""The shortcut sheet (?): every action with its shortcut, and the keys in a table."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from ..widgets.base_dialog import BaseDialog
from ..widgets.plain import Label, add_button, set_title
from ..widgets.theme import HUGE, LARGE, SMALL
from ..wording.text import translate
from .actions import ACTIONS


class ShortcutSheet(BaseDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_title(self, translate("Shortcuts", "Keyboard shortcuts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SMALL)
        entries = [(_native(action.shortcut), action.title()) for action in ACTIONS if action.shortcut]
        entries += [
            ("J / K", translate("Shortcuts", "Next or previous row")),
            (_native("Space"), translate("Shortcuts", "Select or deselect the row")),
            (_native("Return"), translate("Shortcuts", "Go to details")),
            (_native("Ctrl+C"), translate("Shortcuts", "Copy the selected rows as text")),
            (_native("Ctrl+Return"), translate("Shortcuts", "Press the primary button of a dialog")),
        ]
        half = (len(entries) + 1) // 2
        for number, (keys, title) in enumerate(entries):
            column = 0 if number < half else 2
            key = Label(keys)
            key.setProperty("section", True)
            grid.addWidget(key, number % half, column)
            grid.addWidget(Label(title), number % half, column + 1)
        layout.addLayout(grid)
        buttons = QDialogButtonBox()
        add_button(buttons, translate("Shortcuts", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
