"""The encrypted local database: a disposable mirror of Stripe, and what must last (journal, audit log, saved views)."""
