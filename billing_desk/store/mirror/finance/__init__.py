"""What finance reads of the mirror: marks of checks, sums of invoices, and files."""
