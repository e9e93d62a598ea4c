"""Shared widgets: theme, fields, dialogs, plain text, links."""
