"""What many flows do: a card or a debt at Stripe, and a button of the detail."""

from __future__ import annotations

import httpx
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from billing_desk.ui.tab.more_button import MoreButton

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until


async def add_card(operator: Operator, stripe: StripeSide, card: str = "pm_card_visa", *, default: bool = True) -> str:
    customer = str(operator.page.detail.id)
    method = str((await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=customer))["id"])
    if default:
        settings = {"invoice_settings[default_payment_method]": method}
        await stripe.call("post", f"/v1/customers/{customer}", **settings)
    await operator.services.customers.refresh(customer)
    return method


async def press(operator: Operator, text: str) -> None:
    """A button of the detail, by what stands on it."""

    def found() -> list[QPushButton | QAction]:
        detail = operator.page.detail
        buttons = [b for b in detail.findChildren(QPushButton) if b.text().startswith(text) and b.isVisible()]
        menus = [more.menu() for more in detail.findChildren(MoreButton) if more.isVisible()]
        return [*buttons, *(a for menu in menus for a in menu.actions() if a.text().startswith(text))]

    one = (await until(found))[0]
    if isinstance(one, QPushButton):
        operator.click(one)
    else:
        assert one.isEnabled(), f"{text} is disabled"
        one.trigger()


async def owes(operator: Operator, stripe: StripeSide, *amounts: int) -> list[str]:
    customer, made = str(operator.page.detail.id), []
    for amount in amounts:
        draft = await stripe.call("post", "/v1/invoices", customer=customer, auto_advance="false")
        item = {"customer": customer, "invoice": draft["id"], "amount": str(amount), "currency": "jpy"}
        await stripe.call("post", "/v1/invoiceitems", **item)
        await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize", auto_advance="false")
        with pytest.raises(httpx.HTTPStatusError, match="402"):
            await stripe.call("post", f"/v1/invoices/{draft['id']}/pay")
        made.append(str(draft["id"]))
    for id_ in made:
        await operator.services.queries.refresh("invoice", id_)
    return made
