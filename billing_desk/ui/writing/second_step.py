"""A form and its preview look like one dialog with two steps."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect

from ..widgets.dialog import DeskDialog
from ..wording.text import translate


class SecondStep(QObject):
    """Keeps a preview exactly over the form it belongs to, at least as large, so that only one of the two is seen;
    the button that closes it leads back to the form. Create it when both are visible."""

    def __init__(self, form: DeskDialog[Any], preview: DeskDialog[Any]) -> None:
        super().__init__(preview)
        self._form, self._preview = form, preview
        preview.close_button.setText(translate("Dialog", "Back"))
        size = preview.size().expandedTo(form.size())
        place = QRect(form.pos(), size)
        place.moveLeft(form.x() - (size.width() - form.width()) // 2)
        screen = form.screen().availableGeometry()
        place.moveTop(max(screen.top(), min(place.top(), screen.bottom() - size.height())))
        preview.setMinimumSize(preview.minimumSize().expandedTo(form.size()))
        preview.resize(size)
        preview.move(place.topLeft())
        self._from_form = form.pos() - place.topLeft()
        preview.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move and watched is self._preview:
            self._form.move(self._preview.pos() + self._from_form)
        return super().eventFilter(watched, event)
