"""What the program imports before its first rows; everything else is imported when it is first needed."""

from __future__ import annotations

import subprocess
import sys

# The SDK, its transport, the chart, the workbook writer, the server of the practice account, and QR codes.
LATE = ("stripe", "httpx", "pyqtgraph", "numpy", "xlsxwriter", "uvicorn", "segno", "billing_desk.simulator")
LATE_SCREENS = (
    "accounts.key_form",
    "accounts.manage",
    "activity.panel",
    "cards.page",
    "customers.charge",
    "customers.form",
    "invoices.page",
    "plans.page",
    "settings.settings_dialog",
    "subscriptions.page",
    "tab.export_dialog",
    "usage.page",
    "window.shortcut_sheet",
    "writing.add_card",
)

_START = """
import sys, billing_desk.desk
assert "PySide6" not in sys.modules, "modules of the desk are imported before Qt, whose import hook is slow"
import billing_desk.app, billing_desk.starting
print(*sys.modules)
"""


def test_the_start_imports_neither_the_sdk_nor_other_tabs_nor_dialogs() -> None:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert [name for name in LATE if name in loaded] == []
    assert [name for name in LATE_SCREENS if f"billing_desk.ui.{name}" in loaded] == []
