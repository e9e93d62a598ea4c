"""What the objects of a Stripe account mean: cards, customers, invoices, payments, plans, subscriptions."""
