"""The encrypted local database: a disposable mirror of Stripe, and durable data (journal, audit log, saved views)."""
