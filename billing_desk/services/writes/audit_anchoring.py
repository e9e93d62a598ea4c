"""Stores the audit log's head in the keyring, so that a rolled back, replaced or deleted log is detected."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from ...domain.access.audit_anchor import Anchor, Broken, difference
from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import KeyringTrouble
from ...store.durable.audit import Audit
from ..tasks import Tasks

log = logging.getLogger(__name__)


class AnchorStore(Protocol):
    """Storage of the anchor outside the journal file. Both methods raise KeyringTrouble."""

    async def get(self) -> Anchor | None: ...

    async def put(self, anchor: Anchor) -> None: ...


class AuditAnchoring:
    """Without a store (a log in memory) it does nothing. The keyring is written in the background; if the program is
    killed before that, the log is ahead of the anchor, which is not an error."""

    def __init__(
        self, audit: Audit, store: AnchorStore | None, tasks: Tasks, changes: Changes, now: Callable[[], int]
    ) -> None:
        self._audit, self._store, self._tasks, self._now = audit, store, tasks, now
        self._kept: Anchor | None = None
        self._found: Broken | None = None
        """The difference found when the desk opened; None if there was none."""
        self._asked = self._running = False
        if store is not None:
            changes.subscribe(self._changed)

    async def begin(self) -> Broken | None:
        """Called when the desk opens: compares the log with the anchor and returns the difference (None: none or
        unknown). A difference is stored as an incident. If the keyring does not answer, the next write tries again."""
        if self._store is None:
            return None
        before: Anchor | None = None
        try:
            before = await self._store.get()
            broken = await self._against(before)
        except KeyringTrouble as trouble:
            if trouble.code not in ("gone", "unreadable"):
                log.info("the audit log's head could not be compared: %s", trouble.code)
                return None
            broken = Broken("unanchored", (await self._audit.head())[0])
        wanted = await self._anchor(before, broken)
        try:
            if wanted != before:
                await self._store.put(wanted)
        except KeyringTrouble as trouble:
            log.info("the audit log's head could not be kept: %s", trouble.code)
        else:
            self._kept = wanted
        self._found = broken
        return broken

    async def first_broken(self) -> Broken | None:
        """The first inconsistency of the log, in itself or compared with the anchor; None if there is none."""
        if (found := await self._audit.first_broken()) is not None or self._kept is None:
            return found or self._found
        found = await self._against(self._kept)
        if found is None and self._kept.incidents:
            return Broken("noticed", self._kept.incidents[-1][0], self._kept.incidents[-1][1])
        return found

    async def _against(self, anchor: Anchor | None) -> Broken | None:
        if anchor is None:
            return None
        count, _ = await self._audit.head()
        hash_there = await self._audit.hash_at(anchor.count)
        code = difference(anchor, await self._audit.file_id(), count, hash_there)
        return Broken(code, count, str(anchor.count)) if code else None

    async def _anchor(self, before: Anchor | None, broken: Broken | None = None) -> Anchor:
        count, head = await self._audit.head()
        anchor = Anchor(await self._audit.file_id(), count, head, before.incidents if before else ())
        return anchor if broken is None else anchor.with_incident(self._now(), broken.code)

    def _changed(self, change: Change) -> None:
        """Several changes while the keyring is slow are stored as one."""
        if change.kind is not ChangeKind.OPERATION:
            return
        self._asked = True
        if not self._running:
            self._running = True
            self._tasks.start(self._follow())

    async def _follow(self) -> None:
        assert self._store is not None
        try:
            if self._kept is None:
                await self.begin()
            while self._asked and self._kept is not None:
                self._asked = False
                wanted = await self._anchor(self._kept)
                if wanted != self._kept:
                    await self._store.put(wanted)
                    self._kept = replace(wanted)
        except KeyringTrouble as trouble:
            log.info("the audit log's head could not be kept: %s", trouble.code)
        finally:
            self._running = False
