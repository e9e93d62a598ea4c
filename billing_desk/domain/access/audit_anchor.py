"""What is kept of an audit log outside its file, so that an older file, another one or none at all is noticed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

MOST_INCIDENTS = 20


@dataclass(frozen=True)
class Anchor:
    """`file` is the id inside the journal's file, `count` and `head` number and hash of its newest entry when this was
    kept; the file may be ahead. `incidents` are the times (Unix seconds) and kinds of what was noticed; they stay."""

    file: str
    count: int
    head: str
    incidents: tuple[tuple[int, str], ...] = ()

    def to_text(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    @staticmethod
    def from_text(text: str) -> Anchor:
        """Raises ValueError for anything else."""
        try:
            body = json.loads(text)
            incidents = tuple((int(at), str(kind)) for at, kind in body["incidents"])
            return Anchor(str(body["file"]), int(body["count"]), str(body["head"]), incidents)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError("not an anchor") from error

    def with_incident(self, at: int, kind: str) -> Anchor:
        return replace(self, incidents=(*self.incidents, (at, kind))[-MOST_INCIDENTS:])


def difference(anchor: Anchor, file: str, count: int, hash_there: str) -> str:
    """How a log differs from what was kept of it: "" where it does not, "gone" (a new, empty one is in its place),
    "replaced" (another file) or "rolled_back". `hash_there` is that of the entry with the anchor's number."""
    if anchor.file != file:
        return "replaced" if count else "gone"
    if count < anchor.count or hash_there != anchor.head:
        return "rolled_back"
    return ""


@dataclass(frozen=True)
class Broken:
    """The first place where the log is not as it was written. `code` is changed, missing, cut_off or unrecorded (an
    operation that ended without an entry; `what` is its id); compared with what the keyring has of it, rolled_back
    (`sequence` entries are left of `what`), replaced, gone or unanchored (nothing is left there to compare with); or
    noticed: at `sequence` (Unix seconds) it was found to be `what`."""

    code: str
    sequence: int
    what: str = ""
