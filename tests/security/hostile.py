"""Texts and objects as an attacker, or bad luck, would send them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

MARKUP = (
    "<img src=/dev/zero>",
    "<img src='file:///etc/hostname'>",
    "<b>bold</b>",
    '<a href="https://evil.example">Stripe</a>',
    "<table><tr><td>x",
    "&lt;b&gt;",
    "<?xml version='1.0'?><html>",
    "<!DOCTYPE html>",
    "&amp; & && AT&T",
    "\x00\x01\x07\x1b[31m",
    "a\nb\r\nc\td",
    "[*]",
    "<style>*{display:none}</style>",
    "<qt>rich</qt>",
)
OVERRIDE = "Aoi \u202e001,9\uffe5\u202c"
BIDI = (
    "\u202e",
    "\u202d",
    "\u202a",
    "\u202b",
    "\u202c",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\u200e",
    "\u200f",
    "\u061c",
)

any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from([*"<>&;/'\"=[]*`$\\{}", *BIDI, "\0", "\n", "\u05d0", "\u0627", "\ud800"]),
    ),
    max_size=60,
)
"""Any characters at all, lone surrogates too, with those that matter more often."""

json_values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False), st.text(max_size=8)),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=6), inside, max_size=3)),
    max_leaves=6,
)
