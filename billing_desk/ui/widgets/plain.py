"""Text widgets for plain text only: no markup, no shortcuts, no reordering by invisible characters.

Names, messages and links come from outside (G3). Qt would render `<img src=…>` in a label as HTML, and `&` in a button
as a shortcut. No other module creates these widgets or sets a tooltip; the architecture test checks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QSystemTrayIcon,
    QTabBar,
    QTableWidgetItem,
    QTreeWidgetItem,
    QWidget,
)

from ...domain.text.display_text import shortened, visible

_LONG, _UNBROKEN = re.compile(r"\S{40}"), re.compile(r"\S{20}")
NOTICE_SHOWN = 15_000
"""Milliseconds after which a desktop notification's icon is removed."""
LONGEST_CELL, LONGEST_LABEL = 300, 200
"""Maximum length in characters of a table cell, and of a button or title."""


def shown(text: str) -> str:
    """The text for a label."""
    return visible(shortened(text))


def shown_in_cell(text: str) -> str:
    """The text for a cell of a table or list, on one line."""
    if len(text) <= LONGEST_CELL and text.isascii() and text.isprintable():
        return text
    return visible(shortened(text, LONGEST_CELL).replace("\r", " ").replace("\n", " "))


def shown_on_button(text: str) -> str:
    """The text for a button, a menu entry or a tab; `&` does not create a shortcut."""
    return shown_in_cell(shortened(text, LONGEST_LABEL)).replace("&", "&&")


def tip_text(text: str) -> str:
    """The text for a tooltip, which Qt renders as HTML if it looks like HTML: it is then escaped."""
    text = shown(text)
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if "<" in text or "&" in text else text


class Label(QLabel):
    """A label with plain text. `long_words` may break anywhere, because text from outside can have words of any length,
    such as URLs."""

    def __init__(self, text: str = "", *, wordWrap: bool = False, long_words: bool = False) -> None:  # noqa: N803 - Qt's own name
        super().__init__()
        self._long_words = long_words
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Also if the text is written from right to left.
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(wordWrap)
        self.setText(text)

    def setText(self, text: str) -> None:
        # In a label with a buddy Qt reads `&` as a shortcut, even in plain text.
        said = shown(text)
        if self._long_words and _LONG.search(said):
            said = _UNBROKEN.sub(lambda match: match.group() + "\u200b", said)
        super().setText(said.replace("&", "&&") if self.buddy() else said)

    def setBuddy(self, buddy: QWidget) -> None:
        said = self.text()
        super().setBuddy(buddy)
        self.setText(said)


