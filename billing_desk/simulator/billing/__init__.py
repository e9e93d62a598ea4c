"""How Stripe bills: prices, periods, discounts, invoices, payments, and what happens when."""
