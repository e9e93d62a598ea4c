"""How a state or a notice is meant; the theme gives each a color."""

from __future__ import annotations

from typing import Literal

Tone = Literal["neutral", "good", "warn", "bad", "info"]
