"""The dialogs for trial, discount, payment method and setup fee of a running subscription."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from ...domain.billing_dates import parse_span
from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.objects.payment_method import method_of
from ...domain.writes.new_subscription import FeeWay
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.terms import MISSING
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox
from ..widgets.theme import MIDDLE
from ..widgets.whom import Whom
from ..wording import words
from ..wording.billing.subscription_words import missing_card, refusal, wish_problem
from ..wording.text import translate
from ..writing.preview import Act
from ..writing.run import carry_out
from .fee_fields import FeeFields

Target = tuple[str, str]
"""Id and title of the subscription."""


class TermDialog(DeskDialog[SubscriptionServices]):
    """What these dialogs share. `_rows` are the rows for errors by Stripe's parameter."""

    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        target: Target,
        heading: str,
        whom: Whom | None,
    ) -> None:
        self._id, self._title = target
        act = translate("Terms", "Preview")
        super().__init__(context, parent, heading.format(name=self._title), act, whom=whom)
        self.setMinimumWidth(MIDDLE)
        self._rows: dict[str, FormRow | FeeFields] = {}
        self.primary.clicked.connect(self._preview)

    def _preview(self) -> None:
        raise NotImplementedError

    def _begin(self, make: Callable[[], Awaitable[Preview | None]], act: Act, done: str) -> None:
        self.show_problem("")
        for row in self._rows.values():
            row.show_problem("")
        self.set_busy(True)
        self.jobs.start(self._write(make, act, done))

    async def _write(self, make: Callable[[], Awaitable[Preview | None]], act: Act, done: str) -> None:
        made = await carry_out(self.context, self, make, act, done, ("subscription", self._id, self._title))
        self.set_busy(False)
        if made is not None:
            self.accept()

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        if not isinstance(error, Refused):
            return
        code = str(error.code)
        text = refusal(code.removeprefix("change_")) if code.startswith("change_") else ""
        text = text or wish_problem(str(error.param), code)
        row = self._rows.get(str(error.param))
        if text and row is not None:
            row.show_problem(text)
        if text:
            self.show_problem(text)


class TrialDialog(TermDialog):
    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        target: Target,
        subscription: Json,
        whom: Whom | None,
    ) -> None:
        super().__init__(context, parent, target, translate("Trial", "Trial of {name}"), whom)
        self._in_trial = subscription.get("status") == "trialing"
        self.way, self.until, self.missing = ComboBox(), TextField(), ComboBox()
        self.way.addItem(
            translate("Trial", "Extend until") if self._in_trial else translate("Trial", "Start until"), "until"
        )
        if self._in_trial:
            self.way.addItem(translate("Trial", "End now"), "now")
        now = str(((subscription.get("trial_settings") or {}).get("end_behavior") or {}).get("missing_payment_method"))
        for code in MISSING:
            self.missing.addItem(missing_card(code), code)
        self.missing.setCurrentIndex(max(0, self.missing.findData(now)))
        self._missing_before = self.missing.currentData()
        hint = translate("Trial", "The last free day as YYYY-MM-DD.")
        self._until = self._rows["trial"] = FormRow(translate("Trial", "Free until"), self.until, hint)
        self.body.addWidget(FormRow(translate("Trial", "Change"), self.way))
        self.body.addWidget(self._until)
        self.body.addWidget(FormRow(translate("Trial", "Without a card when it ends"), self.missing))
        self.body.addStretch(1)
        self.way.currentIndexChanged.connect(self._chosen)
        self._chosen()
        (self.way if self._in_trial else self.until).setFocus()

    def _chosen(self) -> None:
        self._until.setVisible(self.way.currentData() == "until")

    def _preview(self) -> None:
        end: int | None = None
        if self.way.currentData() == "until":
            span = parse_span(self.until.text().strip(), self.context.wording.zone, self.context.services.clock.now())
            if span is None:
                self._until.show_problem(translate("Cancel", "Enter a day such as 2026-12-24."))
                return
            end = span[1]
        missing = str(self.missing.currentData())
        changed = missing if missing != self._missing_before else ""
        service = self.context.services.subscription_terms
        act = translate("Trial", "End trial of {name}") if end is None else translate("Trial", "Set trial of {name}")
        done = translate("Trial", "Trial ended.") if end is None else translate("Trial", "Trial changed.")
        self._begin(lambda: service.preview_trial(self._id, end, changed), act.format(name=self._title), done)


