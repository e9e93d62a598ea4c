"""Every address that the simulator answers."""

from __future__ import annotations

from . import (
    Endpoint,
    account,
    catalog,
    charges,
    checkout,
    coupons,
    credit_notes,
    customer_parts,
    customers,
    destinations,
    events,
    invoice_items,
    invoice_payments,
    invoices,
    meters,
    methods,
    payments,
    plans,
    portal,
    radar,
    reports,
    sources,
    subscriptions,
    test_clocks,
    tokens,
)

ENDPOINTS: list[Endpoint] = [
    endpoint
    for module in (
        account,
        catalog,
        charges,
        checkout,
        coupons,
        credit_notes,
        customer_parts,
        customers,
        destinations,
        events,
        invoice_items,
        invoice_payments,
        invoices,
        meters,
        methods,
        payments,
        plans,
        portal,
        radar,
        reports,
        sources,
        subscriptions,
        test_clocks,
        tokens,
    )
    for endpoint in module.endpoints
]
