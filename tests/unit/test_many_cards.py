"""The rules of a bulk over cards, notes about customers, and what counts as an amount in the search."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.objects.note import is_note, notes_of, with_note
from billing_desk.domain.writes.bulk import Edit, EditKind, Planned, planned_card, skip_same_customer
from billing_desk.services.search import _AMOUNT

TODAY = date(2026, 11, 21)
CARD = {
    "id": "pm_1",
    "customer": "cus_1",
    "customer_name": "Ito",
    "state": "attached",
    "brand": "visa",
    "last4": "4242",
}


def _skip(edit: EditKind, **columns: object) -> str:
    value = "2026-11-21" if edit is EditKind.CONTACTED else ""
    return planned_card({**CARD, **columns}, {}, Edit(edit, value=value), TODAY).skip


def test_what_is_left_out_and_why() -> None:
    for edit in (EditKind.SEND_LINK, EditKind.CONTACTED, EditKind.MAKE_DEFAULT):
        assert _skip(edit) == ""
        assert _skip(edit, customer=None) == "unattached"
        assert _skip(edit, state="consumed") == "unattached"
    assert _skip(EditKind.CONTACTED, contacted="2026-11-21") == "same"
    assert _skip(EditKind.CONTACTED, contacted="2026-11-20") == ""
    assert _skip(EditKind.NOT_CONTACTED) == "same"
    assert _skip(EditKind.MAKE_DEFAULT, is_default=1) == "same"
    assert _skip(EditKind.MAKE_DEFAULT, review=1) == "funding"
    assert _skip(EditKind.MAKE_DEFAULT, expiry=202610) == "expired"
    assert _skip(EditKind.MAKE_DEFAULT, expiry=202611) == "", "a card is good to the end of its month"
    assert _skip(EditKind.SEND_LINK, expiry=202001, review=1, is_default=1) == "", "that is what the link is for"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=12), st.sampled_from(list(EditKind)))
def test_one_customer_gets_one_link_and_no_default_that_nobody_chose(
    rows: list[tuple[str, bool]], kind: EditKind
) -> None:
    planned = [Planned(f"pm_{n}", "", "expired" if out else "", owner=owner) for n, (owner, out) in enumerate(rows)]
    found = skip_same_customer(planned, Edit(kind))
    assert [row.subject for row in found] == [row.subject for row in planned]
    assert all(row.skip for row, before in zip(found, planned, strict=True) if before.skip)
    owners = [row.owner for row in found if not row.skip]
    wanted = {owner for owner, out in rows if not out}
    if kind.makes_links:
        assert sorted(owners) == sorted(wanted)
    elif kind is EditKind.MAKE_DEFAULT:
        alone = [owner for owner in wanted if sum(o == owner for o, _ in rows) == 1]
        assert sorted(owners) == sorted(alone)
    else:
        assert found == tuple(planned)


def test_the_default_itself_counts_among_the_cards_that_were_chosen() -> None:
    rows = [Planned("pm_1", "", "same", owner="a"), Planned("pm_2", "", owner="a"), Planned("pm_3", "", owner="b")]
    found = skip_same_customer(rows, Edit(EditKind.MAKE_DEFAULT))
    assert [row.skip for row in found] == ["same", "one_of_several", ""]


@given(st.lists(st.tuples(st.integers(10**9, 10**9 + 5), st.text(min_size=1)), max_size=8))
def test_no_note_takes_the_place_of_another(written: list[tuple[int, str]]) -> None:
    metadata: dict[str, str] = {"crm": "7"}
    for at, text in written:
        metadata = with_note(metadata, at, text)
    notes = notes_of(metadata)
    assert sorted(note.text for note in notes) == sorted(text for _, text in written)
    assert [note.at for note in notes] == sorted((note.at for note in notes), reverse=True)
    assert not is_note("crm")


@pytest.mark.parametrize("text", ["1980", "1,980", "¥1,980", "￥１，９８０", "12.50", "€12.50", "1980 JPY", "1,980円"])
def test_what_is_an_amount(text: str) -> None:
    assert _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("text", ["1,98", "12.5.1", "ACME-0001", "in_1980", "", "sato 1980"])
def test_what_is_none(text: str) -> None:
    assert _AMOUNT.fullmatch(text) is None
