"""Converts between the settings and the values in the settings dialog."""

from __future__ import annotations

from dataclasses import replace

from .settings import Settings
from .ui.settings.choices import Choices


def choices_of(value: Settings, system_user: str) -> Choices:
    """The current choices; without an operator name, the system user's name."""
    operator = value.operator or system_user
    return Choices(
        value.language,
        value.zone,
        value.year_begins,
        value.theme,
        operator,
        value.rules,
        value.network,
        notices=value.notices,
        receiver=value.receiver,
        directory=value.directory,
    )


def chosen(value: Settings, choices: Choices) -> Settings:
    """The settings with the dialog's choices."""
    return replace(
        value,
        language=choices.language,
        zone=choices.zone,
        year_begins=choices.year_begins,
        theme=choices.theme,
        operator=choices.operator,
        rules=choices.rules,
        network=choices.network,
        notices=choices.notices,
        receiver=choices.receiver,
        directory=choices.directory,
    )
