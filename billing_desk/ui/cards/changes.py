"""Dialogs to change a card's expiry, name and address, and to choose subscriptions for a new default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ...domain.objects.card import ADDRESS, CardFields, fields_of, parse_expiry
from ...domain.objects.payment_method import method_of
from ...domain.objects.subscription import items_of, standing
from ...services.cards.cards import CardOverview
from ...services.desk_services import CardServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, Label
from ..widgets.theme import MEDIUM
from ..widgets.whom import whom_of
from ..wording import operation_words, words
from ..wording.text import joined, translate
from ..writing.run import carry_out


class DefaultDialog(DeskDialog[CardServices]):
    """Subscriptions with a card of their own do not use the customer's default. `along` are the chosen ones, which get
    the new card too."""

    def __init__(
        self, context: Context[CardServices], parent: QWidget, seen: CardOverview, others: Sequence[dict[str, Any]]
    ) -> None:
        title = translate("Cards", "Set {card} as default").format(card=words.method(method_of(seen.card)))
        super().__init__(context, parent, title, translate("Cards", "Preview"), whom=whom_of(seen.customer or {}))
        text = translate("Cards", "These subscriptions have their own card. Which of them should use the new default?")
        self.body.addWidget(Label(text, wordWrap=True))
        self._boxes: dict[str, QCheckBox] = {}
        for subscription in others:
            name = joined(item.price.nickname or item.price.id for item in items_of(subscription))
            box = self._boxes[str(subscription["id"])] = CheckBox(
                joined((name, words.subscription_status(standing(subscription))[0]), "  ·  ")
            )
            box.setChecked(True)
            self.body.addWidget(box)
        self.body.addStretch(1)
        self.primary.clicked.connect(self.accept)
        next(iter(self._boxes.values())).setFocus()

    @property
    def along(self) -> list[str]:
        return [id_ for id_, box in self._boxes.items() if box.isChecked()]


class ChangeCardDialog(DeskDialog[CardServices]):
    """The editable fields of a card; the number cannot be changed."""

    def __init__(self, context: Context[CardServices], parent: QWidget, seen: CardOverview) -> None:
        title = translate("Cards", "Edit {card}").format(card=words.method(method_of(seen.card)))
        super().__init__(context, parent, title, translate("Cards", "Preview"), whom=whom_of(seen.customer or {}))
        self._id, self._before = str(seen.card["id"]), fields_of(seen.card)
        before = self._before
        self.fields = {"expiry": TextField(f"{before.exp_month:02d}/{before.exp_year}"), "name": TextField(before.name)}
        self.fields |= {name: TextField(before.address.get(name, "")) for name in ADDRESS}
        labels = {"expiry": translate("Cards", "Expiration date (MM/YYYY)"), "name": translate("Cards", "Name on card")}
        self._rows = {
            name: FormRow(labels.get(name) or operation_words.field(f"address.{name}"), field)
            for name, field in self.fields.items()
        }
        grid = QGridLayout()
        grid.setSpacing(MEDIUM)
        for place, row in enumerate(self._rows.values()):
            grid.addWidget(row, place // 2, place % 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._preview)
        self.fields["expiry"].selectAll()
        self.fields["expiry"].setFocus()

    def _preview(self) -> None:
        before = self._before
        expiry: tuple[int, int] | None = (before.exp_month, before.exp_year)
        if self.fields["expiry"].is_edited:
            expiry = parse_expiry(self.fields["expiry"].text())
        country = self.fields["country"].text().strip() if self.fields["country"].is_edited else ""
        wrong = country and not (len(country) == 2 and country.isascii() and country.isupper())
        self._rows["expiry"].show_problem(
            "" if expiry else translate("Cards", "Enter a month and a year, such as 09/2030.")
        )
        self._rows["country"].show_problem(
            translate("CustomerForm", "Enter a two-letter country code, such as JP.") if wrong else ""
        )
        if expiry is None or wrong:
            return
        address = {name: self.fields[name].text_or(before.address.get(name, "")) for name in ADDRESS}
        after = replace(self._before, exp_month=expiry[0], exp_year=expiry[1], address=address)
        self.show_problem("")
        self.set_busy(True)
        self.jobs.start(self._change(replace(after, name=self.fields["name"].text_or(before.name))))

    async def _change(self, after: CardFields) -> None:
        cards = self.context.services.cards
        made = await carry_out(
            self.context,
            self,
            lambda: cards.preview_update(self._id, after),
            translate("Cards", "Save card"),
            translate("Cards", "Card updated."),
            ("card", self._id, self._id),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()
