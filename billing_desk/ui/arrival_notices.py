"""What is said of cards that came by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.card_policy import Verdict
from ..services.arrivals import Arrival, Outcome
from . import words
from .notices import Notice, notice_of
from .text import translate


def arrivals_notice(arrivals: Sequence[Arrival]) -> Notice:
    """One notice, however many came while nobody looked."""
    if len(arrivals) == 1:
        return arrival_notice(arrivals[0])
    text = translate("Arrivals", "%n card(s) have come.", "", len(arrivals))
    waiting = sum(waits(arrival) for arrival in arrivals)
    if not waiting:
        return Notice(text, "good")
    said = translate("Arrivals", "%n of them wait to be looked at: Cards, To review.", "", waiting)
    return Notice(f"{text} {said}", "warn")


def waits(arrival: Arrival) -> bool:
    """For a person."""
    policy = arrival.verdict is not Verdict.ACCEPT and arrival.outcome is not Outcome.REMOVED
    return policy or arrival.outcome is Outcome.LEFT


def arrival_notice(arrival: Arrival) -> Notice:
    name = words.card(arrival.card.brand, arrival.card.last4)
    owner = arrival.customer
    who = str(owner.get("name") or owner.get("email") or owner["id"])
    text = translate("Arrivals", "{card} of {name} has come.").format(card=name, name=who)
    link = ("customer", str(owner["id"])) if arrival.outcome is Outcome.REMOVED else ("card", arrival.card.id)
    said = " ".join(part for part in (text, _said(arrival)) if part)
    return Notice(
        said, "warn" if waits(arrival) else "good", link=link, link_text=who if link[0] == "customer" else name
    )


def _said(arrival: Arrival) -> str:
    if arrival.outcome is Outcome.REMOVED:
        return translate("Arrivals", "It is prepaid, so it was removed as the settings say.")
    funding = words.funding(arrival.card.funding)[0]
    said = ""
    if arrival.verdict is not Verdict.ACCEPT:
        said = translate("Arrivals", "Its funding is “{funding}”: look at it before it is used.").format(
            funding=funding
        )
    if arrival.outcome is Outcome.DEFAULT:
        said = translate("Arrivals", "It is the default card now.")
    if arrival.outcome is Outcome.LEFT:
        undone = translate("Arrivals", "What was to be done with it could not be done.")
        why = notice_of(arrival.error).text if arrival.error else ""
        said = " ".join(part for part in (said, undone, why) if part)
    return said
