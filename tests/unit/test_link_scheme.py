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
    assert write_entry(program, tmp_path / "applications", tmp_path)
    defaults = (tmp_path / "mimeapps.list").read_text(encoding="utf-8")
    assert not write_entry(program, tmp_path / "applications", tmp_path)
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
    assert write_entry(tmp_path / "moved", tmp_path / "applications", tmp_path), "registered again after a move"
    assert (tmp_path / "mimeapps.list").read_text(encoding="utf-8") == defaults


def test_other_default_programs_stay_as_they_are(tmp_path: Path) -> None:
    known = "[Added Associations]\na/b=c.desktop;\n\n[Default Applications]\ntext/html=browser.desktop\n"
    (tmp_path / "mimeapps.list").write_text(known, encoding="utf-8")
    write_entry(tmp_path / "billing-desk", tmp_path / "applications", tmp_path)
    parser = configparser.ConfigParser(delimiters="=")
    parser.read(tmp_path / "mimeapps.list", encoding="utf-8")
    assert dict(parser["Default Applications"]) == {
        "x-scheme-handler/billing-desk": ENTRY,
        "text/html": "browser.desktop",
    }
    assert parser["Added Associations"]["a/b"] == "c.desktop;"
