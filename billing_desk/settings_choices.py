"""Between the settings and what the settings dialog shows of them."""

from __future__ import annotations

from dataclasses import replace

from .settings import Settings
from .ui.settings.settings_dialog import Choices


def choices_of(value: Settings, system_user: str) -> Choices:
    """As they are; who has chosen no name is called as the system does."""
    operator = value.operator or system_user
    return Choices(value.language, value.zone, value.theme, operator, value.rules, value.network)


def chosen(value: Settings, choices: Choices) -> Settings:
    """With what was chosen in the dialog."""
    return replace(
        value,
        language=choices.language,
        zone=choices.zone,
        theme=choices.theme,
        operator=choices.operator,
        rules=choices.rules,
        network=choices.network,
    )
