"""The tones of states and notices; the theme has a color for each."""

from __future__ import annotations

from typing import Literal

Tone = Literal["quiet", "neutral", "good", "warn", "bad", "info"]
"""`quiet` is dim text without a color: color is for what needs an eye."""
