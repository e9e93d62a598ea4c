"""The preview dialog before any write: changed fields, money, effects at Stripe, and the requests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ...domain.errors import DeskError
from ...domain.writes.operation import Operation, Preview
from ...services.screen_services import ScreenServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Button, ComboBox, Label
from ..widgets.theme import HUGE, MEDIUM, MIDDLE, TIGHT
from ..widgets.whom import Whom
from ..wording import operation_words
from ..wording.notices import sentence
from ..wording.preview_words import effect_sentence, filled, warning_sentence
from ..wording.request_code import as_curl, as_python
from ..wording.text import joined, translate
from .confirmation import Confirmation
from .preview_parts import about_part, bills_part, changes_part, money_part, said_part, warned_part
from .second_step import SecondStep
from .whose import whose

Again = Callable[[], Awaitable[Preview | None]]
Act = str | Callable[[Preview], str]
"""The confirming button's text; a function of the preview if it contains an amount."""
MOST_HEIGHT, LEAST_HEIGHT, REST_HEIGHT = 420, 90, 430
"""Pixels of the content, and of what stands around it; larger content scrolls, so that the button stays visible."""


class PreviewDialog(DeskDialog[ScreenServices]):
    """`act` is the button's text with subject and amount. `again` makes a new preview if an object has changed at
    Stripe meanwhile; nothing is sent until the new preview is confirmed."""

    def __init__(
        self,
        context: Context[ScreenServices],
        parent: QWidget,
        preview: Preview,
        act: Act,
        again: Again | None = None,
        *,
        whom: Whom | None,
    ) -> None:
        super().__init__(context, parent, operation_words.title(preview.operation), act_of(act, preview), whom=whom)
        self._preview, self._again, self._act = preview, again, act
        self._checks = False
        self._renamed: tuple[str, str] | None = None
        """The customer's name that the caller knows, and the one at Stripe since."""
        self.setMinimumWidth(MIDDLE)
        self._amount = Label(wordWrap=True)
        self._amount.setProperty("amount", True)
        self.body.addWidget(self._amount)
        self._content = QScrollArea()
        self._content.setWidgetResizable(True)
        self._content.setFrameShape(QFrame.Shape.NoFrame)
        self._content.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._content)
        self._confirmation = Confirmation(preview.operation.identity.mode, context.wording)
        self.reason, self.ticket = self._confirmation.reason, self._confirmation.ticket
        self.typed = self._confirmation.typed
        self.body.addWidget(self._confirmation)
        self.body.addStretch(1)
        self._add_requests()
        self._step: SecondStep | None = None
        self._show(preview)
        self.primary.clicked.connect(self._confirm)
        for field in (self.reason, self.ticket, self.typed):
            field.textChanged.connect(self._typed_on)
        self.reason.setFocus()
        self.look_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        form = self.parentWidget()
        if self._step is None and isinstance(form, DeskDialog):
            self._step = SecondStep(form, self)

    def has_typed(self) -> bool:
        """Nothing that is typed here is lost: the form behind keeps its input."""
        return False

    def _add_requests(self) -> None:
        self._toggle = Button(translate("Preview", "Show request"))
        self._toggle.setProperty("link", True)
        self._toggle.clicked.connect(self._show_request)
        self.language = ComboBox()
        self.language.addItems(["curl", "Python"])
        self.language.setAccessibleName(translate("Preview", "Request format"))
        self.language.currentIndexChanged.connect(self._write_request)
        self.language.hide()
        row = QHBoxLayout()
        row.addWidget(self._toggle)
        row.addWidget(self.language)
        row.addStretch(1)
        self.body.addLayout(row)
        self._request = QPlainTextEdit(readOnly=True)
        self._request.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._request.setMinimumHeight(170)
        self._request.setAccessibleName(translate("Preview", "Request"))
        self._request.hide()
        self.body.addWidget(self._request)

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        wording = self.context.wording
        self._amount.setText("  ".join(map(wording.money, preview.operation.money)))
        self._amount.setVisible(bool(preview.operation.money))
        fresh = QWidget()
        layout = QGridLayout(fresh)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(MEDIUM)
        parts: list[QWidget] = [changes_part(preview.operation.changes, wording)] if preview.operation.changes else []
        if money := money_part(preview, wording):
            parts.append(money)
        if preview.effects.about is not None:
            parts.append(about_part(preview.effects.about, wording))
        if preview.effects.bills:
            parts.append(bills_part(preview, wording))
        parts += [said_part(filled(effect_sentence(said), said, wording)) for said in preview.effects.by_stripe]
        parts += [warned_part(filled(warning_sentence(warning), warning, wording)) for warning in preview.warnings]
        for place, part in enumerate(parts):
            layout.addWidget(part, place, 0)
        layout.setRowStretch(len(parts), 1)
        self._content.setWidget(fresh)
        width = self.minimumWidth() - 2 * HUGE
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else fresh.sizeHint().height()
        room = self.screen().availableGeometry().height() - REST_HEIGHT
        self._content.setFixedHeight(min(wanted + TIGHT, max(room, LEAST_HEIGHT), MOST_HEIGHT))
        text = act_of(self._act, preview)
        self.show_act(text.replace(*self._renamed) if self._renamed else text)
        self._confirmation.ask(preview.operation.risk, preview.operation.money)
        self._typed_on()

    def _typed_on(self) -> None:
        self.allow(self._confirmation.is_given and not self._checks)
        self._write_request()

    @property
    def operation(self) -> Operation:
        return self.context.services.writer.explained(self._preview.operation, *self._confirmation.explanation)

    def _confirm(self) -> None:
        if self.primary.isEnabled():
            self.jobs.alone("confirm", self._confirm_if_unchanged())

    async def _confirm_if_unchanged(self) -> None:
        self._checks = True
        self._typed_on()
        self.show_problem("")
        try:
            if not await self.context.services.writer.changed_since(self._preview):
                self.accept()
                return
            fresh = await self._again() if self._again else None
            if fresh is not None:
                await self._read_whom(fresh)
        except DeskError as error:
            self.show_problem(sentence(error))
            return
        finally:
            self._checks = False
            self._typed_on()
        if fresh is None:
            self.show_problem(
                translate("Preview", "This was changed in Stripe in the meantime. There is nothing left to do.")
            )
            return
        self.typed.clear()
        self._show(fresh)
        self.look_first()
        self.show_problem(
            translate(
                "Preview", "This was changed in Stripe in the meantime. Check the preview again before it is sent."
            )
        )

    async def _read_whom(self, fresh: Preview) -> None:
        """The customer may be what has changed."""
        queries, before = self.context.services.queries, self.whom
        for kind, id_ in fresh.operation.subjects:
            if kind == "customer":
                await queries.refresh(kind, id_)
        now = await whose(queries, fresh.operation)
        if before is not None and now is not None and now != before:
            self._renamed = (before.name, now.name)
            self.show_whom(now)

    def show_act(self, act: str) -> None:
        """The button names act, amount, and whom."""
        whom = self.whom.name if self.whom is not None else ""
        super().show_act(act if whom in act else joined((act, whom), " · "))

    def _show_request(self) -> None:
        shown_now = self._request.isHidden()
        self._request.setVisible(shown_now)
        self.language.setVisible(shown_now)
        texts = translate("Preview", "Show request"), translate("Preview", "Hide request")
        self._toggle.setText(texts[shown_now])

    def _write_request(self) -> None:
        write = as_curl if self.language.currentIndex() == 0 else as_python
        self._request.setPlainText(write(self.operation))


def act_of(act: Act, preview: Preview) -> str:
    return act if isinstance(act, str) else act(preview)


async def agreed(
    context: Context[ScreenServices], parent: QWidget, preview: Preview, act: Act, again: Again | None = None
) -> Operation | None:
    """The operation with reason and ticket if the operator confirmed it, else None."""
    whom = await whose(context.services.queries, preview.operation)
    dialog = PreviewDialog(context, parent, preview, act, again, whom=whom)
    accepted = await shown(dialog)
    return dialog.operation if accepted else None
