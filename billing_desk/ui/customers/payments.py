"""A customer's payments and refunds, why the last payment failed, and the refund dialog."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.decline import Advice
from ...domain.objects.invoice import has_page, intents_of
from ...domain.objects.payment import Payment
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Operation, Preview
from ...services.customers.customers import Overview
from ...services.customers.payments import REASONS
from ...services.desk_services import CustomerServices
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Button, ComboBox
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.amounts import amount_problem
from ..wording.billing.declines import advice, meaning
from ..wording.text import Wording, translate
from ..writing.run import button, carry_out

REFUND, CAPTURE, RELEASE = "refund", "capture", "release"
SHOWN = 10


def show_failure(
    sheet: DetailBuilder, seen: Overview, wording: Wording, page: Callable[[dict[str, Any]], None]
) -> None:
    """Why the newest payment failed, what can help, and when Stripe retries (C8, F9). `page` shows an invoice's payment
    page."""
    newest = seen.payments[0] if seen.payments else None
    if newest is None or newest.failure is None:
        return
    said = translate("Payments", "{amount} failed on {day}: {why} {advice}").format(
        amount=wording.money(newest.amount),
        day=wording.day(newest.at),
        why=meaning(newest.failure.code),
        advice=advice(newest.failure),
    )
    attempts = [at for invoice in seen.invoices if (at := invoice.get("next_payment_attempt"))]
    if attempts:
        text = translate("Payments", "Stripe retries automatically on {at}.")
        said = f"{said} {text.format(at=wording.moment(min(attempts)))}"
    sheet.note(said, "bad")
    tried = [invoice for invoice in seen.invoices if has_page(invoice) and newest.intent in intents_of(invoice)]
    if tried and newest.failure.advice is Advice.AUTHENTICATE:
        sheet.buttons(button(translate("Payments", "Payment page…"), partial(page, tried[0])))


def show_payments(
    sheet: DetailBuilder,
    seen: Overview,
    wording: Wording,
    act: Callable[[str, Payment], None],
    show_all: Callable[[], None] | None,
    *,
    lacking: bool,
    older: bool,
) -> None:
    """`act` begins REFUND, CAPTURE or RELEASE. `show_all` is called to show more than the newest ones; None: all are
    shown. `older`: Stripe has older ones."""
    total = len(seen.payments)
    more = (translate("Payments", "All %n payment(s)", "", total), show_all) if show_all and total > SHOWN else None
    sheet.section(translate("Payments", "Payments and refunds"), more)
    rows: list[list[Cell]] = []
    paid = {intent: invoice for invoice in seen.invoices for intent in intents_of(invoice)}
    shown = seen.payments[:SHOWN] if show_all else seen.payments
    for payment in shown:
        method = words.method(payment.method)
        charged: Cell = Link(method, "card", payment.method.id) if payment.method.id else method
        begins: QPushButton | None = None
        if payment.refundable.amount:
            begins = _begins(REFUND, translate("Payments", "Refund…"), payment, act, lacking=lacking)
        elif payment.capturable.amount:
            begins = _begins(CAPTURE, translate("Payments", "Capture…"), payment, act, lacking=lacking)
        for_ = paid.get(payment.intent or "")
        opens: Cell = Link(str(for_.get("number") or for_["id"]), "invoice", for_["id"]) if for_ else ""
        state = words.charge_state(payment.state)
        rows.append([wording.day(payment.at), charged, wording.money(payment.amount), state, begins])
        if payment.capturable.amount:
            release = _begins(RELEASE, translate("Payments", "Release…"), payment, act, lacking=lacking)
            rows.append(["", "", "", None, release])
        if for_:
            rows.append(["", opens, "", None, None])
        rows += [
            [
                wording.day(one.at),
                words.refund_reason(one.reason),
                wording.money(Money(-one.amount.amount, one.amount.currency)),
                words.refund_status(one.status),
                None,
            ]
            for one in payment.refunds
        ]
    sheet.rows(rows, translate("Payments", "No payments."), right=(2,))
    sheet.cut_note((older and len(shown) == total) or any(payment.more_refunds for payment in shown))


def _begins(
    name: str, text: str, payment: Payment, act: Callable[[str, Payment], None], *, lacking: bool
) -> QPushButton:
    button_ = Button(text)
    button_.setProperty("link", True)
    button_.setObjectName(f"{name} {payment.id}")
    button_.setEnabled(not lacking)
    button_.clicked.connect(partial(act, name, payment))
    return button_


class _AmountDialog(DeskDialog[CustomerServices]):
    """Asks for an amount of a payment, up to `most`."""

    def __init__(
        self,
        context: Context[CustomerServices],
        parent: QWidget,
        customer: Json,
        title: str,
        most: Money,
        texts: tuple[str, str],
    ) -> None:
        """`texts`: the hint below the field, and what is said of an amount that is too large."""
        super().__init__(context, parent, title, translate("Payments", "Preview"), whom=whom_of(customer))
        self._customer_id, self._most = str(customer["id"]), most
        hint, self._too_large = texts
        self.amount = TextField(f"{most.major:f}")
        self._amount = FormRow(translate("Payments", "Amount"), self.amount, hint)
        self.body.addWidget(self._amount)
        self.primary.clicked.connect(self._preview)
        self.amount.selectAll()
        self.amount.setFocus()

    def _preview(self) -> None:
        try:
            money = parse(self.amount.text(), self._most.currency)
        except AmountError as error:
            self._amount.show_problem(amount_problem(error, self._most.currency))
            return
        if not 0 < money.amount <= self._most.amount:
            self._amount.show_problem(self._too_large)
            return
        self._amount.show_problem("")
        self.set_busy(True)
        self.jobs.start(self._carry_out(money))

    async def _carry_out(self, money: Money) -> None:
        made = await self._write(money)
        self.set_busy(False)
        if made is not None:
            self.accept()

    @abstractmethod
    async def _write(self, money: Money) -> Json | None:
        """Preview and send; None if nothing was written."""
        raise NotImplementedError


class CaptureDialog(_AmountDialog):
    """Captures all that was authorized, or a part; the rest is released."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget, customer: Json, payment: Payment) -> None:
        most = context.wording.money(payment.capturable)
        hint = translate("Payments", "Up to {left}. What is not captured is released.").format(left=most)
        too_large = translate("Payments", "Enter an amount greater than zero, up to the authorized amount.")
        title = translate("Payments", "Capture payment")
        super().__init__(context, parent, customer, title, payment.capturable, (hint, too_large))
        self._payment = payment
        self.body.addStretch(1)

    async def _write(self, money: Money) -> Json | None:
        payments, amount = self.context.services.payments, self.context.wording.money(money)
        return await carry_out(
            self.context,
            self,
            lambda: payments.preview_capture(self._customer_id, self._payment.id, money),
            translate("Payments", "Capture {amount}").format(amount=amount),
            translate("Payments", "Captured {amount}.").format(amount=amount),
        )


