"""The form that creates a plan or a price (C1)."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.billing_cycle import MOST
from ...domain.catalog.new_price import LONGEST_TRIAL, NewPrice, NewProduct, Scheme, descriptor_error, price_errors
from ...domain.catalog.plan import Price, Tier
from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.typed_amount import AmountError
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import PlanServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, ComboBox, SpinBox
from ..widgets.theme import MEDIUM, TIGHT, WIDE
from ..wording import words
from ..wording.amounts import amount_problem
from ..wording.billing.plan_words import descriptor_problem, plan_problem
from ..wording.billing.price_words import tax_behavior
from ..wording.text import translate
from ..writing.run import carry_out
from .price_fields import AmountFields, OtherCurrencies, currency_box, plain_amount

TAX_BEHAVIORS = ("unspecified", "exclusive", "inclusive")
TALLEST, AROUND = 560, 250
"""Pixels of the form, and of what stands around it."""


class PlanForm(DeskDialog[PlanServices]):
    """`like` is a price to start from, `product` the id of the product chosen at first ("": a new one)."""

    def __init__(
        self,
        context: Context[PlanServices],
        parent: QWidget,
        products: list[Json],
        meters: list[Json],
        like: Price | None = None,
    ) -> None:
        title = translate("Plans", "New plan")
        super().__init__(context, parent, title, translate("Plans", "Preview"), whom=None)
        self.setMinimumWidth(WIDE)
        currency = like.currency if like else "jpy" if context.wording.language == "ja" else "usd"
        self.api, self.product, self.interval, self.usage = ComboBox(), ComboBox(), ComboBox(), ComboBox()
        self.api.addItem(translate("Plans", "Price, with a lookup key"), "price")
        self.api.addItem(translate("Plans", "Plan, with an ID of its own"), "plan")
        self.product.addItem(translate("Plans", "New product"), "")
        for product in products:
            self.product.addItem(str(product.get("name") or product["id"]), str(product["id"]))
        for unit in MOST:
            self.interval.addItem(words.interval(unit, 1), unit)
        self.interval.setCurrentIndex(self.interval.findData("month"))
        self.count = SpinBox(minimum=1, maximum=max(MOST.values()), value=1)
        self.usage.addItem(translate("Plans", "Licensed: by quantity"), "")
        for meter in meters:
            text = translate("Plans", "Metered: {meter}").format(meter=str(meter.get("display_name") or meter["id"]))
            self.usage.addItem(text, str(meter["id"]))
        self.name_id, self.name, self.nickname, self.descriptor = TextField(), TextField(), TextField(), TextField()
        self.transfer = CheckBox(translate("Plans", "Move the key here if another price has it"))
        self.trial_days = SpinBox(minimum=0, maximum=LONGEST_TRIAL, value=0)
        self.tax = ComboBox()
        for kind in TAX_BEHAVIORS:
            self.tax.addItem(tax_behavior(kind), kind)
        self.currency = currency_box(currency)
        self.amounts = AmountFields(context.wording, currency)
        self.options = OtherCurrencies()
        self._make_rows()
        self._lay_out()
        for box in (self.api, self.product, self.interval, self.usage):
            box.currentIndexChanged.connect(self._chosen)
        self.count.valueChanged.connect(self._chosen)
        self.currency.currentIndexChanged.connect(self._currency_chosen)
        self.descriptor.textEdited.connect(self._check_descriptor)
        self.amounts.changed.connect(self._calculate)
        self.primary.clicked.connect(self._preview)
        if like is not None:
            self._start_from(like)
        self._chosen()
        (self.amounts.amount if like else self.name).setFocus()

    def _make_rows(self) -> None:
        self._name_id = FormRow(translate("Plans", "Lookup key"), self.name_id)
        self._name = FormRow(translate("Plans", "Product name"), self.name)
        hint = translate("Plans", "On the customer's card statement, up to 22 characters.")
        self._descriptor = FormRow(translate("Plans", "Statement descriptor"), self.descriptor, hint)
        self._count = FormRow(translate("Plans", "Every"), self.count)
        self._tax = FormRow(translate("Plans", "Tax behavior"), self.tax)
        self._options = FormRow(translate("Plans", "Other currencies"), self.options)
        self._trial = FormRow(translate("Plans", "Trial days"), self.trial_days)

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, MEDIUM, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TIGHT)
        pairs = (
            (FormRow(translate("Plans", "Product"), self.product), self._name),
            (self._descriptor, FormRow(translate("Plans", "Plan name"), self.nickname)),
            (FormRow(translate("Plans", "Create as"), self.api), self._name_id),
            (FormRow(translate("Plans", "Billing period"), self.interval), self._count),
            (FormRow(translate("Plans", "Currency"), self.currency), FormRow(translate("Plans", "Usage"), self.usage)),
        )
        for number, (left, right) in enumerate(pairs):
            grid.addWidget(left, number, 0)
            grid.addWidget(right, number, 1)
        grid.addWidget(self.transfer, len(pairs), 1)
        grid.addWidget(self.amounts, len(pairs) + 1, 0, 1, 2)
        grid.addWidget(self._trial, len(pairs) + 2, 0)
        grid.addWidget(self._tax, len(pairs) + 2, 1)
        grid.addWidget(self._options, len(pairs) + 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(pairs) + 4, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(TALLEST, self.screen().availableGeometry().height() - AROUND))
        area.setWidget(inside)
        holder = QVBoxLayout()
        holder.addWidget(area)
        self.body.addLayout(holder, 1)

    def _start_from(self, like: Price) -> None:
        """A new price of the same product, which differs at least in its amount."""
        self.product.setCurrentIndex(max(0, self.product.findData(like.product)))
        self.interval.setCurrentIndex(max(0, self.interval.findData(like.interval)))
        self.count.setValue(like.interval_count)
        self.usage.setCurrentIndex(max(0, self.usage.findData(like.meter)))
        self.nickname.setText(like.nickname)
        self.trial_days.setValue(like.trial_days)
        self.tax.setCurrentIndex(max(0, self.tax.findData(like.tax_behavior or "unspecified")))
        kind = Scheme(like.tiers_mode) if like.tiered and like.tiers_mode else Scheme.PER_UNIT
        kind = Scheme.PACKAGE if like.packs else kind
        self.amounts.scheme.setCurrentIndex(self.amounts.scheme.findData(kind))
        if like.packs:
            self.amounts.pack_size.setValue(like.packs.size)
            self.amounts.rounding.setCurrentIndex(
                self.amounts.rounding.findData("up" if like.packs.round_up else "down")
            )
        if like.tiers:
            self.amounts.tiers.show_tiers(like.tiers)
        if like.unit_amount is not None:
            self.amounts.amount.setText(plain_amount(like.unit_amount, like.currency))
            self.amounts.amount.selectAll()
        for code in like.currencies[1:]:
            other = like.in_currency(code).unit_amount
            if other is not None:
                self.options.add(code, plain_amount(other, code))

    @property
    def _as_plan(self) -> bool:
        return bool(self.api.currentData() == "plan")

    def _chosen(self) -> None:
        new_product = not self.product.currentData()
        self._name.setVisible(new_product)
        self._descriptor.setVisible(new_product)
        plan = self._as_plan
        self._name_id.show_label(translate("Plans", "Plan ID") if plan else translate("Plans", "Lookup key"))
        self._name_id.show_hint(
            translate("Plans", "For example basic-monthly. It can never be changed.")
            if plan
            else translate("Plans", "Optional. It can be moved to another price later.")
        )
        self.transfer.setVisible(not plan)
        self._tax.setVisible(not plan)
        self._options.setVisible(not plan)
        unit = str(self.interval.currentData())
        self._count.show_hint(
            translate("Plans", "{interval}; Stripe accepts at most {limit}.").format(
                interval=words.interval(unit, self.count.value()), limit=MOST[unit]
            )
        )
        self._calculate()

    def _currency_chosen(self) -> None:
        self.amounts.use_currency(str(self.currency.currentData()))

    def _check_descriptor(self, text: str) -> None:
        self._descriptor.show_problem(descriptor_problem(descriptor_error(text.strip())))

    def _calculate(self) -> None:
        read = self.amounts.read() if self.amounts.is_typed else None
        if read is not None:
            self.amounts.show_cost(self._new(*read, {}))

    def _new(self, amount: Decimal | None, tiers: tuple[Tier, ...], options: dict[str, Decimal]) -> NewPrice:
        product = str(self.product.currentData() or "")
        made = NewProduct(product, *(() if product else (self.name.text().strip(), self.descriptor.text().strip())))
        plan = self._as_plan
        return NewPrice(
            plan,
            self.name_id.text().strip(),
            made,
            self.nickname.text().strip(),
            str(self.currency.currentData()),
            amount,
            str(self.interval.currentData()),
            self.count.value(),
            self.amounts.kind,
            self.amounts.packs,
            tiers,
            str(self.usage.currentData() or ""),
            self.trial_days.value(),
            "unspecified" if plan else str(self.tax.currentData()),
            {} if plan else options,
            transfer=self.transfer.isChecked() and not plan,
        )

    def _preview(self) -> None:
        self.show_problem("")
        for row in (self._name_id, self._name, self._descriptor, self._count, self._options, self._trial):
            row.show_problem("")
        read = self.amounts.read()
        try:
            options = self.options.read()
        except AmountError as error:
            self._options.show_problem(amount_problem(error, str(self.currency.currentData())))
            return
        if read is None:
            return
        new = self._new(*read, options)
        errors = price_errors(new)
        for error_ in errors:
            self._show(error_.field, plan_problem(error_.field, error_.code, error_.values))
        if not errors:
            self.set_busy(True)
            self.jobs.start(self._create(new))

    def _show(self, field: str, text: str) -> None:
        rows = {
            "name_id": self._name_id,
            "product": self._name,
            "descriptor": self._descriptor,
            "count": self._count,
            "options": self._options,
            "trial_days": self._trial,
        }
        if field in rows:
            rows[field].show_problem(text)
        else:
            self.amounts.show_problem(field, text)

    async def _create(self, new: NewPrice) -> None:
        service = self.context.services.new_plans

        async def make() -> Preview | None:
            return await service.preview_create(new)

        name = new.nickname or new.name_id or new.product.name
        act = translate("Plans", "Create {name}").format(name=name) if name else translate("Plans", "Create plan")
        done = translate("Plans", "Plan created.")

        def link(result: Json) -> tuple[str, str, str]:
            return "price", str(result["id"]), str(result.get("nickname") or result["id"])

        made = await carry_out(self.context, self, make, act, done, link)
        self.set_busy(False)
        if made is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        if isinstance(error, Refused) and (text := plan_problem(str(error.param), str(error.code), {})):
            self._show(str(error.param), text)
            self.show_problem(text)
