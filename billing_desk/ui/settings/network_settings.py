"""The network settings: a company's proxy and certificates (G4)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.access.network import DIRECT, SYSTEM, Network, holds_certificates, is_proxy
from ..widgets.ask import shown
from ..widgets.fields import FormRow, TextField
from ..widgets.jobs import Jobs
from ..widgets.plain import Button, ComboBox, Label
from ..widgets.theme import MEDIUM, SMALL, TIGHT
from ..wording.text import translate

OWN = "own"


class NetworkSettings(QWidget):
    def __init__(self, now: Network, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.proxy = ComboBox()
        self.proxy.addItem(translate("Settings", "System default"), SYSTEM)
        self.proxy.addItem(translate("Settings", "No proxy"), DIRECT)
        self.proxy.addItem(translate("Settings", "Custom proxy"), OWN)
        chosen = now.proxy if now.proxy in (SYSTEM, DIRECT) else OWN
        self.proxy.setCurrentIndex(self.proxy.findData(chosen))
        self.address = TextField(now.proxy if chosen == OWN else "")
        hint = translate(
            "Settings",
            "For example http://proxy.example:8080. Used only for Stripe, never for addresses on this computer.",
        )
        self._address = FormRow(translate("Settings", "Proxy address"), self.address, hint)
        self.ca_file = TextField(now.ca_file)
        hint = translate(
            "Settings",
            "A PEM file, in addition to the system's certificates. Only needed if your company inspects connections.",
        )
        self._ca_file = FormRow(translate("Settings", "Certificate file"), self.ca_file)
        browse = Button(translate("Settings", "Choose…"))
        browse.clicked.connect(self._browse)
        way = QHBoxLayout()
        way.setSpacing(MEDIUM)
        way.addWidget(FormRow(translate("Settings", "Proxy"), self.proxy), 1)
        way.addWidget(self._address, 2)
        certificates = QHBoxLayout()
        certificates.setSpacing(SMALL)
        certificates.addWidget(self._ca_file, 1)
        beside = QVBoxLayout()  # full height keeps the button next to the field
        beside.setSpacing(TIGHT)
        beside.addWidget(Label(" "))
        beside.addWidget(browse)
        beside.addStretch(1)
        certificates.addLayout(beside)
        about = Label(hint, wordWrap=True)
        about.setProperty("dim", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(way)
        column.addLayout(certificates)
        column.addWidget(about)
        self.proxy.currentIndexChanged.connect(self._way_chosen)
        self._way_chosen()

    def _way_chosen(self) -> None:
        self._address.setEnabled(self.proxy.currentData() == OWN)

    def _browse(self) -> None:
        self._jobs.newest("browse", self._choose())

    async def _choose(self) -> None:
        start = str(Path(self.ca_file.text()).parent) if self.ca_file.text() else str(Path.home())
        dialog = QFileDialog(self, translate("Settings", "Choose a certificate file"), start)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if await shown(dialog) and (files := dialog.selectedFiles()):
            self.ca_file.setText(files[0])

    def wrong(self) -> list[FormRow]:
        """Rows with invalid values; each row shows its problem."""
        address, file = self.address.text().strip(), self.ca_file.text().strip()
        bad_proxy = self.proxy.currentData() == OWN and not is_proxy(address)
        said = translate("Settings", "Enter an address such as http://proxy.example:8080.")
        self._address.show_problem(said if bad_proxy else "")
        bad_file = bool(file) and not _is_readable(file)
        said = translate("Settings", "This file cannot be read or contains no PEM certificates.")
        self._ca_file.show_problem(said if bad_file else "")
        return [row for row, bad in ((self._address, bad_proxy), (self._ca_file, bad_file)) if bad]

    @property
    def value(self) -> Network:
        chosen = str(self.proxy.currentData())
        return Network(self.address.text().strip() if chosen == OWN else chosen, self.ca_file.text().strip())


def _is_readable(file: str) -> bool:
    try:
        return holds_certificates(Path(file).read_bytes())
    except OSError:
        return False
