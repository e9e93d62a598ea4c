"""Exports the rows of an import that were refused (E10)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ....domain.usage.rows import ImportMap
from ....services.usage.imports.checking import Checker, write_refused
from ....services.usage.imports.runs import DryRun, UsageImports
from ...widgets.ask import shown
from ...wording.text import translate


async def ask_where(parent: QWidget) -> Path | None:
    dialog = QFileDialog(parent, translate("Import", "Export refused rows"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["CSV (*.csv)"])
    dialog.setDefaultSuffix("csv")
    dialog.selectFile("refused.csv")
    return Path(dialog.selectedFiles()[0]) if await shown(dialog) else None


async def export_refused(imports: UsageImports, dry: DryRun, mapped: ImportMap, path: Path) -> int:
    """Returns the number of rows. Raises BadFile and OSError."""
    names, doubles = await imports.customers(mapped.by, mapped.metadata_key), await imports.doubles(dry)
    checker = Checker(dry.file, mapped, dry.meter, names, "x", imports.now())
    return await asyncio.get_running_loop().run_in_executor(None, write_refused, checker, path, doubles)
