"""Cards: add, change, remove, review, hosted pages and card intake."""
