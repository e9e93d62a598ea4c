"""Orders become other orders with as little change as can be, and Qt's model tester agrees with each step."""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget

from billing_desk.domain.list_query import Query
from billing_desk.ui.invoices.columns import COLUMNS
from billing_desk.ui.tables.order import difference, places, runs
from billing_desk.ui.tables.row_cache import KEPT, RowCache
from billing_desk.ui.tables.rows import RowsModel
from billing_desk.ui.widgets.jobs import Jobs
from billing_desk.ui.wording.text import Wording

from .test_models import _Tested

ORDERS = st.lists(st.integers(1, 10_000), max_size=300, unique=True)


@given(ORDERS, ORDERS)
def test_what_differs_between_two_orders(old: list[int], new: list[int]) -> None:
    change = difference(array("q", old), array("q", new))
    behind = len(old) - change.start - change.removed
    assert old[: change.start] == new[: change.start]
    assert behind == len(new) - change.start - change.added
    assert old[len(old) - behind :] == new[len(new) - behind :]


def test_a_list_that_grows_is_only_added_to() -> None:
    old = array("q", range(20_000))
    assert difference(old, array("q", [*range(-5, 0), *old])).added == 5
    assert difference(old, array("q", [*old, 30_000])) == difference(old, array("q", [*old, 30_001]))
    assert difference(old, old).added == difference(old, old).removed == 0


@given(st.sets(st.integers(0, 200)))
def test_stretches_without_gaps(numbers: set[int]) -> None:
    found = list(runs(sorted(numbers)))
    assert {n for first, last in found for n in range(first, last + 1)} == numbers
    assert all(b[0] > a[1] + 1 for a, b in pairwise(found))
    assert places(array("q", sorted(numbers)), frozenset(numbers)) == list(range(len(numbers)))


@given(st.lists(ORDERS, min_size=2, max_size=6))
def test_the_model_tester_agrees_with_every_order(qapp: QApplication, orders: list[list[int]]) -> None:
    owner = QWidget()
    reading: Any = None
    model = RowsModel(
        owner, reading, Query("invoice"), COLUMNS, Wording("en", "Asia/Tokyo"), Jobs(owner, lambda _: None)
    )
    model._fetch.blockSignals(True)
    tested = _Tested(model)
    for order in orders:
        model._become(array("q", order))
        assert list(model.numbers) == order
        assert model.rowCount() == len(order)
    del tested
    owner.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def test_the_cache_keeps_the_newest_and_shows_what_is_old_until_it_is_read_again() -> None:
    cache = RowCache()
    cache.put((number, {"id": f"x{number}"}) for number in range(KEPT + 10))
    assert cache.get(5) is None
    assert cache.number_of("x5") is None
    assert cache.is_fresh(KEPT)
    cache.outdate([f"x{KEPT}"])
    assert not cache.is_fresh(KEPT)
    assert cache.get(KEPT) == {"id": f"x{KEPT}"}
    cache.outdate()
    assert not cache.is_fresh(KEPT + 1)
