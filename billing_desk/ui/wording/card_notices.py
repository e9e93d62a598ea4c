"""Notices about new cards."""

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
from .text import sentences, translate


def new_cards_notice(cards: Sequence[NewCard]) -> Notice:
    """One notice for all new cards; those that need review come first."""
    first, *others = sorted(cards, key=waits, reverse=True)
    said = new_card_notice(first)
    if not others:
        return said
    more = translate("Arrivals", "%n more new card(s). See Cards, newest first.", "", len(others))
    return replace(said, text=sentences((said.text, more)))


def waits(new_card: NewCard) -> bool:
    """Whether an operator has to review the card."""
    policy = new_card.verdict is not Verdict.ACCEPT and new_card.outcome is not IntakeOutcome.REMOVED
    return policy or new_card.outcome is IntakeOutcome.LEFT


def new_card_notice(new_card: NewCard) -> Notice:
    name = words.card(new_card.card.brand, new_card.card.last4)
    owner = new_card.customer
    who = display_name(owner)
    text = translate("Arrivals", "New card for {name}: {card}.").format(card=name, name=who)
    link = ("customer", str(owner["id"])) if new_card.outcome is IntakeOutcome.REMOVED else ("card", new_card.card.id)
    said = sentences(part for part in (text, _said(new_card)) if part)
    return Notice(
        said, "warn" if waits(new_card) else "good", link=link, link_text=who if link[0] == "customer" else name
    )


def _said(new_card: NewCard) -> str:
    if new_card.outcome is IntakeOutcome.REMOVED:
        return translate("Arrivals", "It is prepaid and was removed, as set in Settings.")
    said = ""
    if new_card.verdict is Verdict.REFUSE:
        said = translate("Arrivals", "Prepaid cards are not accepted. Ask the customer for another card.")
    elif new_card.verdict is Verdict.REVIEW:
        text = translate("Arrivals", "Its funding type is “{funding}”. Review the card before using it.")
        said = text.format(funding=words.funding(new_card.card.funding)[0])
    if new_card.outcome is IntakeOutcome.DEFAULT:
        said = translate("Arrivals", "It is now the default card.")
    if new_card.outcome is IntakeOutcome.LEFT:
        undone = translate("Arrivals", "It could not be set as the default.")
        if new_card.verdict is not Verdict.ACCEPT:
            undone = translate("Arrivals", "It could not be removed.")
        why = sentence(new_card.error) if isinstance(new_card.error, DeskError) else ""
        why = notice_of(new_card.error).text if isinstance(new_card.error, Unsettled) else why
        said = sentences(part for part in (said, undone, why) if part)
    return said
