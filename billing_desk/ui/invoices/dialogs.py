"""The dialogs of an invoice: paid outside Stripe, and credit notes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import DeskError, Refused
from ...domain.invoices.actions import creditable, split_credit
from ...domain.invoices.credit import credit_of, creditable_lines
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.nested import is_cut
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Operation, Preview
from ...domain.writes.own_metadata import METADATA_VALUE
from ...services.desk_services import InvoiceServices
from ...services.invoices.lifecycle import REASONS, GiveBack, Note, credited
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox, Label
from ..widgets.theme import MEDIUM, MIDDLE
from ..widgets.whom import Whom
from ..wording.amounts import amount_problem
from ..wording.billing.invoice_words import credit_reason
from ..wording.text import translate
from ..writing.run import carry_out
from .credit_lines import CreditLinesEditor

AMOUNT, LINES = "amount", "lines"
MEMO = 500
"""The longest memo of a credit note, in characters."""


class PaidOutsideDialog(DeskDialog[InvoiceServices]):
    """Records a payment outside Stripe, such as a bank transfer, with its reference."""

    def __init__(
        self, context: Context[InvoiceServices], parent: QWidget, invoice: Json, name: str, whom: Whom | None
    ) -> None:
        title = translate("Invoices", "{name} was paid outside Stripe").format(name=name)
        super().__init__(context, parent, title, translate("Credit", "Preview"), whom=whom)
        self._id, self._name = str(invoice["id"]), name
        self.setMinimumWidth(MIDDLE)
        self.reference = TextField()
        hint = translate("Invoices", "Such as the bank transfer's number. It is kept in the invoice's metadata.")
        self._reference = FormRow(translate("Invoices", "Reference"), self.reference, hint)
        self.body.addWidget(self._reference)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._preview)
        self.reference.setFocus()

    def _preview(self) -> None:
        text = self.reference.text().strip()
        if len(text) > METADATA_VALUE:
            problem = translate("Charge", "Enter at most {count} characters.").format(count=METADATA_VALUE)
            self._reference.show_problem(problem)
            return
        self._reference.show_problem("")
        self.set_busy(True)
        self.jobs.start(self._write(text))

    async def _write(self, reference: str) -> None:
        service = self.context.services.invoice_lifecycle
        act = translate("Invoices", "Mark {name} as paid").format(name=self._name)
        made = await carry_out(
            self.context,
            self,
            lambda: service.preview_paid_outside(self._id, reference),
            act,
            translate("Invoices", "Marked as paid outside Stripe."),
            ("invoice", self._id, self._name),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()


class CreditDialog(DeskDialog[InvoiceServices]):
    """A credit note over an amount or over lines: it lowers what remains first, then gives back what was paid."""

    def __init__(
        self, context: Context[InvoiceServices], parent: QWidget, invoice: Json, name: str, whom: Whom | None
    ) -> None:
        title = translate("Credit", "Credit note for {name}").format(name=name)
        super().__init__(context, parent, title, translate("Credit", "Preview"), whom=whom)
        self._invoice, self._name, self._most = invoice, name, creditable(invoice)
        self.setMinimumWidth(MIDDLE)
        self.amount, self.memo, self.by = TextField(), TextField(), ComboBox()
        self.lines = CreditLinesEditor(context.wording, [] if is_cut(invoice, "lines") else creditable_lines(invoice))
        self.back, self.reason, self.said = ComboBox(), ComboBox(), Label(wordWrap=True)
        self.amount.setText(str(self._most.major))
        self.back.addItem(translate("Credit", "Refund to the payment method"), GiveBack.REFUND)
        self.back.addItem(translate("Credit", "Credit to the customer's balance"), GiveBack.CREDIT)
        self.back.addItem(translate("Credit", "Given back outside Stripe"), GiveBack.OUTSIDE)
        for code in ("", *REASONS):
            self.reason.addItem(credit_reason(code), code)
        most = context.wording.money(self._most)
        hint = translate("Credit", "At most {amount}.").format(amount=most)
        self._amount = FormRow(translate("Credit", "Amount"), self.amount, hint)
        self._back = FormRow(translate("Credit", "What was paid already"), self.back)
        self._memo = FormRow(translate("Credit", "Memo on the credit note"), self.memo)
        self.by.addItem(translate("Credit", "An amount"), AMOUNT)
        if self.lines.boxes:
            self.by.addItem(translate("Credit", "Lines"), LINES)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(FormRow(translate("Credit", "Credit by"), self.by), 1)
        row.addWidget(self._amount, 1)
        row.addWidget(FormRow(translate("Credit", "Reason"), self.reason), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.lines)
        self.body.addWidget(self._back)
        self.body.addWidget(self._memo)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self.amount.textChanged.connect(self._typed)
        self.by.currentIndexChanged.connect(self._by_chosen)
        self.lines.changed.connect(self._typed)
        self._by_chosen()
        self.primary.clicked.connect(self._preview)
        self.amount.setFocus()
        self.amount.selectAll()

    def _by_chosen(self) -> None:
        by_lines = self.by.currentData() == LINES
        self.lines.setVisible(by_lines)
        self._amount.setVisible(not by_lines)
        self._typed()

    def _read_lines(self) -> Money | None:
        """What the chosen lines take off; None if it is nothing or too much, said below them."""
        amount = credit_of(self._invoice, self.lines.chosen)
        if not amount.amount:
            self.lines.show_problem(translate("Credit", "Choose at least one line."))
            return None
        if amount.amount > self._most.amount:
            most = self.context.wording.money(self._most)
            self.lines.show_problem(translate("Credit", "At most {amount} can be credited.").format(amount=most))
            return None
        self.lines.show_problem("")
        return amount

    def _read(self) -> Money | None:
        """None if the amount cannot be read, or is too large; said at the field."""
        if self.by.currentData() == LINES:
            return self._read_lines()
        try:
            amount = parse(self.amount.text(), self._most.currency)
        except AmountError as error:
            self._amount.show_problem(amount_problem(error, self._most.currency))
            return None
        if amount.amount <= 0:
            self._amount.show_problem(translate("Credit", "Enter an amount above 0."))
            return None
        if amount.amount > self._most.amount:
            most = self.context.wording.money(self._most)
            self._amount.show_problem(translate("Credit", "Enter at most {amount}.").format(amount=most))
            return None
        self._amount.show_problem("")
        return amount

    def _typed(self) -> None:
        """What the amount does; what was paid is asked about only if something is given back."""
        amount = self._read()
        before, after = split_credit(self._invoice, amount) if amount else (None, None)
        self._back.setVisible(bool(after and after.amount))
        money = self.context.wording.money
        parts = []
        if before and before.amount:
            parts.append(translate("Credit", "{amount} less remains to be paid.").format(amount=money(before)))
        if after and after.amount:
            parts.append(translate("Credit", "{amount} is given back.").format(amount=money(after)))
        self.said.setText(" ".join(parts))

    def _preview(self) -> None:
        amount, memo = self._read(), self.memo.text().strip()
        if len(memo) > MEMO:
            self._memo.show_problem(translate("Charge", "Enter at most {count} characters.").format(count=MEMO))
            return
        self._memo.show_problem("")
        if amount is None:
            return
        self.set_busy(True)
        lines = tuple(self.lines.chosen) if self.by.currentData() == LINES else ()
        note = Note(amount, GiveBack(self.back.currentData()), str(self.reason.currentData()), memo, lines)
        self.jobs.start(self._write(note))

    async def _write(self, note: Note) -> None:
        service, id_ = self.context.services.invoice_lifecycle, str(self._invoice["id"])
        text = translate("Credit", "Credit {amount} of {name}")

        def act(preview: Preview) -> str:
            """With Stripe's own amount."""
            return text.format(amount=self.context.wording.money(credited(preview)), name=self._name)

        made = await carry_out(
            self.context,
            self,
            lambda: service.preview_credit(id_, note),
            act,
            translate("Credit", "Credit note issued."),
            ("invoice", id_, self._name),
        )
        self.set_busy(False)
        if made is not None:
            await self.context.services.invoices.refresh(id_)
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        """Stripe's own reason, such as a refund that was made without a credit note."""
        if isinstance(error, Refused) and error.param == "amount":
            text = str(error.message or translate("Credit", "Stripe does not accept this amount."))
            place = self.lines if self.by.currentData() == LINES else self._amount
            place.show_problem(text)
