"""The registration of the packaged program for `billing-desk://` links (G6)."""

from __future__ import annotations

import configparser
import subprocess
from pathlib import Path

import pytest

from billing_desk.link_scheme import ENTRY, write_entry


@pytest.mark.parametrize("name", ["billing-desk", "a b/it's", 'quo"te', "100% $HOME `x`"])
def test_the_desktop_entry_names_the_program_and_is_written_once(tmp_path: Path, name: str) -> None:
    program = tmp_path / name
    assert write_entry(program, tmp_path / "applications")
    assert not write_entry(program, tmp_path / "applications")
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keep upper case
    parser.read(tmp_path / "applications" / ENTRY, encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["MimeType"] == "x-scheme-handler/billing-desk;"
    written, place = entry["Exec"].rsplit(" ", 1)
    # A string of a desktop entry is unescaped first, then its quoting is resolved as a shell does.
    command = "printf %s " + written.replace("\\\\", "\\").replace("%%", "%")
    assert subprocess.run(["sh", "-c", command], check=True, capture_output=True, text=True).stdout == str(program)
    assert place == "%u"
    assert write_entry(tmp_path / "moved", tmp_path / "applications"), "a program that was moved is registered again"
