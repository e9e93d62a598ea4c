"""What will happen, before any write: fields before and after, warnings, the exact request, reason and ticket."""

from __future__ import annotations

import json
import shlex

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from ..domain.operation import FieldChange, Operation, Preview, Warning_
from ..domain.request import Request
from . import words
from .ask import shown
from .context import Context
from .dialog import DeskDialog
from .fields import Row, TextField
from .text import translate
from .theme import LARGE, MEDIUM, SMALL, colors


def warning_sentence(warning: Warning_) -> str:
    count = int(warning.values.get("count", 1))
    known = {
        "email_in_use": translate("Preview", "%n customer(s) already use this e-mail, for example {name}.", "", count),
        "invoices_go_to_new_email": translate("Preview", "Invoices and receipts go to the new address from now on."),
        "no_email_no_receipts": translate("Preview", "Without an e-mail, Stripe cannot send invoices or receipts."),
    }
    return known.get(warning.code, warning.code).format(**warning.values)


def shown_value(change: FieldChange, value: str | None) -> str:
    if value is None:
        return "–"
    return words.tax_exempt(value) if change.field == "tax_exempt" else value


def as_curl(request: Request, key: str, address: str = "https://api.stripe.com") -> str:
    """The request as a command, with the API key left out."""
    lines = [f"curl -X {request.method.upper()} {address}{request.path}", '-u "$STRIPE_KEY:"']
    lines.append(f"-H {shlex.quote(f'Idempotency-Key: {key}')}")
    lines += [f"-d {shlex.quote(f'{name}={value}')}" for name, value in form_pairs(request.params)]
    return " \\\n  ".join(lines)


def form_pairs(value: object, name: str = "") -> list[tuple[str, str]]:
    """Parameters as Stripe's form encoding has them."""
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in form_pairs(item, f"{name}[{key}]" if name else key)]
    if isinstance(value, list | tuple):
        return [pair for place, item in enumerate(value) for pair in form_pairs(item, f"{name}[{place}]")]
    if isinstance(value, bool):
        return [(name, json.dumps(value))]
    return [(name, str(value))]


class PreviewDialog(DeskDialog):
    """`act` names what the button does, subject included."""

    def __init__(self, context: Context, parent: QWidget, preview: Preview, act: str) -> None:
        super().__init__(context, parent, words.verb(preview.operation.verb), act)
        self._preview = preview
        self.setMinimumWidth(620)
        self.body.addWidget(_changes(preview.operation.changes))
        for warning in preview.warnings:
            label = QLabel(warning_sentence(warning), wordWrap=True)
            background, foreground = colors().tones["warn"]
            label.setStyleSheet(
                f"background: {background}; color: {foreground}; padding: {SMALL}px; border-radius: 6px;"
            )
            self.body.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        self.reason, self.ticket = TextField(), TextField()
        row.addWidget(Row(translate("Preview", "Reason"), self.reason), 2)
        row.addWidget(Row(translate("Preview", "Ticket"), self.ticket), 1)
        self.body.addLayout(row)
        self._toggle = QPushButton(translate("Preview", "Show the exact request"))
        self._toggle.setProperty("link", True)
        self._toggle.clicked.connect(self._show_request)
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._request = QPlainTextEdit(readOnly=True)
        self._request.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._request.setPlainText("\n\n".join(as_curl(step.request, step.key) for step in preview.operation.steps))
        self._request.setMinimumHeight(170)
        self._request.setAccessibleName(translate("Preview", "The exact request"))
        self._request.hide()
        self.body.addWidget(self._request)
        self.primary.clicked.connect(self.accept)
        self.reason.setFocus()

    @property
    def operation(self) -> Operation:
        return self._preview.operation.explained(self.reason.text().strip(), self.ticket.text().strip())

    def _show_request(self) -> None:
        self._request.setVisible(self._request.isHidden())
        texts = translate("Preview", "Show the exact request"), translate("Preview", "Hide the exact request")
        self._toggle.setText(texts[not self._request.isHidden()])


def _changes(changes: tuple[FieldChange, ...]) -> QFrame:
    frame = QFrame()
    frame.setProperty("card", True)
    grid = QGridLayout(frame)
    grid.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
    grid.setHorizontalSpacing(LARGE)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    titles = (translate("Preview", "Field"), translate("Preview", "Before"), "", translate("Preview", "After"))
    for place, title in enumerate(titles):
        label = QLabel(title)
        label.setProperty("section", True)
        grid.addWidget(label, 0, place)
    for number, change in enumerate(changes, 1):
        cells = (words.field(change.field), shown_value(change, change.before), "→", shown_value(change, change.after))
        for place, text in enumerate(cells):
            cell = QLabel(text, wordWrap=place in (1, 3))
            cell.setTextFormat(Qt.TextFormat.PlainText)
            cell.setProperty("dim", place in (0, 1, 2))
            grid.addWidget(cell, number, place, Qt.AlignmentFlag.AlignTop)
    return frame


async def agreed(context: Context, parent: QWidget, preview: Preview, act: str) -> Operation | None:
    """The operation with reason and ticket once the person confirmed it; None otherwise."""
    dialog = PreviewDialog(context, parent, preview, act)
    accepted = await shown(dialog)
    return dialog.operation if accepted else None
