"""Fits a table's columns into its width: no horizontal scrollbar, and no amount is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NARROWEST_TEXT = 90
"""Pixels to which a column of text may shrink."""


WIDE, ALSO_SHRUNK = 1, 2
"""The columns do not fit as they should be; not even with their text shrunk."""


@dataclass(frozen=True)
class Part:
    """A column as the operator wants it: `width` in pixels, and `title` what its title needs. `fixed`: it is never
    narrower, such as an amount. `stays`: it is never left out, such as the sorted one. `priority`: the highest number
    is left out first."""

    key: str
    width: int
    title: int
    fixed: bool
    stays: bool
    priority: int

    @property
    def least(self) -> int:
        return self.width if self.fixed else min(self.width, max(NARROWEST_TEXT, self.title))


def fitted(parts: Sequence[Part], room: int) -> dict[str, int]:
    """The widths of the columns that fit, by key, in order. The least important columns are left out first, then text
    shrinks, then others are left out; what is left goes to the first column of text."""
    kept = list(parts)
    while over := _too_wide(kept, room):
        unimportant = [part for part in kept if not part.stays and part.priority > 2]
        droppable = unimportant or [part for part in kept if not part.stays and over == ALSO_SHRUNK]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda part: (part.priority, kept.index(part))))
    widths = {part.key: part.width for part in kept}
    texts = [part for part in kept if not part.fixed]
    over = sum(widths.values()) - room
    if over > 0:
        can = {part.key: part.width - part.least for part in texts}
        total = sum(can.values())
        for key, most in can.items():
            widths[key] -= min(most, -(-over * most // total)) if total else 0
    spare = room - sum(widths.values())
    if spare > 0 and texts:
        widths[texts[0].key] += spare
    return widths


def _too_wide(parts: Sequence[Part], room: int) -> int:
    """0: they fit; WIDE: not as wide as they should be; ALSO_SHRUNK: not even with the text shrunk."""
    if sum(part.width for part in parts) <= room:
        return 0
    return ALSO_SHRUNK if sum(part.least for part in parts) > room else WIDE
