"""Notices of a desk: a damaged audit log, invalid settings, a crash, and time travel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...domain.access.audit_anchor import Broken
from .notices import Notice
from .text import Wording, translate


def broken_sentence(broken: Broken | None, wording: Wording) -> str:
    if broken is None:
        return translate("Activity", "The audit log is intact.")
    known = {
        "changed": translate("Activity", "Entry {n} of the audit log was modified."),
        "missing": translate("Activity", "Entry {n} is missing from the audit log."),
        "cut_off": translate("Activity", "Entries are missing at the end of the audit log, starting with {n}."),
        "unrecorded": translate("Activity", "An operation has no entry in the audit log: {what}."),
        "rolled_back": translate(
            "Activity", "The audit log was rolled back: it has {n} of the {what} entries written on this computer."
        ),
        "replaced": translate("Activity", "The audit log was replaced by another file."),
        "gone": translate("Activity", "The audit log written on this computer is missing. A new one was started."),
        "unanchored": translate(
            "Activity",
            "The keyring no longer has the audit log's checkpoint, so a rollback cannot be detected.",
        ),
    }
    if broken.code == "noticed":
        return _noticed(broken, wording)
    return known[broken.code].format(n=broken.sequence, what=broken.what)


def _noticed(broken: Broken, wording: Wording) -> str:
    """The difference was found before; the log has been intact since."""
    known = {
        "rolled_back": translate(
            "Activity", "The audit log was found rolled back on {at}. It has been intact since then."
        ),
        "replaced": translate("Activity", "The audit log was found replaced on {at}. It has been intact since then."),
        "gone": translate("Activity", "The audit log was found missing on {at}. It has been intact since then."),
        "unanchored": translate(
            "Activity",
            "The audit log's checkpoint in the keyring was found missing on {at}. It has been intact since then.",
        ),
    }
    return known[broken.what].format(at=wording.moment(broken.sequence))


SETTINGS = "settings.json"
"""In place of a field's name: the whole file."""


def opened(set_aside: Path | None, *, kept: bool, demo: bool) -> Notice | None:
    """None if there is nothing to report."""
    if set_aside is not None:
        text = translate(
            "Desk", "The audit log on this computer was damaged. It was kept as {file} and a new one was started."
        )
        return Notice(text.format(file=set_aside.name), "bad")
    if not kept and not demo:
        text = translate(
            "Desk", "Keys and the local copy are kept in memory until you quit. Nothing is written to disk."
        )
        return Notice(text, "warn")
    return None


def record_broken(broken: Broken, wording: Wording) -> Notice:
    """The audit log differs from what this computer wrote."""
    advice = translate("Desk", "Compare the audit log with the logs in the Stripe Dashboard (Developers).")
    return Notice(f"{broken_sentence(broken, wording)} {advice}", "bad", activity=True)


def news(problems: Sequence[str], kept: str, *, fell: bool) -> list[Notice]:
    """The notices of a start, shown one after another: invalid settings, and a crash of the last run (`fell`)."""
    said = [_settings_problems(problems, kept)] if problems else []
    return [*said, _fell()] if fell else said


def _settings_problems(fields: Sequence[str], kept: str) -> Notice:
    """Some settings, or the whole file, are invalid."""
    if list(fields) == [SETTINGS]:
        text = translate(
            "Desk",
            "The settings file could not be read, so the previous settings are used where "
            "possible. If accounts are missing, add them again: their keys and audit logs are "
            "unchanged. The file was kept as {file}.",
        )
        return Notice(text.format(file=kept), "bad")
    text = translate(
        "Desk", "Some settings could not be read and use their defaults: {fields}. The file was kept as {file}."
    )
    shown = [*fields[:5], *(["…"] if len(fields) > 5 else [])]
    return Notice(text.format(fields=", ".join(shown), file=kept), "bad")


def _fell() -> Notice:
    """The last run of the program did not end normally."""
    text = translate(
        "Desk",
        "Billing Desk did not close properly last time, so no object is opened automatically. Select a row to open it.",
    )
    return Notice(text, "warn")


def rebuilt() -> Notice:
    return Notice(
        translate("Desk", "The local copy was damaged and is being synced again. The audit log is unchanged."),
        "warn",
    )


def travelled(days: int, moment: str) -> Notice:
    """The result of moving the practice account's time."""
    text = translate("Desk", "%n day(s) passed in the practice account. The time there is now {moment}.", "", days)
    return Notice(text.format(moment=moment), "good")
