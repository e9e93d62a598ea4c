"""The documents are true: their diffs apply, the files they name exist."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", *(f"docs/{path.name}" for path in (HERE / "docs").glob("*.md"))]


def _diffs() -> list[str]:
    return re.findall(r"```diff\n(.*?\n)```", (HERE / "docs" / "adding.md").read_text(encoding="utf-8"), re.DOTALL)


def test_adding_has_a_diff_for_a_column_an_action_and_a_section() -> None:
    assert len(_diffs()) == 3


@pytest.mark.parametrize("number", range(3))
def test_a_diff_of_adding_applies_to_this_tree(number: int) -> None:
    command = ["git", "apply", "--check", "-"]
    done = subprocess.run(command, cwd=HERE, input=_diffs()[number], text=True, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_a_recipe_names_every_file_that_its_diff_changes() -> None:
    """But the translations, which the page tells about once."""
    text = (HERE / "docs" / "adding.md").read_text(encoding="utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        prose = part.partition("```diff")[0]
        changed = set(re.findall(r"^\+\+\+ b/(.+)$", part, re.MULTILINE))
        wanted = {name.removeprefix("billing_desk/") for name in changed if "tests/flows" not in name}
        assert [name for name in wanted if name not in prose] == []


@pytest.mark.parametrize("page", PAGES)
def test_files_that_a_page_names_exist(page: str) -> None:
    text = (HERE / page).read_text(encoding="utf-8").partition("```diff")[0]
    folders = ["", "docs", "tests", "tests/security"]
    folders += [f"billing_desk{each}" for each in ("", "/simulator", "/ui/writing", "/services", "/services/writes")]
    folders += ["billing_desk/services/sync"]
    names = re.findall(r"`([\w/]+\.(?:py|md|toml|lock|json|spec|ts))`|\]\(([\w./]+)\)", text)
    at = HERE / page
    missing = [
        name
        for name in (first or second for first, second in names)
        if not (at.parent / name).exists() and not any((HERE / folder / name).exists() for folder in folders)
    ]
    assert missing == []


def _rows_of_tests() -> dict[str, set[str]]:
    """Requirement row → modules with a test whose docstring names it."""
    found: dict[str, set[str]] = {}
    for path in (HERE / "tests").rglob("test_*.py"):
        for names in re.findall(r'"""((?:[A-G]\d{1,2}(?:, )?)+)[:.]', path.read_text(encoding="utf-8")):
            for row in names.split(", "):
                found.setdefault(row, set()).add(path.relative_to(HERE / "tests").as_posix())
    return found


def test_the_page_of_requirements_names_the_tests_of_each_row() -> None:
    text = (HERE / "docs" / "requirements.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([A-G]\d+) \| .+? \| (.+?) \|$", text, re.MULTILINE)
    said = {row: set(re.findall(r"`(.+?)`", tests)) for row, tests in table}
    assert {row: tests for row, tests in said.items() if tests} == _rows_of_tests()
