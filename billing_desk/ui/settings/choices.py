"""What the settings dialog shows and returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...domain.access.directory import Directory
from ...domain.access.watching import DesktopNotices, ReceiverSettings

if TYPE_CHECKING:
    from ...domain.access.network import Network
    from ...domain.writes.safety_limits import SafetyLimits


@dataclass(frozen=True)
class Choices:
    """`language` is "" (the system's), "en" or "ja"; `year_begins` is the fiscal year's first month; `theme` is
    "system", "light" or "dark"."""

    language: str
    zone: str
    year_begins: int
    theme: str
    operator: str
    rules: SafetyLimits
    network: Network
    notices: DesktopNotices = field(default_factory=DesktopNotices)
    receiver: ReceiverSettings = field(default_factory=ReceiverSettings)
    directory: Directory = field(default_factory=Directory)
