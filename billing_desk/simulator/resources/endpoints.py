"""Every address that the simulator answers."""

from __future__ import annotations

from . import Endpoint
from .account import endpoints as account
from .catalog import endpoints as catalog
from .charges import endpoints as charges
from .checkout import endpoints as checkout
from .coupons import endpoints as coupons
from .credit_notes import endpoints as credit_notes
from .customer_parts import endpoints as customer_parts
from .customers import endpoints as customers
from .destinations import endpoints as destinations
from .events import endpoints as events
from .invoice_items import endpoints as invoice_items
from .invoice_payments import endpoints as invoice_payments
from .invoices import endpoints as invoices
from .meters import endpoints as meters
from .methods import endpoints as methods
from .payments import endpoints as payments
from .plans import endpoints as plans
from .portal import endpoints as portal
from .radar import endpoints as radar
from .reports import endpoints as reports
from .sources import endpoints as sources
from .subscriptions import endpoints as subscriptions
from .test_clocks import endpoints as test_clocks
from .tokens import endpoints as tokens

ENDPOINTS: list[Endpoint] = [
    *account,
    *catalog,
    *charges,
    *checkout,
    *coupons,
    *credit_notes,
    *customer_parts,
    *customers,
    *destinations,
    *events,
    *invoice_items,
    *invoice_payments,
    *invoices,
    *meters,
    *methods,
    *payments,
    *plans,
    *portal,
    *radar,
    *reports,
    *sources,
    *subscriptions,
    *test_clocks,
    *tokens,
]
