"""Text from Stripe is untrusted (G3): shown letter by letter, in its own order, and it opens nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QWidget,
)

from billing_desk.domain.text.display_text import END, ISOLATE, LONGEST, is_blank, isolated, shortened, visible
from billing_desk.domain.writes.operation import DeskIdentity, Mode
from billing_desk.domain.writes.safety_limits import SafetyLimits
from billing_desk.services.writes.guard import Guard
from billing_desk.ui.widgets import plain
from billing_desk.ui.widgets.base_dialog import Question
from billing_desk.ui.widgets.plain import Label
from billing_desk.ui.wording.text import Sentence, from_to, joined
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import seated
from ..flows.operator_fixture import at_desk
from ..support import until
from .hostile import BIDI, MARKUP, OVERRIDE, any_text


@pytest.mark.parametrize("text", MARKUP)
def test_labels_and_tips_show_markup_as_letters(qapp: QApplication, text: str) -> None:
    label = plain.Label(text)
    assert label.textFormat() is Qt.TextFormat.PlainText
    widget = QWidget()
    plain.set_tip(widget, text)
    tip = widget.toolTip()
    if GuiQt.mightBeRichText(tip):  # then Qt must find nothing in it but letters
        inside = re.fullmatch(r'<p style="white-space: pre-wrap">(.*)</p>', tip, re.DOTALL)
        assert inside is not None
        assert "<" not in inside[1]
        assert re.sub(r"&(lt|gt|amp|quot|#x27);", "", inside[1]).count("&") == 0


@given(any_text)
@settings(max_examples=2_000, deadline=None)
def test_no_text_is_taken_for_markup(qapp: QApplication, text: str) -> None:
    """Whatever it is: Qt sees no markup of its own in it, and nothing that cannot be seen stays."""
    tip = plain.tip_text(text)
    if GuiQt.mightBeRichText(tip):
        assert "<" not in tip.removeprefix('<p style="white-space: pre-wrap">').removesuffix("</p>")
    for said in (plain.shown(text), plain.shown_in_cell(text), plain.shown_on_button(text)):
        said.encode()  # no half characters, which Qt would not take
        assert not any(character in said for character in BIDI if character not in (ISOLATE, END))
        assert "\0" not in said
    assert "\n" not in plain.shown_in_cell(text)
    assert plain.shown_on_button(text).replace("&&", "").count("&") == 0


@given(any_text)
@settings(max_examples=2_000, deadline=None)
def test_isolates_are_always_closed_inside(text: str) -> None:
    """Nothing in a value can end an isolate that was opened around it, or leave one open behind it."""
    for made in (visible(text), isolated(text)):
        depth = 0
        for character in made:
            depth += (character == ISOLATE) - (character == END)
            assert depth >= 0
        assert depth == 0
    assert visible(visible(text)) == visible(text)


@given(any_text, any_text)
@settings(max_examples=1_000, deadline=None)
def test_a_value_cannot_reorder_the_sentence_around_it(name: str, other: str) -> None:
    said = Sentence("Refund {amount} to {name}").format(amount="¥9,100", name=name)
    assert said.startswith("Refund ¥9,100 to ")
    assert not any(character in said for character in BIDI if character not in (ISOLATE, END))
    assert "\n" not in said
    assert Sentence("{a}{b}").format(a=name, b=other) == isolated(name) + isolated(other)


def test_joined_texts_stay_in_their_order() -> None:
    """Before and after of a change whose texts are written from right to left: the first stays before the arrow."""
    before, after = "\u05d0\u05d1\u05d9 5,000", "\u05d0\u05d1\u05d9 1"
    assert from_to(before, after) == f"\u2068{before}\u2069 → \u2068{after}\u2069"
    assert joined(["", before, "x"], " · ") == f"\u2068{before}\u2069 · x"


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e"])
def test_what_is_not_seen_between_letters_is_shown(hidden: str) -> None:
    assert f"[U+{ord(hidden):04X}]" in visible(f"Ac{hidden}me")
    assert visible("\U0001f469\u200d\U0001f4bb") == "\U0001f469\u200d\U0001f4bb", "joiners of emoji and scripts stay"


def test_long_words_break_and_are_not_marked(qapp: QApplication) -> None:
    label = Label("W" * 100, wordWrap=True, long_words=True)
    assert "[U+" not in label.text()
    assert label.minimumSizeHint().width() < 600


def test_right_to_left_names_are_isolated_and_others_left_alone() -> None:
    assert isolated("אבי") == f"{ISOLATE}אבי{END}"
    assert isolated("Sato 花子") == "Sato 花子"
    assert "[U+202E]" in Sentence("{name}").format(name=OVERRIDE)
    assert Sentence("{n}").format(n=3) == "3"


@given(any_text)
def test_blank_is_what_cannot_be_seen(text: str) -> None:
    for nothing in ("", "   ", "\u3000\u200b\u00a0\u2800\u3164\u00ad"):
        assert is_blank(nothing)
    assert not is_blank(text + "a")
    assert len(shortened(text * 500)) <= LONGEST


def test_every_widget_of_ours_is_plain(qapp: QApplication) -> None:
    """Also what is put together of them: questions, menus, dialog buttons, tabs, list entries, titles."""
    hostile = "<img src=/dev/zero>&\u202e"
    parent = QWidget()
    dialog = Question(parent, hostile, hostile, hostile)
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for button in dialog.findChildren(QAbstractButton):
        assert button.shortcut().isEmpty()
        assert "\u202e" not in button.text()
    menu = QMenu(parent)
    action = plain.add_action(menu, hostile)
    assert "&&" in action.text()
    box = QDialogButtonBox(parent)
    assert plain.add_button(box, "A & B", QDialogButtonBox.ButtonRole.AcceptRole).shortcut().isEmpty()
    tabs = QTabBar(parent)
    tabs.addTab("x")
    plain.set_tab_tip(tabs, 0, hostile)
    assert "<img" not in tabs.tabToolTip(0)
    plain.set_title(parent, "a[*]b")
    assert parent.windowTitle() == "a[*][*]b"
    for item in (plain.TableCell(hostile, hostile), plain.ListEntry(hostile, tip=hostile)):
        assert "<img" not in item.toolTip()
        assert "\u202e" not in item.text()
    buddy = plain.Label("R&D")
    buddy.setBuddy(parent)
    assert buddy.text() == "R&&D", "with a buddy `&` would make a shortcut"
    parent.deleteLater()


async def test_a_customers_name_opens_no_file_anywhere_in_the_window(qapp: QApplication, tmp_path: Path) -> None:
    """A pipe as the source of a picture: whoever opened it would hang. Every tab, the palette, a form, a preview."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    name = f"\u202e<b>Ito</b><img src='{pipe}'>"
    async with at_desk(qapp, tmp_path / "data") as (operator, stripe, _):
        customer = await stripe.customer(name=name, email="pipe@example.jp", description=f"<img src={pipe}>")
        await stripe.call("post", f"/v1/customers/{customer}", **{"metadata[<img src=x>]": f"<img src={pipe}>"})
        operator.services.refresh()
        await until(lambda: customer in operator.shown)
        operator.page.select(customer)
        await until(lambda: "pipe@example.jp" in operator.text())
        _all_plain(operator.window)
        assert "<img src=" in operator.text(), "the letters are there"
        assert "[U+202E]" in operator.text()
        await operator.find("pipe@example.jp")
        form = await operator.edit(email="other@example.jp")
        await until(lambda: form.findChildren(QPushButton))
        preview = await operator.dialog(PreviewDialog)
        assert "\u202e" not in preview.primary.text()
        assert "\u202e" not in preview._request.toPlainText()
        _all_plain(operator.window)
        await operator.leave(preview)
        await operator.leave(form)
        for kind in ("card", "price", "subscription", "invoice", "meter"):
            operator.window.commands.go_to_tab(kind)
            _all_plain(operator.window)


