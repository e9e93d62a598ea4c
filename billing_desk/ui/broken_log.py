"""What is said of an audit log that is not as it was written."""

from __future__ import annotations

from ..store.audit import Broken
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
