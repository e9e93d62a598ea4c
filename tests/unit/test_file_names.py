"""Names of files made of text from outside (G3)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.text.file_names import MOST_BYTES, from_pattern, safe_name, unused


@given(st.text(max_size=400))
def test_a_name_has_no_path_and_fits_every_file_system(text: str) -> None:
    name = safe_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.startswith(".")
    assert name == name.rstrip(" .")
    assert not any(unicodedata.category(each) == "Cc" for each in name)
    assert len(f".{name} (99999).pdf.0123456789ab.part".encode()) <= 255
    assert len(name.encode()) <= MOST_BYTES + 1


@pytest.mark.parametrize("name", ["株" * 100, "😀" * 60, "é" * 200])
def test_long_names_of_any_script_are_cut_between_letters(name: str) -> None:
    made = safe_name(name)
    assert made
    assert set(made) <= set(unicodedata.normalize("NFC", name))


def test_the_same_letters_make_one_name() -> None:
    composed, apart = "Café", unicodedata.normalize("NFD", "Café")
    assert safe_name(apart) == safe_name(composed)
    assert unused(safe_name(apart), {safe_name(composed)}) == "Café (2)"


def test_a_card_number_is_masked() -> None:
    made = from_pattern("{number}_{customer}", {"number": "A-4", "customer": "4242 4242 4242 4242"})
    assert "4242 4242" not in made
    assert made.startswith("A-4_")
