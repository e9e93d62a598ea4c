"""The disposable local copy of the account: tables, lists, filters, search."""
