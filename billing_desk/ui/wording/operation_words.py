"""Names of operations, their fields and their states."""

from __future__ import annotations

from ...domain.objects.note import is_note
from ...domain.writes.action import Action, from_record
from ...domain.writes.operation import Operation
from .text import translate
from .words import Pill


def field(name: str) -> str:
    """A customer's field, including `address.city` and `metadata.crm_id`."""
    if is_note(name.removeprefix("metadata.")):
        return translate("Words", "Note")
    if name.startswith("metadata."):
        return translate("Words", "Metadata: {key}").format(key=name.removeprefix("metadata."))
    return {
        "name": translate("Words", "Name"),
        "email": translate("Words", "Email"),
        "phone": translate("Words", "Phone"),
        "description": translate("Words", "Description"),
        "preferred_locales": translate("Words", "Languages"),
        "tax_exempt": translate("Words", "Tax status"),
        "status": translate("Words", "Status"),
        "active": translate("Words", "Active"),
        "quantity": translate("Words", "Quantity"),
        "plan": translate("Words", "Plan"),
        "discount": translate("Words", "Discount"),
        "cancel_at": translate("Words", "Cancels on"),
        "trial_end": translate("Words", "Trial ends"),
        "missing_payment_method": translate("Trial", "Without a card when it ends"),
        "subscription_status": translate("Words", "Status"),
        "billing_mode": translate("Words", "Billing mode"),
        "product": translate("Words", "Product"),
        "price": translate("Words", "Price"),
        "event_name": translate("Words", "Event name"),
        "aggregation": translate("Words", "Aggregation"),
        "usage_value": translate("Words", "Value"),
        "usage_events": translate("Words", "Events"),
        "file": translate("Words", "File"),
        "usage_at": translate("Words", "Time of the usage"),
        "identifier": translate("Words", "Identifier"),
        "customer_key": translate("Words", "Customer key"),
        "value_key": translate("Words", "Value key"),
        "report_period": translate("Words", "Period"),
        "payout": translate("Words", "Payout"),
        "currency": translate("Words", "Currency"),
        "report_type": translate("Words", "Report"),
        "interval": translate("Words", "Billing period"),
        "nickname": translate("Words", "Name"),
        "lookup_key": translate("Words", "Lookup key"),
        "tax_behavior": translate("Words", "Tax behavior"),
        "trial_days": translate("Words", "Trial days"),
        "plan_id": translate("Words", "Plan ID"),
        "statement_descriptor": translate("Words", "Statement descriptor"),
        "coupon": translate("Words", "Coupon"),
        "code": translate("Words", "Promotion code"),
        "default_card": translate("Words", "Default card"),
        "default_source": translate("Words", "Default source"),
        "review": translate("Words", "Review"),
        "tax_id": translate("Words", "Tax ID"),
        "balance": translate("Words", "Balance"),
        "customer": translate("Words", "Customer"),
        "card": translate("Words", "Card"),
        "card_page": translate("Words", "Card page"),
        "line": translate("Words", "Line"),
        "credited": translate("Words", "Credit note"),
        "collection": translate("Words", "Collection"),
        "memo": translate("Words", "Memo"),
        "footer": translate("Words", "Footer"),
        "review_mark": translate("Words", "Review"),
        "review_note": translate("Words", "Note"),
        "custom_fields": translate("Words", "Custom fields"),
        "contacted": translate("Words", "Contacted"),
        "card_name": translate("Words", "Name on card"),
        "expiry": translate("Words", "Expiration date"),
        "url": translate("Webhooks", "URL"),
        "webhook_name": translate("Webhooks", "Name"),
        "webhook_events": translate("Webhooks", "Events"),
        "webhook_status": translate("Words", "Status"),
        "cancel_at_period_end": translate("Words", "Cancel at period end"),
        "pause_collection": translate("Words", "Collection paused"),
        "refund_reason": translate("Words", "Reason"),
        "address.line1": translate("Words", "Address line 1"),
        "address.line2": translate("Words", "Address line 2"),
        "address.city": translate("Words", "City"),
        "address.state": translate("Words", "State or prefecture"),
        "address.postal_code": translate("Words", "Postal code"),
        "address.country": translate("Words", "Country"),
    }.get(name, name)


def title(operation: Operation) -> str:
    """The title of an operation."""
    return _named(operation.action, operation.reverts)


def recorded(name: str) -> str:
    """The title of an operation from the journal or audit log; an unknown name is shown as it is."""
    known, reverts = from_record(name)
    return name if known is Action.UNKNOWN else _named(known, reverts)


def _named(kind: Action, reverts: int) -> str:
    name = action(kind)
    for _ in range(reverts):
        name = translate("Words", "Undo: {what}").format(what=name)
    return name


