"""The dialog that finds a customer by stored data, or creates one exactly once (A1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.customer import CustomerFields, display_name, field_errors
from ...domain.writes.operation import Preview
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Label
from ..wording.notices import Notice, sentence
from ..wording.text import translate
from ..writing.run import carry_out
from .form import problem_sentence


class FindOrCreate(DeskDialog[CustomerServices]):
    """Searches by stored id, then by email and external id; otherwise creates a customer after a preview."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget) -> None:
        title = translate("FindOrCreate", "Find or create customer")
        super().__init__(context, parent, title, translate("FindOrCreate", "Find"), whom=None)
        self.setMinimumWidth(520)
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
        for row in (
            FormRow(translate("FindOrCreate", "Stripe customer ID (cus_…), if known"), self.stored),
            self._email_row,
            FormRow(translate("FindOrCreate", "External ID (the customer's ID in your system), if any"), self.external),
            FormRow(translate("FindOrCreate", "Name (used if a customer is created)"), self.name),
        ):
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._find)
        self.stored.setFocus()

    def _find(self) -> None:
        fields = CustomerFields(name=self.name.text().strip(), email=self.email.text().strip())
        found = [problem for problem in field_errors(fields) if problem.field == "email"]
        text = problem_sentence(found[0]) if found else ""
        if not text and not fields.email:
            text = translate("FindOrCreate", "Enter an email to look up the customer.")
        self._email_row.show_problem(text)
        if not text:
            self.jobs.start(self._run(fields))

    async def _run(self, fields: CustomerFields) -> None:
        service = self.context.services.find_or_create
        stored, external = self.stored.text().strip(), self.external.text().strip()
        self.show_problem("")
        self.set_busy(True)
        try:
            found = await service.find(stored_id=stored, email=fields.email, external_id=external)
        except DeskError as error:
            self.show_problem(sentence(error))
            return
        finally:
            self.set_busy(False)
        if found is not None:
            await self._found(found)
            return

        async def make() -> Preview:
            return service.preview(fields, external, after=stored)

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
