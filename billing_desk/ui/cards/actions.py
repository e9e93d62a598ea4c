"""The actions for a card in its detail."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.objects.card import Verdict, card_of, default_card_id
from ...domain.objects.payment_method import method_of
from ...services.cards.cards import CardOverview
from ...services.desk_services import CardServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..wording import words
from ..wording.notices import Notice
from ..wording.text import translate
from ..writing.add_card import AddCardDialog
from ..writing.run import button, carry_out
from .changes import ChangeCardDialog, DefaultDialog


class CardActions:
    def __init__(self, context: Context[CardServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def buttons(self, seen: CardOverview, *, lacking: bool) -> list[QPushButton]:
        """The buttons for an attached card; a source's expiry cannot be changed."""
        made = []
        if seen.verdict is not Verdict.ACCEPT:
            made.append(button(translate("Cards", "Approve…"), lambda: self._run(self._approve(seen)), lacking=lacking))
            made.append(button(translate("Cards", "Reject…"), lambda: self._run(self._refuse(seen)), lacking=lacking))
        made.append(
            button(translate("Cards", "Request new card…"), lambda: self._run(self._link(seen)), lacking=lacking)
        )
        if seen.card.get("object") != "source" and seen.parsed is not None:
            made.append(button(translate("Cards", "Edit…"), lambda: self._run(self._change(seen)), lacking=lacking))
        if not seen.is_default:
            text = translate("Cards", "Set as default…")
            made.append(button(text, lambda: self._run(self._default(seen)), lacking=lacking))
        text = (
            translate("Cards", "Mark as not contacted…")
            if contacted(seen)
            else translate("Cards", "Mark as contacted…")
        )
        made.append(button(text, lambda: self._run(self._contacted(seen)), lacking=lacking))
        made.append(button(translate("Cards", "Remove…"), lambda: self._run(self._remove(seen)), lacking=lacking))
        return made

    def _run(self, work: Any) -> None:
        self._jobs.alone("action", work)

    async def _default(self, seen: CardOverview) -> None:
        """Make it the default; first asks which subscriptions with another card of their own get it too."""
        cards, id_ = self._context.services.cards, str(seen.card["id"])
        assert seen.customer is not None
        others = await cards.overriding(str(seen.customer["id"]), id_)
        along: list[str] = []
        if others:
            dialog = DefaultDialog(self._context, self._parent, seen, others)
            if not await shown(dialog):
                return
            along = dialog.along
        name = name_of(seen)
        await carry_out(
            self._context,
            self._parent,
            lambda: cards.preview_default(id_, along),
            translate("Cards", "Set {card} as default").format(card=name),
            translate("Cards", "Default card changed."),
            ("card", id_, name),
        )

    async def _link(self, seen: CardOverview) -> None:
        """Create a page on which the customer enters a new card."""
        assert seen.customer is not None
        await shown(AddCardDialog(self._context, self._parent, seen.customer))

    async def _contacted(self, seen: CardOverview) -> None:
        notes, id_, name = self._context.services.card_notes, str(seen.card["id"]), name_of(seen)
        day = "" if contacted(seen) else self._context.wording.today().isoformat()
        if day:
            act = translate("Cards", "Mark {card} as contacted").format(card=name)
            done = translate("Cards", "The customer of {card} was marked as contacted.").format(card=name)
        else:
            act = translate("Cards", "Mark {card} as not contacted").format(card=name)
            done = translate("Cards", "The customer of {card} was marked as not contacted.").format(card=name)
        link = ("card", id_, name)
        await carry_out(self._context, self._parent, lambda: notes.preview_contacted(id_, day), act, done, link)

    async def _change(self, seen: CardOverview) -> None:
        await shown(ChangeCardDialog(self._context, self._parent, seen))

    async def _approve(self, seen: CardOverview) -> None:
        review, id_, name = self._context.services.card_review, str(seen.card["id"]), name_of(seen)
        await carry_out(
            self._context,
            self._parent,
            lambda: review.preview_approve(id_),
            translate("Cards", "Approve {card}").format(card=name),
            translate("Cards", "{card} was approved.").format(card=name),
            ("card", id_, name),
        )

    async def _refuse(self, seen: CardOverview) -> None:
        review, id_, name = self._context.services.card_review, str(seen.card["id"]), name_of(seen)
        await carry_out(
            self._context,
            self._parent,
            lambda: review.preview_refuse(id_),
            translate("Cards", "Reject {card} permanently").format(card=name),
            translate("Cards", "{card} was rejected: its payments were refunded and it was removed.").format(card=name),
        )

    async def _remove(self, seen: CardOverview) -> None:
        services, id_ = self._context.services, str(seen.card["id"])
        assert seen.customer is not None
        owner, was_default = str(seen.customer["id"]), seen.is_default
        name = name_of(seen)
        made = await carry_out(
            self._context,
            self._parent,
            lambda: services.cards.preview_detach(id_),
            translate("Cards", "Remove {card} permanently").format(card=name),
            translate("Cards", "{card} was removed.").format(card=name),
        )
        if made is not None and was_default:
            await self._say_default(owner)

    async def _say_default(self, owner: str) -> None:
        """Show which card is the default after the default card was removed (B5)."""
        services = self._context.services
        await services.customers.refresh_quietly(owner)
        customer = await services.queries.get("customer", owner) or {}
        now = default_card_id(customer)
        card = card_of(await services.queries.get("card", now) or {}) if now else None
        if card is None:
            text = translate("Cards", "Card removed. The customer now has no default card.")
            self._context.say(Notice(text, "warn", link=("customer", owner), link_text=owner))
            return
        text = translate("Cards", "Card removed. The default is now {card}.")
        name = words.card(card.brand, card.last4)
        self._context.say(Notice(text.format(card=name), "good", link=("card", card.id), link_text=name))


def contacted(seen: CardOverview) -> str:
    """The day (ISO) on which the owner was contacted about the card; "" if never."""
    return str(seen.columns.get("contacted") or "")


def name_of(seen: CardOverview) -> str:
    return words.method(method_of(seen.card))
