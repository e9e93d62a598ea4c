"""Which changes are serious: live mode asks for a typed word for these, and not only where money moves at once."""

from __future__ import annotations

from collections.abc import Sequence

from .action import Action
from .operation import FieldChange, Risk

HARMLESS = frozenset(
    {
        Action.CUSTOMER_CREATE,
        Action.CUSTOMER_FIND_OR_CREATE,
        Action.CUSTOMER_NOTE,
        Action.CUSTOMER_REMOVE_NOTE,
        Action.CUSTOMER_SET_METADATA,
        Action.CUSTOMER_REMOVE_METADATA,
        Action.CUSTOMER_ADD_TAG,
        Action.CUSTOMER_REMOVE_TAG,
        Action.CUSTOMER_DESCRIBE,
        Action.CUSTOMER_UNDESCRIBE,
        Action.CARD_ADD,
        Action.CARD_APPROVE,
        Action.CARD_PAGE,
        Action.CARD_PAGE_CLOSE,
        Action.CARD_PORTAL,
        Action.CARD_CONTACTED,
        Action.CARD_NOT_CONTACTED,
        Action.CARD_SEND_LINK,
        Action.SUBSCRIPTION_CARD_LINK,
        Action.INVOICE_REVIEW,
        Action.INVOICE_APPROVE,
        Action.INVOICE_SET_METADATA,
        Action.REPORT_RUN,
        Action.WEBHOOK_TEST,
        Action.SIGN_UP_PROVISION,
        Action.METER_CREATE,
        Action.METER_RENAME,
        Action.PRICE_CREATE,
        Action.COUPON_CREATE,
        Action.CODE_CREATE,
    }
)
"""Actions that change neither what a customer pays, nor how, nor where messages and invoices go."""
_BY_FIELD = frozenset({Action.CUSTOMER_UPDATE, Action.CARD_UPDATE})
"""Actions whose risk depends on the changed fields."""
_SERIOUS_FIELDS = frozenset({"email", "tax_exempt", "expiry"})
_ORDER = (Risk.PLAIN, Risk.SERIOUS, Risk.MONEY, Risk.IRREVERSIBLE)


def least_risk(action: Action, changes: Sequence[FieldChange]) -> Risk:
    """The risk of an action, whatever its service says. An action that is not listed is serious."""
    if action in HARMLESS:
        return Risk.PLAIN
    if action in _BY_FIELD:
        serious = any(change.field in _SERIOUS_FIELDS or change.field.startswith("address.") for change in changes)
        return Risk.SERIOUS if serious else Risk.PLAIN
    return Risk.SERIOUS


def higher(one: Risk, other: Risk) -> Risk:
    return max(one, other, key=_ORDER.index)
