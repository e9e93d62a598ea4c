"""The table of all API endpoints of the simulator."""

from __future__ import annotations

from .. import Endpoint
from ..billing.credit_notes import endpoints as credit_notes
from ..billing.invoice_items import endpoints as invoice_items
from ..billing.invoice_payments import endpoints as invoice_payments
from ..billing.invoices import endpoints as invoices
from ..billing.meters import endpoints as meters
from ..billing.portal import endpoints as portal
from ..billing.schedules import endpoints as schedules
from ..billing.subscriptions import endpoints as subscriptions
from ..payments.charges import endpoints as charges
from ..payments.checkout import endpoints as checkout
from ..payments.payment_intents import endpoints as payments
from ..payments.payment_methods import endpoints as methods
from ..payments.setup_intents import endpoints as setup_intents
from ..payments.sources import endpoints as sources
from ..payments.tokens import endpoints as tokens
from ..products.coupons import endpoints as coupons
from ..products.plans import endpoints as plans
from ..products.prices import endpoints as catalog
from .account import endpoints as account
from .balance import endpoints as balance
from .customer_parts import endpoints as customer_parts
from .customers import endpoints as customers
from .event_destinations import endpoints as destinations
from .events import endpoints as events
from .radar import endpoints as radar
from .reports import endpoints as reports
from .tax_ids import endpoints as tax_ids
from .test_clocks import endpoints as test_clocks

ENDPOINTS: list[Endpoint] = [
    *account,
    *balance,
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
    *setup_intents,
    *sources,
    *schedules,
    *subscriptions,
    *tax_ids,
    *test_clocks,
    *tokens,
]
