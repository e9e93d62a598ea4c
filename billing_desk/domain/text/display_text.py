"""Makes text from outside safe to display: shows invisible characters and characters that change the text direction."""

from __future__ import annotations

import re

ISOLATE, END = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: the text between them does not reorder the text around them."""

# Controls other than line feed and tab; marks, embeddings and overrides of direction; LRI and RLI; line and paragraph
# separators; deprecated format characters, interlinear annotations, tags; lone surrogates, which cannot be encoded;
# invisible characters between letters, except the joiners that scripts and emoji need.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067\u206a-\u206f\ufff9-\ufffb"
    "\u00ad\u180e\u200b\u2060-\u2064\ufeff\U0001d173-\U0001d17a\U00013430-\U0001343f"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_ISOLATES = re.compile(f"[{ISOLATE}{END}]")
# Letters and numbers written from right to left, by the Unicode blocks reserved for them.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BREAKS = re.compile(r"[\r\n\t]+")
# Spaces, and zero-width characters that Unicode classifies as letters or symbols.
_BLANK = re.compile(
    r"[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\U000e0000-\U000e0fff]*"
)

LONGEST = 4_000
"""The maximum length of a text in a label, in characters; longer texts would block the GUI thread."""


def visible(text: str) -> str:
    """Replaces each invisible character that changes the display with its code point, such as `[U+202E]`."""
    if text.isascii() and text.isprintable():
        return text
    text = _HIDDEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)
    return _balanced(text) if _ISOLATES.search(text) else text


def _balanced(text: str) -> str:
    """Closes every isolate inside the text, so that it cannot close one opened around it."""
    depth, parts = 0, []
    for character in text:
        if character == END and depth == 0:
            parts.append(f"[U+{ord(END):04X}]")
            continue
        depth += (character == ISOLATE) - (character == END)
        parts.append(character)
    return "".join(parts) + END * depth


def isolated(text: str) -> str:
    """For use inside a sentence: visible, on one line, and without effect on the order of the text around it."""
    if text.isascii() and text.isprintable():
        return text
    text = visible(_BREAKS.sub(" ", text))
    return f"{ISOLATE}{text}{END}" if _RIGHT_TO_LEFT.search(text) else text


def shortened(text: str, most: int = LONGEST) -> str:
    """At most `most` characters; a shortened text ends with an ellipsis."""
    return text if len(text) <= most else text[: most - 1] + "…"


def is_blank(text: str) -> bool:
    """Whether the text has no visible character."""
    return _BLANK.fullmatch(text) is not None
