"""The form that creates or changes a customer, followed by the preview."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.errors import DeskError, Refused
from ...domain.field_errors import FieldError
from ...domain.json_object import Json
from ...domain.objects.customer import TAX_EXEMPT, Address, CustomerFields, field_errors
from ...domain.objects.note import is_note, is_own
from ...domain.text.display_text import is_blank
from ...domain.writes.action import Action
from ...domain.writes.operation import Operation, Preview
from ...domain.writes.own_metadata import OWN_KEYS
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.metadata_editor import MetadataEditor
from ..widgets.plain import ComboBox, Label
from ..widgets.theme import MEDIUM, MIDDLE
from ..widgets.whom import Whom
from ..wording import operation_words, words
from ..wording.field_words import problem_sentence
from ..wording.notices import sentence
from ..wording.text import sentences, translate
from ..writing.run import Link, carry_out


class CustomerForm(DeskDialog[CustomerServices]):
    """Creates a customer if there is no customer id. The input stays until Stripe has accepted it."""

    def __init__(
        self,
        context: Context[CustomerServices],
        parent: QWidget,
        customer_id: str = "",
        fields: CustomerFields | None = None,
        again: CustomerFields | None = None,
    ) -> None:
        """`again`: the initial values of a new customer."""
        title: str = translate("CustomerForm", "New customer")
        if customer_id:
            name = (fields.name or fields.email) if fields else ""
            title = translate("CustomerForm", "Edit {name}").format(name=customer_id if is_blank(name) else name)
        name, email = (fields.name, fields.email) if fields else ("", "")
        whom = Whom(next((text for text in (name, email, customer_id) if not is_blank(text)), ""), email)
        super().__init__(
            context, parent, title, translate("CustomerForm", "Preview"), whom=whom if customer_id else None
        )
        self._customer_id, self._before = customer_id, fields or CustomerFields()
        self.resize(MIDDLE, 620)
        self._rows: dict[str, FormRow] = {}
        self._fields: dict[str, TextField] = {}
        self._filled = again or self._before
        """The fields' initial values."""
        self._tax = ComboBox()
        for value in TAX_EXEMPT:
            self._tax.addItem(words.tax_exempt(value), value)
        self._lay_out()
        self._fill(self._filled)
        self.primary.clicked.connect(self._save)
        self._fields["name"].setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, MEDIUM, 0)
        grid.setSpacing(MEDIUM)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places = (
            ("name", 0, 0, 1),
            ("email", 0, 1, 1),
            ("phone", 1, 0, 1),
            ("preferred_locales", 1, 1, 1),
            ("description", 2, 0, 2),
            ("line1", 3, 0, 1),
            ("line2", 3, 1, 1),
            ("city", 4, 0, 1),
            ("state", 4, 1, 1),
            ("postal_code", 5, 0, 1),
            ("country", 5, 1, 1),
        )
        address = set(asdict(Address()))
        for name, row, column, span in places:
            field = self._fields[name] = TextField()
            label = operation_words.field(f"address.{name}" if name in address else name)
            hint = (
                translate("CustomerForm", "In order of preference, such as ja, en")
                if name == "preferred_locales"
                else ""
            )
            self._rows[name] = FormRow(label, field, hint)
            grid.addWidget(self._rows[name], row, column, 1, span)
        self._rows["tax_exempt"] = FormRow(operation_words.field("tax_exempt"), self._tax)
        grid.addWidget(self._rows["tax_exempt"], 6, 0)
        card = self._fields["card"] = TextField()
        hint = translate("CustomerForm", "pm_…, tok_…, or src_…. It becomes the default card.")
        self._rows["card"] = FormRow(operation_words.field("card"), card, hint)
        self._rows["card"].setVisible(not self._customer_id)
        grid.addWidget(self._rows["card"], 6, 1)
        heading = Label(translate("CustomerForm", "Metadata"))
        grid.addWidget(heading, 7, 0, 1, 2)
        held = {key: value for key, value in self._filled.metadata.items() if not is_own(key)}
        before = self._before.metadata
        own = sum(key in OWN_KEYS for key in before) if self._customer_id else 1  # a new one gets the operation's id
        self.metadata = MetadataEditor(held, sum(map(is_note, before)), own)
        grid.addWidget(self.metadata, 8, 0, 1, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        holder = QVBoxLayout()
        holder.addWidget(scroll)
        self.body.addLayout(holder, 1)

    def field(self, name: str) -> TextField:
        """The input widget of one field."""
        return self._fields[name]

    def _text(self, name: str) -> str:
        """The typed text; for an untouched field the exact initial value."""
        return self._fields[name].text_or(self._original(name))

    def _original(self, name: str) -> str:
        if name == "preferred_locales":
            return ", ".join(self._filled.preferred_locales)
        return str(getattr(self._filled, name, "") or getattr(self._filled.address, name, ""))

    def _fill(self, fields: CustomerFields) -> None:
        for name, field in self._fields.items():
            field.setText(self._original(name))
        if self._tax.findData(fields.tax_exempt) < 0:
            self._tax.addItem(fields.tax_exempt, fields.tax_exempt)  # a value newer than this program stays unchanged
        self._tax.setCurrentIndex(self._tax.findData(fields.tax_exempt))

    def _read(self) -> tuple[CustomerFields, list[FieldError]]:
        metadata, found = self.metadata.read()
        metadata |= {key: value for key, value in self._before.metadata.items() if is_own(key)}
        locales = self._filled.preferred_locales
        if self._fields["preferred_locales"].is_edited:
            locales = tuple(part.strip() for part in self._text("preferred_locales").split(",") if part.strip())
        fields = CustomerFields(
            name=self._text("name"),
            email=self._text("email"),
            phone=self._text("phone"),
            description=self._text("description"),
            address=Address(**{key: self._text(key) for key in asdict(Address())}),
            preferred_locales=locales,
            tax_exempt=str(self._tax.currentData()),
            metadata=metadata,
        )
        return fields, found + field_errors(fields, self._before)

    def _save(self) -> None:
        fields, found = self._read()
        by_field = {problem.field: problem_sentence(problem) for problem in reversed(found)}
        for name, row in self._rows.items():
            row.show_problem(by_field.get(name, ""))
        bad = next((problem for problem in found if problem.field == "metadata"), None)
        said = sentences(problem_sentence(problem) for problem in found if problem.field == "metadata")
        self.metadata.show_problem(said, str(bad.values.get("key", "")) if bad else None)
        self.show_problem("")
        if (card := self._text("card")) and not card.startswith(("pm_", "tok_", "src_")):
            self._rows["card"].show_problem(translate("AddCard", "The ID must start with tok_, pm_, or src_."))
            self._rows["card"].point_out()
            return
        if not found:
            self.jobs.start(self._preview_and_send(fields))
        else:
            self._part(next((name for name in self._rows if name in by_field), "metadata")).point_out()

    def _part(self, name: str) -> FormRow | MetadataEditor:
        return self.metadata if name == "metadata" else self._rows[name]

    async def _preview_and_send(self, fields: CustomerFields) -> None:
        customers = self.context.services.customers

        async def make() -> Preview | None:
            if self._customer_id:
                return await customers.preview_update(self._customer_id, self._before, fields)
            return await customers.preview_create(fields, self._text("card"))

        name = fields.name or fields.email or self._customer_id
        act = translate("CustomerForm", "Create {name}").format(name=name).strip()
        done = translate("CustomerForm", "Created.")
        if self._customer_id:
            act, done = operation_words.action(Action.CUSTOMER_UPDATE), translate("CustomerForm", "Updated.")

        def link(result: Json) -> Link:
            return ("customer", str(result["id"]), name)

        made = await carry_out(self.context, self, make, act, done, link)
        if made is not None:
            self.accept()
            self.context.open_object("customer", str(made["id"]))

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        self._point_at(error)

    def _point_at(self, error: DeskError) -> None:
        """Shows an error at the field that Stripe refused, any other error under the form."""
        param = error.param if isinstance(error, Refused) else None
        name = (param or "").replace("address[", "").rstrip("]").partition("[")[0]
        name = "card" if name in ("payment_method", "source") else name
        if name == "metadata" or name in self._rows:
            self.show_problem("")
            self._part(name).show_problem(sentence(error))
            self._part(name).point_out()
        else:
            self.show_problem(sentence(error) + (f" ({error.request_id})" if error.request_id else ""))

    def has_typed(self) -> bool:
        return self._read()[0] != self._before or bool(self._text("card"))
