"""Widgets used everywhere: theme, fields, dialogs, plain text, links."""
