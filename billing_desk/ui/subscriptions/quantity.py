"""The dialog that changes the quantity of a subscription item."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...services.desk_services import SubscriptionServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow
from ..widgets.plain import SpinBox
from ..widgets.whom import Whom
from ..wording.text import translate

MOST = 999_999


class QuantityDialog(DeskDialog[SubscriptionServices]):
    def __init__(
        self, context: Context[SubscriptionServices], parent: QWidget, title: str, now: int, whom: Whom | None
    ) -> None:
        super().__init__(context, parent, title, translate("Subscriptions", "Preview"), whom=whom)
        self.box = SpinBox(minimum=0, maximum=MOST, value=now)
        self.body.addWidget(FormRow(translate("Subscriptions", "Quantity"), self.box))
        self.primary.clicked.connect(self.accept)
        self.box.selectAll()
        self.box.setFocus()

    @property
    def quantity(self) -> int:
        return self.box.value()
