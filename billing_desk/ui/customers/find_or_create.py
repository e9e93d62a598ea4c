"""The dialog that finds a customer by stored data, or creates one exactly once (A1)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.customer import CustomerFields, display_name, field_errors, metadata_errors
from ...domain.text.emails import plain
from ...domain.writes.operation import Preview
from ...domain.writes.own_metadata import EXTERNAL_ID
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Button, Label
from ..widgets.theme import MIDDLE
from ..wording.field_words import problem_sentence
from ..wording.notices import Notice, sentence
from ..wording.text import joined, translate
from ..writing.run import carry_out

OFFERED = 8
"""How many customers with the same email are offered."""


class FindOrCreate(DeskDialog[CustomerServices]):
    """Searches by stored id, then by email and external id. If other customers have the email, the operator chooses;
    otherwise it creates a customer after a preview."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget) -> None:
        title = translate("FindOrCreate", "Find or create customer")
        super().__init__(context, parent, title, translate("FindOrCreate", "Find"), whom=None)
        self.setMinimumWidth(MIDDLE)
        text = translate(
            "FindOrCreate",
            "Looks up the customer in Stripe. If there is none, or it was deleted, you can "
            "preview and create one. Two people who do this at the same time with the same "
            "external ID get one customer.",
        )
        label = Label(text, wordWrap=True)
        label.setProperty("dim", True)
        self.body.addWidget(label)
        self.stored, self.email, self.external, self.name = TextField(), TextField(), TextField(), TextField()
        self._email_row = FormRow(translate("FindOrCreate", "Email"), self.email)
        title = translate("FindOrCreate", "External ID (the customer's ID in your system), if any")
        self._external_row = FormRow(title, self.external)
        for row in (
            FormRow(translate("FindOrCreate", "Stripe customer ID (cus_…), if known"), self.stored),
            self._email_row,
            self._external_row,
            FormRow(translate("FindOrCreate", "Name (used if a customer is created)"), self.name),
        ):
            self.body.addWidget(row)
        self.choice = QVBoxLayout()
        self.body.addLayout(self.choice)
        self.body.addStretch(1)
        self._declined: tuple[str, ...] | None = None
        """The input for which the operator saw the customers with this email, and opened none."""
        for field in (self.stored, self.email, self.external):
            field.textChanged.connect(self._start_over)
        self.primary.clicked.connect(self._find)
        self.stored.setFocus()

    @property
    def _typed(self) -> tuple[str, ...]:
        return tuple(field.text() for field in (self.stored, self.email, self.external))

    def _start_over(self) -> None:
        self._declined = None
        self.show_act(translate("FindOrCreate", "Find"))
        clear(self.choice)

    def _find(self) -> None:
        fields = CustomerFields(name=self.name.text().strip(), email=plain(self.email.text()))
        found = [problem for problem in field_errors(fields) if problem.field == "email"]
        text = problem_sentence(found[0]) if found else ""
        if not text and not fields.email:
            text = translate("FindOrCreate", "Enter an email to look up the customer.")
        self._email_row.show_problem(text)
        external = metadata_errors({EXTERNAL_ID: self.external.text().strip()}) if self.external.text().strip() else []
        self._external_row.show_problem(problem_sentence(external[0]) if external else "")
        if not text and not external:
            self.jobs.start(self._run(fields))

    async def _run(self, fields: CustomerFields) -> None:
        service = self.context.services.find_or_create
        stored, external = self.stored.text().strip(), self.external.text().strip()
        self.show_problem("")
        self.set_busy(True)
        fields_ = (self.stored, self.email, self.external, self.name)
        for field in fields_:  # the answer is about what was typed
            field.setReadOnly(True)
        try:
            found = await service.find(stored_id=stored, email=fields.email if external else "", external_id=external)
            others = await service.with_email(self.email.text()) if found is None else []
        except DeskError as error:
            self.show_problem(sentence(error))
            return
        finally:
            self.set_busy(False)
            for field in fields_:
                field.setReadOnly(False)
        if found is None and not external and [one.get("email") for one in others] == [fields.email]:
            found = others[0]
        if found is not None:
            await self._found(found)
        elif others and self._declined != self._typed:
            self._offer(others)
        else:
            await self._create(fields, external, stored, others)

    def _offer(self, others: Sequence[Json]) -> None:
        """Let the operator open one of the customers with this email, or create another one."""
        clear(self.choice)
        count = len(others)
        text = translate(
            "FindOrCreate", "%n customer(s) with this email exist. Open one, or create another.", "", count
        )
        self.choice.addWidget(Label(text, wordWrap=True))
        for customer in others[:OFFERED]:
            title = joined((display_name(customer), str(customer.get("email") or ""), str(customer["id"])), "  ·  ")
            link = Button(title)
            link.setProperty("link", True)
            link.clicked.connect(partial(self._chosen, customer))
            self.choice.addWidget(link)
        if count > OFFERED:
            rest = translate("FindOrCreate", "%n more customer(s) are not shown.", "", count - OFFERED)
            self.choice.addWidget(Label(rest, wordWrap=True))
        self._declined = self._typed
        self.show_act(translate("FindOrCreate", "Create another"))

    def _chosen(self, customer: Json) -> None:
        self.jobs.start(self._found(customer))

    async def _create(self, fields: CustomerFields, external: str, stored: str, others: Sequence[Json]) -> None:
        service = self.context.services.find_or_create

        async def make() -> Preview:
            return service.preview(fields, external, after=stored, others=others)

        name = fields.name or fields.email
        made = await carry_out(
            self.context,
            self,
            make,
            translate("FindOrCreate", "Create {name}").format(name=name),
            translate("FindOrCreate", "Created."),
            lambda result: ("customer", str(result["id"]), display_name(result)),
            perform=lambda operation: service.perform(operation, fields, external),
        )
        if made is not None:
            await self._open(str(made["id"]))

    async def _found(self, customer: Json) -> None:
        link = ("customer", str(customer["id"]))
        text = translate("FindOrCreate", "Found.")
        self.context.say(Notice(text, "good", link=link, link_text=display_name(customer)))
        await self._open(link[1])

    async def _open(self, id_: str) -> None:
        await self.context.services.queries.refresh("customer", id_)
        self.context.open_object("customer", id_)
        self.accept()


def clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
