"""The button with the actions that do not fit beside the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from ..widgets.icons import icon
from ..widgets.plain import Button, add_action, set_tip
from ..wording.text import joined, translate


class MoreButton(Button):
    """A menu with the less frequent actions."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__("", icon("more"))
        self.setAccessibleName(translate("Sheet", "More actions"))
        set_tip(self, translate("Sheet", "More actions"))
        menu = QMenu(self)
        for each in buttons:
            each.setParent(self)
            each.hide()
            why = str(each.property("why") or "")
            action = add_action(menu, joined((each.text().replace("&&", "&"), why), " – "))
            action.setEnabled(each.isEnabled())
            action.setObjectName(each.objectName())
            action.triggered.connect(each.click)
        self.setMenu(menu)