def _all_plain(window: QWidget) -> None:
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()[:40]
    for widget in window.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
        assert "\u202e" not in (widget.windowTitle() or "")


async def test_megabyte_names_do_not_hold_up_the_screen(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        huge = "A" * 1_000_000
        await operator.services.queries._mirror.put(
            [{"id": "cus_huge", "object": "customer", "created": 1, "name": huge, "email": huge}], 1e12
        )
        operator.page.model.reload()
        await until(lambda: "cus_huge" in operator.shown)
        operator.page.detail.show_object("cus_huge")
        longest = max(len(label.text()) for label in operator.page.detail.findChildren(QLabel))
        assert longest <= LONGEST


async def test_after_an_end_that_was_none_nothing_is_opened_by_itself(qapp: QApplication, tmp_path: Path) -> None:
    """The newest object may have been the reason."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        await until(lambda: operator.page.detail.id)
    async with seated(qapp, tmp_path, demo=True, opens_first_row=False) as operator:
        await operator.rows("customer")
        assert operator.page.detail.id == ""
        assert "did not close properly" in operator.notice
        operator.page.table.selectRow(0)
        await until(lambda: operator.page.detail.id)


@pytest.mark.parametrize("name", ["   ", "\u200b\u3000", "", "A\u202eB", "x" * 300])
def test_a_live_desk_with_a_name_that_cannot_be_typed_is_armed_by_its_id(name: str) -> None:
    guard = Guard(DeskIdentity("acct_1Live", Mode.LIVE, "p"), name, lambda: 1.0, SafetyLimits)
    assert guard.word_to_arm == "acct_1Live"
    assert not guard.arm("")
    assert not guard.arm(name)
    assert guard.view_only
    assert guard.arm("acct_1Live")


def test_a_name_with_odd_spaces_is_armed_as_it_reads() -> None:
    guard: Any = Guard(DeskIdentity("acct_1Live", Mode.LIVE, "p"), " Acme  KK ", lambda: 1.0, SafetyLimits)
    assert guard.arm("Acme KK")
