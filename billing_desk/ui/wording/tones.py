"""The tones of states and notices; the theme has a color for each."""

from __future__ import annotations

from typing import Literal

Tone = Literal["neutral", "good", "warn", "bad", "info"]
