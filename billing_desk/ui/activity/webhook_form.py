"""Creates and edits a webhook; replaces one to get a new signing secret."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import DeskError, Refused
from ...domain.events.endpoint import BILLING_EVENTS, Endpoint, NewEndpoint, Style
from ...domain.writes.operation import Operation
from ...services.desk_services import ActivityServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextArea, TextField
from ..widgets.plain import Button, ComboBox, Label, RadioButton
from ..widgets.theme import MIDDLE
from ..wording.events import webhook_words
from ..wording.notices import sentence
from ..wording.text import translate
from ..writing.run import carry_out


class WebhookForm(DeskDialog[ActivityServices]):
    """`made`: an endpoint was created or changed."""

    def __init__(self, context: Context[ActivityServices], parent: QWidget, endpoint: Endpoint | None) -> None:
        title = translate("Webhooks", "Edit webhook") if endpoint else translate("Webhooks", "New webhook")
        super().__init__(context, parent, title, translate("Webhooks", "Preview"), whom=None)
        self.setMinimumWidth(MIDDLE)
        self._endpoint, self.made = endpoint, False
        self.rows: dict[str, FormRow] = {}
        self.url, self.name = TextField(endpoint.url if endpoint else ""), TextField(endpoint.name if endpoint else "")
        self.style_ = ComboBox()
        for which in Style:
            self.style_.addItem(webhook_words.style(which), which)
        self.types = TextArea("\n".join(endpoint.types if endpoint else BILLING_EVENTS))
        self.types.setMinimumHeight(150)
        self._add(
            "url", translate("Webhooks", "Address"), self.url, translate("Webhooks", "Where Stripe sends events.")
        )
        self._add("style", translate("Webhooks", "Payload"), self.style_)
        self.rows["style"].setVisible(endpoint is None)
        self._add("name", translate("Webhooks", "Name"), self.name)
        self._add("types", translate("Webhooks", "Event types"), self.types, translate("Webhooks", "One a line."))
        self.billing = Button(translate("Webhooks", "Events of billing"))
        self.every = Button(translate("Webhooks", "All events"))
        self.billing.clicked.connect(self._fill_billing)
        self.every.clicked.connect(self._fill_all)
        sets = QHBoxLayout()
        sets.addWidget(self.billing)
        sets.addWidget(self.every)
        sets.addStretch(1)
        self.body.addLayout(sets)
        self.primary.clicked.connect(self._preview)
        self.url.setFocus()

    @property
    def edits(self) -> bool:
        return self._endpoint is not None

    def _add(self, name: str, label: str, field: QWidget, hint: str = "") -> None:
        self.rows[name] = FormRow(label, field, hint)
        self.body.addWidget(self.rows[name])

    def _fill_billing(self) -> None:
        self.types.setPlainText("\n".join(BILLING_EVENTS))

    def _fill_all(self) -> None:
        self.types.setPlainText("*")

    @property
    def entered(self) -> NewEndpoint:
        lines = (line.strip() for line in self.types.toPlainText().replace(",", "\n").splitlines())
        return NewEndpoint(
            self.url.text().strip(),
            tuple(dict.fromkeys(line for line in lines if line)),
            self._endpoint.style if self._endpoint else Style(self.style_.currentData()),
            self.name.text().strip(),
        )

    def _preview(self) -> None:
        for row in self.rows.values():
            row.show_problem("")
        self.show_problem("")
        self.jobs.alone("write", self._write(self.entered))

    async def _write(self, new: NewEndpoint) -> None:
        webhooks, endpoint = self.context.services.webhooks, self._endpoint
        if endpoint is None:
            act, done = translate("Webhooks", "Create webhook"), translate("Webhooks", "Webhook created.")
            answer = await carry_out(self.context, self, lambda: webhooks.preview_create(new), act, done)
        else:
            act, done = translate("Webhooks", "Edit webhook"), translate("Webhooks", "Webhook updated.")
            make = lambda: webhooks.preview_edit(endpoint.id, endpoint.kind, new)  # noqa: E731 - made again
            answer = await carry_out(self.context, self, make, act, done)
        if answer is not None:
            self.made = True
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        param = str(getattr(error, "param", "") or "")
        names = {"enabled_events": "types", "description": "name", "webhook_endpoint": "url"}
        name = names.get(param.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0], param)
        row = self.rows.get(name)
        if isinstance(error, Refused) and row is not None:
            row.show_problem(sentence(error))
            row.point_out()


class RollDialog(DeskDialog[ActivityServices]):
    """Asks what happens to the old endpoint. `made`: the new one was created."""

    edits = False

    def __init__(self, context: Context[ActivityServices], parent: QWidget, endpoint: Endpoint) -> None:
        title, act = translate("Webhooks", "Roll signing secret"), translate("Webhooks", "Preview")
        super().__init__(context, parent, title, act, whom=None)
        self._endpoint, self.made = endpoint, False
        self.body.addWidget(Label(endpoint.url, wordWrap=True, long_words=True))
        self.keep = RadioButton(translate("Webhooks", "Keep the old endpoint until you delete it"))
        self.disable = RadioButton(translate("Webhooks", "Disable the old endpoint at once"))
        self.keep.setChecked(True)
        self.body.addWidget(self.keep)
        self.body.addWidget(self.disable)
        self.primary.clicked.connect(self._preview)
        self.keep.setFocus()

    def _preview(self) -> None:
        self.show_problem("")
        self.jobs.alone("write", self._write(disable_old=self.disable.isChecked()))

    async def _write(self, *, disable_old: bool) -> None:
        webhooks, endpoint = self.context.services.webhooks, self._endpoint
        act, done = translate("Webhooks", "Roll signing secret"), translate("Webhooks", "New signing secret created.")
        make = lambda: webhooks.preview_roll(endpoint.id, endpoint.kind, disable_old=disable_old)  # noqa: E731
        if await carry_out(self.context, self, make, act, done) is not None:
            self.made = True
            self.accept()
