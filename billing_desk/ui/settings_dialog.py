"""The settings a person chooses: language, time zone, light or dark, their name for the audit log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import available_timezones

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from ..domain.network import Network
from ..domain.rules import Rules
from .fields import Row, TextField, complete_anywhere
from .jobs import Jobs
from .network_settings import NetworkSettings
from .plain import ComboBox, Label, add_button, set_title
from .safety_settings import SafetySettings
from .text import translate
from .theme import HUGE, LARGE, MEDIUM


@dataclass(frozen=True)
class Choices:
    """`language` is "", "en" or "ja"; `theme` is "system", "light" or "dark"."""

    language: str
    zone: str
    theme: str
    operator: str
    rules: Rules
    network: Network


class SettingsDialog(QDialog):
    def __init__(self, parent: QWidget, now: Choices, report: Callable[[BaseException], None]) -> None:
        super().__init__(parent)
        set_title(self, translate("Settings", "Settings"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        layout.setSpacing(MEDIUM)
        self._language = _choice(
            now.language, (("", translate("Settings", "As the system")), ("en", "English"), ("ja", "日本語"))
        )
        self._theme = _choice(
            now.theme,
            (
                ("system", translate("Settings", "As the system")),
                ("light", translate("Settings", "Light")),
                ("dark", translate("Settings", "Dark")),
            ),
        )
        zones = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
        self._zone = _choice(now.zone, tuple((zone, zone) for zone in zones))
        complete_anywhere(self._zone)
        self._zone.setCurrentIndex(max(0, self._zone.findData(now.zone)))
        self._operator = TextField(now.operator)
        restart = translate("Settings", "Takes effect at the next start.")
        looks = QHBoxLayout()
        looks.setSpacing(MEDIUM)
        looks.addWidget(Row(translate("Settings", "Language"), self._language, restart), 1)
        looks.addWidget(Row(translate("Settings", "Appearance"), self._theme), 1)
        layout.addLayout(looks)
        layout.addWidget(Row(translate("Settings", "Time zone of every date"), self._zone))
        hint = translate("Settings", "Written beside every change you make.")
        layout.addWidget(Row(translate("Settings", "Your name in the audit log"), self._operator, hint))
        heading = Label(translate("Settings", "Safety"))
        heading.setProperty("section", True)
        layout.addWidget(heading)
        self.safety = SafetySettings(now.rules)
        layout.addWidget(self.safety)
        heading = Label(translate("Settings", "Network"))
        heading.setProperty("section", True)
        layout.addWidget(heading)
        self.network = NetworkSettings(now.network, Jobs(self, report))
        layout.addWidget(self.network)
        buttons = QDialogButtonBox()
        add_button(buttons, translate("Settings", "Save"), QDialogButtonBox.ButtonRole.AcceptRole).setProperty(
            "primary", True
        )
        add_button(buttons, translate("Settings", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _accept(self) -> None:
        if self.safety.check() and self.network.check():
            self.accept()

    @property
    def choices(self) -> Choices:
        zone = self._zone.itemData(self._zone.findText(self._zone.currentText())) or str(self._zone.currentData())
        return Choices(
            str(self._language.currentData()),
            str(zone),
            str(self._theme.currentData()),
            self._operator.text().strip(),
            self.safety.rules,
            self.network.value,
        )


def _choice(now: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
    box = ComboBox()
    for value, text in options:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(now)))
    return box
