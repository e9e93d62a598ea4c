"""Keep the translation files in step with the code: `--update` reads new texts in, `--check` says what is missing."""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
FOLDER = HERE / "resources" / "i18n"
# English is the source; its file holds the plural forms only.
FILES = {"billing_desk_en.ts": ["-pluralonly"], "billing_desk_ja.ts": []}
_RUN = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"


def update(target: Path, options: list[str], language: str) -> None:
    sources = sorted(str(path) for path in (HERE / "billing_desk" / "ui").rglob("*.py"))
    common = ["-source-language", "en", "-target-language", language, "-no-obsolete", "-locations", "none", "-silent"]
    command = [sys.executable, "-c", _RUN, *sources, "-ts", str(target), *common, *options]
    subprocess.run(command, check=True)


def messages(path: Path) -> dict[tuple[str, str], bool]:
    """(context, source) → whether every form of its translation is there."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            done = translation.get("type") != "unfinished" and all(forms)
            found[(name, message.findtext("source") or "")] = done
    return found


def texts() -> dict[tuple[str, str], bool]:
    """(context, source) of every text in the code → whether it has plural forms. Read from the syntax tree, because
    the tools of different Qt versions do not see the same calls."""
    found = {}
    for path in (HERE / "billing_desk" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                context, source = (ast.literal_eval(argument) for argument in node.args[:2])
                found[(context, source)] = len(node.args) == 4
    return found


def problems() -> list[str]:
    """Texts of the code that a file lacks, texts of a file that the code lost, and unfinished ones."""
    said = []
    for name, options in FILES.items():
        wanted = {text for text, plural in texts().items() if plural or not options}
        held = messages(FOLDER / name)
        said += [f"{name}: new text {text!r}" for text in sorted(wanted - set(held))]
        said += [f"{name}: no longer used {text!r}" for text in sorted(set(held) - wanted)]
        said += [f"{name}: not translated {text!r}" for text, done in sorted(held.items()) if not done]
    return said


def main() -> int:
    if "--update" in sys.argv:
        for name, options in FILES.items():
            update(FOLDER / name, options, name[-5:-3])
    said = problems()
    print("\n".join(said) or "translations are complete")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
