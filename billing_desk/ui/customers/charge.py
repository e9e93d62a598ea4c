"""The dialog that charges a customer: amount, currency, description, card and method."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import Declined, DeskError
from ...domain.money import OFFERED, Money
from ...domain.objects.card import card_of
from ...domain.objects.decline import Advice
from ...domain.objects.invoice import has_page
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Operation, Preview
from ...services.customers.customers import Overview
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.amounts import amount_problem, description_problem
from ..wording.billing.paid_words import paid_sentence
from ..wording.text import translate
from ..writing.preview import Act
from ..writing.run import Done, carry_out

LONGEST = 500
OTHER = "other"


class ChargeDialog(DeskDialog[CustomerServices]):
    """Charges the default card, a chosen card or a source that is not attached (B4, B6): with a new invoice, as a
    one-time payment (C4), or on a payment page.

    `to_pay` is an invoice that the customer pays on its page, `to_confirm` an operation that needs 3-D Secure.
    """

    def __init__(self, context: Context[CustomerServices], parent: QWidget, seen: Overview, name: str) -> None:
        title = translate("Charge", "Charge {name}").format(name=name)
        super().__init__(context, parent, title, translate("Charge", "Preview"), whom=whom_of(seen.customer))
        self._customer, self._name, self._default = seen.customer, name, seen.default_card
        self._customer_id = str(seen.customer["id"])
        self.to_pay: dict[str, Any] | None = None
        self.to_confirm = ""
        self.amount, self.description, self.source = TextField(), TextField(), TextField()
        self.currency, self.card, self.way = ComboBox(), ComboBox(), ComboBox()
        currency = str(seen.customer.get("currency") or "")
        for code in [currency] if currency else OFFERED:
            self.currency.addItem(code.upper(), code)
        self._add_cards(seen)
        self.way.addItem(translate("Charge", "Invoice, paid immediately"), "invoice")
        self.way.addItem(translate("Charge", "One-time payment without an invoice"), "payment")
        self.way.addItem(translate("Charge", "Invoice, paid by the customer on a payment page"), "page")
        self._amount = FormRow(translate("Charge", "Amount"), self.amount)
        hint = translate("Charge", "Required. The customer sees it on the invoice or the receipt.")
        self._description = FormRow(translate("Charge", "Description"), self.description, hint)
        hint = translate("Charge", "The source is charged once for this customer and is not attached.")
        self._source = FormRow(translate("Charge", "Source ID (src_…)"), self.source, hint)
        for pair in (
            (self._amount, FormRow(translate("Charge", "Currency"), self.currency)),
            (FormRow(translate("Charge", "Card"), self.card), FormRow(translate("Charge", "Method"), self.way)),
        ):
            row = QHBoxLayout()
            for widget in pair:
                row.addWidget(widget, 1)
            self.body.addLayout(row)
        self.body.addWidget(self._source)
        self.body.addWidget(self._description)
        self.body.addStretch(1)
        self.card.currentIndexChanged.connect(self._card_chosen)
        self.way.currentIndexChanged.connect(self._way_chosen)
        self._card_chosen()
        self.primary.clicked.connect(self._preview)
        self.amount.setFocus()

    def _add_cards(self, seen: Overview) -> None:
        cards = [card for card in map(card_of, seen.cards) if card is not None]
        for card in sorted(cards, key=lambda card: card.id != seen.default_card):
            text = words.card_and_expiry(card)
            if card.id == seen.default_card:
                text = translate("Charge", "{card} (default)").format(card=text)
            self.card.addItem(text, card.id)
        if not cards:
            self.card.addItem(translate("Charge", "No card"), "")
        self.card.addItem(translate("Charge", "A source…"), OTHER)

    def _card_chosen(self) -> None:
        other = self.card.currentData() == OTHER
        self._source.setVisible(other)
        if other:  # an invoice accepts only attached cards
            self.way.setCurrentIndex(self.way.findData("payment"))
        self.way.setEnabled(not other)

    def _way_chosen(self) -> None:
        """On a payment page the customer chooses the card."""
        page = self.way.currentData() == "page"
        self.card.setEnabled(not page)
        self.way.setEnabled(page or self.card.currentData() != OTHER)

    def _preview(self) -> None:
        money = self._read()
        description = self.description.text().strip()
        problem = description_problem(description, LONGEST)
        self._description.show_problem(problem)
        other = self.card.currentData() == OTHER
        source = self.source.text().strip() if other else str(self.card.currentData())
        wrong = _source_problem(source) if other else ""
        self._source.show_problem(wrong)
        if money is not None and not problem and not wrong:
            self.show_problem("")
            self.set_busy(True)
            self.jobs.start(self._charge(money, description, source))

    def _read(self) -> Money | None:
        try:
            money = parse(self.amount.text(), str(self.currency.currentData()))
        except AmountError as error:
            self._amount.show_problem(amount_problem(error, str(self.currency.currentData())))
            return None
        too_little = money.amount <= 0
        self._amount.show_problem(translate("Charge", "The amount must be greater than zero.") if too_little else "")
        return None if too_little else money

    async def _charge(self, money: Money, description: str, method: str) -> None:
        services, way, self.to_confirm = self.context.services, str(self.way.currentData()), ""
        amount, name = self.context.wording.money(money), self._name
        act: Act = self._act
        done: Done = self._paid
        if way == "payment":
            done = translate("Charge", "{amount} was charged to {name}.").format(amount=amount, name=name)
        elif way == "page":
            act = translate("Charge", "Create invoice of {amount} for {name}").format(amount=amount, name=name)
            done = self._page_made

        # Without a card in the request the operation can be continued after the default has changed.
        chosen = "" if method == self._default and way == "invoice" else method

        async def make() -> Preview:
            if way == "page":
                return await services.invoices.preview_payment_page(self._customer_id, money, description)
            verb = services.payments.preview_charge if way == "payment" else services.invoices.preview_charge
            return await verb(self._customer_id, money, description, chosen)

        made = await carry_out(self.context, self, make, act, done, self._link)
        self.set_busy(False)
        if made is not None:
            self.to_pay = made if way == "page" else None
            self.accept()
        elif self.to_confirm and way == "payment":
            self.way.setCurrentIndex(self.way.findData("page"))

    def _paid(self, _: Operation, invoice: dict[str, Any]) -> str:
        return paid_sentence(invoice, self.context.wording)

    def _act(self, preview: Preview) -> str:
        """What is charged after the customer's balance; it may be nothing."""
        charged = [money for money in preview.effects.now if money.amount]
        if not charged:
            return translate("Charge", "Create paid invoice for {name}, charge nothing").format(name=self._name)
        amount = self.context.wording.money(charged[0])
        return translate("Charge", "Charge {amount} to {name}").format(amount=amount, name=self._name)

    def _link(self, result: dict[str, Any]) -> tuple[str, str, str]:
        """The invoice that was made; the customer stays on the screen."""
        if result.get("object") == "invoice":
            return "invoice", str(result["id"]), str(result.get("number") or result["id"])
        return "customer", self._customer_id, self._name

    def _page_made(self, _: Operation, invoice: dict[str, Any]) -> str:
        if has_page(invoice):
            return translate("Charge", "The page is ready. Send the link to the customer.")
        return translate("Charge", "The invoice was paid from the customer's credit balance. Nothing is left to pay.")

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        """The bank requires 3-D Secure, which the customer can do only on a payment page."""
        if operation and isinstance(error, Declined) and error.failure.advice is Advice.AUTHENTICATE:
            self.to_confirm = operation.id


def _source_problem(id_: str) -> str:
    if id_.startswith("tok_"):
        return translate(
            "Charge",
            "Stripe does not accept a token together with a customer. Add it as a card first, then charge the card.",
        )
    return "" if id_.startswith("src_") else translate("Charge", "The ID must start with src_.")