class DiscountDialog(TermDialog):
    """`held` is the name of what it has now; "" if nothing."""

    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        target: Target,
        held: bool,
        whom: Whom | None,
    ) -> None:
        super().__init__(context, parent, target, translate("Discount", "Discount of {name}"), whom)
        self.way, self.typed = ComboBox(), TextField()
        replace = translate("Discount", "Replace with") if held else translate("Discount", "Add")
        self.way.addItem(replace, "give")
        if held:
            self.way.addItem(translate("Discount", "Remove"), "remove")
        hint = translate("NewSubscription", "Text of the code, or ID of the coupon.")
        text = translate("NewSubscription", "Promotion code or coupon")
        self._typed = self._rows["discount"] = FormRow(text, self.typed, hint)
        self._way = FormRow(translate("Discount", "Change"), self.way)
        self.body.addWidget(self._way)
        self.body.addWidget(self._typed)
        self.body.addStretch(1)
        self.way.currentIndexChanged.connect(self._chosen)
        self._way.setVisible(held)
        self._chosen()
        self.typed.setFocus()

    def _chosen(self) -> None:
        self._typed.setVisible(self.way.currentData() == "give")

    def _preview(self) -> None:
        removes = self.way.currentData() == "remove"
        typed = "" if removes else self.typed.text().strip()
        if not typed and not removes:
            self._typed.show_problem(translate("Discount", "Enter a promotion code or the ID of a coupon."))
            return
        service = self.context.services.subscription_terms
        act = (
            translate("Discount", "Remove discount of {name}")
            if removes
            else translate("Discount", "Give discount to {name}")
        )
        done = translate("Discount", "Discount removed.") if removes else translate("Discount", "Discount given.")
        self._begin(lambda: service.preview_discount(self._id, typed), act.format(name=self._title), done)


class MethodDialog(TermDialog):
    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        target: Target,
        cards: list[Json],
        own: str,
        whom: Whom | None,
    ) -> None:
        super().__init__(context, parent, target, translate("Method", "Payment method of {name}"), whom)
        self.method = ComboBox()
        self.method.addItem(translate("Method", "The customer's default"), "")
        for obj in cards:
            self.method.addItem(words.method(method_of(obj)), str(obj["id"]))
        self.method.setCurrentIndex(max(0, self.method.findData(own)))
        self._rows["method"] = FormRow(translate("Method", "Payment method"), self.method)
        self.body.addWidget(self._rows["method"])
        self.body.addStretch(1)
        self.method.setFocus()

    def _preview(self) -> None:
        service, method = self.context.services.subscription_terms, str(self.method.currentData())
        act = translate("Method", "Change payment method of {name}").format(name=self._title)
        done = translate("Method", "Payment method changed.")
        self._begin(lambda: service.preview_method(self._id, method), act, done)


class FeeDialog(TermDialog):
    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        target: Target,
        currency: str,
        whom: Whom | None,
    ) -> None:
        super().__init__(context, parent, target, translate("Fee", "Setup fee for {name}"), whom)
        self.fee = FeeFields((FeeWay.INVOICE, FeeWay.NEXT, FeeWay.CHARGE), currency)
        self._rows["fee"] = self.fee
        self.body.addWidget(self.fee)
        self.body.addStretch(1)
        self.fee.way.setFocus()

    def _preview(self) -> None:
        fee = self.fee.typed
        if not self.fee.check() or fee is None or fee.amount is None:
            return
        service = self.context.services.subscription_terms
        amount = self.context.wording.money(fee.amount)
        text = (
            translate("Fee", "Add {amount} to the next invoice of {name}")
            if fee.way is FeeWay.NEXT
            else translate("Fee", "Charge {amount} for {name}")
        )
        done = (
            translate("Fee", "The fee will be on the next invoice.")
            if fee.way is FeeWay.NEXT
            else translate("Fee", "The fee was charged.")
        )
        act = text.format(amount=amount, name=self._title)
        self._begin(lambda: service.preview_fee(self._id, fee), act, done)
