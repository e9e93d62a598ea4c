"""The one way to write: plan, perform, send a step, settle, look up after a lost answer, undo."""
