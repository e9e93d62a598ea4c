"""What is said of cards that came by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...domain.errors import DeskError
from ...domain.objects.card import Verdict
from ...domain.objects.customer import display_name
from ...services.cards.new_card import IntakeOutcome, NewCard
from ...services.writes.step_executor import Unsettled
from . import words
from .notices import Notice, notice_of, sentence
from .text import translate


def new_cards_notice(arrivals: Sequence[NewCard]) -> Notice:
    """One notice, however many came while nobody looked; those that wait for a person come first."""
    first, *others = sorted(arrivals, key=waits, reverse=True)
    said = new_card_notice(first)
    if not others:
        return said
    more = translate("Arrivals", "%n more card(s) have come; the newest stand first under Cards.", "", len(others))
    return replace(said, text=f"{said.text} {more}")


def waits(arrival: NewCard) -> bool:
    """For a person."""
    policy = arrival.verdict is not Verdict.ACCEPT and arrival.outcome is not IntakeOutcome.REMOVED
    return policy or arrival.outcome is IntakeOutcome.LEFT


def new_card_notice(arrival: NewCard) -> Notice:
    name = words.card(arrival.card.brand, arrival.card.last4)
    owner = arrival.customer
    who = display_name(owner)
    text = translate("Arrivals", "{card} of {name} has come.").format(card=name, name=who)
    link = ("customer", str(owner["id"])) if arrival.outcome is IntakeOutcome.REMOVED else ("card", arrival.card.id)
    said = " ".join(part for part in (text, _said(arrival)) if part)
    return Notice(
        said, "warn" if waits(arrival) else "good", link=link, link_text=who if link[0] == "customer" else name
    )


def _said(arrival: NewCard) -> str:
    if arrival.outcome is IntakeOutcome.REMOVED:
        return translate("Arrivals", "It is prepaid, so it was removed as the settings say.")
    said = ""
    if arrival.verdict is Verdict.REFUSE:
        said = translate("Arrivals", "Prepaid cards are not accepted: ask for another card.")
    elif arrival.verdict is Verdict.REVIEW:
        text = translate("Arrivals", "Its funding is “{funding}”: look at it before it is used.")
        said = text.format(funding=words.funding(arrival.card.funding)[0])
    if arrival.outcome is IntakeOutcome.DEFAULT:
        said = translate("Arrivals", "It is the default card now.")
    if arrival.outcome is IntakeOutcome.LEFT:
        undone = translate("Arrivals", "It could not be made the default.")
        if arrival.verdict is not Verdict.ACCEPT:
            undone = translate("Arrivals", "It could not be removed.")
        why = sentence(arrival.error) if isinstance(arrival.error, DeskError) else ""
        why = notice_of(arrival.error).text if isinstance(arrival.error, Unsettled) else why
        said = " ".join(part for part in (said, undone, why) if part)
    return said
