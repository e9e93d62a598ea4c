"""Reviewing invoices: the marks, the note, and what the checks say (F6). Works by keyboard alone: J K Y F M."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.invoices.checks import Check
from ...domain.invoices.review import Mark
from ...domain.json_object import Json, id_of
from ...domain.objects.invoice import name_of
from ...domain.writes.own_metadata import METADATA_VALUE
from ...services.desk_services import InvoiceServices
from ...services.invoices.review import ReviewOverview
from ...services.writes.step_executor import Unsettled
from ..tab.detail_builder import Cell, DetailBuilder
from ..widgets.ask import confirmed, shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextArea
from ..widgets.jobs import Jobs
from ..widgets.plain import Button, set_tip
from ..widgets.theme import NARROW
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.billing.check_words import check_name, check_rule
from ..wording.notices import notice_of
from ..wording.text import joined, translate

MARKS = {"invoice_approve": Mark.APPROVED, "invoice_query": Mark.QUERIED}


class Reviewer:
    """Marks are written one after another in the background; the operator goes on meanwhile."""

    def __init__(self, context: Context[InvoiceServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs
        self._service = context.services.invoice_review

    async def consented(self) -> bool:
        """Ask once, before the first mark, whether marks may be written without a preview each."""
        if self._service.agreed:
            return True
        text = translate(
            "Review",
            "Marks and notes are saved in the invoices' metadata at Stripe at once, each without a preview. Your team "
            "sees them, customers do not. No money moves.",
        )
        title, act = translate("Review", "Review invoices"), translate("Review", "Start reviewing")
        self._service.agreed = await confirmed(self._parent, title, text, act)
        return self._service.agreed

    def mark(self, invoice_id: str, mark: Mark) -> None:
        """Write the mark in the background; an error is shown."""
        self._jobs.start(self._mark(invoice_id, mark))

    async def _mark(self, invoice_id: str, mark: Mark, note: str | None = None) -> None:
        try:
            await self._service.mark(invoice_id, mark, note)
        except (DeskError, Unsettled) as error:
            self._context.say(notice_of(error))

    def looked_at(self, invoice_id: str, mark: str) -> None:
        """The operator went on with J: an unread invoice counts as looked at, if a review has begun."""
        if self._service.agreed and mark == Mark.UNREAD:
            self.mark(invoice_id, Mark.SEEN)

    async def note(self, invoice_id: str) -> None:
        queries = self._context.services.queries
        invoice = await queries.get("invoice", invoice_id)
        if invoice is None or not await self.consented():
            return
        seen = await self._service.overview(invoice)
        customer = await queries.get("customer", id_of(invoice.get("customer")) or "")
        dialog = ReviewNoteDialog(self._context, self._parent, invoice, seen, customer)
        if await shown(dialog):
            await self._mark(invoice_id, dialog.mark, dialog.note)

    def show(self, sheet: DetailBuilder, invoice: Json, seen: ReviewOverview) -> None:
        """The section in the invoice's detail."""
        wording, review = self._context.wording, seen.review
        add = (translate("Review", "Note…"), lambda: self._jobs.alone("note", self.note(str(invoice["id"]))))
        sheet.section(translate("Review", "Review"), add)
        who = joined((review.reviewer, wording.moment(review.at or None)))
        rows: list[list[Cell]] = [[review.note, who, words.review_mark(review.mark)]]
        sheet.rows(rows, "")
        owner = id_of(invoice.get("customer")) or ""
        marks: list[list[Cell]] = [[check_rule(check), self._muting(owner, check, muted=True)] for check in seen.checks]
        for check in seen.muted:
            text = translate("Review", "Muted for this customer: {check}").format(check=check_name(check))
            marks.append([text, self._muting(owner, check, muted=False)])
        if marks:
            sheet.rows(marks, "")

    def _muting(self, customer: str, check: Check, *, muted: bool) -> Button:
        text = translate("Review", "Mute") if muted else translate("Review", "Check again")
        button = Button(text)
        button.setProperty("link", True)
        button.setEnabled(bool(customer))
        set_tip(button, translate("Review", "Mute this check for the customer") if muted else text)
        button.clicked.connect(partial(self._mute, customer, check, muted))
        return button

    def _mute(self, customer: str, check: Check, muted: bool, *_: object) -> None:
        self._jobs.alone("mute", self._service.mute(customer, check, muted=muted))


class ReviewNoteDialog(DeskDialog[InvoiceServices]):
    """`mark` and `note` are what is to be written; an unread invoice with a note is queried."""

    def __init__(
        self,
        context: Context[InvoiceServices],
        parent: QWidget,
        invoice: Json,
        seen: ReviewOverview,
        customer: Json | None,
    ) -> None:
        name = name_of(invoice)
        title = translate("Review", "Note on {name}").format(name=name)
        whom = whom_of(customer) if customer else None
        super().__init__(context, parent, title, translate("Review", "Save note"), whom=whom)
        self.setMinimumWidth(NARROW)
        self._seen = seen.review
        self.text = TextArea()
        self.text.setPlainText(seen.review.note)
        hint = translate("Review", "Saved in Stripe metadata, so your team can see it. Up to {count} characters.")
        self._text = FormRow(translate("Review", "Note"), self.text, hint.format(count=METADATA_VALUE))
        self.body.addWidget(self._text)
        self.primary.clicked.connect(self._save)
        self.text.setFocus()

    @property
    def note(self) -> str:
        return self.text.toPlainText().strip()

    @property
    def mark(self) -> Mark:
        return Mark.QUERIED if self._seen.mark in (Mark.UNREAD, Mark.SEEN) and self.note else self._seen.mark

    def _save(self) -> None:
        too_long = len(self.note) > METADATA_VALUE
        text = translate("Review", "The note is too long ({count} characters).").format(count=len(self.note))
        self._text.show_problem(text if too_long else "")
        if not too_long:
            self.accept()
