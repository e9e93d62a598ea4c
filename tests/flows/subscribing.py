"""What the flows of subscriptions share: prices at Stripe, and the form for a new subscription."""

from __future__ import annotations

from typing import Any

from billing_desk.ui.subscriptions.new import NewSubscriptionDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .shared import until_listed


async def price(
    operator: Operator, stripe: StripeSide, amount: int = 980, name: str = "Basic monthly", **values: Any
) -> str:
    """A recurring price with a product of its own, in the operator's copy."""
    product = values.pop("product", None)
    of = {"product": product} if product else {"product_data[name]": f"Product of {name}"}
    fields = {"currency": "jpy", "recurring[interval]": "month", "nickname": name, **of, **values}
    if not any(key.startswith("tiers") for key in fields):
        fields["unit_amount"] = str(amount)
    made = await stripe.call("post", "/v1/prices", **fields)
    operator.services.refresh()
    kind = operator.window.desk.kind if operator.window.desk else "customer"
    await until_listed(operator, "price", str(made["id"]))
    operator.window.commands.go_to_tab(kind)
    return str(made["id"])


async def form(operator: Operator, *prices: str) -> NewSubscriptionDialog:
    """From the customer's page, by its key."""
    await operator.key("S")
    dialog = await operator.dialog(NewSubscriptionDialog)
    for number, each in enumerate(prices):
        if number:
            operator.click(dialog.items.more)
        plan = dialog.items.lines[number].plan
        plan.setCurrentIndex(plan.findData(each))
    return dialog


async def bills(dialog: NewSubscriptionDialog) -> str:
    """The sentence for the caller, once Stripe has previewed the bills."""
    await until(lambda: "“" in dialog.bills.say.text())
    return dialog.bills.say.text()


async def only_subscription(stripe: StripeSide, customer: str) -> dict[str, Any]:
    (found,) = (await stripe.call("get", "/v1/subscriptions", customer=customer, status="all"))["data"]
    return dict(found)


async def invoices_of(stripe: StripeSide, customer: str) -> list[tuple[int, str]]:
    """(total, status), oldest first."""
    rows = (await stripe.call("get", "/v1/invoices", customer=customer, limit="100"))["data"]
    return [(row["total"], row["status"]) for row in reversed(rows)]
