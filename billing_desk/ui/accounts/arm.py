"""The dialog that arms a live desk for some minutes after the account's name was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...services.screen_services import ScreenServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Label
from ..wording.text import translate


class ArmDialog(DeskDialog[ScreenServices]):
    def __init__(self, context: Context[ScreenServices], parent: QWidget) -> None:
        act = translate("Arm", "Allow for %n minute(s)", "", context.services.guard.armed_for // 60)
        super().__init__(context, parent, translate("Arm", "Allow changes in live mode"), act, whom=None)
        name = context.services.guard.word_to_arm
        text = translate("Arm", "Changes in live mode move real money. To allow them, type the account name: {name}")
        self.body.addWidget(Label(text.format(name=name), wordWrap=True))
        self.name = TextField()
        self._row = FormRow(translate("Arm", "Account name"), self.name)
        self.body.addWidget(self._row)
        self.primary.clicked.connect(self._arm)
        self.name.returnPressed.connect(self._arm)
        self.name.setFocus()

    def has_typed(self) -> bool:
        """Nothing that is typed here is lost: the name of the account."""
        return False

    def _arm(self) -> None:
        if self.context.services.guard.arm(self.name.text()):
            self.accept()
        else:
            self._row.show_problem(translate("Arm", "The account name does not match."))
            self._row.point_out()