class Button(QPushButton):
    """A push button; without text it shows only its icon. Enter presses it while it has the focus, once per key
    press."""

    def __init__(self, text: str = "", icon: QIcon | None = None) -> None:
        super().__init__()
        self.setAutoDefault(False)  # else Enter in a field would press whichever button comes first
        if icon is not None:
            self.setIcon(icon)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(shown_on_button(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        else:
            super().keyPressEvent(event)


CHEVRON = 4
"""Half the width of a chevron in pixels."""


def draw_chevron(widget: QWidget, x: int, y: int, *, up: bool = False) -> None:
    """Draw the arrow of a control around this point; the toolkit's own arrows are hidden by the style sheet."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = widget.palette().color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    low, high = (y + CHEVRON // 2, y - CHEVRON // 2)
    tip, ends = (high, low) if up else (low, high)
    painter.drawPolyline([QPointF(x - CHEVRON, ends), QPointF(x, tip), QPointF(x + CHEVRON, ends)])
    painter.end()


class SpinBox(QSpinBox):
    """A number field with this program's arrows."""

    def __init__(self, minimum: int = 0, maximum: int = 99, value: int = 0, suffix: str = "") -> None:
        super().__init__(minimum=minimum, maximum=maximum, value=value, suffix=suffix)
        self.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet's padding does not reach this inner field

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle, x = self.height() // 2, self.width() - 14
        draw_chevron(self, x, middle - 6, up=True)
        draw_chevron(self, x, middle + 6)


class ComboBox(QComboBox):
    """A combo box; `data` identifies the chosen entry."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_chevron(self, self.width() - 16, self.height() // 2)

    def showPopup(self) -> None:
        """High enough for its rows and wide enough for their texts: Qt forgets the style sheet's padding."""
        view, popup = self.view(), self.view().window()
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setMinimumWidth(
            max(self.width(), view.sizeHintForColumn(0) + 3 * view.verticalScrollBar().sizeHint().width())
        )
        super().showPopup()
        rows = min(self.count(), self.maxVisibleItems())
        wanted = sum(view.sizeHintForRow(row) for row in range(rows)) + popup.height() - view.viewport().height()
        if rows and popup.height() < wanted:
            popup.resize(popup.width(), wanted)

    def addItem(self, text: str, data: Any = None) -> None:  # type: ignore[override]  # the one of three that is used
        super().addItem(shown_in_cell(text), data)


def let_shrink(box: QComboBox) -> None:
    """Let a combo box be narrower than its longest entry, so that long names do not push other fields away."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)


class CheckBox(QCheckBox):
    def __init__(self, text: str = "") -> None:
        super().__init__(shown_on_button(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.palette().color(QPalette.ColorRole.Base)
        painter.setPen(QPen(color, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        x, y = box.center().x(), box.center().y()
        painter.drawPolyline([QPointF(x - 3.5, y + 0.5), QPointF(x - 0.8, y + 3), QPointF(x + 4, y - 2.5)])
        painter.end()


class RadioButton(QRadioButton):
    def __init__(self, text: str = "") -> None:
        super().__init__(shown_on_button(text))


class TableCell(QTableWidgetItem):
    """A cell of a small table; the tooltip shows text that does not fit."""

    def __init__(self, text: str, tip: str = "") -> None:
        super().__init__(shown_in_cell(text))
        if tip:
            self.setToolTip(tip_text(tip))


class ListEntry(QListWidgetItem):
    """A list entry."""

    def __init__(self, text: str, icon: QIcon | None = None, tip: str = "") -> None:
        super().__init__(shown_in_cell(text))
        if icon is not None:
            self.setIcon(icon)
        if tip:
            self.setToolTip(tip_text(tip))


class TreeEntry(QTreeWidgetItem):
    """A row of a tree, with a text for each column."""

    def __init__(self, *texts: str) -> None:
        super().__init__([shown_in_cell(text) for text in texts])


class TextDocument(QTextDocument):
    """For files; it is filled with a cursor, letter by letter."""


def desktop_notice(owner: QWidget, title: str, text: str, clicked: Callable[[], None]) -> bool:
    """A notification of the desktop. Whether it could be shown: not every desktop has a place for it. The texts must be
    this program's own, because some desktops read markup in them."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return False
    tray = QSystemTrayIcon(owner.window().windowIcon(), owner)
    tray.messageClicked.connect(clicked)
    tray.messageClicked.connect(tray.deleteLater)
    tray.show()
    tray.showMessage(shown_in_cell(title), shown_in_cell(text), owner.window().windowIcon())
    QTimer.singleShot(NOTICE_SHOWN, tray, tray.deleteLater)
    return True


def set_tip(widget: QWidget, text: str) -> None:
    widget.setToolTip(tip_text(text))


def set_tab_text(tabs: QTabBar, number: int, text: str) -> None:
    """The title of a tab, in which & is a letter."""
    tabs.setTabText(number, visible(text).replace("&", "&&"))


def set_tab_tip(tabs: QTabBar, number: int, text: str) -> None:
    tabs.setTabToolTip(number, tip_text(text))


def set_title(window: QWidget, text: str) -> None:
    """Qt would remove `[*]` from a window's title."""
    window.setWindowTitle(shown_in_cell(shortened(text, LONGEST_LABEL)).replace("[*]", "[*][*]"))


def add_button(box: QDialogButtonBox, text: str, role: QDialogButtonBox.ButtonRole) -> Button:
    button = Button(text)
    box.addButton(button, role)
    return button


def add_action(menu: QMenu, text: str, icon: QIcon | None = None) -> QAction:
    """`data` identifies the chosen action, because its text is changed for display."""
    action = menu.addAction(shown_on_button(text))
    if icon is not None:
        action.setIcon(icon)
    return action


def add_menu(menu: QMenu, text: str) -> QMenu:
    return menu.addMenu(shown_on_button(text))
