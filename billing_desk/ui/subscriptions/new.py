"""The dialog that subscribes a customer (C3, C7, C4–C6), with the bills to come beside the form."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.errors import DeskError, Refused
from ...domain.objects.card import card_of
from ...domain.objects.customer import display_name
from ...domain.objects.payment_method import method_of
from ...domain.writes.new_subscription import FeeWay, PayBy, WantedItem, Wish
from ...domain.writes.operation import Operation, Preview
from ...domain.writes.subscription_change import ItemEdit
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.creating import Offer
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.metadata_editor import MetadataEditor
from ..widgets.plain import Button, ComboBox, Label, SpinBox, let_shrink
from ..widgets.theme import LARGE, MEDIUM, TIGHT, WIDE
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.billing.price_words import price_name
from ..wording.billing.subscription_words import wish_problem
from ..wording.field_words import problem_sentence
from ..wording.notices import sentence
from ..wording.preview_words import filled, warning_sentence
from ..wording.text import joined, translate
from ..writing.run import carry_out
from .bills_view import BillsView
from .fee_fields import FeeFields
from .items_editor import ItemsEditor, Offered
from .start_fields import StartFields

TALLEST, AROUND = 560, 250
"""Pixels of the form, and of what stands around it."""
SOON = 350
"""Milliseconds after the last change until the bills are previewed again."""


class NewSubscriptionDialog(DeskDialog[SubscriptionServices]):
    """`made` is the new subscription as Stripe answered; None until it was created."""

    def __init__(self, context: Context[SubscriptionServices], parent: QWidget, offer: Offer, price: str = "") -> None:
        self._name = display_name(offer.customer)
        title = translate("NewSubscription", "New subscription")
        act = translate("NewSubscription", "Preview")
        super().__init__(context, parent, title, act, whom=whom_of(offer.customer))
        self.setMinimumWidth(WIDE)
        self._offer, self._customer_id = offer, str(offer.customer["id"])
        self.made: dict[str, Any] | None = None
        wording, now = context.wording, context.services.clock.now()
        own = str(offer.customer.get("currency") or "")
        names = {id_: str(product.get("name") or id_) for id_, product in offer.products.items()}
        offered = [
            Offered(each.in_currency(own) if own else each, names.get(each.product, each.product))
            for each in offer.prices
        ]
        offered.sort(key=lambda each: (each.product, price_name(each.price, each.product)))
        self.items = ItemsEditor(offered, wording, [ItemEdit("", price, 1)] if price else [])
        self._items = FormRow(translate("NewSubscription", "Plan"), self.items)
        self.start = StartFields(wording, now)
        self.discount = TextField()
        hint = translate("NewSubscription", "Text of the code, or ID of the coupon.")
        self._discount = FormRow(translate("NewSubscription", "Promotion code or coupon"), self.discount, hint)
        self.pay_by, self.due_days = ComboBox(), SpinBox(minimum=1, maximum=999, value=30)
        self._add_methods(offer)
        let_shrink(self.pay_by)
        self._pay_by = FormRow(translate("NewSubscription", "Payment"), self.pay_by)
        self._due = FormRow(translate("NewSubscription", "Days until due"), self.due_days)
        self.fee = FeeFields(tuple(FeeWay), own or (offered[0].price.currency if offered else "usd"))
        self.description = TextField()
        self.metadata = MetadataEditor({})
        self._fill_form()
        self.bills = BillsView(wording)
        columns = QHBoxLayout()
        columns.setSpacing(LARGE)
        columns.addWidget(self._area, 3)
        columns.addWidget(self.bills, 2)
        self.body.addLayout(columns, 1)
        if not offered:
            self.show_problem(
                translate("NewSubscription", "There is no active plan in this customer's currency. Create one first.")
            )
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show_bills)
        for signal in (self.items.changed, self.start.changed, self.fee.changed, self.discount.textEdited):
            signal.connect(self._edited)
        self.pay_by.currentIndexChanged.connect(self._paid_by)
        self.primary.clicked.connect(self._preview)
        self._paid_by()
        self.items.first.setFocus()

    def _add_methods(self, offer: Offer) -> None:
        ordered = sorted(offer.cards, key=lambda obj: obj["id"] != offer.default)
        for obj in ordered:
            card = card_of(obj)
            text = words.card_and_expiry(card) if card else words.method(method_of(obj))
            if obj["id"] == offer.default:
                text = translate("NewSubscription", "{card} (default)").format(card=text)
            method = "" if obj["id"] == offer.default else str(obj["id"])
            self.pay_by.addItem(text, (PayBy.CARD, method))
        self.pay_by.addItem(translate("NewSubscription", "Payment page that I send to the customer"), (PayBy.LINK, ""))
        self.pay_by.addItem(translate("NewSubscription", "Invoice by email"), (PayBy.EMAIL, ""))

    def _fill_form(self) -> None:
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, MEDIUM, 0)
        form.setSpacing(TIGHT)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._pay_by, 2)
        row.addWidget(self._due, 1)
        self._more = Button(translate("NewSubscription", "More: description, metadata"))
        self._more.setProperty("link", True)
        self._more.clicked.connect(self._show_more)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.addWidget(FormRow(translate("NewSubscription", "Description"), self.description))
        rest.addWidget(Label(translate("NewSubscription", "Metadata")))
        rest.addWidget(self.metadata)
        self._rest.hide()
        form.addWidget(self._items)
        form.addLayout(row)
        for widget in (self.start, self._discount, self.fee, self._more, self._rest):
            form.addWidget(widget)
        form.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(min(TALLEST, self.screen().availableGeometry().height() - AROUND))
        self._area.setWidget(inside)

    def _show_more(self) -> None:
        self._rest.setVisible(self._rest.isHidden())
        self.description.setFocus()

    @property
    def sends_page(self) -> bool:
        """Whether the customer pays the first invoice on a page."""
        return self._pays[0] is PayBy.LINK

    @property
    def _pays(self) -> tuple[PayBy, str]:
        way, method = self.pay_by.currentData()
        return PayBy(way), str(method)

    def _paid_by(self) -> None:
        self._due.setVisible(self._pays[0] is PayBy.EMAIL)
        said = {
            PayBy.CARD: "",
            PayBy.LINK: translate("NewSubscription", "The subscription starts when the customer has paid on the page."),
            PayBy.EMAIL: translate("NewSubscription", "Stripe emails each invoice; nothing is charged."),
        }
        self._pay_by.show_hint(said[self._pays[0]])
        self._edited()

    def _edited(self) -> None:
        edits = self.items.edits
        prices = {line.price.id: line.price for line in self.items.lines if line.price is not None}
        if edits:
            self.fee.currency = prices[edits[0].price].currency
        self._soon.start()

    def _wish(self) -> Wish | None:
        """None while something cannot be read."""
        fee, trial = self.fee.typed, self.start.typed_trial
        edits, (pay_by, method) = self.items.edits, self._pays
        metadata, errors = self.metadata.read()
        if fee is None or trial is None or not edits or errors:
            return None
        currency = self._offer.customer.get("currency") or self.items.lines[0].price
        return Wish(
            self._customer_id,
            tuple(WantedItem(edit.price, edit.quantity) for edit in edits),
            currency if isinstance(currency, str) else currency.currency if currency else "",
            self.start.value,
            self.start.month_day,
            trial,
            pay_by=pay_by,
            method=method,
            due_days=self.due_days.value(),
            description=self.description.text().strip(),
            metadata=metadata,
            fee=fee,
        )

    def _show_bills(self) -> None:
        wish = self._wish()
        if wish is None and self.items.edits:
            self.bills.wait(translate("Bills", "Complete the form to see the bills."))
        elif wish is None:
            self.bills.wait(translate("Bills", "Choose a plan to see the bills."))
        elif self.isVisible() and not self.is_busy:
            self.jobs.newest("bills", self._ask_bills(wish, self.discount.text().strip()))

    async def _ask_bills(self, wish: Wish, discount: str) -> None:
        try:
            preview = await self.context.services.new_subscriptions.preview(wish, discount)
        except DeskError as error:
            self.bills.wait(_problem_of(error) or sentence(error))
            return
        wording = self.context.wording
        notes = [filled(warning_sentence(one), one, wording) for one in preview.warnings]
        self.bills.show_bills(preview.effects.bills, preview.effects.year, notes)

    def _check(self) -> bool:
        missing = "" if self.items.edits else wish_problem("items", "empty")
        self._items.show_problem(missing)
        self._discount.show_problem("")
        self._pay_by.show_problem("")
        self.start.show_problem("")
        self.fee.show_problem("")
        _, errors = self.metadata.read()
        if errors:
            self._rest.show()
            self.metadata.show_problem(problem_sentence(errors[0]))
        return all((self.start.check(), self.fee.check(), not missing, not errors))

    def _preview(self) -> None:
        self.show_problem("")
        wish = self._wish() if self._check() else None
        if wish is not None:
            self.set_busy(True)
            self.jobs.start(self._create(wish, self.discount.text().strip()))

    async def _create(self, wish: Wish, discount: str) -> None:
        service = self.context.services.new_subscriptions

        async def make() -> Preview | None:
            return await service.preview(wish, discount)

        made = await carry_out(self.context, self, make, self._act, self._done, self._link)
        self.set_busy(False)
        if made is not None:
            self.made = made
            self.accept()

    def _act(self, preview: Preview) -> str:
        money = preview.operation.money
        if not money:
            return translate("NewSubscription", "Subscribe {name}, charge nothing now").format(name=self._name)
        amount = joined(map(self.context.wording.money, money))
        return translate("NewSubscription", "Subscribe {name}, charge {amount}").format(name=self._name, amount=amount)

    def _done(self, operation: Operation, result: dict[str, Any]) -> str:
        if result.get("object") == "subscription" and result.get("status") == "incomplete":
            if self._pays[0] is PayBy.LINK:
                return translate("NewSubscription", "The subscription starts when the customer has paid on the page.")
            return translate(
                "NewSubscription", "The first payment failed. The subscription waits 23 hours for another payment."
            )
        return translate("NewSubscription", "Subscribed.")

    def _link(self, result: dict[str, Any]) -> tuple[str, str, str]:
        if result.get("object") == "subscription":
            return "subscription", str(result["id"]), translate("NewSubscription", "Open subscription")
        return "customer", self._customer_id, self._name

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        """Point at the field that is wrong."""
        text = _problem_of(error)
        if not text or not isinstance(error, Refused):
            return
        rows: dict[str, FormRow | StartFields | FeeFields] = {
            "items": self._items,
            "quantity": self._items,
            "discount": self._discount,
            "method": self._pay_by,
            "pay_by": self._pay_by,
            "due_days": self._due,
            "start": self.start,
            "fee": self.fee,
        }
        if error.param == "trial":
            self.start.show_trial_problem(text)
        elif row := rows.get(str(error.param)):
            row.show_problem(text)
        self.show_problem(text)


def _problem_of(error: DeskError) -> str:
    return wish_problem(str(error.param), str(error.code)) if isinstance(error, Refused) else ""
