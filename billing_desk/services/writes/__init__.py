"""Writes: plan, perform, send steps, settle, look up an outcome, undo."""
