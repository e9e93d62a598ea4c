"""Small parts of the screen: jobs, guarded fields, wording, actions, the palette, notices, the report window."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from billing_desk import logs
from billing_desk.domain.errors import (
    Busy,
    Conflict,
    Declined,
    DeskError,
    KeyRejected,
    KeyringTrouble,
    Locked,
    NotAllowed,
    NotFound,
    Offline,
    Refused,
    Unexpected,
)
from billing_desk.domain.money import Money
from billing_desk.domain.text.card_number_guard import holds_card_number, luhn
from billing_desk.services.sync.status import Phase, Status
from billing_desk.ui.startup.report import ReportWindow
from billing_desk.ui.widgets import ask, theme
from billing_desk.ui.widgets.fields import CombinedFieldsGuard, FormRow, TextArea, TextField
from billing_desk.ui.widgets.job_area import JobLine
from billing_desk.ui.widgets.jobs import Jobs
from billing_desk.ui.widgets.name_dialog import NameDialog
from billing_desk.ui.widgets.theme import DARK, LIGHT
from billing_desk.ui.window.actions import ACTIONS
from billing_desk.ui.window.notice_bar import NoticeBar
from billing_desk.ui.window.palette import Palette
from billing_desk.ui.window.top_bar import freshness
from billing_desk.ui.wording.notices import Notice, notice_of, sentence
from billing_desk.ui.wording.text import Wording

from ..support import until


async def test_a_job_ends_with_its_widget_and_never_touches_it(qapp: QApplication) -> None:
    errors: list[BaseException] = []
    owner = QWidget()
    jobs = Jobs(owner, errors.append)
    touched: list[str] = []

    async def work() -> None:
        await asyncio.sleep(5)
        touched.append(owner.windowTitle())

    task = jobs.start(work())
    await asyncio.sleep(0)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    await until(task.done)
    assert task.cancelled()
    assert (touched, errors) == ([], [])


async def test_the_newest_read_wins_and_errors_are_reported(qapp: QApplication) -> None:
    errors: list[BaseException] = []
    owner = QWidget()
    jobs = Jobs(owner, errors.append)
    done: list[int] = []

    async def read(number: int) -> None:
        await asyncio.sleep(0.01)
        done.append(number)

    for number in range(4):
        jobs.newest("read", read(number))
    await until(lambda: not jobs.busy)
    assert done == [3]

    async def fail() -> None:
        raise RuntimeError("on purpose")

    jobs.start(fail())
    await until(lambda: errors)
    assert str(errors[0]) == "on purpose"
    owner.deleteLater()


async def test_a_dialog_can_be_awaited_and_others_go_on(qapp: QApplication) -> None:
    parent = QWidget()
    parent.show()
    ticks: list[int] = []

    async def tick() -> None:
        for number in range(5):
            await asyncio.sleep(0.01)
            ticks.append(number)

    dialog = NameDialog(parent, "Title", "Name", "Save")
    ticking = asyncio.ensure_future(tick())

    async def answer() -> str:
        return dialog.name if await ask.shown(dialog) else ""

    answering = asyncio.ensure_future(answer())
    await ticking
    assert len(ticks) == 5
    QTest.keyClicks(dialog._field, "mine")
    dialog._act.click()
    assert await answering == "mine"
    parent.close()
    parent.deleteLater()


@pytest.mark.parametrize("field", [TextField, TextArea])
def test_a_card_number_never_stays_in_a_field(qtbot: Any, field: type[Any]) -> None:
    widget = field()
    row = FormRow("Label", widget)
    qtbot.addWidget(row)
    stopped: list[int] = []
    widget.stopped.connect(lambda: stopped.append(1))
    QTest.keyClicks(widget, "4000 0566 5566 5556")
    text = widget.text() if isinstance(widget, TextField) else widget.toPlainText()
    assert "5566" not in text
    assert stopped
    assert "card number" in row.problem
    row.show_problem("")
    assert row.problem == ""


@settings(max_examples=60, deadline=None)
@given(
    st.text("0123456789", min_size=11, max_size=17),
    st.integers(4, 8),
    st.sampled_from(["", " ", "-"]),
    st.sampled_from(["0", "\uff10"]),
    st.integers(0, 3),
)
def test_a_card_number_typed_on_from_field_to_field_is_taken_out(
    qapp: Any, body: str, size: int, around: str, zero: str, empty: int
) -> None:
    number = next(f"6{body}{check}" for check in range(10) if luhn(f"6{body}{check}"))
    last = len(number) - len(number) % size
    cuts = [*range(0, last if len(number) - last >= 4 else last - size + 1, size)]
    if len(number) - last >= 4:
        cuts.append(last)
    parts = [number[cut:end] for cut, end in zip(cuts, [*cuts[1:], len(number)], strict=True)]
    written = [around + "".join(chr(ord(zero) + int(digit)) for digit in part) + around for part in parts]
    dialog = QWidget()
    box = QVBoxLayout(dialog)
    fields = [TextField() for _ in range(len(parts) + 1)]
    for field in fields:
        box.addWidget(field)
    CombinedFieldsGuard(dialog)
    chosen = [field for place, field in enumerate(fields) if place != empty % len(fields)]
    for field, text in zip(chosen, written, strict=True):
        field.insert(text)  # as a person does; what the program fills in is left alone
    left = [field.text() for field in fields if field.text()]
    # The first parts can be a shorter number already; then the rest is none any more.
    assert len(left) < len(parts) - 1
    assert not holds_card_number(left)
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("language", "money", "text"),
    [
        ("en", Money(1_234_567, "jpy"), "¥1,234,567"),
        ("ja", Money(1_234_567, "jpy"), "￥1,234,567"),
        ("en", Money(1_234, "usd"), "$12.34"),
        ("en", Money(15_000, "kwd"), "KWD 15.000"),
        ("en", Money(-500, "eur"), "-€5.00"),
        ("en", Money(10_000, "isk"), "ISK 100"),
    ],
)
def test_money_reads_as_people_write_it(language: str, money: Money, text: str) -> None:
    assert Wording(language, "Asia/Tokyo").money(money).replace("\xa0", " ") == text


def test_dates_are_in_the_one_zone_with_utc_beside() -> None:
    wording = Wording("en", "Asia/Tokyo")
    midnight = 1_795_186_800
    assert wording.day(midnight) == "2026-11-21"
    assert wording.day(midnight - 1) == "2026-11-20"
    assert wording.exact(midnight) == "2026-11-21 00:00:00 Asia/Tokyo\n2026-11-20 15:00:00 UTC"
    assert wording.clock(midnight) == "00:00 JST"
    assert wording.day(None) == wording.moment(None) == wording.exact(None) == ""
    assert wording.unit_price(Decimal("0.25"), "usd") == "$0.0025"


ERRORS: list[DeskError] = [
    *(KeyringTrouble(code=code) for code in ("locked", "missing", "insecure", "timeout", "gone", "failed")),
    *(KeyRejected(code=code) for code in ("publishable", "webhook", "not_a_key", "live_key", "test_key", "wrong_mode")),
    *(KeyRejected(code=code) for code in ("other_account", "api_key_expired", None)),
    *(NotAllowed(code=code) for code in ("view_only", "other_desk", "too_old_to_resend", None)),
    NotAllowed(permission="rak_customer_write"),
    *(Conflict(code=code) for code in ("already_open", "idempotency_key_in_use")),
    Refused("No such thing", param="email"),
    Refused("No such thing"),
    Refused(code="not_loopback"),
    *(Offline(), Busy(), Locked(), NotFound(), Declined(decline_code="insufficient_funds"), Unexpected()),
]


def test_every_error_has_a_sentence_of_its_own() -> None:
    sentences = [sentence(error) for error in ERRORS]
    assert all(text.endswith((".", "thing")) for text in sentences), sentences
    assert len(set(sentences)) == len(ERRORS)
    assert "req_1" in notice_of(Refused("x", "req_1")).details


def test_both_schemes_can_be_applied(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert theme.colors() is DARK
    theme.apply(qapp, "light")
    assert theme.colors() is LIGHT


def test_shortcuts_and_names_are_unique() -> None:
    keys = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(keys) == len(set(keys))
    assert len({action.name for action in ACTIONS}) == len({action.title() for action in ACTIONS}) == len(ACTIONS)


async def test_the_palette_finds_actions_and_says_when_nothing_is_found(qapp: QApplication) -> None:
    parent = QWidget()
    parent.show()
    palette = Palette(parent, ACTIONS, None, Wording("en", "UTC"), lambda error: pytest.fail(str(error)))
    waiting = asyncio.ensure_future(ask.shown(palette))
    QTest.keyClicks(palette.field, "shortcuts")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)  # before the results are there
    assert await waiting
    assert palette.chosen == "shortcuts"
    other = Palette(parent, ACTIONS, None, Wording("en", "UTC"), lambda error: pytest.fail(str(error)))
    waiting = asyncio.ensure_future(ask.shown(other))
    QTest.keyClicks(other.field, "zzzz")
    await until(lambda: other._note.text() == "No results.")
    other.reject()
    assert not await waiting
    parent.close()
    parent.deleteLater()


def test_a_notice_can_be_followed_copied_and_dismissed(qtbot: Any) -> None:
    opened: list[tuple[str, str]] = []
    bar = NoticeBar(lambda kind, id_: opened.append((kind, id_)))
    qtbot.addWidget(bar)
    bar.show()
    bar.say(Notice("Done.", "good", "req_1", ("customer", "cus_1"), "花子"))
    assert bar.text == "Done."
    bar._link.click()
    bar._copy.click()
    assert opened == [("customer", "cus_1")]
    assert QApplication.clipboard().text() == "req_1"
    bar._close.click()
    assert bar.text == ""


def test_quick_work_shows_no_progress_and_long_work_does_not_flash(qtbot: Any) -> None:
    area = JobLine()
    qtbot.addWidget(area)
    area.show_work("Reading")
    area.show_work("")
    assert area.isHidden()
    area.show_work("Reading")
    qtbot.waitUntil(lambda: not area.isHidden(), timeout=2000)
    area.show_work("")
    assert not area.isHidden()
    qtbot.waitUntil(area.isHidden, timeout=2000)


def test_how_fresh_the_data_is_has_a_word_for_every_phase() -> None:
    wording = Wording("en", "Asia/Tokyo")
    said = {phase: freshness(Status(phase, 1_795_186_800.0), wording) for phase in Phase}
    assert said[Phase.CURRENT] == ("Up to date as of 00:00 JST", "good")
    assert said[Phase.OFFLINE][0] == "Offline, as of 00:00 JST"
    assert all(text for text, _ in said.values())


def test_the_report_is_redacted_and_grows(qtbot: Any) -> None:
    try:
        raise RuntimeError("key sk_test_abcdefgh12345678 of hanako@example.jp, card 4242 4242 4242 4242")
    except RuntimeError as error:
        text = logs.describe(error)
    parent = QWidget()
    qtbot.addWidget(parent)
    window = ReportWindow(parent, text)
    window.add("second")
    shown = window.details.toPlainText()
    assert "RuntimeError" in shown
    assert "second" in shown
    for secret in ("abcdefgh12345678", "hanako@", "4242 4242"):
        assert secret not in shown


def test_an_unexpected_error_is_reported_once(caplog: pytest.LogCaptureFixture) -> None:
    reports: list[str] = []
    crash_reports = logs.CrashReports(reports.append)
    for _ in range(3):
        try:
            raise ValueError("same place")
        except ValueError as error:
            crash_reports.take(error)
    assert len(reports) == 1
    assert len(caplog.records) == 3
    caplog.clear()
