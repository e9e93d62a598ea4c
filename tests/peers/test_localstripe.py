"""The shared flows through the real window against localstripe over real HTTP."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ..driver import Operator, seated
from ..flows import shared, shared_phone
from ..stripe_side import StripeSide
from .localstripe import KEY, running


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.mark.parametrize("flow", [*shared.FLOWS, *shared_phone.FLOWS], ids=lambda f: f.__name__)
async def test_flow(
    qapp: QApplication,
    tmp_path: Path,
    address: str,
    flow: Callable[[Operator, StripeSide], Awaitable[None]],
) -> None:
    async with seated(qapp, tmp_path) as operator:
        await operator.add_account(KEY, address)
        await flow(operator, StripeSide(address, KEY, has_prices=False))
