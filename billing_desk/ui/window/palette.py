"""The command palette (Ctrl+K): finds objects and runs actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import shiboken6
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.search_hit import Hit
from ...domain.text.folding import folded
from ...domain.text.object_links import ObjectLink, parse_link
from ...services.search import Search
from ..widgets.ask import shown
from ..widgets.fields import TextField, stopped_sentence
from ..widgets.icons import icon
from ..widgets.jobs import Jobs
from ..widgets.plain import Label, ListEntry, set_title, shown_in_cell
from ..widgets.theme import LARGE, MEDIUM, SMALL, TIGHT, colors
from ..wording import words
from ..wording.hit_words import HitText, hit_text
from ..wording.text import Wording, translate
from .actions import Action

_CHOSEN, _TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW, HEADER = 40, 26
"""Heights in pixels."""


class RowDelegate(QStyledItemDelegate):
    """Paints a result: icon, name over a dim line, and at the right the amount over state and date."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW if index.data(_TEXT) else HEADER)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        text: HitText | None = index.data(_TEXT)
        if text is None:
            super().paint(painter, option, index)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors().selection))
        rect = option.rect.adjusted(MEDIUM, TIGHT, -MEDIUM, -TIGHT)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(rect.left(), rect.center().y() - 8, 16, 16))
        left = rect.adjusted(16 + MEDIUM, 0, 0, 0)
        half = rect.height() // 2
        self._lines(painter, option, left, half, (text.amount, text.rest), Qt.AlignmentFlag.AlignRight)
        widest = max(option.fontMetrics.horizontalAdvance(part) for part in (text.amount, text.rest))
        second = text.second if text.second != text.first else ""
        self._lines(
            painter,
            option,
            left.adjusted(0, 0, -widest - LARGE, 0),
            half,
            (text.first, second),
            Qt.AlignmentFlag.AlignLeft,
        )
        painter.restore()

    @staticmethod
    def _lines(
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        half: int,
        lines: tuple[str, str],
        side: Qt.AlignmentFlag,
    ) -> None:
        """Two lines, the second one dim; a single one in the middle. Text that is too wide ends in dots."""
        alone = not lines[1]
        for place, text in enumerate(lines):
            line = rect if alone else QRect(rect.left(), rect.top() + place * half, rect.width(), half)
            painter.setPen(QColor(colors().dim if place else colors().text))
            shown = option.fontMetrics.elidedText(shown_in_cell(text), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)


class PaletteField(TextField):
    """Up, Down and Enter are passed to the list."""

    def __init__(self, keys_to: QListWidget) -> None:
        super().__init__()
        self._list = keys_to

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.count():
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """To the next result; headers are skipped."""
        places = [n for n in range(self._list.count()) if self._list.item(n).flags() & Qt.ItemFlag.ItemIsSelectable]
        if places:
            now = places.index(self._list.currentRow()) if self._list.currentRow() in places else -1
            self._list.setCurrentRow(places[(now + step) % len(places)])


class Palette(QDialog):
    """After it is accepted, `chosen` is an action's name, a hit, or a pasted link. Its property `of_desk` closes it
    with the desk."""

    def __init__(
        self,
        parent: QWidget,
        actions: Sequence[Action],
        search: Search | None,
        wording: Wording,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setProperty("of_desk", True)
        set_title(self, translate("Palette", "Search"))
        self.resize(620, 480)
        self._actions, self._search, self._wording = actions, search, wording
        self._jobs = Jobs(self, report)
        self.chosen: str | Hit | ObjectLink | None = None
        self._shown = self._take_when_shown = False
        self._why = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        self.setStyleSheet(f"Palette {{ border: 2px solid {colors().accent}; }}")
        self.list = QListWidget()
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setUniformItemSizes(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("Palette", "Results"))
        self.field = PaletteField(self.list)
        self.field.setPlaceholderText(
            translate("Palette", "Name, email, ID, last 4 digits, invoice number, amount, or command")
        )
        self.field.setAccessibleName(translate("Palette", "Search"))
        self._note = Label(wordWrap=True)
        self._note.setProperty("dim", True)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._note)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take)
        self.field.stopped.connect(self._stopped)
        self.list.itemActivated.connect(self._take)
        self._typed("")

    def _stopped(self) -> None:
        self._why = stopped_sentence()

    def _typed(self, _: str) -> None:
        # Qt emits the text that was pasted, though the field has removed it since.
        text = self.field.text()
        self._note.setText("")
        if text:
            self._why = ""
        self._shown = False
        self._jobs.newest("find", self._show(text.strip()))

    async def _show(self, text: str) -> None:
        hits = await self._search.find(text) if self._search and len(text) > 1 else []
        self.list.clear()
        if (link := parse_link(text)) is not None:
            where = words.mode(link.mode)
            title = translate("Palette", "Open {what} {id} ({mode})").format(
                what=words.noun(link.kind), id=link.id, mode=where
            )
            self._add_header(translate("Palette", "Link"))
            self._add(HitText(title), "forward", link)
        for kind, group in groupby(sorted(hits, key=_order), lambda hit: hit.kind):
            self._add_header(words.nouns(kind))
            for hit in group:
                self._add(hit_text(hit, self._wording), hit.kind, hit)
        wanted = folded(text)
        found = [action for action in self._actions if wanted in folded(action.title())]
        if found:
            self._add_header(translate("Palette", "Commands"))
        for action in found:
            keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            self._add(HitText(action.title(), amount=keys), "forward", action.name)
        self.list.setCurrentRow(1 if self.list.count() else -1)
        self._note.setText(self._why or ("" if self.list.count() else translate("Palette", "No results.")))
        self._shown = True
        if self._take_when_shown:
            self._take()

    def _add_header(self, text: str) -> None:
        item = ListEntry(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(colors().dim))
        self.list.addItem(item)

    def _add(self, text: HitText, picture: str, chosen: str | Hit | ObjectLink) -> None:
        item = ListEntry(text.whole, icon(picture))
        item.setData(_TEXT, text)
        item.setData(_CHOSEN, chosen)
        self.list.addItem(item)

    def _take(self) -> None:
        """Choose a result. If the search for the current text is still running, waits for its results."""
        self._take_when_shown = not self._shown
        if self._take_when_shown:
            return
        item = self.list.currentItem()
        if item is not None and item.data(_CHOSEN) is not None:
            self.chosen = item.data(_CHOSEN)
            self.accept()


_KINDS = ("customer", "subscription", "invoice", "card", "price", "meter")


def _order(hit: Hit) -> int:
    return _KINDS.index(hit.kind) if hit.kind in _KINDS else len(_KINDS)


class Backdrop(QWidget):
    """Dims the window behind the palette."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(0, 0, 0, 77))


async def choose(
    window: QWidget,
    actions: Sequence[Action],
    search: Search | None,
    wording: Wording,
    report: Callable[[BaseException], None],
) -> Hit | ObjectLink | str | None:
    """The chosen object, a pasted link, or the chosen action's name; None if nothing was chosen."""
    palette = Palette(window, actions, search, wording, report)
    backdrop = Backdrop(window)
    try:
        return palette.chosen if await shown(palette) else None
    finally:
        if shiboken6.isValid(backdrop):
            backdrop.deleteLater()
