"""What can be done to a customer from the page, by its buttons and by the keyboard."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QWidget

from ...domain.invoice import is_overdue
from ...domain.payment import Payment
from ..add_card import AddCardDialog
from ..ask import shown
from ..context import Context
from ..jobs import Jobs
from ..notices import Notice
from ..text import translate
from ..verbs import carry_out
from .balance import BalanceDialog
from .charge import ChargeDialog
from .compare import CompareDialog
from .pay_overdue import PayOverdueDialog
from .payments import RefundDialog
from .tax_ids import TaxIdsDialog


class CustomerVerbs:
    """One at a time: while one is asked for or sent, another is not begun."""

    def __init__(self, context: Context, parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def run(self, name: str, customer_id: str) -> None:
        """By the name of the action, or delete. What the customer has no use for is said."""
        verbs = {
            "charge": self._charge,
            "add_card": self._add_card,
            "pay_overdue": self._pay_overdue,
            "refund": self._refund_newest,
            "credit": self._credit,
            "compare": self._compare,
            "tax_ids": self._tax_ids,
            "delete": self._delete,
        }
        self._begin(verbs[name](customer_id))

    def refund(self, customer_id: str, payment: Payment) -> None:
        self._begin(self._refund(customer_id, payment))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        self._jobs.alone("verb", work)

    def _say_nothing(self, text: str) -> None:
        self._context.say(Notice(text, "neutral"))

    async def _charge(self, customer_id: str) -> None:
        seen = await self._context.services.customers.overview(customer_id)
        if seen is not None:
            await shown(ChargeDialog(self._context, self._parent, seen, name_of(seen.customer)))

    async def _add_card(self, customer_id: str) -> None:
        customer = await self._context.services.reading.get("customer", customer_id)
        if customer is not None:
            await shown(AddCardDialog(self._context, self._parent, customer))

    async def _pay_overdue(self, customer_id: str) -> None:
        services = self._context.services
        seen = await services.customers.overview(customer_id)
        if seen is None:
            return
        overdue = [invoice for invoice in seen.invoices if is_overdue(invoice, services.clock.now())]
        if overdue:
            await shown(PayOverdueDialog(self._context, self._parent, seen, overdue))
        else:
            self._say_nothing(translate("Customers", "Nothing of this customer is overdue."))

    async def _refund_newest(self, customer_id: str) -> None:
        left = [p for p in await self._context.services.payments.of(customer_id) if p.refundable.amount]
        if left:
            await self._refund(customer_id, left[0])
        else:
            self._say_nothing(translate("Customers", "There is no payment that could be refunded."))

    async def _refund(self, customer_id: str, payment: Payment) -> None:
        await shown(RefundDialog(self._context, self._parent, customer_id, payment))

    async def _credit(self, customer_id: str) -> None:
        customer = await self._context.services.reading.get("customer", customer_id)
        if customer is not None:
            await shown(BalanceDialog(self._context, self._parent, customer))

    async def _compare(self, customer_id: str) -> None:
        seen = await self._context.services.customers.overview(customer_id)
        if seen is not None and seen.twins:
            await shown(CompareDialog(self._context, self._parent, seen, seen.twins))
        else:
            self._say_nothing(translate("Customers", "Nobody here is perhaps the same customer."))

    async def _tax_ids(self, customer_id: str) -> None:
        seen = await self._context.services.customers.overview(customer_id)
        if seen is not None:
            await shown(TaxIdsDialog(self._context, self._parent, seen.customer, seen.tax_ids))

    async def _delete(self, customer_id: str) -> None:
        parts = self._context.services.customer_parts
        customer = await self._context.services.reading.get("customer", customer_id) or {"id": customer_id}
        await carry_out(
            self._context,
            self._parent,
            lambda: parts.preview_delete(customer_id),
            translate("Customers", "Delete {name} for good").format(name=name_of(customer)),
            translate("Customers", "{name} is deleted.").format(name=name_of(customer)),
        )


def name_of(customer: dict[str, Any]) -> str:
    return str(customer.get("name") or customer.get("email") or customer["id"])
