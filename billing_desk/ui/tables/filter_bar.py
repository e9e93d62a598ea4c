"""The filter bar: views as chips, a field with completion, and a menu that inserts tokens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ...domain.filters import with_token
from ...domain.saved_view import SavedView
from ..widgets.icons import icon
from ..widgets.plain import Button, add_action, add_menu, set_tip
from ..widgets.theme import SMALL
from ..wording.text import translate
from .chips import FIELD_WIDTH, MoreViews, chips_in_lines
from .token_field import TokenField

TYPING = 0
"""Milliseconds to wait after typing before a filter is applied; a newer query cancels an older one."""
SHORTCUTS = tuple(f"Alt+{number}" for number in range(1, 10))
BUILT_IN = 6
"""How many of the shortcuts built-in views take; the others are for saved views."""


@dataclass(frozen=True)
class View:
    """A built-in view: name, filter, sort order if it differs from the tab's, and its own columns by key, if any."""

    name: Callable[[], str]
    filter: str
    sort: str = ""
    descending: bool = True
    columns: tuple[str, ...] = ()


class FilterBar(QWidget):
    """`changed` carries the filter text, `chosen` a view; `save_asked` and `delete_asked` concern saved views."""

    changed = Signal(str)
    chosen = Signal(object)
    save_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self, views: Sequence[View], tokens: Sequence[str], dates: Sequence[str], owner: QWidget) -> None:
        """`dates` are the fields with days. The shortcuts of views work everywhere in `owner`."""
        super().__init__(owner)
        self._owner = owner
        self._views, self._tokens, self._dates = views, list(tokens), dates
        self._saved: list[SavedView] = []
        self._values: Mapping[str, Sequence[str]] = {}
        self._clocks: Mapping[str, str] = {}
        outer, layout = QVBoxLayout(self), QHBoxLayout()
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SMALL)
        layout.setSpacing(SMALL)
        self._chips: list[QPushButton] = []
        self._keys: list[QShortcut] = []
        self._choosers: list[_Chooser] = []
        self._lines: list[QHBoxLayout] = []
        self._arranged: list[list[QPushButton]] | None = None
        self.more = MoreViews(self)
        self._field_line = layout
        outer.addLayout(layout)
        self.field = TokenField([*tokens, *(f"{field}{preset}" for field in dates for preset in _DATES)])
        hint = translate("FilterBar", "Filter by words or {token}")
        self.field.setPlaceholderText(hint.format(token=tokens[0] if tokens else ""))
        self.field.setAccessibleName(translate("FilterBar", "Filter"))
        layout.addWidget(self.field, 1)
        self.clock_button, self._clock_menu = self._menu_button(
            "clock", translate("FilterBar", "Test clock"), self._fill_clocks
        )
        self.clock_button.hide()
        layout.addWidget(self.clock_button)
        menu_button, self._menu = self._menu_button(
            "filter", translate("FilterBar", "Filters and views"), self._fill_menu
        )
        layout.addWidget(menu_button)
        self._quiet = QTimer(self, singleShot=True, interval=TYPING)
        self._quiet.timeout.connect(self._emit)
        self.field.textChanged.connect(self._typed)
        self._show_chips()

    def _menu_button(self, name: str, title: str, fill: Callable[[], None]) -> tuple[QPushButton, QMenu]:
        button = Button("", icon(name))
        button.setAccessibleName(title)
        set_tip(button, title)
        menu = QMenu(button)
        button.setMenu(menu)
        menu.aboutToShow.connect(fill)
        menu.triggered.connect(self._menu_chosen)
        return button, menu

    @property
    def text(self) -> str:
        return self.field.text().strip()

    def set_text(self, text: str) -> None:
        """Set and apply the text at once, without the typing delay."""
        self.field.setText(text)
        self._quiet.stop()
        self._emit()

    def show_text(self, text: str) -> None:
        """Show the text without applying it."""
        self.field.setText(text)
        self._quiet.stop()

    def show_saved(self, saved: list[SavedView]) -> None:
        self._saved = saved
        self._show_chips()

    def show_values(self, values: Mapping[str, Sequence[str]]) -> None:
        """The values of filter fields in this account, for the menu and the completion."""
        self._values = values
        self.field.offer([f"{field}:{value}" for field, found in values.items() for value in found])

    def show_clocks(self, clocks: Mapping[str, str]) -> None:
        """The account's test clocks: id → name. Without test clocks there is no menu entry."""
        self._clocks = clocks
        self.clock_button.setVisible(bool(clocks))

    def all_views(self) -> list[SavedView]:
        """Built-in views, then saved ones; shortcuts are assigned in this order."""
        shipped = [
            SavedView(view.name(), view.filter, view.sort, view.descending, shortcut=key, only=view.columns)
            for view, key in zip(self._views, (*SHORTCUTS[:BUILT_IN], *[""] * len(self._views)), strict=False)
        ]
        return [*shipped, *self._saved]

    def free_shortcuts(self) -> list[str]:
        taken = {view.shortcut for view in self.all_views()}
        return [key for key in SHORTCUTS if key not in taken]

    def _show_chips(self) -> None:
        self._take_chips_out()
        for chip in self._chips:
            chip.hide()
        for old in (*self._chips, *self._keys):
            old.deleteLater()
        self._chips, self._keys, self._choosers = [], [], []
        for view in self.all_views():
            chip = Button(view.name)
            chip.setParent(self)
            chip.setProperty("chip", True)
            chip.setProperty("filter", view.filter)
            chip.setCheckable(True)
            choose = _Chooser(self, view)
            self._choosers.append(choose)  # a signal does not keep a reference to its slot
            chip.clicked.connect(choose.choose)
            self._chips.append(chip)
            if view.shortcut:
                set_tip(chip, QKeySequence(view.shortcut).toString(QKeySequence.SequenceFormat.NativeText))
                key = QShortcut(QKeySequence(view.shortcut), self._owner)
                key.activated.connect(choose.choose)
                self._keys.append(key)
        self._mark_chips()
        self._arranged = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Chips that do not fit beside each other go to another line."""
        widest = max((chip.sizeHint().width() for chip in self._chips), default=0)
        return QSize(max(FIELD_WIDTH, widest), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Chips beside the field if there is room for both, else in lines of their own above it."""
        more = self.more.sizeHint().width()
        lines = chips_in_lines([chip.sizeHint().width() for chip in self._chips], self.width(), more)
        chips = iter(self._chips)
        arranged = [[next(chips) for _ in range(count)] for count in lines]
        if arranged == self._arranged:
            return
        self._arranged = arranged
        self._take_chips_out()
        *above, beside = arranged
        left = list(chips)
        for chip in self._chips:
            chip.setVisible(chip not in left)
        self.more.setVisible(bool(left))
        if left:
            above[-1].append(self.more)
        self._mark_chips()
        for number, chips_of_line in enumerate(above):
            for chip in chips_of_line:
                self._line(number).addWidget(chip)
        for number, chip in enumerate(beside):
            self._field_line.insertWidget(number, chip)

    def _line(self, number: int) -> QHBoxLayout:
        """A line above the field; an empty one takes no room."""
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        while len(self._lines) <= number:
            line = QHBoxLayout()
            line.setSpacing(SMALL)
            line.setAlignment(Qt.AlignmentFlag.AlignLeft)
            outer.insertLayout(len(self._lines), line)
            self._lines.append(line)
        return self._lines[number]

    def _take_chips_out(self) -> None:
        for chip in (*self._chips, self.more):
            for line in (*self._lines, self._field_line):
                line.removeWidget(chip)

    def choose(self, view: SavedView) -> None:
        self.show_text(view.filter)
        self.chosen.emit(view)
        self._mark_chips()

    def _mark_chips(self) -> None:
        for chip in self._chips:
            chip.setChecked(chip.property("filter") == self.text)
        self.more.show_chips(self._chips)

    def _typed(self) -> None:
        self._mark_chips()
        self._quiet.start()

    def _emit(self) -> None:
        self.changed.emit(self.text)

    def _fill_menu(self) -> None:
        self._menu.clear()
        by_field: dict[str, list[str]] = {}
        for token in self._tokens:
            by_field.setdefault(_field(token), []).append(token)
        for field, values in self._values.items():
            known = by_field.setdefault(field, [])
            known += [token for value in values if (token := f"{field}:{value}") not in known]
        for field in self._dates:
            by_field.setdefault(field, []).extend(f"{field}{preset}" for preset in _DATES)
        for field, tokens in by_field.items():
            menu = add_menu(self._menu, field)
            for token in dict.fromkeys(tokens):
                add_action(menu, token).setData(("token", token))
        self._menu.addSeparator()
        add_action(self._menu, translate("FilterBar", "Save view…")).setData(("save", ""))
        for view in self._saved:
            action = add_action(self._menu, translate("FilterBar", "Delete view “{name}”").format(name=view.name))
            action.setData(("delete", view.name))

    def _fill_clocks(self) -> None:
        self._clock_menu.clear()
        chosen = [part for part in self.text.split() if part.startswith("clock:")]
        choices: dict[str, str] = {
            "": translate("FilterBar", "All"),
            "clock:none": translate("FilterBar", "Without a test clock"),
        }
        choices |= {f"clock:{id_}": name for id_, name in self._clocks.items()}
        for token, title in choices.items():
            action = add_action(self._clock_menu, title)
            action.setCheckable(True)
            action.setChecked(chosen == ([token] if token else []))
            action.setData(("clock", token))

    def _menu_chosen(self, action: QAction) -> None:
        if action.data() is None:
            return
        command, value = action.data()
        if command == "token":
            self.set_text(with_token(self.text, value))
            self.field.setFocus()
        elif command == "clock":
            self.set_text(with_token(" ".join(p for p in self.text.split() if not p.startswith("clock:")), value))
        elif command == "save":
            self.save_asked.emit()
        else:
            self.delete_asked.emit(value)


_DATES = (":today", ":month", ":month-1", ":quarter", ":year", ">today-8", "<today")


def _field(token: str) -> str:
    return token.lstrip("-").partition(":")[0].partition("<")[0].partition(">")[0]


class _Chooser:
    """The slot of a chip and its shortcut."""

    def __init__(self, bar: FilterBar, view: SavedView) -> None:
        self._bar, self._view = bar, replace(view)

    def choose(self) -> None:
        self._bar.choose(self._view)
