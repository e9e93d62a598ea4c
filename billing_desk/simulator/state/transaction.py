"""Changes that become true as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import ApiError
from .state import State


@contextmanager
def transaction(state: State) -> Iterator[State]:
    """A state beside this one, written into it at the end. An error leaves nothing but what it says happened."""
    beside = state.fork()
    try:
        yield beside
    except ApiError as error:
        if error.happened:
            beside.commit()
        raise
    beside.commit()
