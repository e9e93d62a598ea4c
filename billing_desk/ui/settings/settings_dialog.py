"""The settings dialog: language, time zone, theme, operator name, safety and network."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...domain.billing_dates import DECEMBER, JANUARY
from ..widgets.base_dialog import BaseDialog
from ..widgets.fields import FormRow, TextField, complete_anywhere
from ..widgets.jobs import Jobs
from ..widgets.plain import ComboBox, Label, add_button, set_title
from ..widgets.theme import HUGE, LARGE, MEDIUM, SMALL
from ..wording.text import Wording, translate
from .choices import Choices
from .network_settings import NetworkSettings
from .safety_settings import SafetySettings
from .watching_settings import WatchingSettings

ROOM = 80
"""Pixels of the screen's height that stay free; the dialog scrolls if it is higher."""


class SettingsDialog(BaseDialog):
    def __init__(
        self, parent: QWidget, now: Choices, wording: Wording, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(parent)
        set_title(self, translate("Settings", "Settings"))
        self.setMinimumWidth(600)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(HUGE, SMALL, HUGE, SMALL)
        layout.setSpacing(MEDIUM)
        self._add_looks(layout, now, wording)
        self.safety, self.network = SafetySettings(now.rules), NetworkSettings(now.network, Jobs(self, report))
        self.watching = WatchingSettings(now.notices, now.receiver, now.directory)
        for title, part in (
            (translate("Settings", "Safety"), self.safety),
            (translate("Settings", "Notifications, webhooks, and sign-ups"), self.watching),
            (translate("Settings", "Network"), self.network),
        ):
            heading = Label(title)
            heading.setProperty("section", True)
            layout.addWidget(heading)
            layout.addWidget(part)
        buttons = QDialogButtonBox()
        self.primary = add_button(buttons, translate("Settings", "Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.primary.setProperty("primary", True)
        add_button(buttons, translate("Settings", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(inside, buttons, parent.screen().availableGeometry().height() - ROOM)

    def _lay_out(self, inside: QWidget, buttons: QDialogButtonBox, room: int) -> None:
        """Puts the content into a scroll area of at most `room` pixels; the buttons stay visible."""
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, LARGE, 0, LARGE)
        outer.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(HUGE, SMALL, HUGE, 0)
        foot.addWidget(buttons)
        outer.addLayout(foot)
        wanted = inside.sizeHint().height() + buttons.sizeHint().height() + 4 * LARGE
        self.resize(self.minimumWidth(), min(wanted, room))

    def _add_looks(self, layout: QVBoxLayout, now: Choices, wording: Wording) -> None:
        self._language = _choice(
            now.language, (("", translate("Settings", "System default")), ("en", "English"), ("ja", "日本語"))
        )
        self._theme = _choice(
            now.theme,
            (
                ("system", translate("Settings", "System default")),
                ("light", translate("Settings", "Light")),
                ("dark", translate("Settings", "Dark")),
            ),
        )
        zones = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
        self._zone = _choice(now.zone, tuple((zone, zone) for zone in zones))
        complete_anywhere(self._zone)
        self._zone.setCurrentIndex(max(0, self._zone.findData(now.zone)))
        self._operator = TextField(now.operator)
        restart = translate("Settings", "Takes effect after a restart.")
        looks = QHBoxLayout()
        looks.setSpacing(MEDIUM)
        looks.addWidget(FormRow(translate("Settings", "Language"), self._language, restart), 1)
        looks.addWidget(FormRow(translate("Settings", "Appearance"), self._theme), 1)
        layout.addLayout(looks)
        months = tuple((str(number), wording.month_name(number)) for number in range(JANUARY, DECEMBER + 1))
        self._year = _choice(str(now.year_begins), months)
        times = QHBoxLayout()
        times.setSpacing(MEDIUM)
        times.addWidget(FormRow(translate("Settings", "Time zone"), self._zone), 1)
        times.addWidget(FormRow(translate("Settings", "Fiscal year begins in"), self._year), 1)
        layout.addLayout(times)
        hint = translate("Settings", "Recorded with every change you make.")
        layout.addWidget(FormRow(translate("Settings", "Your name in the audit log"), self._operator, hint))

    def _accept(self) -> None:
        wrong = [*self.safety.wrong(), *self.watching.wrong(), *self.network.wrong()]
        if wrong:
            wrong[0].point_out()
        else:
            self.accept()

    @property
    def choices(self) -> Choices:
        zone = self._zone.itemData(self._zone.findText(self._zone.currentText())) or str(self._zone.currentData())
        return Choices(
            str(self._language.currentData()),
            str(zone),
            int(self._year.currentData()),
            str(self._theme.currentData()),
            self._operator.text().strip(),
            self.safety.rules,
            self.network.value,
            notices=self.watching.notices,
            receiver=self.watching.receiver,
            directory=self.watching.directory,
        )


def _choice(now: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
    box = ComboBox()
    for value, text in options:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(now)))
    return box
