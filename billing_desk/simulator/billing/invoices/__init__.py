"""The life of an invoice: lines, totals, collection, dunning, preview."""
