"""The actions of operations. The journal and the audit log store these values, so they are never renamed."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    CUSTOMER_CREATE = "customer.create"
    CUSTOMER_UPDATE = "customer.update"
    CUSTOMER_FIND_OR_CREATE = "customer.find_or_create"
    CUSTOMER_DELETE = "customer.delete"
    CUSTOMER_BALANCE = "customer.balance"
    CUSTOMER_TAX_IDS = "customer.tax_ids"
    CUSTOMER_MERGE = "customer.merge"
    CUSTOMER_NOTE = "customer.note"
    CUSTOMER_REMOVE_NOTE = "customer.remove_note"
    CUSTOMER_SET_METADATA = "customer.set_metadata"
    CUSTOMER_REMOVE_METADATA = "customer.remove_metadata"
    CUSTOMER_ADD_TAG = "customer.add_tag"
    CUSTOMER_REMOVE_TAG = "customer.remove_tag"
    CUSTOMER_DESCRIBE = "customer.describe"
    CUSTOMER_UNDESCRIBE = "customer.undescribe"
    CARD_ADD = "card.add"
    CARD_REPLACE = "card.replace"
    CARD_UPDATE = "card.update"
    CARD_DEFAULT = "card.default"
    CARD_DETACH = "card.detach"
    CARD_APPROVE = "card.approve"
    CARD_REFUSE = "card.refuse"
    CARD_PAGE = "card.page"
    CARD_PAGE_CLOSE = "card.page_close"
    CARD_PORTAL = "card.portal"
    CARD_NEW_DEFAULT = "card.arrived"
    CARD_REMOVE_PREPAID = "card.policy"
    CARD_CONTACTED = "card.contacted"
    CARD_NOT_CONTACTED = "card.not_contacted"
    CARD_SEND_LINK = "card.send_link"
    CARD_MAKE_DEFAULT = "card.make_default"
    PRICE_ARCHIVE = "price.archive"
    PRICE_RESTORE = "price.restore"
    SUBSCRIPTION_CREATE = "subscription.create"
    SUBSCRIPTION_PLAN = "subscription.plan"
    SUBSCRIPTION_SCHEDULE = "subscription.schedule"
    SUBSCRIPTION_UNSCHEDULE = "subscription.unschedule"
    SUBSCRIPTION_CANCEL = "subscription.cancel"
    SUBSCRIPTION_CANCEL_AT = "subscription.cancel_at"
    SUBSCRIPTION_PAUSE_ALL = "subscription.pause_all"
    SUBSCRIPTION_RESUME_ALL = "subscription.resume_all"
    SUBSCRIPTION_TRIAL = "subscription.trial"
    SUBSCRIPTION_DISCOUNT = "subscription.discount"
    SUBSCRIPTION_METHOD = "subscription.method"
    SUBSCRIPTION_MODE = "subscription.mode"
    SUBSCRIPTION_MOVE = "subscription.move"
    SUBSCRIPTION_GIVE_DISCOUNT = "subscription.give_discount"
    SUBSCRIPTION_END_MANY = "subscription.end_many"
    SUBSCRIPTION_HOLD = "subscription.hold"
    SUBSCRIPTION_SET_METADATA = "subscription.set_metadata"
    SUBSCRIPTION_FEE = "subscription.fee"
    PRICE_CREATE = "price.create"
    PRICE_EDIT = "price.edit"
    PRICE_DELETE = "price.delete"
    COUPON_CREATE = "coupon.create"
    COUPON_DELETE = "coupon.delete"
    CODE_CREATE = "code.create"
    CODE_SWITCH = "code.switch"
    SUBSCRIPTION_CANCEL_AT_PERIOD_END = "subscription.end"
    SUBSCRIPTION_DONT_CANCEL = "subscription.keep"
    SUBSCRIPTION_PAUSE = "subscription.pause"
    SUBSCRIPTION_RESUME = "subscription.unpause"
    SUBSCRIPTION_QUANTITY = "subscription.quantity"
    INVOICE_PAY = "invoice.pay"
    INVOICE_VOID = "invoice.void"
    INVOICE_CHARGE = "invoice.charge"
    INVOICE_PAGE = "invoice.page"
    PAYMENT_CHARGE = "payment.charge"
    PAYMENT_REFUND = "payment.refund"
    UNKNOWN = "unknown"
    """An action of another version of the program."""


_UNDO = "undo "
_KNOWN = frozenset(Action)


def record_name(action: Action, reverts: int) -> str:
    """The action's name in the journal and the audit log; `reverts`: see Operation."""
    return _UNDO * reverts + action


def from_record(name: str) -> tuple[Action, int]:
    """The action, and the value of Operation.reverts."""
    bare = name.replace(_UNDO, "")
    return Action(bare) if bare in _KNOWN else Action.UNKNOWN, name.count(_UNDO)
