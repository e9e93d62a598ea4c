"""The window for unexpected errors: what happened, what was kept, and redacted details to copy."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ..widgets.clipboard import copy
from ..widgets.plain import Label, add_button, set_title
from ..widgets.theme import HUGE, LARGE
from ..wording.text import translate


class ReportWindow(QDialog):
    """One window for all errors; further ones are added to it."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        set_title(self, translate("Report", "Unexpected error"))
        self.resize(680, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        said = translate(
            "Report",
            "An unexpected error occurred. Billing Desk keeps running. Your input is still in "
            "the window, and every change in progress is kept in Activity. The text below "
            "contains no keys, card numbers, or email addresses.",
        )
        layout.addWidget(Label(said, wordWrap=True))
        self.details = QPlainTextEdit(text, readOnly=True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(translate("Report", "Details"))
        layout.addWidget(self.details, 1)
        buttons = QDialogButtonBox()
        copy = add_button(buttons, translate("Report", "Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        close = add_button(buttons, translate("Report", "Continue"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        layout.addWidget(buttons)

    def add(self, text: str) -> None:
        self.details.appendPlainText("\n" + text)

    def _copy(self) -> None:
        copy(self.details.toPlainText())
