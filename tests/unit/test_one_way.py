"""A customer edit goes one way: the modules whose code runs for it between *Preview* and the notice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtWidgets import QApplication

import billing_desk

from ..flows.operator_fixture import at_desk
from ..support import until

PACKAGE = Path(billing_desk.__file__).parent
UI = {"ui/customers/form.py", "ui/writing/run.py", "ui/writing/preview.py", "ui/writing/confirmation.py"}
SERVICES = {
    "services/customers/customers.py",
    "services/object_reader.py",
    "services/writes/planner.py",
    "services/writes/writer.py",
    "services/writes/performer.py",
    "services/writes/guard.py",
    "services/writes/step_executor.py",
    "services/writes/settlement.py",
}
BELOW = {
    "gateway/requests/customers.py",
    "gateway/stripe_gateway.py",
    "gateway/client.py",
    "store/durable/journal.py",
    "store/mirror/mirror.py",
}
WAY = UI | SERVICES | BELOW
"""Kept in step with docs/architecture.md."""
FORMS = {"ui/customers/form.py", "ui/customers/find_or_create.py", "ui/customers/pay_overdue.py"}


@contextmanager
def _entered(found: set[str]) -> Iterator[None]:
    """Note every module of the package whose code is called on this thread."""

    def note(frame: FrameType, event: str, _: Any) -> None:
        path = frame.f_code.co_filename
        if event == "call" and path.startswith(str(PACKAGE)):
            found.add(Path(path).relative_to(PACKAGE).as_posix())

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)


async def test_a_customer_edit_goes_through_the_one_runner(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing of another form, of bulk edits, or of undo is entered, and everything on the way is."""
    async with at_desk(qapp, tmp_path) as (operator, _, _simulator):
        found: set[str] = set()
        with _entered(found):
            form = await operator.edit(email="traced@example.jp")
            await operator.confirm()
            await operator.gone(form)
            await until(lambda: "Updated" in operator.notice)
        assert found >= WAY
        writing = {name for name in found if name.startswith(("ui/writing/", "services/writes/"))}
        aside = {
            "ui/writing/operation_progress.py",
            "ui/writing/preview_parts.py",
            "ui/writing/second_step.py",
            "ui/writing/whose.py",
            "services/writes/operation_log.py",
            "services/writes/outcome_lookup.py",
        }
        assert writing - WAY <= aside, "a second way to write"
        assert not found & (FORMS - {"ui/customers/form.py"})


def test_the_page_about_the_architecture_names_the_way() -> None:
    text = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in sorted(WAY) if f"`{name}`" not in text] == []
    assert f"{len(WAY)} modules" in text


def test_screens_write_through_the_runner_alone() -> None:
    """`perform` and `agreed` are called in ui/writing/, and by the one list of several operations."""
    calls = ("writer.perform(", "performer.perform(", "find_or_create.perform(")
    found = [
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "ui").rglob("*.py")
        if any(call in path.read_text(encoding="utf-8") for call in calls)
    ]
    assert found == []
    previews = [
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "ui").rglob("*.py")
        if "agreed(" in path.read_text(encoding="utf-8") or "PreviewDialog(" in path.read_text(encoding="utf-8")
    ]
    assert sorted(previews) == ["ui/customers/pay_overdue.py", "ui/writing/preview.py", "ui/writing/run.py"]
