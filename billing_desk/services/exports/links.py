"""Exports the links of a bulk edit for a mail program: one line each, with the text of the mail."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from ...store.files.atomic_write import written_text
from .texts import csv_cell


def write_links(titles: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None:
    """Writes CSV. Raises OSError."""
    with written_text(path) as file:
        csv.writer(file).writerows([csv_cell(cell) for cell in row] for row in (titles, *rows))
