"""The dialog that edits what may be edited of a price and its product."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.catalog.new_price import NewProduct, descriptor_error
from ...domain.catalog.plan import Price
from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import PlanServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, ComboBox, Label
from ..widgets.theme import MIDDLE
from ..wording.billing.plan_words import descriptor_problem, plan_problem
from ..wording.billing.price_words import tax_behavior
from ..wording.text import translate
from ..writing.run import carry_out
from .form import TAX_BEHAVIORS


class EditPlanDialog(DeskDialog[PlanServices]):
    def __init__(self, context: Context[PlanServices], parent: QWidget, price: Price, product: Json) -> None:
        self._price, self._title = price, price.nickname or price.id
        title = translate("Plans", "Edit {name}").format(name=self._title)
        super().__init__(context, parent, title, translate("Plans", "Preview"), whom=None)
        self.setMinimumWidth(MIDDLE)
        said = translate(
            "Plans",
            "Amount, currency, billing period, and usage type can never be changed. Duplicate the plan instead.",
        )
        self.body.addWidget(Label(said, wordWrap=True))
        self.nickname, self.key = TextField(price.nickname), TextField(price.lookup_key)
        self.name = TextField(str(product.get("name") or ""))
        self.descriptor = TextField(str(product.get("statement_descriptor") or ""))
        self.transfer = CheckBox(translate("Plans", "Move the key here if another price has it"))
        self.tax = ComboBox()
        for kind in TAX_BEHAVIORS:
            self.tax.addItem(tax_behavior(kind), kind)
        self.tax.setCurrentIndex(max(0, self.tax.findData(price.tax_behavior or "unspecified")))
        fixed = price.tax_behavior not in ("", "unspecified")
        self.tax.setEnabled(not fixed)
        hint = translate("Plans", "It was set once and cannot be changed any more.") if fixed else ""
        self._key = FormRow(translate("Plans", "Lookup key"), self.key)
        self._name = FormRow(translate("Plans", "Product name"), self.name)
        self._descriptor = FormRow(translate("Plans", "Statement descriptor"), self.descriptor)
        for row in (
            FormRow(translate("Plans", "Plan name"), self.nickname),
            self._key,
            self.transfer,
            FormRow(translate("Plans", "Tax behavior"), self.tax, hint),
            self._name,
            self._descriptor,
        ):
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.descriptor.textEdited.connect(self._check_descriptor)
        self.primary.clicked.connect(self._preview)
        self.nickname.setFocus()

    def _check_descriptor(self, text: str) -> None:
        self._descriptor.show_problem(descriptor_problem(descriptor_error(text.strip())))

    def _preview(self) -> None:
        self.show_problem("")
        self._key.show_problem("")
        name = self.name.text_or(self.name.text()).strip()
        self._name.show_problem("" if name else plan_problem("product", "empty", {}))
        if not name or descriptor_error(self.descriptor.text().strip()):
            return
        self.set_busy(True)
        self.jobs.start(self._edit(NewProduct("", name, self.descriptor.text().strip())))

    async def _edit(self, product: NewProduct) -> None:
        service, price = self.context.services.new_plans, self._price
        nickname, key = self.nickname.text().strip(), self.key.text().strip()
        tax = str(self.tax.currentData()) if self.tax.isEnabled() else ""

        async def make() -> Preview | None:
            transfer = self.transfer.isChecked()
            return await service.preview_edit(price.id, nickname, key, tax, product, transfer=transfer)

        act = translate("Plans", "Update {name}").format(name=self._title)
        done = translate("Plans", "Plan updated.")
        made = await carry_out(self.context, self, make, act, done, ("price", price.id, self._title))
        self.set_busy(False)
        if made is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        if isinstance(error, Refused) and (text := plan_problem(str(error.param), str(error.code), {})):
            self._key.show_problem(text if error.param == "name_id" else "")
            self.show_problem(text)
