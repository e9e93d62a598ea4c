"""The About dialog: version, licenses and components."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ... import __version__
from ...resources import notices
from ..widgets.base_dialog import BaseDialog
from ..widgets.plain import Label, add_button, set_title
from ..widgets.theme import HUGE, LARGE
from ..wording.text import translate


class AboutDialog(BaseDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_title(self, translate("About", "About Billing Desk"))
        self.resize(620, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        heading = Label(f"Billing Desk {__version__}")
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        text = translate("About", "MIT license. Qt {qt} and PySide6 are used under the LGPL 3 and can be replaced.")
        layout.addWidget(Label(text.format(qt=qVersion()), wordWrap=True))
        licences = QPlainTextEdit(notices(), readOnly=True)
        licences.setAccessibleName(translate("About", "Licenses"))
        layout.addWidget(licences, 1)
        buttons = QDialogButtonBox()
        add_button(buttons, translate("About", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
