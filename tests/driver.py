"""An operator at the real window: types, clicks, presses keys, reads what stands there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from billing_desk.app import App, Options
from billing_desk.services.sync.status import Phase
from billing_desk.ui.accounts.key_form import KeyForm
from billing_desk.ui.customers.find_or_create import FindOrCreate
from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.tab.page import TabPage
from billing_desk.ui.widgets.base_dialog import Question
from billing_desk.ui.window.palette import Palette
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault, Vault

from .support import until

Dialog = TypeVar("Dialog", bound=QDialog)


class Operator:
    """`reports` are the texts of unexpected errors; a test that ends with one has failed."""

    def __init__(self, app: App) -> None:
        self.app, self.window = app, app.window
        self.reports: list[str] = []
        app._crash_reports._report = self.reports.append

    @property
    def page(self) -> TabPage[Any]:
        assert self.window.desk is not None, "no desk is open"
        return self.window.desk.page

    @property
    def services(self) -> Any:
        assert self.app.desks.current is not None
        return self.app.desks.current.services

    @property
    def notice(self) -> str:
        return self.window.notices.text

    async def key(self, keys: str) -> None:
        """Press a shortcut in the window, which must be the active one."""
        self.window.activateWindow()
        await until(self.window.isActiveWindow)
        combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs forget it
        QTest.keyClick(self.window, combination.key(), combination.keyboardModifiers())

    @staticmethod
    def enter(field: QWidget, text: str) -> None:
        """Replace a field's text, as a person would: select all, then type or paste."""
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        if text.isascii() and "\n" not in text:
            QTest.keyClick(field, Qt.Key.Key_Delete)
            QTest.keyClicks(field, text)
        else:
            QApplication.clipboard().setText(text)
            field.paste()

    @staticmethod
    def click(button: QPushButton) -> None:
        assert button.isEnabled(), f"{button.text()} is disabled"
        # A person clicks where the button is; what has just opened or changed may not be laid out yet.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def top(self, kind: type[Dialog]) -> Dialog | None:
        found = [d for d in self.window.findChildren(kind) if d.isVisible()]
        return found[-1] if found else None

    async def dialog(self, kind: type[Dialog]) -> Dialog:
        found: Dialog = await until(lambda: self.top(kind))
        return found

    async def gone(self, dialog: QDialog) -> None:
        def is_gone() -> bool:
            try:
                return not dialog.isVisible()
            except RuntimeError:  # deleted
                return True

        await until(is_gone)
        for _ in range(3):  # whoever waited for the dialog has its turn, as before a person's next key
            await asyncio.sleep(0)

    async def add_account(self, key: str, address: str | None) -> None:
        """From the first page, with a test key and a loopback address."""
        self.window.commands.add_account()
        form = await self.dialog(KeyForm)
        form.key.setText(key)
        self.enter(form.address, address or "")
        self.click(form.confirm)
        await self.gone(form)
        await self.current()

    async def current(self) -> None:
        """Until the desk's copy equals Stripe."""
        desks = self.app.desks
        await until(lambda: desks.current and desks.current.status.phase is Phase.CURRENT, 30)
        await until(lambda: desks.current and not desks.current.status.unread, 30)
        await until(lambda: self.window.desk is not None)

    async def rows(self, kind: str, filter_: str = "") -> list[str]:
        """The ids that the tab shows once its list has settled."""
        self.window.commands.go_to_tab(kind)
        page = self.page
        loaded = asyncio.get_running_loop().create_future()
        page.model.loaded.connect(lambda: None if loaded.done() else loaded.set_result(None))
        page.filter.set_text(filter_)
        await loaded
        found: list[str] = await self.services.queries.ids(page.model.query)
        return found

    @property
    def shown(self) -> list[str]:
        """The ids of the rows that the table has at hand, in its order."""
        model = self.page.model
        return [str(row["id"]) for number in model.numbers if (row := model.cache.get(number))]

    @property
    def selected(self) -> list[str]:
        cached = self.page.model.cache
        return [str(row["id"]) for number in self.page.table.selected_numbers() if (row := cached.get(number))]

    def text(self) -> str:
        """Everything the detail says."""
        sheet = self.page.detail
        parts = [w.text() for w in sheet.findChildren(QLabel)] + [w.text() for w in sheet.findChildren(QPushButton)]
        return "\n".join(parts)

    async def find(self, text: str) -> None:
        """Ctrl+K, type, Enter."""
        await self.key("Ctrl+K")
        palette = await self.dialog(Palette)
        self.enter(palette.field, text)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        await self.gone(palette)

    async def confirm(self, reason: str = "asked by phone", ticket: str = "T-1") -> None:
        """In the preview: give a reason, then the one confirming button."""
        preview = await self.dialog(PreviewDialog)
        self.enter(preview.reason, reason)
        self.enter(preview.ticket, ticket)
        self.click(preview.primary)
        await self.gone(preview)

    async def edit(self, **fields: str) -> CustomerForm:
        """Open the form of the customer in the detail, fill in, and press Preview."""
        self.window.commands.edit_customer()
        return await self._fill(await self.dialog(CustomerForm), fields)

    async def leave(self, form: QDialog) -> None:
        """Close a form; if it asks because something was typed, discard that."""
        form.reject()
        if _visible(form) and any(d.isVisible() for d in form.findChildren(Question)):
            asked = await until(lambda: [d for d in form.findChildren(Question) if d.isVisible()])
            confirming = asked[0].primary
            assert confirming is not None
            await until(confirming.isEnabled)
            self.click(confirming)
        await self.gone(form)

    async def new(self, **fields: str) -> CustomerForm:
        self.window.commands.new_customer()
        return await self._fill(await self.dialog(CustomerForm), fields)

    async def _fill(self, form: CustomerForm, fields: dict[str, str]) -> CustomerForm:
        for name, text in fields.items():
            if name == "metadata":
                self._add_metadata(form, text)
            else:
                self.enter(form.field(name), text)
        self.click(form.primary)
        return form

    @staticmethod
    def _add_metadata(form: CustomerForm, lines: str) -> None:
        """`key = value` lines, each typed into a new line of the editor."""
        for line in lines.splitlines():
            key, _, value = (part.strip() for part in line.partition("="))
            form.metadata.add_line()
            for field, text in zip(form.metadata.added()[-1], (key, value), strict=True):
                QTest.keyClicks(field, text)

    async def find_or_create(self, *, stored: str = "", email: str = "", external: str = "", name: str = "") -> None:
        """To the end: found, or created after the preview."""
        self.window.commands.find_or_create()
        form = await self.dialog(FindOrCreate)
        for field, text in ((form.stored, stored), (form.email, email), (form.external, external), (form.name, name)):
            self.enter(field, text)
        self.click(form.primary)
        await until(lambda: self.top(PreviewDialog) or not _visible(form))
        if self.top(PreviewDialog):
            await self.confirm()
        await self.gone(form)


def _visible(widget: QWidget) -> bool:
    try:
        return widget.isVisible()
    except RuntimeError:
        return False


@asynccontextmanager
async def seated(
    qapp: QApplication,
    folder: Path,
    *,
    demo: bool = False,
    lang: str = "en",
    vault: Vault | None = None,
    opens_first_row: bool = True,
) -> AsyncIterator[Operator]:
    """The program started, and closed by closing its window; no unexpected error may have come up."""
    kept = vault or SessionVault()

    async def make_vault() -> Vault:
        return kept

    app = App(qapp, Options(demo=demo, lang=lang, theme="light"), folder, make_vault, opens_first_row=opens_first_row)
    operator = Operator(app)
    app.start()
    try:
        if demo:
            await operator.current()
        yield operator
    finally:
        app.window.close()
        for asked in app.window.findChildren(Question, "leave"):  # it names what is under way
            asked.accept()
        async with asyncio.timeout(10):
            await app.ended
        app.window.deleteLater()
        await asyncio.sleep(0)
        QApplication.sendPostedEvents(None, 52)
    assert operator.reports == []
