"""The Usage tab."""

from __future__ import annotations

from ...services.desk_services import UsageServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..wording.text import translate
from .columns import COLUMNS
from .detail import MeterDetail

SPEC = PageSpec(
    "meter",
    COLUMNS,
    (
        View(lambda: translate("Usage", "All"), ""),
        View(lambda: translate("Usage", "Active"), "status:active"),
        View(lambda: translate("Usage", "Meter errors"), "errors>0", "errors"),
    ),
    ("status:active", "status:inactive", "event:", "errors>0"),
    MeterDetail,
    lambda: translate("Usage", "No meters yet. Meters count what customers use."),
    sort="display_name",
    descending=False,
    values={"status": ("active", "inactive")},
)


class UsagePage(TabPage[UsageServices]):
    def __init__(self, context: Context[UsageServices]) -> None:
        super().__init__(context, SPEC)
