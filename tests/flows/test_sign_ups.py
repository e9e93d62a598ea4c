"""Sign-ups through the window: users of a file without a customer are provisioned once each (D4)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.access.directory import Directory, is_pool
from billing_desk.domain.sign_ups.user import KnownCustomer, Mismatch, Standing, User, compare
from billing_desk.services.sign_ups.user_file import BadUserFile, pages
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.customers.provision import ProvisionDialog
from billing_desk.ui.customers.sign_ups import SignUpsDialog

from ..driver import Operator
from ..support import until
from .operator_fixture import at_desk, writes
from .test_events import cells


def file_of(folder: Path, *rows: str) -> Path:
    path = folder / "users.csv"
    path.write_text("\n".join(["username,sub,email,name,UserStatus,custom:customerId", *rows]), encoding="utf-8")
    return path


async def opened(operator: Operator, directory: Directory) -> SignUpsDialog:
    settings = operator.app.settings
    settings.save(replace(settings.value, directory=directory))
    page = operator.page
    page._offer_sign_ups()  # type: ignore[attr-defined]
    assert page._sign_ups.isVisible()  # type: ignore[attr-defined]
    page._sign_ups.trigger()  # type: ignore[attr-defined]
    dialog = await operator.dialog(SignUpsDialog)
    await until(lambda: dialog._found is not None or dialog.problem.text())
    return dialog


async def test_confirmed_users_without_a_customer_are_provisioned_once(qapp: QApplication, tmp_path: Path) -> None:
    """D4, D3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        has = await stripe.call(
            "post", "/v1/customers", email="has@example.jp", name="Has", **{"metadata[cognitoUsername]": "has"}
        )
        gone = {"metadata[cognitoUsername]": "left-the-pool"}
        await stripe.call("post", "/v1/customers", email="left@example.jp", name="Left", **gone)
        await until(lambda: operator.services.status().phase.value == "current")
        for row in (has,):
            await operator.services.queries.refresh("customer", row["id"])
        listed = (await stripe.call("get", "/v1/customers"))["data"]
        for row in listed:
            await operator.services.queries.refresh("customer", row["id"])
        path = file_of(
            tmp_path,
            "mori,sub-1,mori@example.jp,森 太郎,CONFIRMED,",
            "admin-made,sub-2,aoi@example.jp,Another Aoi,CONFIRMED,",
            "new,sub-3,new@example.jp,New,UNCONFIRMED,",
            "invited,sub-4,invited@example.jp,Invited,FORCE_CHANGE_PASSWORD,",
            "has,sub-5,other@example.jp,Has,CONFIRMED,",
        )
        dialog = await opened(operator, Directory(file=str(path)))
        assert cells(dialog.without, 0) == ["mori", "admin-made"]
        assert cells(dialog.without, 3)[1].startswith("cus_"), "Ito Aoi has this email"
        assert cells(dialog.orphans, 0) == ["Left"]
        assert cells(dialog.mismatched, 1) == ["The customer's ID is not in the directory"]
        assert "5 users read, 2 of them not confirmed." in dialog.said.text()
        operator.click(dialog.all)
        operator.click(dialog.provision)
        preview = await operator.dialog(ProvisionDialog)
        assert preview.primary.text() == "Create 2 customers"
        operator.enter(preview.reason, "Sign-ups of the trial")
        operator.click(preview.primary)
        await operator.gone(preview)
        await until(lambda: len(writes(simulator)) == 2)
        await until(lambda: cells(dialog.without, 0) == [])
        made = (await stripe.customers("mori@example.jp"))[0]
        assert (made["name"], made["metadata"]["cognitoUsername"]) == ("森 太郎", "mori")
        assert made["metadata"]["external_id"] == "sub-1"
        assert len(await stripe.customers("aoi@example.jp")) == 2
        dialog.reject()


