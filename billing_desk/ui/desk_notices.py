"""What is said once when a desk opens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..store.audit import Broken
from .broken_log import broken_sentence
from .notices import Notice
from .text import Wording, translate

SETTINGS = "settings.json"
"""In place of a field's name: the whole file."""


def opened(set_aside: Path | None, *, kept: bool, demo: bool) -> Notice | None:
    """None when there is nothing to say."""
    if set_aside is not None:
        text = translate(
            "Desk", "The record of changes on this computer was damaged. It was kept as {file} and a new one was begun."
        )
        return Notice(text.format(file=set_aside.name), "bad")
    if not kept and not demo:
        text = translate(
            "Desk", "Keys and the local copy are kept in memory for this start only; nothing is on the disk."
        )
        return Notice(text, "warn")
    return None


def record_broken(broken: Broken, wording: Wording) -> Notice:
    """The record of changes is not the one that was written on this computer."""
    advice = translate("Desk", "Compare the audit log with the logs in Stripe's Dashboard (Developers).")
    return Notice(f"{broken_sentence(broken, wording)} {advice}", "bad", activity=True)


def news(problems: Sequence[str], kept: str, *, fell: bool) -> list[Notice]:
    """What is to be said when desks open, one after the other: settings that could not be used, and a last end that was
    none."""
    said = [_settings_problems(problems, kept)] if problems else []
    return [*said, _fell()] if fell else said


def _settings_problems(fields: Sequence[str], kept: str) -> Notice:
    """Some of the settings could not be used, or none of the file."""
    if list(fields) == [SETTINGS]:
        text = translate(
            "Desk",
            "The settings file could not be read, so those before the last change are used where possible. If accounts "
            "are missing, add them again: their keys and records are untouched. The file is kept as {file}.",
        )
        return Notice(text.format(file=kept), "bad")
    text = translate(
        "Desk", "Some settings could not be read: {fields}. Defaults are used for them. The file is kept as {file}."
    )
    shown = [*fields[:5], *(["…"] if len(fields) > 5 else [])]
    return Notice(text.format(fields=", ".join(shown), file=kept), "bad")


def _fell() -> Notice:
    """The program did not come to its end last time."""
    text = translate(
        "Desk",
        "Billing Desk did not close properly last time, so no object is opened automatically. Choose a row to open it.",
    )
    return Notice(text, "warn")


def rebuilt() -> Notice:
    return Notice(
        translate("Desk", "The local copy was damaged and is being read again. The record of changes is untouched."),
        "warn",
    )


def travelled(days: int, moment: str) -> Notice:
    """What moving the practice account's time did."""
    text = translate("Desk", "%n day(s) went by in the practice account. It is now {moment} there.", "", days)
    return Notice(text.format(moment=moment), "good")
