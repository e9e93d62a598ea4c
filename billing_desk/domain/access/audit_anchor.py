"""The audit log's head, stored outside its file, so that a rolled back, replaced or deleted file is detected."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

MOST_INCIDENTS = 20


@dataclass(frozen=True)
class Anchor:
    """`file` is the id inside the journal file. `count` and `head` are the number and the hash of the newest entry when
    the anchor was stored; the file may have more. `incidents` are (Unix seconds, kind) pairs of earlier differences."""

    file: str
    count: int
    head: str
    incidents: tuple[tuple[int, str], ...] = ()

    def to_text(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    @staticmethod
    def from_text(text: str) -> Anchor:
        """Raises ValueError if the text is not an anchor."""
        try:
            body = json.loads(text)
            incidents = tuple((int(at), str(kind)) for at, kind in body["incidents"])
            return Anchor(str(body["file"]), int(body["count"]), str(body["head"]), incidents)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError("not an anchor") from error

    def with_incident(self, at: int, kind: str) -> Anchor:
        return replace(self, incidents=(*self.incidents, (at, kind))[-MOST_INCIDENTS:])


def difference(anchor: Anchor, file: str, count: int, hash_there: str) -> str:
    """How a log differs from its anchor: "" (it matches), "gone" (a new, empty log is in its place), "replaced"
    (another file) or "rolled_back". `hash_there` is the hash of the entry number `anchor.count` in the log."""
    if anchor.file != file:
        return "replaced" if count else "gone"
    if count < anchor.count or hash_there != anchor.head:
        return "rolled_back"
    return ""


@dataclass(frozen=True)
class Broken:
    """The first inconsistency of the log. `code` is changed, missing, cut_off or unrecorded (an operation ended without
    an entry; `what` is its id). Compared with the anchor in the keyring: rolled_back (`sequence` of `what` entries are
    left), replaced, gone, or unanchored (the keyring lost the anchor). noticed: an earlier difference `what`, found at
    `sequence` (Unix seconds)."""

    code: str
    sequence: int
    what: str = ""
