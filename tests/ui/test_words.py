"""Every member of the enums that a screen words has its words, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.changes import ChangeKind
from billing_desk.domain.objects.decline import ADVICE, Advice, PaymentFailure
from billing_desk.domain.writes.action import Action, from_record, record_name
from billing_desk.domain.writes.bulk import BulkRow, EditKind, RowState
from billing_desk.domain.writes.operation import Mode, OperationState
from billing_desk.domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from billing_desk.services.bulk.edits import StopReason
from billing_desk.services.customers.timeline import Happening, Moment
from billing_desk.services.sync.status import Phase, Status
from billing_desk.ui.customers.timeline import happened
from billing_desk.ui.startup import language
from billing_desk.ui.window.top_bar import freshness
from billing_desk.ui.wording import operation_words, words
from billing_desk.ui.wording.billing.declines import advice
from billing_desk.ui.wording.bulk_words import dry_sentence, row_state
from billing_desk.ui.wording.preview_words import effect_sentence, warning_sentence
from billing_desk.ui.wording.text import Wording


def _all() -> Iterator[tuple[str, str]]:
    """(enum member, its words) of everything that is worded, in the language that is installed."""
    for action in Action:
        yield f"Action.{action.name}", operation_words.action(action)
    for warning in WarningCode:
        yield f"WarningCode.{warning.name}", warning_sentence(Warning_(warning))
    for effect in EffectCode:
        yield f"EffectCode.{effect.name}", effect_sentence(Effect(effect))
    for state in OperationState:
        yield f"OperationState.{state.name}", operation_words.operation_state(state)[0]
    for mode in Mode:
        yield f"Mode.{mode.name}", words.mode(mode)
    for kind in EditKind:
        yield f"EditKind.{kind.name}", dry_sentence(kind, 2)
    for row in RowState:
        yield f"RowState.{row.name}", row_state(BulkRow(1, "cus_1", "A", row, note="same"), EditKind.ADD_TAG)
    for hint in Advice:
        code_of_hint = next((code for code, given in ADVICE.items() if given is hint), "unknown_code")
        yield f"Advice.{hint.name}", advice(PaymentFailure(code_of_hint))
    for code in Happening:
        if code is not Happening.OPERATION:
            yield f"Happening.{code.name}", happened(Moment(1, code, detail="generic_decline"))


@pytest.fixture
def japanese(qapp: QApplication) -> None:
    language.install(qapp, "ja")


def test_every_member_has_its_words_in_english(qapp: QApplication) -> None:
    language.install(qapp, "en")
    for member, text in _all():
        code = member.partition(".")[2].lower()
        assert text, member
        assert "_" not in code or code not in text, f"{member} shows its code: {text}"


@pytest.mark.usefixtures("japanese")
def test_every_member_has_its_words_in_japanese() -> None:
    for member, text in _all():
        assert any("぀" <= character <= "鿿" for character in text), f"{member}: {text}"


def test_what_an_operation_is_called_is_read_back_from_the_record() -> None:
    for action in Action:
        for reverts in (0, 1, 2):
            assert from_record(record_name(action, reverts)) == (action, reverts)
    assert from_record("undo card.of_tomorrow") == (Action.UNKNOWN, 1)


def test_an_action_of_another_version_stands_as_it_was_recorded(qapp: QApplication) -> None:
    language.install(qapp, "en")
    assert operation_words.recorded("card.of_tomorrow") == "card.of_tomorrow"
    assert operation_words.recorded("undo customer.update") == "Undo: Update customer"


def test_kinds_of_changes_and_reasons_to_stop_are_used() -> None:
    """They are worded by what they change; none is left over that nobody publishes or says."""
    from pathlib import Path

    import billing_desk

    text = "\n".join(path.read_text(encoding="utf-8") for path in Path(billing_desk.__file__).parent.rglob("*.py"))
    for enum in (StopReason, Phase):
        for member in enum:
            assert f"{enum.__name__}.{member.name}" in text, member
    for kind in (ChangeKind.OPERATION, ChangeKind.STEP, ChangeKind.BULK, ChangeKind.NEW_CARD, ChangeKind.CARD_PAGE):
        assert f"ChangeKind.{kind.name}" in text, kind


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_of_the_sync_is_said(phase: Phase, qapp: QApplication) -> None:
    language.install(qapp, "en")
    assert freshness(Status(phase=phase, as_of=1.0), Wording("en", "UTC"))[0]
