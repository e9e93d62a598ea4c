"""The local receiver: whether it listens, what came and what was refused, and its signing secret."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import DeskError, Refused
from ...services.desk_services import ActivityServices
from ...services.events.secrets import RECEIVER
from ..widgets.ask import shown
from ..widgets.clipboard import copy
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, SecretField
from ..widgets.plain import Button, Label
from ..wording.events import webhook_words
from ..wording.notices import Notice, sentence
from ..wording.text import translate

LOOK = 1_000
"""Milliseconds between two looks at the counts."""


class ReceiverRow(QWidget):
    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        self.said = Label(wordWrap=True)
        self.said.setProperty("dim", True)
        self.command = Button(translate("Webhooks", "Copy command"))
        self.secret = Button(translate("Webhooks", "Signing secret…"))
        self.command.clicked.connect(self._copy)
        self.secret.clicked.connect(self._enter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.command)
        row.addWidget(self.secret)
        self._tick = QTimer(self, interval=LOOK)
        self._tick.timeout.connect(self.load)
        self._tick.start()
        self.load()

    def load(self) -> None:
        state = self.context.services.receiver.state
        self.said.setText(webhook_words.receiver(state, self.context.wording))
        self.command.setEnabled(bool(state.address))

    def _copy(self) -> None:
        address = self.context.services.receiver.state.address.removeprefix("http://")
        copy(f"stripe listen --all-snapshot --forward-to {address}")
        self.context.say(Notice(translate("Webhooks", "Command copied."), "good"))

    def _enter(self) -> None:
        self.jobs.alone("secret", shown(ReceiverSecretDialog(self.context, self)))


class ReceiverSecretDialog(DeskDialog[ActivityServices]):
    """Takes the secret that `stripe listen` prints; an empty field forgets it."""

    def __init__(self, context: Context[ActivityServices], parent: QWidget) -> None:
        title, act = translate("Webhooks", "Signing secret of the receiver"), translate("Webhooks", "Save in keyring")
        super().__init__(context, parent, title, act, whom=None)
        self.field = SecretField()
        hint = translate("Webhooks", "“stripe listen” prints it when it starts: whsec_… Leave it empty to forget it.")
        self.row = FormRow(translate("Webhooks", "Signing secret"), self.field, hint)
        self.body.addWidget(self.row)
        self.primary.clicked.connect(self._save)
        self.field.setFocus()

    def _save(self) -> None:
        self.row.show_problem("")
        self.jobs.alone("save", self._saved(self.field.text().strip()))

    async def _saved(self, secret: str) -> None:
        try:
            await self.context.services.webhooks.keep_secret(RECEIVER, secret or None)
        except Refused as error:
            self.row.show_problem(sentence(error))
            self.row.point_out()
        except DeskError as error:
            self.show_problem(sentence(error))
        else:
            self.field.clear()
            self.accept()
