"""What is said once when a desk opens."""

from __future__ import annotations

from pathlib import Path

from .notices import Notice
from .text import translate


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


def rebuilt() -> Notice:
    return Notice(
        translate("Desk", "The local copy was damaged and is being read again. The record of changes is untouched."),
        "warn",
    )


def travelled(days: int, moment: str) -> Notice:
    """What moving the practice account's time did."""
    text = translate("Desk", "%n day(s) went by in the practice account. It is now {moment} there.", "", days)
    return Notice(text.format(moment=moment), "good")
