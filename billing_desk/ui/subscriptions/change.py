"""The dialog that changes plan, quantity or items: every way with its money side by side (F4, C11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QWidget

from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.objects.subscription import items_of
from ...domain.writes.operation import Operation, Preview
from ...domain.writes.subscription_change import Choice, ItemEdit, When, edits_of, item_params
from ...services.desk_services import SubscriptionServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Label, RadioButton, set_tip
from ..widgets.theme import LARGE, MEDIUM, WIDE
from ..widgets.whom import Whom
from ..wording.billing.subscription_words import choice_sentence, refusal, when_consequence, when_title
from ..wording.notices import sentence
from ..wording.text import Wording, translate
from ..writing.run import carry_out
from .items_editor import ItemsEditor, Offered

SOON = 300
"""Milliseconds after the last change until the choices are previewed again."""


class ChangeDialog(DeskDialog[SubscriptionServices]):
    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        subscription: Json,
        offered: Sequence[Offered],
        title: str,
        whom: Whom | None,
    ) -> None:
        heading = translate("Change", "Change {name}").format(name=title)
        super().__init__(context, parent, heading, translate("Change", "Preview"), whom=whom)
        self.setMinimumWidth(WIDE)
        self._id, self._title = str(subscription["id"]), title
        self._held = items_of(subscription)
        self._at = 0
        self.items = ItemsEditor(offered, context.wording, edits_of(self._held))
        self.body.addWidget(self.items)
        self._grid = _Choices()
        self._grid.picked.idClicked.connect(self._picked)
        self.body.addWidget(self._grid)
        self.say = Label(wordWrap=True)
        self.say.setProperty("strong", True)
        self.say.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.say)
        self.body.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._ask)
        self.items.changed.connect(self._edited)
        self.primary.clicked.connect(self._preview)
        self._edited()
        self.items.first.setFocus()

    @property
    def when(self) -> When:
        return self._grid.when

    def choose(self, when: When) -> None:
        self._grid.choose(when)
        self._picked()

    def _edited(self) -> None:
        self._grid.clear()
        changed = bool(item_params(self._held, self.items.edits))
        self.allow(changed)
        self.say.setText("" if changed else translate("Change", "Choose another plan or quantity."))
        if changed:
            self._soon.start()

    def _ask(self) -> None:
        if self.isVisible() and not self.is_busy:
            self.jobs.newest("choices", self._ask_choices(self.items.edits))

    async def _ask_choices(self, after: list[ItemEdit]) -> None:
        service = self.context.services.subscription_changes
        self._at = service.now()
        try:
            choices = await service.choices(self._id, after, self._at)
        except DeskError as error:
            self.say.setText(sentence(error))
            return
        if after == self.items.edits:
            self._grid.show_choices(choices, self.context.wording)
            self._picked()

    def _picked(self, _: int = 0) -> None:
        choice = self._grid.choice
        if choice is not None:
            said = choice_sentence(choice, self.context.wording)
            text = translate("Change", "Say: “{sentence}” {consequence}")
            self.say.setText(text.format(sentence=said, consequence=when_consequence(choice.when)))

    def _preview(self) -> None:
        self.set_busy(True)
        self.jobs.start(self._change(self.items.edits, self.when))

    async def _change(self, after: list[ItemEdit], when: When) -> None:
        service = self.context.services.subscription_changes

        async def make() -> Preview | None:
            # The proration date of the choices that were shown, as long as the period is the same.
            return await service.preview(self._id, after, when, self._at or service.now())

        made = await carry_out(self.context, self, make, self._act, self._done, ("subscription", self._id, self._title))
        self.set_busy(False)
        if made is not None:
            self.accept()

    def _act(self, preview: Preview) -> str:
        if not preview.operation.money:
            return translate("Change", "Change {name}").format(name=self._title)
        amount = self.context.wording.money(preview.operation.money[0])
        return translate("Change", "Change {name}, charge {amount}").format(name=self._title, amount=amount)

    def _done(self, _: Operation, __: Json) -> str:
        if self.when is When.RENEWAL:
            return translate("Change", "The change is planned for the renewal.")
        return translate("Change", "Subscription changed.")

    def refused(self, error: DeskError, operation: Operation | None) -> None:
        if isinstance(error, Refused) and str(error.code).startswith("change_"):
            self.show_problem(refusal(str(error.code).removeprefix("change_")))


class _Choices(QFrame):
    """The ways side by side: credit, due today, next bill."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._layout.setHorizontalSpacing(LARGE)
        self.picked = QButtonGroup(self)
        self._buttons: dict[When, RadioButton] = {}
        self._cells: dict[tuple[int, int], Label] = {}
        self._choices: dict[When, Choice] = {}
        titles = (
            translate("Change", "Credit for unused time"),
            translate("Change", "Due today"),
            translate("Change", "Next bill"),
            "",
        )
        for row, title in enumerate(titles, 1):
            label = Label(title)
            label.setProperty("dim", True)
            self._layout.addWidget(label, row, 0)
        for place, when in enumerate(When):
            button = RadioButton(when_title(when))
            set_tip(button, when_consequence(when))
            self._buttons[when] = button
            self.picked.addButton(button, place)
            self._layout.addWidget(button, 0, place + 1)
            self._layout.setColumnStretch(place + 1, 1)
            for row in range(1, 5):
                cell = Label(wordWrap=row == 4)
                cell.setProperty("dim" if row in (1, 4) else "strong", True)
                self._cells[row, place] = cell
                self._layout.addWidget(cell, row, place + 1)
        self._buttons[When.NEXT].setChecked(True)

    @property
    def when(self) -> When:
        return list(When)[self.picked.checkedId()]

    @property
    def choice(self) -> Choice | None:
        return self._choices.get(self.when)

    def choose(self, when: When) -> None:
        self._buttons[when].setChecked(True)

    def clear(self) -> None:
        self._choices = {}
        for cell in self._cells.values():
            cell.setText("")

    def show_choices(self, choices: Sequence[Choice], wording: Wording) -> None:
        self._choices = {choice.when: choice for choice in choices}
        for place, choice in enumerate(choices):
            self._buttons[choice.when].setEnabled(not choice.refusal)
            amounts = (choice.credit, choice.today, choice.next)
            texts = ["" if choice.refusal else wording.money(each) if each is not None else "–" for each in amounts]
            day = wording.day(choice.next_at) if choice.next_at else ""
            for row, text in enumerate((*texts, refusal(choice.refusal) if choice.refusal else day), 1):
                self._cells[row, place].setText(text)
        if self.choice is not None and self.choice.refusal:
            possible = next((choice.when for choice in choices if not choice.refusal), None)
            if possible is not None:
                self.choose(possible)
