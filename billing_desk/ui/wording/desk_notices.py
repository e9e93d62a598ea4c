"""What is said of an audit log that is not as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...domain.access.audit_anchor import Broken
from .notices import Notice
from .text import Wording, translate


def broken_sentence(broken: Broken | None, wording: Wording) -> str:
    if broken is None:
        return translate("Activity", "The audit log is whole.")
    known = {
        "changed": translate("Activity", "The audit log was altered at entry {n}."),
        "missing": translate("Activity", "Entry {n} is missing from the audit log."),
        "cut_off": translate("Activity", "Entries are missing at the end of the audit log, from {n} on."),
        "unrecorded": translate("Activity", "An operation has no entry in the audit log: {what}."),
        "rolled_back": translate(
            "Activity", "The audit log was rolled back: {n} entries are here, {what} were written on this computer."
        ),
        "replaced": translate("Activity", "The audit log was replaced by another file."),
        "gone": translate(
            "Activity", "The audit log that was written on this computer is missing; a new one was started."
        ),
        "unanchored": translate(
            "Activity",
            "The keyring no longer holds what it kept of the audit log, so whether the log was rolled back cannot be "
            "told.",
        ),
    }
    if broken.code == "noticed":
        return _noticed(broken, wording)
    return known[broken.code].format(n=broken.sequence, what=broken.what)


def _noticed(broken: Broken, wording: Wording) -> str:
    """It was found before; the log has gone on since."""
    known = {
        "rolled_back": translate(
            "Activity", "The audit log was found rolled back on {at}. It has been intact since then."
        ),
        "replaced": translate("Activity", "The audit log was found replaced on {at}. It has been intact since then."),
        "gone": translate("Activity", "The audit log was found missing on {at}. It has been intact since then."),
        "unanchored": translate(
            "Activity",
            "What the keyring kept of the audit log was found missing on {at}. It has been intact since then.",
        ),
    }
    return known[broken.what].format(at=wording.moment(broken.sequence))


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
