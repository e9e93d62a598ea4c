"""What operations, their fields and their states are called on the screen."""

from __future__ import annotations

from ...domain.objects.note import is_note
from .text import translate
from .words import Pill


def field(name: str) -> str:
    """A customer's field, also `address.city` and `metadata.crm_id`."""
    if is_note(name.removeprefix("metadata.")):
        return translate("Words", "Note")
    if name.startswith("metadata."):
        return translate("Words", "Metadata: {key}").format(key=name.removeprefix("metadata."))
    return {
        "name": translate("Words", "Name"),
        "email": translate("Words", "E-mail"),
        "phone": translate("Words", "Phone"),
        "description": translate("Words", "Description"),
        "preferred_locales": translate("Words", "Languages"),
        "tax_exempt": translate("Words", "Tax"),
        "status": translate("Words", "Status"),
        "active": translate("Words", "In use"),
        "quantity": translate("Words", "Quantity"),
        "default_card": translate("Words", "Default card"),
        "default_source": translate("Words", "Default source"),
        "review": translate("Words", "Review"),
        "tax_id": translate("Words", "Tax id"),
        "balance": translate("Words", "Credit"),
        "customer": translate("Words", "Customer"),
        "card": translate("Words", "Card"),
        "card_page": translate("Words", "Card page"),
        "contacted": translate("Words", "Contacted"),
        "card_name": translate("Words", "Name on card"),
        "expiry": translate("Words", "Expires"),
        "cancel_at_period_end": translate("Words", "Ends with its period"),
        "pause_collection": translate("Words", "Collection paused"),
        "refund_reason": translate("Words", "Why"),
        "address.line1": translate("Words", "Address line 1"),
        "address.line2": translate("Words", "Address line 2"),
        "address.city": translate("Words", "City"),
        "address.state": translate("Words", "State or prefecture"),
        "address.postal_code": translate("Words", "Postal code"),
        "address.country": translate("Words", "Country"),
    }.get(name, name)


def verb(name: str) -> str:
    """What an operation does, as a heading."""
    if name.startswith("undo "):
        return translate("Words", "Undo: {what}").format(what=verb(name.removeprefix("undo ")))
    return {
        "customer.update": translate("Words", "Change customer"),
        "customer.create": translate("Words", "Create customer"),
        "customer.find_or_create": translate("Words", "Find or create customer"),
        "customer.balance": translate("Words", "Credit or debit"),
        "customer.delete": translate("Words", "Delete customer"),
        "customer.tax_ids": translate("Words", "Change tax ids"),
        "customer.merge": translate("Words", "Merge customers"),
        "customer.set_metadata": translate("Words", "Set metadata"),
        "customer.remove_metadata": translate("Words", "Remove metadata"),
        "customer.add_tag": translate("Words", "Add a tag"),
        "customer.remove_tag": translate("Words", "Remove a tag"),
        "customer.note": translate("Words", "Write a note"),
        "customer.remove_note": translate("Words", "Remove a note"),
        "customer.describe": translate("Words", "Set the description"),
        "customer.undescribe": translate("Words", "Remove the description"),
        "card.default": translate("Words", "Change default card"),
        "card.add": translate("Words", "Add a card"),
        "card.replace": translate("Words", "Replace the default source"),
        "card.update": translate("Words", "Change a card"),
        "card.approve": translate("Words", "Approve a card"),
        "card.refuse": translate("Words", "Refuse a card"),
        "card.detach": translate("Words", "Remove a card"),
        "card.page": translate("Words", "Make a card page"),
        "card.arrived": translate("Words", "Make a card that came the default"),
        "card.policy": translate("Words", "Remove a prepaid card by the settings"),
        "card.send_link": translate("Words", "Make a link for a new card"),
        "card.contacted": translate("Words", "Mark as contacted"),
        "card.not_contacted": translate("Words", "Mark as not contacted"),
        "card.make_default": translate("Words", "Make default card"),
        "card.portal": translate("Words", "Make a link to the customer portal"),
        "card.page_close": translate("Words", "Close a card page"),
        "price.archive": translate("Words", "Archive plan"),
        "price.restore": translate("Words", "Restore plan"),
        "subscription.end": translate("Words", "End subscription"),
        "subscription.keep": translate("Words", "Keep subscription"),
        "subscription.pause": translate("Words", "Pause collection"),
        "subscription.unpause": translate("Words", "Collect again"),
        "subscription.quantity": translate("Words", "Change quantity"),
        "invoice.pay": translate("Words", "Pay invoice"),
        "invoice.void": translate("Words", "Void invoice"),
        "invoice.charge": translate("Words", "Charge customer"),
        "invoice.page": translate("Words", "Make an invoice to pay on a page"),
        "payment.charge": translate("Words", "Charge customer"),
        "payment.refund": translate("Words", "Refund a payment"),
    }.get(name, name)


def operation_state(state: str) -> Pill:
    known: dict[str, Pill] = {
        "planned": (translate("Words", "Not sent"), "warn"),
        "sending": (translate("Words", "Interrupted"), "warn"),
        "done": (translate("Words", "Done"), "good"),
        "refused": (translate("Words", "Refused"), "bad"),
        "unknown": (translate("Words", "Unknown"), "warn"),
        "abandoned": (translate("Words", "Abandoned"), "neutral"),
        "stopped": (translate("Words", "Stopped"), "warn"),
    }
    return known.get(state, (state, "neutral"))
