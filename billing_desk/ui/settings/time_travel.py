"""The dialog that moves the practice account's time forward day by day, with progress and a stop button."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ...services.screen_services import ScreenServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow
from ..widgets.plain import Button, Label, SpinBox
from ..widgets.theme import SMALL
from ..wording.text import translate

DAY = 86_400
MOST_DAYS = 730


class TimeTravelDialog(DeskDialog[ScreenServices]):
    """`travel` moves the time by so many seconds and returns the new time (Unix seconds); `moved` counts days."""

    def __init__(
        self, context: Context[ScreenServices], parent: QWidget, travel: Callable[[int], Awaitable[int]]
    ) -> None:
        act = translate("TimeTravel", "Advance time")
        super().__init__(context, parent, translate("TimeTravel", "Time in the practice account"), act, whom=None)
        self._travel = travel
        self._stopping = False
        self.moved = 0
        text = translate(
            "TimeTravel",
            "Subscriptions renew, invoices are sent and paid, and cards are declined and retried "
            "as they would be on these days. Time cannot go back: to start over, quit and open "
            "the practice account again.",
        )
        self.body.addWidget(Label(text, wordWrap=True))
        self.days = SpinBox(minimum=1, maximum=MOST_DAYS, value=30)
        self.days.valueChanged.connect(self._show_goal)
        self.body.addWidget(FormRow(translate("TimeTravel", "Days"), self.days))
        self.body.addLayout(self._shortcuts())
        self.goal = Label()
        self.body.addWidget(self.goal)
        self.progress = QProgressBar()
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.primary.clicked.connect(self._start)
        self._show_goal()
        self.days.setFocus()
        self.days.selectAll()

    def _shortcuts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        choices = (
            (translate("TimeTravel", "1 day"), 1),
            (translate("TimeTravel", "1 week"), 7),
            (translate("TimeTravel", "1 month"), 30),
            (translate("TimeTravel", "1 year"), 365),
        )
        for text, days in choices:
            button = Button(text)
            button.clicked.connect(lambda _=False, days=days: self.days.setValue(days))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_goal(self) -> None:
        now, wording = self.context.services.clock.now(), self.context.wording
        text = translate("TimeTravel", "The time is now {now} and will be {then}.")
        then = now + self.days.value() * DAY
        self.goal.setText(text.format(now=wording.moment(now), then=wording.moment(then)))

    def _start(self) -> None:
        if self.primary.isEnabled():
            self.primary.setEnabled(False)
            self.days.setEnabled(False)
            self.close_button.setText(translate("TimeTravel", "Stop"))
            self.jobs.start(self._run(self.days.value()))

    async def _run(self, days: int) -> None:
        self.progress.setRange(0, days)
        self.progress.show()
        try:
            while self.moved < days and not self._stopping:
                await self._travel(DAY)
                self.moved += 1
                self.progress.setValue(self.moved)
                await asyncio.sleep(0)  # lets the window repaint between the days
        finally:
            self.primary.setEnabled(True)  # also after an error, so that the dialog can be closed
        self.accept()

    def reject(self) -> None:
        """While time moves, stop after the current day; otherwise close."""
        if self.primary.isEnabled():
            super().reject()
        else:
            self._stopping = True
