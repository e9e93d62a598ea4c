"""Reads an upcoming invoice, which some subscriptions do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.errors import NotFound, Refused
from ..domain.json_object import Json
from .requests import subscriptions
from .stripe_gateway import StripeGateway

if TYPE_CHECKING:
    from stripe.params import InvoiceCreatePreviewParams

_NONE = "invoice_upcoming_none"


async def upcoming(gateway: StripeGateway, fields: InvoiceCreatePreviewParams) -> Json | None:
    """Stripe's preview; None if nothing will be billed, which Stripe answers with 404. Raises DeskError."""
    try:
        found: Json = await gateway.read(subscriptions.preview(fields))
    except (Refused, NotFound) as error:
        if error.code != _NONE:
            raise
        return None
    return found
