"""The columns of the cards table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...domain.json_object import Json
from ..tables.column import Column, count, day, identity, plain, status
from ..wording import words
from ..wording.billing.declines import meaning
from ..wording.method_names import method_name
from ..wording.text import Wording, translate
from ..wording.words import Pill, expiry, funding


def _default(row: Json, _: Wording) -> str:
    return translate("Cards", "Yes") if row.get("is_default") else ""


def _checks(row: Json) -> Pill | None:
    return (translate("Cards", "Failed"), "bad") if row.get("checks") == "fail" else None


def _result(row: Json, _: Wording) -> str:
    code = row.get("last_result")
    if code is None:
        return ""
    return meaning(str(code)) if code else translate("Cards", "Paid")


def _review(row: Json) -> Pill | None:
    return (translate("Cards", "Needs review"), "warn") if row.get("review") else None


def _text_of(pill: Callable[[Json], Pill | None]) -> Callable[[Json, Wording], str]:
    def text(row: Json, _: Wording) -> str:
        found = pill(row)
        return found[0] if found else ""

    return text


COLUMNS = [
    plain("customer_name", lambda: translate("Cards", "Customer"), 150),
    Column("brand", lambda: translate("Cards", "Type"), lambda row, _: method_name(str(row.get("brand") or "")), 110),
    plain("last4", lambda: translate("Cards", "Last 4 digits"), 60),
    Column("expiry", lambda: translate("Cards", "Expires"), lambda row, _: expiry(row.get("expiry")), 80),
    status("funding", funding, lambda: translate("Cards", "Funding type"), 90),
    Column(
        "review",
        lambda: translate("Cards", "Review"),
        _text_of(_review),
        95,
        pill=_review,
    ),
    Column("is_default", lambda: translate("Cards", "Default"), _default, 70),
    count("used_by", lambda: translate("Cards", "Subscriptions"), 100),
    Column("last_result", lambda: translate("Cards", "Latest payment"), _result, 170),
    Column(
        "checks",
        lambda: translate("Cards", "Checks"),
        _text_of(_checks),
        80,
        pill=_checks,
        shown=False,
    ),
    replace(status("state", words.card_state, lambda: translate("Cards", "Status"), 100), shown=False),
    replace(count("sharing", lambda: translate("Cards", "Other customers"), 90), shown=False),
    plain("contacted", lambda: translate("Cards", "Contacted"), 90, shown=False),
    plain("country", lambda: translate("Cards", "Country"), 75),
    plain("holder", lambda: translate("Cards", "Name on card"), 150, shown=False),
    plain("fingerprint", lambda: translate("Cards", "Fingerprint"), 150, shown=False),
    day("created", lambda: translate("Cards", "Added")),
    identity(),
]
