"""The upcoming invoice of a subscription, with lines and sums as those of an invoice."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from ...domain.errors import DeskError
from ...domain.money import Money
from ...domain.objects.invoice import currency_of
from ...services.desk_services import InvoiceServices
from ...services.invoices.upcoming import UpcomingInvoice
from ..tab.detail_builder import DetailBuilder
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Label
from ..widgets.theme import WIDE
from ..widgets.whom import Whom
from ..wording.notices import sentence
from ..wording.text import translate
from .line_cells import line_cells, sum_cells


class UpcomingDialog(DeskDialog[InvoiceServices]):
    def __init__(
        self, context: Context[InvoiceServices], parent: QWidget, subscription_id: str, whom: Whom | None
    ) -> None:
        super().__init__(context, parent, translate("Upcoming", "Upcoming invoice"), whom=whom)
        self.resize(WIDE, 560)
        self._subscription = subscription_id
        self.said = Label(translate("Upcoming", "Reading…"), wordWrap=True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(translate("Invoices", "Line items"))
        self.body.addWidget(self.said)
        self.body.addWidget(self.area, 1)
        self.jobs.start(self._load())
        self.area.setFocus()

    async def _load(self) -> None:
        try:
            found = await self.context.services.upcoming.of(self._subscription)
        except DeskError as error:
            self.said.setText("")
            self.show_problem(sentence(error))
            return
        if found is None:
            self.said.setText(translate("Upcoming", "The subscription has no upcoming invoice."))
        else:
            self._show(found)

    def _show(self, found: UpcomingInvoice) -> None:
        invoice, wording = found.invoice, self.context.wording
        at = invoice.get("next_payment_attempt") or invoice.get("period_end") or invoice.get("created")
        due = Money(int(invoice.get("amount_due") or 0), currency_of(invoice))
        text = translate("Upcoming", "{amount} is due about {moment}, unless the subscription changes before.")
        self.said.setText(text.format(amount=wording.money(due), moment=wording.moment(at)))
        sheet = DetailBuilder(self.context.open_object)
        sheet.section(translate("Invoices", "Line items"))
        lines = [line_cells(line, wording) for line in found.lines]
        sheet.rows(lines, translate("Invoices", "No line items."), right=(3,))
        sheet.cut_note(found.more_lines)
        sheet.rows(sum_cells(invoice, found.rates, wording), "", right=(1,))
        self.area.setWidget(sheet)
