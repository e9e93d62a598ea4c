"""The Subscriptions tab."""

from __future__ import annotations

from ...services.desk_services import SubscriptionServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..wording.text import translate
from .columns import COLUMNS
from .detail import SubscriptionDetail

SPEC = PageSpec(
    "subscription",
    COLUMNS,
    (
        View(lambda: translate("Subscriptions", "All"), ""),
        View(lambda: translate("Subscriptions", "Past due"), "status:past_due"),
        View(
            lambda: translate("Subscriptions", "Trials ending"),
            "status:trialing trial_end<today+8",
            "trial_end",
            descending=False,
        ),
        View(lambda: translate("Subscriptions", "Cancels at period end"), "status:ending"),
    ),
    (
        "status:active",
        "status:trialing",
        "status:past_due",
        "status:canceled",
        "status:paused",
        "status:ending",
        "next<",
        "trial_end<",
        "price:",
        "amount>",
        "currency:jpy",
        "customer:",
    ),
    SubscriptionDetail,
    lambda: translate("Subscriptions", "No subscriptions yet."),
    values={
        "status": (
            "active",
            "trialing",
            "past_due",
            "unpaid",
            "incomplete",
            "incomplete_expired",
            "canceled",
            "paused",
            "ending",
            "collection_paused",
        )
    },
)


class SubscriptionsPage(TabPage[SubscriptionServices]):
    def __init__(self, context: Context[SubscriptionServices]) -> None:
        super().__init__(context, SPEC)
