"""The forms for a new coupon and a new promotion code (C12)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.billing_dates import parse_span
from ...domain.catalog.coupon import Coupon
from ...domain.catalog.new_coupon import NewCode, NewCoupon, code_errors, coupon_errors
from ...domain.errors import DeskError, Refused
from ...domain.field_errors import FieldError
from ...domain.money import Money
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import PlanServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, ComboBox, SpinBox
from ..widgets.theme import MEDIUM, MIDDLE
from ..wording.amounts import amount_problem
from ..wording.billing.coupon_words import coupon_text
from ..wording.billing.plan_words import plan_problem
from ..wording.text import translate
from ..writing.run import carry_out
from .price_fields import currency_box

MOST_REDEMPTIONS = 999_999


class _Form(DeskDialog[PlanServices]):
    """What both forms share. `rows` are the rows for errors by field."""

    rows: dict[str, FormRow]

    def pair(self, *rows: FormRow) -> None:
        line = QHBoxLayout()
        line.setSpacing(MEDIUM)
        for row in rows:
            line.addWidget(row, 1)
        self.body.addLayout(line)

    def day(self, row: FormRow, field: TextField) -> int | None:
        """The end of the typed day in Unix seconds; None for no text. Raises ValueError, which is shown."""
        text = field.text().strip()
        if not text:
            return None
        span = parse_span(text, self.context.wording.zone, self.context.services.coupons.now())
        if span is None:
            row.show_problem(translate("Cancel", "Enter a day such as 2026-12-24."))
            raise ValueError(text)
        return span[1]

    def money(self, row: FormRow, field: TextField, currency: str) -> Money | None:
        """None for no text. Raises ValueError, which is shown."""
        if not field.text().strip():
            return None
        try:
            return parse(field.text(), currency)
        except AmountError as error:
            row.show_problem(amount_problem(error, currency))
            raise ValueError(field.text()) from None

    def clear_problems(self) -> None:
        self.show_problem("")
        for row in self.rows.values():
            row.show_problem("")

    def show_errors(self, errors: list[FieldError]) -> None:
        for error in errors:
            text = plan_problem(error.field, error.code, error.values)
            if error.field in self.rows:
                self.rows[error.field].show_problem(text)
            self.show_problem(text)

    def begin(self, make: Callable[[], Awaitable[Preview | None]], act: str, done: str) -> None:
        self.set_busy(True)
        self.jobs.start(self._send(make, act, done))

    async def _send(self, make: Callable[[], Awaitable[Preview | None]], act: str, done: str) -> None:
        made = await carry_out(self.context, self, make, act, done)
        self.set_busy(False)
        if made is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        if isinstance(error, Refused) and plan_problem(str(error.param), str(error.code), {}):
            self.show_errors([FieldError(str(error.param), str(error.code))])


class CouponForm(_Form):
    def __init__(self, context: Context[PlanServices], parent: QWidget) -> None:
        title = translate("Coupons", "New coupon")
        super().__init__(context, parent, title, translate("Coupons", "Preview"), whom=None)
        self.setMinimumWidth(MIDDLE)
        self.name, self.id, self.value, self.redeem_by = TextField(), TextField(), TextField(), TextField()
        self.kind, self.duration = ComboBox(), ComboBox()
        self.kind.addItem(translate("Coupons", "Percentage"), "percent")
        self.kind.addItem(translate("Coupons", "Amount"), "amount")
        self.currency = currency_box("jpy" if context.wording.language == "ja" else "usd")
        self.duration.addItem(translate("Coupons", "Once"), "once")
        self.duration.addItem(translate("Coupons", "Several months"), "repeating")
        self.duration.addItem(translate("Coupons", "Forever"), "forever")
        self.months = SpinBox(minimum=1, maximum=120, value=3)
        self.most = SpinBox(minimum=0, maximum=MOST_REDEMPTIONS, value=0)
        value = FormRow(translate("Coupons", "Takes off"), self.value)
        day = FormRow(translate("Coupons", "Redeem by"), self.redeem_by, translate("Cancel", "YYYY-MM-DD"))
        self._currency = FormRow(translate("Coupons", "Currency"), self.currency)
        self._months = FormRow(translate("Coupons", "Months"), self.months)
        hint = translate("Coupons", "Optional; Stripe makes one up.")
        id_ = FormRow(translate("Coupons", "ID"), self.id, hint)
        self.rows = {"percent": value, "amount": value, "months": self._months, "redeem_by": day, "coupon_id": id_}
        self.rows["name"] = FormRow(translate("Coupons", "Name on the invoice"), self.name)
        self.pair(self.rows["name"], id_)
        self.pair(FormRow(translate("Coupons", "Kind"), self.kind), value, self._currency)
        self.pair(FormRow(translate("Coupons", "Duration"), self.duration), self._months)
        hint = translate("Coupons", "0: any number")
        self.pair(day, FormRow(translate("Coupons", "Redemptions at most"), self.most, hint))
        self.body.addStretch(1)
        self.kind.currentIndexChanged.connect(self._chosen)
        self.duration.currentIndexChanged.connect(self._chosen)
        self.primary.clicked.connect(self._preview)
        self._chosen()
        self.name.setFocus()

    def _chosen(self) -> None:
        self._currency.setVisible(self.kind.currentData() == "amount")
        self._months.setVisible(self.duration.currentData() == "repeating")

    def _preview(self) -> None:
        self.clear_problems()
        percent: Decimal | None = None
        amount: Money | None = None
        try:
            if self.kind.currentData() == "amount":
                currency = str(self.currency.currentData())
                amount = self.money(self.rows["amount"], self.value, currency) or Money(0, currency)
            else:
                percent = _percentage(self.value.text())
            redeem_by = self.day(self.rows["redeem_by"], self.redeem_by)
        except ValueError:
            return
        new = NewCoupon(
            self.id.text().strip(),
            self.name.text().strip(),
            percent,
            amount,
            str(self.duration.currentData()),
            self.months.value() if self.duration.currentData() == "repeating" else 0,
            redeem_by,
            self.most.value() or None,
        )
        service = self.context.services.coupons
        if errors := coupon_errors(new, service.now()):
            self.show_errors(errors)
            return
        act = translate("Coupons", "Create coupon")
        self.begin(lambda: service.preview_create(new), act, translate("Coupons", "Coupon created."))


def _percentage(text: str) -> Decimal | None:
    """None for a text that is no number."""
    try:
        found = Decimal(text.strip().removesuffix("%").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


class CodeForm(_Form):
    def __init__(self, context: Context[PlanServices], parent: QWidget, coupon: Coupon) -> None:
        self._coupon = coupon
        title = translate("Coupons", "New promotion code")
        super().__init__(context, parent, title, translate("Coupons", "Preview"), whom=None)
        self.setMinimumWidth(MIDDLE)
        self.code, self.expires, self.customer, self.least = TextField(), TextField(), TextField(), TextField()
        self.most = SpinBox(minimum=0, maximum=MOST_REDEMPTIONS, value=0)
        self.first_time = CheckBox(translate("Coupons", "Only for a customer's first purchase"))
        own = coupon.amount.currency if coupon.amount else "jpy" if context.wording.language == "ja" else "usd"
        self.currency = currency_box(own)
        hint = coupon_text(coupon, context.wording)
        code = FormRow(translate("Coupons", "Code"), self.code, hint)
        day = FormRow(translate("Coupons", "Expires"), self.expires, translate("Cancel", "YYYY-MM-DD"))
        least = FormRow(translate("Coupons", "Minimum amount"), self.least)
        self.rows = {"code": code, "redeem_by": day, "least": least}
        self.body.addWidget(code)
        any_ = translate("Coupons", "0: any number")
        self.pair(day, FormRow(translate("Coupons", "Redemptions at most"), self.most, any_))
        self.pair(least, FormRow(translate("Coupons", "Currency"), self.currency))
        hint = translate("Coupons", "Empty: any customer")
        self.body.addWidget(FormRow(translate("Coupons", "Customer ID"), self.customer, hint))
        self.body.addWidget(self.first_time)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._preview)
        self.code.setFocus()

    def _preview(self) -> None:
        self.clear_problems()
        try:
            expires = self.day(self.rows["redeem_by"], self.expires)
            least = self.money(self.rows["least"], self.least, str(self.currency.currentData()))
        except ValueError:
            return
        new = NewCode(
            self._coupon.id,
            self.code.text().strip(),
            self.customer.text().strip(),
            expires,
            self.most.value() or None,
            self.first_time.isChecked(),
            least,
        )
        service = self.context.services.coupons
        if errors := code_errors(new, service.now()):
            self.show_errors(errors)
            return
        act = translate("Coupons", "Create promotion code")
        self.begin(lambda: service.preview_code(new), act, translate("Coupons", "Promotion code created."))
