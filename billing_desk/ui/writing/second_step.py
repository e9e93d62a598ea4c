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
        place = QRect(form.geometry().topLeft(), size)
        place.moveLeft(place.left() - (size.width() - form.width()) // 2)
        screen = form.screen().availableGeometry()
        place.moveTop(max(screen.top(), min(place.top(), screen.bottom() - size.height())))
        preview.setMinimumSize(preview.minimumSize().expandedTo(form.size()))
        preview.setGeometry(place)
        self._offset = form.geometry().topLeft() - place.topLeft()
        preview.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move and watched is self._preview:
            moved = self._preview.geometry().topLeft() + self._offset - self._form.geometry().topLeft()
            self._form.move(self._form.pos() + moved)
        return super().eventFilter(watched, event)
