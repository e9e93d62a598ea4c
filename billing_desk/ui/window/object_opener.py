"""Opens links to objects: in this desk, or after asking, in another account or mode (G6)."""

from __future__ import annotations

from dataclasses import replace

from ...domain.text.object_links import ObjectLink, parse_link
from ...domain.writes.operation import Mode
from ..widgets.ask import confirmed
from ..wording import words
from ..wording.notices import Notice
from ..wording.text import joined, translate
from .frame import Frame


class ObjectOpener:
    """A link to another desk waits until that desk is open."""

    def __init__(self, window: Frame) -> None:
        self._window = window
        self._waiting: ObjectLink | None = None

    async def open(self, link: ObjectLink) -> None:
        window, desk = self._window, self._window.desk
        identity = desk.context.services.identity if desk is not None else None
        if identity is not None and identity.mode is not Mode.DEMO:
            account = link.account or identity.account
            if (account, link.mode) == (identity.account, str(identity.mode)):
                window.open_object(link.kind, link.id)
                return
        here = identity.account if identity is not None else ""
        every = sorted(window.shell.accounts.all(), key=lambda each: each.id != here)  # this account first
        known = [each for each in every if not link.account or each.id == link.account]
        found = next((each for each in known if link.mode in each.keys), None)
        if found is None:
            text = translate("Links", "The link is to {account}, {mode}. No key for it is set up here.")
            said = text.format(
                account=link.account or translate("Links", "another account"), mode=words.mode(link.mode)
            )
            window.notices.say(Notice(said, "warn"))
            return
        place = joined((found.name or found.id, words.mode(link.mode)), " · ")
        question = translate("Links", "The link is to {place}. Switch to it?").format(place=place)
        if await confirmed(window, translate("Links", "Open link"), question, translate("Links", "Switch")):

            def switch() -> None:
                self._waiting = replace(link, account=found.id)
                window.shell.open_desk(found.id, link.mode)

            window.leave(translate("Commands", "Switch"), switch)

    def open_text(self, text: str) -> None:
        """Open a link that was given to the program; anything else is ignored. At the start it waits for a desk."""
        link = parse_link(text)
        if link is not None and self._window.desk is not None:
            self._window.jobs.newest("link", self.open(link))
        elif link is not None:
            self._waiting = link

    def desk_opened(self) -> None:
        """Open what waited for a desk; for another one than this, ask."""
        link, self._waiting = self._waiting, None
        if link is not None:
            self._window.jobs.start(self.open(link))
