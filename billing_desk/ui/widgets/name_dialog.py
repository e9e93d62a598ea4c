"""The dialog that asks for a short name."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from ..wording.text import translate
from .base_dialog import BaseDialog
from .fields import FormRow, TextField
from .plain import add_button, set_title
from .theme import HUGE, LARGE


class NameDialog(BaseDialog):
    """`name` is the trimmed text; the button is enabled once there is one."""

    def __init__(self, parent: QWidget, title: str, label: str, act: str, text: str = "") -> None:
        super().__init__(parent)
        set_title(self, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        self._field = TextField(text)
        self._field.setMinimumWidth(320)
        layout.addWidget(FormRow(label, self._field))
        buttons = QDialogButtonBox()
        self._act = add_button(buttons, act, QDialogButtonBox.ButtonRole.AcceptRole)
        self._act.setProperty("primary", True)
        self.primary = self._act
        add_button(buttons, translate("Ask", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._field.textChanged.connect(self._check)
        self._check(text)

    @property
    def name(self) -> str:
        return self._field.text().strip()

    def _check(self, _: str) -> None:
        self._act.setEnabled(bool(self.name))
