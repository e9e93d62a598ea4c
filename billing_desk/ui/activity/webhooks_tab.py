"""Webhook endpoints and event destinations: state, deliveries, and the local receiver (E11)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.errors import DeskError
from ...domain.events.endpoint import Endpoint
from ...services.desk_services import ActivityServices
from ...services.events.webhooks import Listed
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.plain import Button, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL
from ..wording.events import webhook_words
from ..wording.notices import sentence
from ..wording.text import sentences, translate
from ..writing.run import carry_out
from .receiver_row import ReceiverRow
from .webhook_form import RollDialog, WebhookForm
from .webhook_secret import SecretDialog


class WebhooksTab(QWidget):
    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        self._listed: Listed | None = None
        titles = [
            translate("Webhooks", "Address"),
            translate("Words", "Status"),
            translate("Webhooks", "Events"),
            translate("Webhooks", "Payload"),
            translate("Webhooks", "Name"),
            translate("Webhooks", "Secret"),
        ]
        self.table = table(translate("Webhooks", "Webhooks"), titles, (0, 110, 130, 220, 150, 90), stretch=0)
        self.delivery = Label(wordWrap=True)
        self.trouble = Label(wordWrap=True)
        self.trouble.setProperty("problem", True)
        self.trouble.hide()
        self.receiver = ReceiverRow(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self.delivery)
        layout.addLayout(self._buttons())
        layout.addWidget(self.receiver)
        self.table.itemSelectionChanged.connect(self._chosen_changed)
        self._chosen_changed()

    def _buttons(self) -> QHBoxLayout:
        self.new = Button(translate("Webhooks", "New…"))
        self.edit = Button(translate("Webhooks", "Edit…"))
        self.switch = Button(translate("Webhooks", "Disable…"))
        self.roll = Button(translate("Webhooks", "Roll secret…"))
        self.test = Button(translate("Webhooks", "Send test event…"))
        self.delete = Button(translate("Webhooks", "Delete…"))
        row = QHBoxLayout()
        row.addStretch(1)
        for button, press in (
            (self.delete, self._delete),
            (self.test, self._test),
            (self.roll, self._roll),
            (self.switch, self._switch),
            (self.edit, self._edit),
            (self.new, self._new),
        ):
            button.clicked.connect(press)
            row.addWidget(button)
        return row

    def changed(self, change: Change) -> None:
        if change.kind in (ChangeKind.WEBHOOK, ChangeKind.OPERATION) and self.isVisible():
            self.load()

    def load(self) -> None:
        """Read the endpoints at Stripe; they are few and not part of the local copy."""
        self.jobs.newest("load", self._load())
        self.receiver.load()

    async def _load(self) -> None:
        before = self.chosen
        try:
            listed = await self.context.services.webhooks.all()
        except DeskError as error:
            self._say(sentence(error))
            return
        self._listed = listed
        self._say(sentences(dict.fromkeys(sentence(error) for error in listed.missing)))
        fill(self.table, [self._row(endpoint) for endpoint in listed.endpoints])
        self.delivery.setText(webhook_words.delivery(listed.undelivered, self.context.wording))
        ids = [endpoint.id for endpoint in listed.endpoints]
        if ids:
            self.table.selectRow(ids.index(before.id) if before is not None and before.id in ids else 0)
        self._chosen_changed()

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _row(self, endpoint: Endpoint) -> list[str]:
        kept = self._listed is not None and endpoint.id in self._listed.secrets
        return [
            endpoint.url or "–",
            webhook_words.state(endpoint),
            webhook_words.types(endpoint.types),
            webhook_words.style(endpoint.style),
            endpoint.name,
            translate("Webhooks", "In keyring") if kept else "–",
        ]

    @property
    def chosen(self) -> Endpoint | None:
        row, listed = self.table.currentRow(), self._listed
        return listed.endpoints[row] if listed is not None and 0 <= row < len(listed.endpoints) else None

    def _chosen_changed(self) -> None:
        endpoint = self.chosen
        for button in (self.edit, self.switch, self.roll, self.delete):
            button.setEnabled(endpoint is not None)
        off = endpoint is None or endpoint.enabled
        self.switch.setText(translate("Webhooks", "Disable…") if off else translate("Webhooks", "Enable…"))
        self.test.setEnabled(endpoint is not None and endpoint.style.is_destination and endpoint.enabled)

    def _new(self) -> None:
        self.jobs.alone("write", self._written(WebhookForm(self.context, self, None)))

    def _edit(self) -> None:
        if (endpoint := self.chosen) is not None:
            self.jobs.alone("write", self._written(WebhookForm(self.context, self, endpoint)))

    def _roll(self) -> None:
        if (endpoint := self.chosen) is not None:
            self.jobs.alone("write", self._written(RollDialog(self.context, self, endpoint)))

    async def _written(self, dialog: WebhookForm | RollDialog) -> None:
        """The dialog has created or changed an endpoint; a new secret is shown once."""
        await shown(dialog)
        if dialog.made and not dialog.edits:
            found = self.context.services.webhooks.new_secret()
            await shown(SecretDialog(self.context, self, found))
        self.load()

    def _switch(self) -> None:
        if (endpoint := self.chosen) is not None:
            self.jobs.alone("write", self._switched(endpoint))

    async def _switched(self, endpoint: Endpoint) -> None:
        webhooks, on = self.context.services.webhooks, not endpoint.enabled
        act = translate("Webhooks", "Enable webhook") if on else translate("Webhooks", "Disable webhook")
        done = translate("Webhooks", "Webhook enabled.") if on else translate("Webhooks", "Webhook disabled.")

        make = lambda: webhooks.preview_switch(endpoint.id, endpoint.kind, enabled=on)  # noqa: E731 - made again
        await carry_out(self.context, self.window(), make, act, done)
        self.load()

    def _test(self) -> None:
        if (endpoint := self.chosen) is not None:
            self.jobs.alone("write", self._tested(endpoint))

    async def _tested(self, endpoint: Endpoint) -> None:
        act, done = translate("Webhooks", "Send test event"), translate("Webhooks", "Test event sent.")
        make = lambda: self.context.services.webhooks.preview_ping(endpoint.id)  # noqa: E731 - made again
        await carry_out(self.context, self.window(), make, act, done)

    def _delete(self) -> None:
        if (endpoint := self.chosen) is not None:
            self.jobs.alone("write", self._deleted(endpoint))

    async def _deleted(self, endpoint: Endpoint) -> None:
        webhooks = self.context.services.webhooks
        act, done = translate("Webhooks", "Delete webhook"), translate("Webhooks", "Webhook deleted.")
        make = lambda: webhooks.preview_delete(endpoint.id, endpoint.kind)  # noqa: E731 - made again
        if await carry_out(self.context, self.window(), make, act, done) is not None:
            await webhooks.keep_secret(endpoint.id, None)
        self.load()
