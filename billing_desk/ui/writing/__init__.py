"""Running an action: preview, confirm, send, report; undo; bulk edits; progress."""
