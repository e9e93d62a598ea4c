"""Invoices whose payment is on its way: only their PaymentIntents say so, and the list of all invoices is too deep to
expand them (G2)."""

from __future__ import annotations

from ...domain.errors import NotAllowed, NotFound, Refused, Unexpected
from ...domain.json_object import id_of
from ...domain.objects.invoice import attempt_of
from ...gateway.pages import pages
from ...gateway.requests import invoices
from ..queries import read_object
from .context import SyncContext


async def read_processing(context: SyncContext) -> None:
    """Once after each backfill: read again every invoice whose payment is on its way at Stripe, or was so in the
    mirror. Later changes come as events. Raises DeskError."""
    filled = await context.mirror.progress("filled") or ""
    if await context.mirror.progress("processing") == filled:
        return
    wanted = set(await context.side.processing_invoices())
    try:
        async for rows in pages(context.gateway, invoices.list_open_payments()):
            for payment in rows:
                with context.leaving_out():
                    invoice = id_of(payment.get("invoice"))
                    if invoice and attempt_of(payment).state == "processing":
                        wanted.add(invoice)
    except (NotAllowed, NotFound, Refused, Unexpected) as error:
        context.not_offered("invoice_payment", error)
    for id_ in sorted(wanted):
        as_of = context.gateway.now()
        try:
            obj = await read_object(context.gateway, "invoice", id_, background=True)
        except NotFound:
            obj = {"id": id_, "object": "invoice", "deleted": True}
        except (NotAllowed, Refused, Unexpected):
            continue  # one that cannot be read does not stop the others
        await context.put([obj], as_of)
    await context.mirror.set_progress({"processing": filled})
