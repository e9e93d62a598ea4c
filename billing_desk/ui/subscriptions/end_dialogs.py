"""The dialogs that cancel and pause a subscription."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ...domain.billing_dates import parse_span
from ...domain.errors import DeskError, Refused
from ...domain.money import Money
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.ending import FEEDBACK, Ending, EndingOffer
from ...services.subscriptions.pausing import Hold
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox
from ..widgets.theme import MIDDLE
from ..widgets.whom import Whom
from ..wording.amounts import amount_problem
from ..wording.billing.subscription_words import feedback, refusal, wish_problem
from ..wording.text import translate
from ..writing.run import carry_out


class CancelDialog(DeskDialog[SubscriptionServices]):
    """Cancel now, at the end of the period, or on a date; with reason and feedback for Stripe."""

    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        target: tuple[str, str],
        offer: EndingOffer,
        whom: Whom | None,
    ) -> None:
        self._id, self._title = target
        heading = translate("Cancel", "Cancel {name}").format(name=self._title)
        super().__init__(context, parent, heading, translate("Cancel", "Preview"), whom=whom)
        self.setMinimumWidth(MIDDLE)
        self._offer = offer
        wording = context.wording
        self.when, self.unused, self.feedback = ComboBox(), ComboBox(), ComboBox()
        end = wording.day(offer.ends) if offer.ends else ""
        self.when.addItem(translate("Cancel", "At period end, {day}").format(day=end), "end")
        self.when.addItem(translate("Cancel", "Now"), "now")
        self.when.addItem(translate("Cancel", "On a date"), "date")
        self.date, self.refund, self.comment = TextField(), TextField(), TextField()
        self.unused.addItem(translate("Cancel", "No credit, no refund"), "none")
        credit = wording.money(offer.unused)
        text = translate("Cancel", "Credit {amount} to the customer's balance, with a final invoice")
        self.unused.addItem(text.format(amount=credit), "credit")
        if offer.charge:
            text = translate("Cancel", "Refund a part or all of the last payment, {amount}")
            self.unused.addItem(text.format(amount=wording.money(offer.last)), "refund")
        suggested = min(offer.unused.amount or offer.last.amount, offer.last.amount)
        self.refund.setText(str(Money(suggested, offer.last.currency).major))
        for code in ("", *FEEDBACK):
            self.feedback.addItem(feedback(code), code)
        self._date = FormRow(translate("Cancel", "Date"), self.date, translate("Cancel", "YYYY-MM-DD"))
        self._unused = FormRow(translate("Cancel", "Unused time"), self.unused)
        self._refund = FormRow(translate("Cancel", "Refund"), self.refund)
        for row in (
            FormRow(translate("Cancel", "When"), self.when),
            self._date,
            self._unused,
            self._refund,
            FormRow(translate("Cancel", "Customer's feedback"), self.feedback),
            FormRow(translate("Cancel", "Comment for Stripe"), self.comment),
        ):
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.when.currentIndexChanged.connect(self._chosen)
        self.unused.currentIndexChanged.connect(self._chosen)
        self.primary.clicked.connect(self._preview)
        self._chosen()
        self.when.setFocus()

    def _chosen(self) -> None:
        now = self.when.currentData() == "now"
        self._date.setVisible(self.when.currentData() == "date")
        self._unused.setVisible(now)
        self._refund.setVisible(now and self.unused.currentData() == "refund")

    def _ending(self) -> Ending | None:
        """None if something cannot be read, which is then shown."""
        said = Ending(0, feedback=str(self.feedback.currentData()), comment=self.comment.text().strip())
        way = self.when.currentData()
        if way == "end":
            return said
        if way == "date":
            span = parse_span(self.date.text().strip(), self.context.wording.zone, self.context.services.clock.now())
            self._date.show_problem("" if span else translate("Cancel", "Enter a day such as 2026-12-24."))
            return replace(said, at=span[0]) if span else None
        if self.unused.currentData() != "refund":
            return replace(said, at=None, credit=self.unused.currentData() == "credit")
        try:
            refund = parse(self.refund.text(), self._offer.last.currency)
        except AmountError as error:
            self._refund.show_problem(amount_problem(error, self._offer.last.currency))
            return None
        return replace(said, at=None, refund=refund, charge=self._offer.charge)

    def _preview(self) -> None:
        for row in (self._date, self._refund):
            row.show_problem("")
        self.show_problem("")
        ending = self._ending()
        if ending is not None:
            self.set_busy(True)
            self.jobs.start(self._cancel(ending))

    async def _cancel(self, ending: Ending) -> None:
        service = self.context.services.subscription_ending

        async def make() -> Preview | None:
            return await service.preview_cancel(self._id, ending)

        at_once = ending.at is None
        act = translate("Cancel", "Cancel {name} now") if at_once else translate("Cancel", "Cancel {name} later")
        if ending.at == 0:
            act = translate("Subscriptions", "Cancel {name} at period end")
        done = (
            translate("Cancel", "Subscription canceled.")
            if at_once
            else translate("Cancel", "The subscription will be canceled.")
        )
        link = ("subscription", self._id, self._title)
        made = await carry_out(self.context, self, make, act.format(name=self._title), done, link)
        self.set_busy(False)
        if made is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        text = _said(error)
        if isinstance(error, Refused) and text:
            row = {"date": self._date, "refund": self._refund}.get(str(error.param))
            if row is not None:
                row.show_problem(text)
            self.show_problem(text)


class PauseDialog(DeskDialog[SubscriptionServices]):
    """Pause collection, in one of three ways, or the whole subscription."""

    def __init__(
        self, context: Context[SubscriptionServices], parent: QWidget, target: tuple[str, str], whom: Whom | None
    ) -> None:
        self._id, self._title = target
        heading = translate("Pause", "Pause {name}").format(name=self._title)
        super().__init__(context, parent, heading, translate("Pause", "Preview"), whom=whom)
        self.setMinimumWidth(MIDDLE)
        self.how, self.until = ComboBox(), TextField()
        for how in Hold:
            self.how.addItem(_hold(how), how)
        self._how = FormRow(translate("Pause", "What happens to invoices"), self.how)
        hint = translate("Pause", "YYYY-MM-DD. Empty: until somebody resumes it.")
        self._until = FormRow(translate("Pause", "Resume on"), self.until, hint)
        self.body.addWidget(self._how)
        self.body.addWidget(self._until)
        self.body.addStretch(1)
        self.how.currentIndexChanged.connect(self._chosen)
        self.primary.clicked.connect(self._preview)
        self._chosen()
        self.how.setFocus()

    def _chosen(self) -> None:
        self._until.setVisible(self.how.currentData() != Hold.ALL)

    def _preview(self) -> None:
        self._until.show_problem("")
        typed = self.until.text().strip()
        resumes: int | None = None
        how = Hold(self.how.currentData())
        if typed and how is not Hold.ALL:
            span = parse_span(typed, self.context.wording.zone, self.context.services.clock.now())
            if span is None:
                self._until.show_problem(translate("Cancel", "Enter a day such as 2026-12-24."))
                return
            resumes = span[0]
        self.set_busy(True)
        self.jobs.start(self._pause(how, resumes))

    async def _pause(self, how: Hold, resumes: int | None) -> None:
        service = self.context.services.subscription_pausing

        async def make() -> Preview | None:
            return await service.preview_pause(self._id, paused=True, how=how, resumes_at=resumes)

        whole = how is Hold.ALL
        act = translate("Pause", "Pause {name}") if whole else translate("Subscriptions", "Pause collection of {name}")
        done = translate("Pause", "Subscription paused.") if whole else translate("Subscriptions", "Collection paused.")
        link = ("subscription", self._id, self._title)
        made = await carry_out(self.context, self, make, act.format(name=self._title), done, link)
        self.set_busy(False)
        if made is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        if text := _said(error):
            self._until.show_problem(text if isinstance(error, Refused) and error.param == "date" else "")
            self.show_problem(text)


def _hold(how: Hold) -> str:
    return {
        Hold.VOID: translate("Pause", "Pause collection: invoices are voided"),
        Hold.DRAFT: translate("Pause", "Pause collection: invoices are kept as drafts"),
        Hold.UNCOLLECTIBLE: translate("Pause", "Pause collection: invoices are marked uncollectible"),
        Hold.ALL: translate("Pause", "Pause the subscription: no invoices at all"),
    }[how]


def _said(error: DeskError) -> str:
    if not isinstance(error, Refused):
        return ""
    code = str(error.code)
    if code.startswith("change_"):
        return refusal(code.removeprefix("change_"))
    return wish_problem(str(error.param), code)
