"""Exports the audit log with the hash of each entry, so that other programs can verify it."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.text.masking import masked_values
from ...store.files.atomic_write import EXCEL, written_text
from .texts import csv_cell, leaving

COLUMNS = ("operator", "system_user", "account", "mode", "verb", "result", "reason", "ticket", "operation", "error")
WHOLE = ("subjects", "changes", "money", "requests")


def write_audit(rows: Sequence[tuple[int, str, str]], path: Path, zone: ZoneInfo) -> None:
    """`rows` are (number, JSON, hash). CSV (times in `zone`) or JSON lines, by the suffix. Raises OSError."""
    as_lines = path.suffix == ".jsonl"
    with written_text(path, "utf-8" if as_lines else EXCEL) as file:
        if as_lines:
            for number, text, stored in rows:
                exported = leaving_json(text)
                line = {
                    "sequence": number,
                    "entry": exported,
                    "hash": stored,
                    **({} if exported == text else {"masked": True}),
                }
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        else:
            writer = csv.writer(file)
            writer.writerow(["sequence", f"time ({zone.key})", *COLUMNS, *WHOLE, "hash"])
            writer.writerows(_cells(*row, zone) for row in rows)


def leaving_json(text: str) -> str:
    """The entry's text. A card number stored by an earlier version is masked; the hash then no longer matches."""
    entry = json.loads(text)
    clean = masked_values(entry)
    return text if clean == entry else json.dumps(clean, sort_keys=True, ensure_ascii=False)


def _cells(number: int, text: str, stored: str, zone: ZoneInfo) -> list[object]:
    entry = json.loads(text)
    at = local(int(entry["at"]), zone).strftime("%Y-%m-%d %H:%M:%S")
    plain = [csv_cell(leaving(str(entry.get(name) or ""))) for name in COLUMNS]
    whole = [csv_cell(json.dumps(masked_values(entry.get(name) or []), ensure_ascii=False)) for name in WHOLE]
    return [number, at, *plain, *whole, stored]
