"""The dialog for a customer's tax ids: one per line, added and removed in one operation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ...domain.json_object import Json
from ...domain.objects.customer import display_name
from ...domain.objects.tax_id import TaxId, read_lines
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextArea
from ..widgets.theme import NARROW
from ..widgets.whom import whom_of
from ..wording.text import translate
from ..writing.run import carry_out


class TaxIdsDialog(DeskDialog[CustomerServices]):
    def __init__(
        self, context: Context[CustomerServices], parent: QWidget, customer: Json, held: Sequence[TaxId]
    ) -> None:
        title = translate("TaxIds", "Tax IDs")
        super().__init__(context, parent, title, translate("TaxIds", "Preview"), whom=whom_of(customer))
        self.setMinimumWidth(NARROW)
        self._id, self._held = str(customer["id"]), list(held)
        self._name = display_name(customer)
        self.lines = TextArea("\n".join(one.line for one in held))
        hint = translate("TaxIds", "One per line: the Stripe type and the number, such as jp_cn 1234567891234.")
        self._lines = FormRow(translate("TaxIds", "Tax IDs"), self.lines, hint)
        self.body.addWidget(self._lines)
        self.primary.clicked.connect(self._preview)
        self.lines.setFocus()

    def _preview(self) -> None:
        wanted = read_lines(self.lines.toPlainText(), self._held) if self.lines.is_edited else self._held
        if isinstance(wanted, str):
            text = translate(
                "TaxIds", "“{line}” is not a tax ID. Enter a type and a number, such as eu_vat DE123456789."
            )
            self._lines.show_problem(text.format(line=wanted))
            return
        self._lines.show_problem("")
        self.show_problem("")
        self.set_busy(True)
        self.jobs.start(self._change(wanted))

    async def _change(self, wanted: Sequence[TaxId]) -> None:
        parts = self.context.services.customer_parts
        made = await carry_out(
            self.context,
            self,
            lambda: parts.preview_tax_ids(self._id, wanted),
            translate("TaxIds", "Update tax IDs of {name}").format(name=self._name),
            translate("TaxIds", "Tax IDs updated."),
            ("customer", self._id, self._name),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()
