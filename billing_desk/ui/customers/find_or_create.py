"""Find a customer by your own records, or create one, exactly once (A1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.objects.customer import CustomerFields, display_name, problems
from ...services.writes.operations import Unsettled
from ...store.mirror.mirror import Row as Json
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import Row, TextField
from ..widgets.plain import Label
from ..wording.notices import Notice, notice_of, sentence
from ..wording.text import translate
from ..writing.preview import agreed
from .form import problem_sentence


class FindOrCreate(DeskDialog):
    """By stored id; if that is missing or deleted by e-mail and own id; else a new customer after a preview."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        title = translate("FindOrCreate", "Find or create a customer")
        super().__init__(context, parent, title, translate("FindOrCreate", "Find"))
        self.setMinimumWidth(520)
        text = translate(
            "FindOrCreate",
            "Looks the customer up at Stripe itself. If there is none, or it was deleted, a new one is previewed. "
            "Two people who do this at once with the same own id get one customer.",
        )
        label = Label(text, wordWrap=True)
        label.setProperty("dim", True)
        self.body.addWidget(label)
        self.stored, self.email, self.external, self.name = TextField(), TextField(), TextField(), TextField()
        self._email_row = Row(translate("FindOrCreate", "E-mail"), self.email)
        for row in (
            Row(translate("FindOrCreate", "Stripe id you have on record (cus_…), if any"), self.stored),
            self._email_row,
            Row(translate("FindOrCreate", "Your own id for the customer, if any"), self.external),
            Row(translate("FindOrCreate", "Name for a new customer"), self.name),
        ):
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._find)
        self.stored.setFocus()

    def _find(self) -> None:
        fields = CustomerFields(name=self.name.text().strip(), email=self.email.text().strip())
        found = [problem for problem in problems(fields) if problem.field == "email"]
        text = problem_sentence(found[0]) if found else ""
        if not text and not fields.email:
            text = translate("FindOrCreate", "An e-mail is needed to look for the customer.")
        self._email_row.show_problem(text)
        if not text:
            self.jobs.start(self._run(fields))

    async def _run(self, fields: CustomerFields) -> None:
        self.show_problem("")
        self.primary.setEnabled(False)
        try:
            await self._find_or_create(fields)
        except Unsettled as error:
            self.context.say(notice_of(error))
            self.accept()
        except DeskError as error:
            self.show_problem(sentence(error))
        finally:
            self.primary.setEnabled(True)

    async def _find_or_create(self, fields: CustomerFields) -> None:
        customers = self.context.services.customers
        stored, external = self.stored.text().strip(), self.external.text().strip()
        found = await customers.find(stored_id=stored, email=fields.email, external_id=external)
        if found is not None:
            await self._done(found, translate("FindOrCreate", "Found."))
            return
        preview = customers.preview_find_or_create(fields, external, after=stored)
        act = translate("FindOrCreate", "Create {name}").format(name=fields.name or fields.email)
        operation = await agreed(self.context, self, preview, act)
        if operation is not None:
            made = await customers.find_or_create(operation, fields, external)
            await self._done(made, translate("FindOrCreate", "Created."))

    async def _done(self, customer: Json, text: str) -> None:
        await self.context.services.reading.refresh("customer", customer["id"])
        name = display_name(customer)
        self.context.say(Notice(text, "good", link=("customer", customer["id"]), link_text=str(name)))
        self.context.open_object("customer", customer["id"])
        self.accept()