async def test_a_failed_row_is_retried_and_nobody_is_made_twice(qapp: QApplication, tmp_path: Path) -> None:
    """D4, F5: no network for a while; the same users again."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        path = file_of(tmp_path, *(f"u{n},sub-{n},u{n}@example.jp,U{n},CONFIRMED," for n in range(12)))
        dialog = await opened(operator, Directory(file=str(path)))
        simulator.faults.add(Fault("POST /v1/customers", "drop_after", times=3))
        for _ in range(2):
            operator.click(dialog.all)
            operator.click(dialog.provision)
            preview = await operator.dialog(ProvisionDialog)
            operator.click(preview.primary)
            await operator.gone(preview)
            await until(lambda: not operator.services.bulk.running)
            rows = [await stripe.customers(f"u{n}@example.jp") for n in range(12)]
            assert all(len(row) <= 1 for row in rows)
            await until(lambda: len(cells(dialog.without, 0)) < 12)
            if not cells(dialog.without, 0):
                break
        assert sum(len(row) for row in rows) == 12
        dialog.reject()


async def test_it_is_hidden_until_a_file_or_pool_is_set_up(qapp: QApplication, tmp_path: Path) -> None:
    """D4."""
    async with at_desk(qapp, tmp_path) as (operator, _stripe, _simulator):
        page = operator.page
        page._offer_sign_ups()  # type: ignore[attr-defined]
        assert not page._sign_ups.isVisible()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "not a CSV"),
        (b"", "needs the columns"),
        (b"name,phone\na,b\n", "needs the columns"),
    ],
)
async def test_a_file_that_is_none_is_said(qapp: QApplication, tmp_path: Path, content: bytes, said: str) -> None:
    """D4."""
    async with at_desk(qapp, tmp_path) as (operator, _stripe, _simulator):
        path = tmp_path / "bad.csv"
        path.write_bytes(content)
        dialog = await opened(operator, Directory(file=str(path)))
        assert said in dialog.problem.text()
        dialog.reject()


def test_ten_thousand_users_are_read_in_pages(tmp_path: Path) -> None:
    path = file_of(tmp_path, *(f"u{n},s{n},u{n}@example.jp,U,CONFIRMED," for n in range(10_000)))
    found = list(pages(path))
    assert [len(page) for page in found][:10] == [1_000] * 10
    assert sum(len(page) for page in found) == 10_000
    with pytest.raises(BadUserFile, match="cannot_read"):
        list(pages(tmp_path / "none.csv"))


def test_what_does_not_fit_is_told_apart() -> None:
    """D4."""
    customers = [
        KnownCustomer("cus_1", "A", "a@example.jp", "a", "s1"),
        KnownCustomer("cus_2", "B", "other@example.jp", "b", "s2"),
        KnownCustomer("cus_3", "C", "c@example.jp", "", "", deleted=True),
        KnownCustomer("cus_4", "D", "d@example.jp", "gone", "s9"),
    ]
    users = [
        User("a", "s1", "A@example.jp", customer="cus_1"),
        User("b", "s2", "b@example.jp", customer="cus_2"),
        User("c", "s3", "c@example.jp", customer="cus_3"),
        User("d", "s4", "d@example.jp"),
        User("e", "s5", "a@example.jp", customer="cus_none"),
        User("f", "s1", "a@example.jp", customer="cus_2"),
        User("g", "s7", "g@example.jp", standing=Standing.INVITED),
    ]
    found = compare(users, customers)
    assert [user.username for user in found.without] == ["d"]
    assert {key: [each.id for each in same] for key, same in found.same_email.items()} == {"s4": ["cus_4"]}
    assert [each.id for each in found.orphans] == ["cus_4"]
    assert [(each.user.username, each.kind) for each in found.mismatched] == [
        ("b", Mismatch.EMAIL),
        ("c", Mismatch.CUSTOMER_GONE),
        ("e", Mismatch.CUSTOMER_GONE),
        ("f", Mismatch.CUSTOMER_ID),
    ]
    assert found.not_confirmed == 1


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("ap-northeast-1_AbCdEfGhI", True),
        ("us-gov-west-1_1abcDEF", True),
        ("eu_x", False),
        ("../../etc", False),
        ("ap-northeast-1_x; rm", False),
    ],
)
def test_the_id_of_a_pool_is_checked(text: str, fits: bool) -> None:
    assert is_pool(text) is fits
