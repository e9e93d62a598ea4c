"""What is wrong with the typed filter, and a correction to use instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.filters import doubt
from ..widgets.fields import stopped_sentence
from ..widgets.plain import Button, Label
from ..widgets.theme import SMALL
from ..wording.text import translate


class FilterProblem(QWidget):
    """Hidden without a problem. `better_asked` carries the corrected filter. `values`: see PageSpec."""

    better_asked = Signal(str)

    def __init__(self, fields: frozenset[str], values: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._fields, self._values, self._stopped = fields, values, False
        self._label = Label(wordWrap=True)
        self._label.setProperty("problem", True)
        self.better = Button()
        self.better.setProperty("link", True)
        self.better.clicked.connect(self._use)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._label, 1)
        row.addWidget(self.better)
        self.say("")

    @property
    def text(self) -> str:
        """The displayed text; "" if there is none."""
        return "" if self.isHidden() else self._label.text()

    def typed(self, text: str) -> None:
        """Check a filter that is applied now. A card number was removed from an empty one, and that stays said."""
        if text or not self._stopped:
            self.say("")
            self._say_doubt(text)
        self._stopped = False

    def _say_doubt(self, text: str) -> None:
        found = doubt(text, self._fields, self._values)
        if found is None:
            return
        if found.is_field:
            said = translate("Page", "There is no filter “{token}”; it is searched as text.")
        else:
            said = translate("Page", "“{token}” matches nothing: there is no such value.")
        self.say(said.format(token=found.token), found.nearest)

    def say_refused(self, token: str) -> None:
        """`token` cannot be read; "": the filter is too long."""
        if not token:
            self.say(translate("Page", "This filter is too long. Use fewer or shorter conditions."))
            return
        text = translate(
            "Page", "Cannot read “{token}”. Enter dates as 2026-12-01, amounts as 1200.50, and months as 2027-03."
        )
        self.say(text.format(token=token))

    def say_card_number(self) -> None:
        self._stopped = True  # the field was emptied, which applies the empty filter after this
        self.say(stopped_sentence())

    def say(self, text: str, better: str = "") -> None:
        """`better`: a filter to use instead."""
        self._label.setText(text)
        self.better.setText(translate("Page", "Use {filter}").format(filter=better) if better else "")
        self.better.setProperty("filter", better)
        self.better.setVisible(bool(better))
        self.setVisible(bool(text))

    def _use(self) -> None:
        self.better_asked.emit(str(self.better.property("filter")))