def action(kind: Action) -> str:
    return {
        Action.SIGN_UP_PROVISION: translate("SignUps", "Create customer for user"),
        Action.WEBHOOK_CREATE: translate("Webhooks", "Create webhook"),
        Action.WEBHOOK_EDIT: translate("Webhooks", "Edit webhook"),
        Action.WEBHOOK_ENABLE: translate("Webhooks", "Enable webhook"),
        Action.WEBHOOK_DISABLE: translate("Webhooks", "Disable webhook"),
        Action.WEBHOOK_DELETE: translate("Webhooks", "Delete webhook"),
        Action.WEBHOOK_ROLL: translate("Webhooks", "Roll signing secret"),
        Action.WEBHOOK_TEST: translate("Webhooks", "Send test event"),
        Action.CUSTOMER_UPDATE: translate("Words", "Update customer"),
        Action.CUSTOMER_CREATE: translate("Words", "Create customer"),
        Action.CUSTOMER_FIND_OR_CREATE: translate("Words", "Find or create customer"),
        Action.CUSTOMER_BALANCE: translate("Words", "Adjust balance"),
        Action.CUSTOMER_DELETE: translate("Words", "Delete customer"),
        Action.CUSTOMER_TAX_IDS: translate("Words", "Update tax IDs"),
        Action.CUSTOMER_MERGE: translate("Words", "Merge customers"),
        Action.CUSTOMER_SET_METADATA: translate("Words", "Set metadata"),
        Action.CUSTOMER_REMOVE_METADATA: translate("Words", "Remove metadata"),
        Action.CUSTOMER_ADD_TAG: translate("Words", "Add tag"),
        Action.CUSTOMER_REMOVE_TAG: translate("Words", "Remove tag"),
        Action.CUSTOMER_NOTE: translate("Words", "Add note"),
        Action.CUSTOMER_REMOVE_NOTE: translate("Words", "Remove note"),
        Action.CUSTOMER_DESCRIBE: translate("Words", "Set description"),
        Action.CUSTOMER_UNDESCRIBE: translate("Words", "Remove description"),
        Action.CARD_DEFAULT: translate("Words", "Change default card"),
        Action.CARD_ADD: translate("Words", "Add card"),
        Action.CARD_REPLACE: translate("Words", "Replace default source"),
        Action.CARD_UPDATE: translate("Words", "Edit card"),
        Action.CARD_APPROVE: translate("Words", "Approve card"),
        Action.CARD_REFUSE: translate("Words", "Reject card"),
        Action.CARD_DETACH: translate("Words", "Remove card"),
        Action.CARD_PAGE: translate("Words", "Create card page"),
        Action.CARD_NEW_DEFAULT: translate("Words", "Set new card as default"),
        Action.CARD_REMOVE_PREPAID: translate("Words", "Remove prepaid card automatically"),
        Action.CARD_SEND_LINK: translate("Words", "Request new card"),
        Action.CARD_CONTACTED: translate("Words", "Mark as contacted"),
        Action.CARD_NOT_CONTACTED: translate("Words", "Mark as not contacted"),
        Action.CARD_MAKE_DEFAULT: translate("Words", "Set as default card"),
        Action.CARD_PORTAL: translate("Words", "Create customer portal link"),
        Action.CARD_PAGE_CLOSE: translate("Words", "Close card page"),
        Action.PRICE_ARCHIVE: translate("Words", "Archive plan"),
        Action.PRICE_RESTORE: translate("Words", "Restore plan"),
        Action.SUBSCRIPTION_CANCEL_AT_PERIOD_END: translate("Words", "Cancel subscription at period end"),
        Action.SUBSCRIPTION_DONT_CANCEL: translate("Words", "Don't cancel subscription"),
        Action.SUBSCRIPTION_PAUSE: translate("Words", "Pause collection"),
        Action.SUBSCRIPTION_RESUME: translate("Words", "Resume collection"),
        Action.SUBSCRIPTION_QUANTITY: translate("Words", "Update quantity"),
        Action.SUBSCRIPTION_CREATE: translate("Words", "New subscription"),
        Action.SUBSCRIPTION_PLAN: translate("Words", "Change subscription"),
        Action.SUBSCRIPTION_SCHEDULE: translate("Words", "Change subscription at renewal"),
        Action.SUBSCRIPTION_UNSCHEDULE: translate("Words", "Cancel planned change"),
        Action.SUBSCRIPTION_CANCEL: translate("Words", "Cancel subscription"),
        Action.SUBSCRIPTION_CANCEL_AT: translate("Words", "Cancel subscription on a date"),
        Action.SUBSCRIPTION_PAUSE_ALL: translate("Words", "Pause subscription"),
        Action.SUBSCRIPTION_RESUME_ALL: translate("Words", "Resume subscription"),
        Action.SUBSCRIPTION_TRIAL: translate("Words", "Change trial"),
        Action.SUBSCRIPTION_DISCOUNT: translate("Words", "Change discount"),
        Action.SUBSCRIPTION_METHOD: translate("Words", "Change payment method"),
        Action.SUBSCRIPTION_MODE: translate("Words", "Change billing mode"),
        Action.SUBSCRIPTION_MOVE: translate("Words", "Move to another plan"),
        Action.SUBSCRIPTION_GIVE_DISCOUNT: translate("Words", "Give discount"),
        Action.SUBSCRIPTION_END_MANY: translate("Words", "Cancel subscription at period end"),
        Action.SUBSCRIPTION_HOLD: translate("Words", "Pause collection"),
        Action.SUBSCRIPTION_RETRY: translate("Words", "Collect the oldest unpaid invoice"),
        Action.SUBSCRIPTION_CARD_LINK: translate("Words", "Request new card"),
        Action.SUBSCRIPTION_SET_METADATA: translate("Words", "Set metadata"),
        Action.SUBSCRIPTION_FEE: translate("Words", "Add setup fee"),
        Action.PRICE_CREATE: translate("Words", "New plan"),
        Action.PRICE_EDIT: translate("Words", "Edit plan"),
        Action.PRICE_DELETE: translate("Words", "Delete plan"),
        Action.COUPON_CREATE: translate("Words", "New coupon"),
        Action.COUPON_DELETE: translate("Words", "Delete coupon"),
        Action.CODE_CREATE: translate("Words", "New promotion code"),
        Action.CODE_SWITCH: translate("Words", "Change promotion code"),
        Action.INVOICE_PAY: translate("Words", "Pay invoice"),
        Action.INVOICE_VOID: translate("Words", "Void invoice"),
        Action.INVOICE_FINALIZE: translate("Words", "Finalize invoice"),
        Action.INVOICE_DELETE: translate("Words", "Delete draft invoice"),
        Action.INVOICE_APPROVE: translate("Words", "Approve"),
        Action.INVOICE_FINALIZE_MANY: translate("Words", "Finalize"),
        Action.INVOICE_SEND_MANY: translate("Words", "Send"),
        Action.INVOICE_COLLECT: translate("Words", "Charge"),
        Action.INVOICE_WRITE_OFF_MANY: translate("Words", "Mark as uncollectible"),
        Action.INVOICE_SET_METADATA: translate("Words", "Set metadata"),
        Action.INVOICE_REVIEW: translate("Words", "Review invoice"),
        Action.INVOICE_SEND: translate("Words", "Send invoice"),
        Action.INVOICE_DRAFT: translate("Words", "Create draft invoice"),
        Action.METER_CREATE: translate("Words", "Create meter"),
        Action.METER_RENAME: translate("Words", "Rename meter"),
        Action.METER_DEACTIVATE: translate("Words", "Deactivate meter"),
        Action.METER_REACTIVATE: translate("Words", "Reactivate meter"),
        Action.USAGE_SEND: translate("Words", "Send usage"),
        Action.USAGE_CANCEL: translate("Words", "Cancel usage"),
        Action.USAGE_IMPORT: translate("Words", "Import usage"),
        Action.USAGE_IMPORT_CANCEL: translate("Words", "Cancel an import of usage"),
        Action.USAGE_IMPORT_END: translate("Words", "End an import of usage"),
        Action.REPORT_RUN: translate("Words", "Run report"),
        Action.INVOICE_EDIT: translate("Words", "Edit draft invoice"),
        Action.INVOICE_PAID_OUTSIDE: translate("Words", "Mark invoice as paid outside Stripe"),
        Action.INVOICE_WRITE_OFF: translate("Words", "Mark invoice as uncollectible"),
        Action.INVOICE_CREDIT: translate("Words", "Issue credit note"),
        Action.INVOICE_REISSUE: translate("Words", "Void and re-issue invoice"),
        Action.INVOICE_CHARGE: translate("Words", "Charge customer"),
        Action.INVOICE_PAGE: translate("Words", "Create invoice with payment page"),
        Action.PAYMENT_CHARGE: translate("Words", "Charge customer"),
        Action.PAYMENT_REFUND: translate("Words", "Refund payment"),
        Action.PAYMENT_CAPTURE: translate("Words", "Capture payment"),
        Action.PAYMENT_RELEASE: translate("Words", "Release authorized payment"),
        Action.UNKNOWN: translate("Words", "Operation from another version of Billing Desk"),
    }[kind]


def operation_state(state: str) -> Pill:
    known: dict[str, Pill] = {
        "planned": (translate("Words", "Not sent"), "warn"),
        "sending": (translate("Words", "Interrupted"), "warn"),
        "done": (translate("Words", "Done"), "good"),
        "refused": (translate("Words", "Rejected"), "bad"),
        "unknown": (translate("Words", "Unknown"), "warn"),
        "abandoned": (translate("Words", "Discarded"), "neutral"),
        "stopped": (translate("Words", "Stopped"), "warn"),
    }
    return known.get(state, (state, "neutral"))
