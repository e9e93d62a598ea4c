"""What a new copy of an object keeps of the stored one."""

from __future__ import annotations

from ...domain.json_object import Json
from ...domain.objects.invoice import with_known_intents
from ...domain.objects.nested import completed_from, is_cut


def keeps_something(obj: Json) -> bool:
    """Whether `merged` may differ from `obj`; if not, the stored copy need not be read."""
    return bool(obj.get("deleted")) or is_cut(obj) or _has_payments(obj)


def merged(obj: Json, known: Json) -> Json:
    """A deleted object keeps its known fields, an unchanged one the lists that were read completely, and an open
    invoice the PaymentIntents that a list does not have."""
    if obj.get("deleted"):
        return {**known, "deleted": True}
    now = with_known_intents(obj, known) if _has_payments(obj) else obj
    return completed_from(now, known) if is_cut(now) else now


def _has_payments(obj: Json) -> bool:
    return obj.get("object") == "invoice" and obj.get("status") == "open" and bool(obj.get("payments"))
