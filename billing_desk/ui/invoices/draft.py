"""The form of a draft invoice: new, changed, or a copy of another invoice."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.billing_dates import parse_span
from ...domain.errors import DeskError, Refused
from ...domain.field_errors import FieldError
from ...domain.json_object import Json
from ...domain.money import OFFERED
from ...domain.writes.invoice_draft import Draft, draft_errors
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import InvoiceServices
from ...services.invoices.drafts import DraftOffer
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextArea, TextField
from ..widgets.plain import CheckBox, ComboBox, Label
from ..widgets.theme import MEDIUM, WIDE
from ..widgets.whom import whom_of
from ..wording.billing.invoice_words import draft_problem
from ..wording.text import joined, translate
from ..writing.run import Link, carry_out
from .draft_lines import LinesEditor, Ways

CARD, EMAIL = "card", "email"
AFTER = 30
"""Days until an invoice is due that is sent by email, if nothing else is chosen."""


class DraftDialog(DeskDialog[InvoiceServices]):
    """Changes the draft `invoice_id`, or makes a new one. `made` is Stripe's answer."""

    keeps_choices = True

    def __init__(
        self, context: Context[InvoiceServices], parent: QWidget, offer: DraftOffer, draft: Draft, invoice_id: str = ""
    ) -> None:
        title = translate("Draft", "Edit draft") if invoice_id else translate("Draft", "New invoice")
        super().__init__(context, parent, title, translate("Draft", "Preview"), whom=whom_of(offer.customer))
        self.resize(WIDE, 760)
        self._draft, self._id, self.made = draft, invoice_id, False
        self.currency, self.way = ComboBox(), ComboBox()
        held = draft.currency or offer.currency
        for code in [held] if held else OFFERED:
            self.currency.addItem(code.upper(), code)
        self.way.addItem(translate("Draft", "Charge the payment method"), CARD)
        self.way.addItem(translate("Draft", "Send by email"), EMAIL)
        self.way.setCurrentIndex(self.way.findData(EMAIL if draft.by_email else CARD))
        self.due = TextField(self._due_text())
        self.memo, self.footer, self.fields = TextField(draft.memo), TextField(draft.footer), TextArea()
        self.fields.setPlainText("\n".join(f"{name}: {value}" for name, value in draft.fields))
        self.fields.setFixedHeight(64)
        ways = Ways(offer.prices, offer.rates, lambda: str(self.currency.currentData()), self._span)
        self.lines = LinesEditor(ways, context.wording, draft.lines)
        self.pending = CheckBox("")
        waiting = joined([context.wording.money(amount) for amount in offer.pending])
        self.pending.setText(translate("Draft", "Include pending items: {amount}").format(amount=waiting))
        self.pending.setVisible(bool(offer.pending) and not invoice_id)
        self._lay_out()
        self.way.currentIndexChanged.connect(self._way_chosen)
        self._way_chosen()
        self.primary.clicked.connect(self._preview)
        self.lines.lines[0].description.setFocus()

    def _lay_out(self) -> None:
        hint = translate("Draft", "A number of days, or a day such as 2026-12-24.")
        self._due = FormRow(translate("Draft", "Due"), self.due, hint)
        self._memo = FormRow(translate("Draft", "Memo"), self.memo)
        self._footer = FormRow(translate("Draft", "Footer"), self.footer)
        hint = translate("Draft", "One per line, such as “Purchase order: 4711”. At most four.")
        self._fields = FormRow(translate("Draft", "Custom fields"), self.fields, hint)
        self._lines = Label(wordWrap=True)
        self._lines.setProperty("problem", True)
        self._lines.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, MEDIUM, 0)
        column.setSpacing(MEDIUM)
        rows = (
            (
                FormRow(translate("Draft", "Currency"), self.currency),
                FormRow(translate("Draft", "Collection"), self.way),
                self._due,
            ),
            (self._memo, self._footer),
        )
        for number, widgets in enumerate(rows):
            row = QHBoxLayout()
            row.setSpacing(MEDIUM)
            for widget in widgets:
                row.addWidget(widget, 1)
            column.addLayout(row)
            if not number:
                heading = Label(translate("Draft", "Lines"))
                heading.setProperty("section", True)
                column.addWidget(heading)
                column.addWidget(self.lines)
                column.addWidget(self._lines)
                column.addWidget(self.pending)
        column.addWidget(self._fields)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)

    def _due_text(self) -> str:
        if self._draft.due is not None:
            return self.context.wording.day(self._draft.due)
        return str(AFTER if self._draft.days is None else self._draft.days)

    def _span(self, text: str) -> tuple[int, int] | None:
        return parse_span(text, self.context.wording.zone, self.context.services.invoice_drafts.now())

    def _way_chosen(self) -> None:
        self._due.setVisible(self.way.currentData() == EMAIL)

    def _read(self) -> Draft | None:
        """None if something cannot be read, which is then said at its field."""
        for row in (self._due, self._memo, self._footer, self._fields):
            row.show_problem("")
        self._lines.hide()
        lines, due = self.lines.read(), self._read_due()
        fields = self._read_fields()
        if lines is None or due is None or fields is None:
            return None
        draft = replace(
            self._draft,
            currency=str(self.currency.currentData()),
            lines=lines,
            days=due[0],
            due=due[1],
            memo=self.memo.text().strip(),
            footer=self.footer.text().strip(),
            fields=fields,
            takes_pending=self.pending.isChecked() and not self.pending.isHidden(),
        )
        same = draft.due == self._draft.due
        wrong = draft_errors(replace(draft, due=None) if same else draft, self.context.services.invoice_drafts.now())
        for error in wrong:
            self._point_out(error)
        return None if wrong else draft

    def _read_due(self) -> tuple[int | None, int | None] | None:
        """Days until due, or the day (Unix seconds, its last second); None if the text is neither."""
        if self.way.currentData() == CARD:
            return None, None
        text = self.due.text().strip()
        if text == self._due_text() and self._draft.by_email:
            return self._draft.days, self._draft.due
        if text.isascii() and text.isdigit() and len(text) <= 4:
            return int(text), None
        if (span := self._span(text)) is not None:
            return None, span[1] - 1
        self._due.show_problem(translate("Draft", "Enter a number of days, or a day such as 2026-12-24."))
        return None

    def _read_fields(self) -> tuple[tuple[str, str], ...] | None:
        found = []
        for line in self.fields.toPlainText().splitlines():
            name, colon, value = line.partition(":")
            if line.strip():
                found.append((name.strip(), value.strip() if colon else ""))
        return tuple(found)

    def _point_out(self, error: FieldError) -> None:
        text = draft_problem(error.code)
        name, _, number = error.field.partition(".")
        if name == "lines" and number:
            self.lines.show_problem(int(number), text)
        elif name == "lines":
            self._lines.setText(text)
            self._lines.show()
        else:
            rows = {"due": self._due, "memo": self._memo, "footer": self._footer, "fields": self._fields}
            rows[name].show_problem(text)
            rows[name].point_out()

    def _preview(self) -> None:
        draft = self._read()
        if draft is not None:
            self.show_problem("")
            self.set_busy(True)
            self.jobs.start(self._write(draft))

    async def _write(self, draft: Draft) -> None:
        service = self.context.services.invoice_drafts

        async def make() -> Preview | None:
            return await (service.preview_edit(self._id, draft) if self._id else service.preview_create(draft))

        act = translate("Draft", "Save draft") if self._id else translate("Draft", "Create draft")
        done = translate("Draft", "Draft saved.") if self._id else translate("Draft", "Draft created.")
        made = await carry_out(self.context, self, make, act, done, _link)
        self.set_busy(False)
        if made is not None:
            self.made = True
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        """Points at the field that Stripe, or a check before sending, has refused."""
        if isinstance(error, Refused) and error.param in ("due", "due_date", "days_until_due"):
            self._due.show_problem(draft_problem(str(error.code)) or str(error.message or ""))


def _link(result: Json) -> Link:
    return "invoice", str(result["id"]), str(result.get("number") or translate("Invoices", "Draft"))
