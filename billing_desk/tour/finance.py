"""The part of the tour about invoices: drafts, documents, review, and the month's closing."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from ..ui.invoices.dialogs import CreditDialog
from ..ui.invoices.draft import DraftDialog
from ..ui.invoices.draft_lines import UNIT
from ..ui.invoices.month import MonthDialog
from ..ui.invoices.page import InvoicesPage
from ..ui.invoices.pdf import PdfDialog
from ..ui.invoices.reports import ReportsDialog
from ..ui.invoices.save_pdfs import SavePdfsDialog
from ..ui.invoices.upcoming import UpcomingDialog
from ..ui.writing.bulk_dialog import BulkDialog
from ..ui.writing.preview import PreviewDialog
from ..ui.writing.settle import CollectDialog
from .stage import Stage


async def shoot(tour: Stage) -> None:
    """Pictures of every list, dialog and document of the Invoices tab."""
    tour.commands.go_to_tab("invoice")
    page = tour.window.desk.page if tour.window.desk else None
    assert isinstance(page, InvoicesPage)
    if page.ageing.inside.isHidden():
        page.ageing.toggle.click()
    await _view(tour, page, "status:overdue")
    await tour.shoot_settled("invoices-overdue")
    page.detail.findChildren(QPushButton, "settle")[0].click()
    await tour.shoot_dialog(await tour.opened(CollectDialog), "pay-with-another-card")
    next(one for one in page.detail.findChildren(QPushButton) if one.objectName() == "upcoming").click()
    await tour.shoot_dialog(await tour.opened(UpcomingDialog), "upcoming-invoice")
    page.ageing.toggle.click()
    await _view(tour, page, "check:any -review:approved")
    await tour.shoot_settled("invoices-marked")
    await _filtered(tour, page, "tax>0 status:open")
    await tour.shoot_settled("invoice-with-tax")
    page.detail.findChildren(QPushButton, "credit")[0].click()
    note = await tour.opened(CreditDialog)
    note.by.setCurrentIndex(note.by.findData("lines"))
    note.lines.boxes[0].setChecked(True)
    await tour.settled()
    await tour.shoot_dialog(note, "credit-note")
    await _document(tour, page)
    await _draft(tour)
    await _many(tour, page)
    tour.commands.desk_action("invoice_month")
    month = await tour.opened(MonthDialog)
    await tour.until(lambda: month.report is not None)
    await tour.settled()
    tour.shoot_widget(month, "month-close")
    month.tabs.setCurrentIndex(1)
    await tour.settled()
    await tour.shoot_dialog(month, "month-close-tax")
    await _reports(tour)
    await _view(tour, page, "")
    tour.commands.go_to_tab("customer")


async def _reports(tour: Stage) -> None:
    tour.commands.desk_action("invoice_reports")
    dialog = await tour.opened(ReportsDialog)
    await tour.until(dialog.primary.isEnabled)
    dialog.primary.click()
    await tour.confirm(await tour.opened(PreviewDialog))
    await tour.until(lambda: bool(dialog.runs and dialog.runs[0].file))
    dialog.table.selectRow(0)
    await tour.settled()
    await tour.shoot_dialog(dialog, "stripe-reports")


async def _document(tour: Stage, page: InvoicesPage) -> None:
    """An invoice's PDF with a found word, and the dialog that saves many."""
    next(one for one in page.detail.findChildren(QPushButton) if one.text().startswith("PDF")).click()
    document = await tour.opened(PdfDialog)
    await tour.until(document.save.isEnabled)
    document.field.setText("JPY")
    await tour.settled()
    await tour.shoot_dialog(document, "invoice-pdf")
    page.save_pdfs()
    await tour.shoot_dialog(await tour.opened(SavePdfsDialog), "save-pdfs")


async def _draft(tour: Stage) -> None:
    """An invoice with two lines, and its preview."""
    tour.commands.customer_action("invoice_new")
    dialog = await tour.opened(DraftDialog)
    first = dialog.lines.lines[0]
    first.description.setText("設置作業")
    first.amount.setText("48,000")
    first.rate.setCurrentIndex(1)
    first.period.setText("2026-12")
    dialog.lines.more.click()
    second = dialog.lines.lines[1]
    second.item.setCurrentIndex(second.item.findData(UNIT) + 1)
    dialog.way.setCurrentIndex(1)
    dialog.due.setText("30")
    dialog.memo.setText("毎度ありがとうございます。")
    await tour.settled()
    tour.shoot_widget(dialog, "draft-invoice")
    dialog.primary.click()
    preview = await tour.opened(PreviewDialog)
    tour.shoot_widget(preview, "draft-invoice-preview")
    preview.done(0)
    await tour.until(lambda: tour.top() is dialog)
    await tour.settled()
    dialog.done(0)
    await tour.until(lambda: tour.top() is None)


async def _many(tour: Stage, page: InvoicesPage) -> None:
    await _view(tour, page, "status:overdue")
    tour.commands.change_many()
    dialog = await tour.opened(BulkDialog)
    await tour.until(dialog.primary.isEnabled)
    await tour.settled()
    await tour.shoot_dialog(dialog, "change-many-invoices")


async def _view(tour: Stage, page: InvoicesPage, filter_: str) -> None:
    page.filter.choose(next(view for view in page.filter.all_views() if view.filter == filter_))
    await _row(tour, page)


async def _filtered(tour: Stage, page: InvoicesPage, filter_: str) -> None:
    page.filter.set_text(filter_)
    await _row(tour, page)


async def _row(tour: Stage, page: InvoicesPage) -> None:
    await tour.settled()
    page.table.selectRow(0)
    await tour.settled()
