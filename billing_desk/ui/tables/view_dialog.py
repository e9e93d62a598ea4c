"""The dialog for a view's name and shortcut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from ..widgets.base_dialog import BaseDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox, add_button, set_title
from ..widgets.theme import HUGE, LARGE, MEDIUM
from ..wording.text import translate


class ViewDialog(BaseDialog):
    """`name` is the trimmed text; the button is enabled once there is one. `shortcut` is "" for none."""

    def __init__(self, parent: QWidget, shortcuts: Sequence[str]) -> None:
        super().__init__(parent)
        set_title(self, translate("Page", "Save view"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        layout.setSpacing(MEDIUM)
        self.field = TextField()
        self.field.setMinimumWidth(320)
        self.keys = ComboBox()
        self.keys.addItem(translate("Page", "No shortcut"), "")
        for keys in shortcuts:
            self.keys.addItem(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText), keys)
        self.keys.setCurrentIndex(min(1, len(shortcuts)))
        note = translate("Page", "Saves the filter, sort order, and columns.")
        layout.addWidget(FormRow(translate("Page", "Name"), self.field, note))
        layout.addWidget(FormRow(translate("Page", "Shortcut"), self.keys))
        buttons = QDialogButtonBox()
        self.act = add_button(buttons, translate("Page", "Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("primary", True)
        self.primary = self.act
        add_button(buttons, translate("Ask", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.field.textChanged.connect(self._check)
        self._check("")

    @property
    def name(self) -> str:
        return self.field.text().strip()

    @property
    def shortcut(self) -> str:
        return str(self.keys.currentData())

    def _check(self, _: str) -> None:
        self.act.setEnabled(bool(self.name))
