"""Desktop notifications with their quiet hours, the local receiver of webhooks, and where users sign up."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.access.directory import Directory, is_pool
from ...domain.access.watching import HIGHEST_PORT, LOWEST_PORT, DesktopNotices, ReceiverSettings
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, ComboBox, SpinBox
from ..widgets.theme import MEDIUM
from ..wording.text import translate


class WatchingSettings(QWidget):
    def __init__(self, notices: DesktopNotices, receiver: ReceiverSettings, directory: Directory) -> None:
        super().__init__()
        self.enabled = CheckBox(
            translate("Settings", "Notify on the desktop when something needs attention and no window is in front")
        )
        self.enabled.setChecked(notices.enabled)
        self.quiet_from, self.quiet_until = _hours(notices.quiet_from), _hours(notices.quiet_until)
        self.receives = CheckBox(translate("Settings", "Receive webhooks that the Stripe CLI forwards to this desk"))
        self.receives.setChecked(receiver.enabled)
        self.port = SpinBox(minimum=LOWEST_PORT, maximum=HIGHEST_PORT, value=receiver.port)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(MEDIUM)
        grid.addWidget(self.enabled, 0, 0, 1, 2)
        hint = translate("Settings", "In the chosen time zone. Notifications name no customer and no amount.")
        grid.addWidget(FormRow(translate("Settings", "Quiet from"), self.quiet_from, hint), 1, 0)
        grid.addWidget(FormRow(translate("Settings", "Quiet until"), self.quiet_until), 1, 1)
        grid.addWidget(self.receives, 2, 0, 1, 2)
        hint = translate("Settings", "Its address is shown in Activity → Webhooks. Other computers cannot reach it.")
        grid.addWidget(FormRow(translate("Settings", "Port"), self.port, hint), 3, 0)
        self.pool, self.file = TextField(directory.pool), TextField(directory.file)
        hint = translate("Settings", "Needs the extra “cognito”. This computer's own AWS credentials are used.")
        self._pool = FormRow(translate("Settings", "User pool of AWS Cognito, for sign-ups"), self.pool, hint)
        hint = translate("Settings", "Or a CSV file of users, for a pool out of reach.")
        self._file = FormRow(translate("Settings", "File of users"), self.file, hint)
        grid.addWidget(self._pool, 4, 0)
        grid.addWidget(self._file, 4, 1)

    def wrong(self) -> list[FormRow]:
        """Rows with invalid values; each row shows its problem."""
        text = self.pool.text().strip()
        wrong = bool(text) and not is_pool(text)
        said = translate("Settings", "Enter the pool's ID, such as ap-northeast-1_AbCdEfGhI.")
        self._pool.show_problem(said if wrong else "")
        return [self._pool] if wrong else []

    @property
    def directory(self) -> Directory:
        return Directory(self.pool.text().strip(), self.file.text().strip())

    @property
    def notices(self) -> DesktopNotices:
        return DesktopNotices(
            self.enabled.isChecked(), int(self.quiet_from.currentData()), int(self.quiet_until.currentData())
        )

    @property
    def receiver(self) -> ReceiverSettings:
        return ReceiverSettings(self.receives.isChecked(), self.port.value())


def _hours(now: int) -> ComboBox:
    box = ComboBox()
    for hour in range(24):
        box.addItem(f"{hour:02d}:00", hour)
    box.setCurrentIndex(max(0, box.findData(now)))
    return box
