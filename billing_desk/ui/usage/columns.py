"""The columns of the meters table."""

from __future__ import annotations

from ..tables.column import count, day, identity, plain, status
from ..wording.text import translate
from ..wording.words import meter_status

COLUMNS = [
    plain("display_name", lambda: translate("Usage", "Meter"), 170),
    plain("event_name", lambda: translate("Usage", "Event name"), 150),
    plain("formula", lambda: translate("Usage", "Aggregation"), 100),
    status("status", meter_status),
    day("last_usage", lambda: translate("Usage", "Last usage")),
    count("errors_today", lambda: translate("Usage", "Errors (24 h)"), 90),
    count("prices", lambda: translate("Usage", "Prices"), 70),
    count("billed", lambda: translate("Usage", "Subscriptions"), 90),
    count("silent", lambda: translate("Usage", "No usage for 7 days"), 120),
    count("errors", lambda: translate("Usage", "Errors (30 days)"), 110),
    day("last_error", lambda: translate("Usage", "Last error")),
    day("created", lambda: translate("Usage", "Created")),
    identity(),
]
