"""Shows why the sync is interrupted, and removes the notice when it continues."""

from __future__ import annotations

from ...domain.errors import DeskError, DiskFull, Offline, ProxyTrouble, Untrusted
from ...services.sync.status import Phase, Status
from ..wording.notices import notice_of
from .notice_bar import NoticeBar


class TroubleNotice:
    """Holds the displayed error; None if there is none."""

    def __init__(self, notices: NoticeBar) -> None:
        self._notices = notices
        self._told: DeskError | None = None

    def show(self, status: Status) -> None:
        trouble = _trouble_of(status)
        said = notice_of(self._told).text if self._told else ""
        if trouble and (self._told is None or type(trouble) is not type(self._told)):
            self._notices.say(notice_of(trouble))
        elif self._told and not trouble and self._notices.text == said:
            self._notices.hide()
        self._told = trouble


def _trouble_of(status: Status) -> DeskError | None:
    if status.phase is Phase.DISK_FULL:
        return DiskFull()
    if status.phase is Phase.REFUSED:
        return status.trouble
    if status.phase is not Phase.OFFLINE:
        return None
    return status.trouble if isinstance(status.trouble, Untrusted | ProxyTrouble) else Offline()
