"""Writing from a screen: preview, confirm, send, report; undo; bulk edits; progress."""
