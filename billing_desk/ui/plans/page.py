"""The Plans tab."""

from __future__ import annotations

from ...services.desk_services import PlanServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..wording.text import translate
from .columns import COLUMNS
from .detail import PlanDetail

SPEC = PageSpec(
    "price",
    COLUMNS,
    (
        View(lambda: translate("Plans", "All"), ""),
        View(lambda: translate("Plans", "Active"), "active:yes"),
        View(lambda: translate("Plans", "Metered"), "usage:metered"),
    ),
    ("product:", "interval:month", "currency:jpy", "amount>", "active:no", "usage:metered"),
    PlanDetail,
    lambda: translate("Plans", "No plans yet. The account's products and prices appear here."),
    sort="product_name",
    descending=False,
    values={"interval": ("day", "week", "month", "year"), "usage": ("licensed", "metered")},
)


class PlansPage(TabPage[PlanServices]):
    def __init__(self, context: Context[PlanServices]) -> None:
        super().__init__(context, SPEC)
