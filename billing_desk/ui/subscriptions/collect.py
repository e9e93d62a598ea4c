"""Collects the unpaid invoice of a subscription: with another card, on a page, or not at all (C3, C8)."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json, id_of
from ...domain.objects.invoice import remaining_of, state
from ...domain.writes.operation import Preview
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.ending import Ending
from ...services.subscriptions.subscriptions import SubscriptionOverview
from ..widgets.context import Context
from ..wording.notices import Notice
from ..wording.text import translate
from ..writing.payment_page import show_payment_page
from ..writing.run import carry_out
from ..writing.settle import settle


async def collect(
    context: Context[SubscriptionServices], parent: QWidget, subscription_id: str, *, link: bool = False
) -> None:
    """`link`: show the payment page at once."""
    services = context.services
    with suppress(DeskError):
        await services.subscriptions.refresh(subscription_id)
    seen = await services.subscriptions.overview(subscription_id)
    invoice = await _unpaid(context, seen) if seen else None
    if seen is None or invoice is None:
        context.say(Notice(translate("Collect", "Nothing is left to pay."), "neutral"))
        return
    if link:
        customer = seen.customer or {"id": id_of(seen.subscription.get("customer")) or ""}
        await show_payment_page(context, parent, customer, invoice)
        return

    async def cancel(dialog: QWidget) -> Json | None:
        async def make() -> Preview | None:
            return await services.subscription_ending.preview_cancel(subscription_id, Ending(None))

        act = translate("Collect", "Cancel the subscription now")
        done = translate("Cancel", "Subscription canceled.")
        return await carry_out(context, dialog, make, act, done, ("subscription", subscription_id, subscription_id))

    await settle(context, parent, invoice, cancel)


async def _unpaid(context: Context[SubscriptionServices], seen: SubscriptionOverview) -> Json | None:
    """The newest open invoice, as it is at Stripe now."""
    open_ = [invoice for invoice in seen.invoices if state(invoice) in ("open", "processing")]
    latest = id_of(seen.subscription.get("latest_invoice"))
    found = open_[0] if open_ else None
    id_ = str(found["id"]) if found else latest
    if not id_:
        return None
    with suppress(DeskError):
        await context.services.queries.refresh("invoice", id_)
    invoice = await context.services.queries.get("invoice", id_)
    return invoice if invoice and state(invoice) == "open" and remaining_of(invoice).amount else None
