"""Cards: add, change, remove, review, hosted pages, and cards that arrive automatically."""
