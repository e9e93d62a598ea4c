"""Shows a new signing secret once."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ...services.desk_services import ActivityServices
from ...services.events.secrets import NewSecret
from ..widgets.clipboard import copy_as_it_is
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import SecretField
from ..widgets.plain import Button, Label
from ..wording.text import translate


class SecretDialog(DeskDialog[ActivityServices]):
    """`found` None: Stripe did not show it, because the answer was lost and the endpoint was found by a lookup. Hidden
    until the operator asks to see it, so that it is in no picture of the screen."""

    def __init__(self, context: Context[ActivityServices], parent: QWidget, found: NewSecret | None) -> None:
        super().__init__(context, parent, translate("Webhooks", "Signing secret"), whom=None)
        self._secret = found.secret if found else ""
        if found is None:
            text = translate(
                "Webhooks",
                "The answer with the signing secret was lost. Stripe shows a secret once: roll it to get another one.",
            )
        elif found.kept:
            text = translate("Webhooks", "It is in this computer's keyring. Stripe does not show it again.")
        else:
            text = translate(
                "Webhooks",
                "It could not be put in this computer's keyring. Save it now: Stripe does not show it again.",
            )
        self.body.addWidget(Label(text, wordWrap=True))
        self.field = SecretField()
        self.field.setText(self._secret)
        self.field.setReadOnly(True)
        self.field.setAccessibleName(translate("Webhooks", "Signing secret"))
        self.show_it, self.copy = Button(translate("Webhooks", "Show")), Button(translate("Webhooks", "Copy"))
        self.show_it.clicked.connect(self._show)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        for widget, stretch in ((self.field, 1), (self.show_it, 0), (self.copy, 0)):
            widget.setVisible(bool(self._secret))
            row.addWidget(widget, stretch)
        self.body.addLayout(row)

    def has_typed(self) -> bool:
        return False

    def _show(self) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal)

    def _copy(self) -> None:
        """Asked for; the clipboard is cleared when the desk locks."""
        copy_as_it_is(self._secret)
