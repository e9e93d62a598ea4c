"""The preview of provisioning users: who gets a customer, with reason and ticket."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.writes.bulk import Bulk
from ...domain.writes.operation import Risk
from ...services.bulk.edits import DryRun
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.plain import Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import MIDDLE
from ..wording.bulk_words import act, dry_sentence
from ..wording.notices import sentence
from ..wording.text import translate
from ..writing.confirmation import Confirmation


class ProvisionDialog(DeskDialog[CustomerServices]):
    """`bulk` is what was begun. In live mode the number of users is typed, as for other bulk edits."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget, dry: DryRun) -> None:
        self._dry = dry
        title = act(dry.edit.kind, dry.count)
        super().__init__(context, parent, title, title, whom=None)
        self.setMinimumWidth(MIDDLE)
        self.bulk: Bulk | None = None
        self.body.addWidget(Label(dry_sentence(dry.edit.kind, dry.count), wordWrap=True))
        several = [row for row in dry.rows if row.before]
        text = translate("SignUps", "%n user(s) have an email that other customers have too.", "", len(several))
        warning = Label(text, wordWrap=True)
        warning.setProperty("problem", True)
        warning.setVisible(bool(several))
        self.body.addWidget(warning)
        titles = [
            translate("SignUps", "User"),
            translate("SignUps", "Email"),
            translate("SignUps", "Customers with this email"),
        ]
        self.table = table(translate("SignUps", "Users"), titles, (0, 220, 200), 0)
        fill(self.table, [[row.title, row.after, row.before] for row in dry.rows])
        self.body.addWidget(self.table, 1)
        self._confirmation = Confirmation(context.services.identity.mode, context.wording)
        self._confirmation.ask(Risk.PLAIN, count=dry.count)
        self.reason, self.ticket = self._confirmation.reason, self._confirmation.ticket
        self.typed = self._confirmation.typed
        self.body.addWidget(self._confirmation)
        self.typed.textChanged.connect(self._check)
        self.primary.clicked.connect(self._begin)
        self.look_first()
        self._check()
        self.table.setFocus()

    def _check(self) -> None:
        self.allow(self._confirmation.is_given)

    def _begin(self) -> None:
        self.jobs.alone("begin", self._begun())

    async def _begun(self) -> None:
        self.show_problem("")
        try:
            self.bulk = await self.context.services.bulk.begin(self._dry, *self._confirmation.explanation)
        except DeskError as error:
            self.show_problem(sentence(error))
        else:
            self.accept()
