"""The Invoices tab."""
