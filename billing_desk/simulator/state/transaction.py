"""Transactions on a state: all changes are committed or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import ApiError
from .state import State


@contextmanager
def transaction(state: State) -> Iterator[State]:
    """A fork that is committed at the end. An exception discards it, except an ApiError with `happened`."""
    beside = state.fork()
    try:
        yield beside
    except ApiError as error:
        if error.happened:
            beside.commit()
        raise
    beside.commit()