class RefundDialog(_AmountDialog):
    """Refunds all that is left of a payment, or a part."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget, customer: Json, payment: Payment) -> None:
        left = context.wording.money(payment.refundable)
        hint = translate("Payments", "Up to {left}").format(left=left)
        too_large = translate("Payments", "Enter an amount greater than zero, up to the refundable amount.")
        title = translate("Payments", "Refund payment")
        super().__init__(context, parent, customer, title, payment.refundable, (hint, too_large))
        self._payment = payment
        self.reason = ComboBox()
        for reason in REASONS:
            self.reason.addItem(words.refund_reason(reason), reason)
        self.body.addWidget(FormRow(translate("Payments", "Reason"), self.reason))
        self.body.addStretch(1)

    async def _write(self, money: Money) -> Json | None:
        payments, wording = self.context.services.payments, self.context.wording

        def act(preview: Preview) -> str:
            return translate("Payments", "Refund {amount}").format(amount=wording.money(preview.operation.money[0]))

        def done(operation: Operation, _: dict[str, Any]) -> str:
            return translate("Payments", "Refunded {amount}.").format(amount=wording.money(operation.money[0]))

        return await carry_out(
            self.context,
            self,
            lambda: payments.preview_refund(self._customer_id, self._payment.id, money, str(self.reason.currentData())),
            act,
            done,
        )


async def release(context: Context[CustomerServices], parent: QWidget, customer_id: str, payment: Payment) -> None:
    """Give up what was authorized."""
    amount = context.wording.money(payment.capturable)
    await carry_out(
        context,
        parent,
        lambda: context.services.payments.preview_release(customer_id, payment.id),
        translate("Payments", "Release {amount}").format(amount=amount),
        translate("Payments", "Released {amount}. Nothing was charged.").format(amount=amount),
    )
