"""The Cards tab."""

from __future__ import annotations

from ...services.desk_services import CardServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..wording.text import translate
from .columns import COLUMNS
from .detail import CardDetail

SPEC = PageSpec(
    "card",
    COLUMNS,
    (
        View(lambda: translate("Cards", "All"), ""),
        View(
            lambda: translate("Cards", "Expiring within 30 days"),
            "expires<month+1 subscribed:yes",
            "expiry",
            descending=False,
        ),
        View(
            lambda: translate("Cards", "Expiring within 60 days"),
            "expires<month+2 subscribed:yes",
            "expiry",
            descending=False,
        ),
        View(lambda: translate("Cards", "Needs review"), "review:yes"),
        View(lambda: translate("Cards", "Failed"), "failed:yes"),
        View(lambda: translate("Cards", "Shared"), "shared:yes"),
        View(lambda: translate("Cards", "Unused"), "unused:yes"),
    ),
    (
        "last4:",
        "expires<",
        "funding:prepaid",
        "funding:unknown",
        "brand:visa",
        "country:JP",
        "customer:",
        "subscribed:yes",
        "review:yes",
        "failed:yes",
        "shared:yes",
        "checks:fail",
        "unused:yes",
        "state:consumed",
        "expires<month+2",
        "contacted:no",
        "expires:month",
    ),
    CardDetail,
    lambda: translate("Cards", "No cards yet. Cards appear here when customers add them."),
    values={
        "funding": ("credit", "debit", "prepaid", "unknown"),
        "state": ("attached", "unattached", "consumed", "failed", "canceled", "pending"),
    },
)


class CardsPage(TabPage[CardServices]):
    def __init__(self, context: Context[CardServices]) -> None:
        super().__init__(context, SPEC)
