"""Texts from outside in the cells of a CSV file."""

from __future__ import annotations


def no_formula(text: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
