"""Coupons and promotion codes: the list, who uses them, and how they end (C12)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTreeWidget, QWidget

from ...domain.catalog.coupon import PromotionCode
from ...domain.errors import DeskError
from ...services.desk_services import PlanServices
from ...services.plans.coupons import CouponRow
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.icons import icon
from ..widgets.plain import Button, Label, TreeEntry
from ..widgets.theme import SMALL, WIDE
from ..wording.billing.coupon_words import code_limits, code_state, coupon_state, coupon_text, redeemed
from ..wording.notices import sentence
from ..wording.text import joined, translate
from ..writing.run import carry_out
from .coupon_forms import CodeForm, CouponForm

_PLACE = Qt.ItemDataRole.UserRole


class CouponsDialog(DeskDialog[PlanServices]):
    """A tree: coupons, and below each its promotion codes. `rows` are None while they are read."""

    def __init__(self, context: Context[PlanServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("Coupons", "Coupons and promotion codes"), whom=None)
        self.setMinimumWidth(WIDE)
        self.rows: list[CouponRow] | None = None
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(translate("Coupons", "Coupons and promotion codes"))
        self.tree.setMinimumHeight(320)
        self.tree.setHeaderLabels(
            [
                translate("Coupons", "Coupon or code"),
                translate("Coupons", "Terms"),
                translate("Coupons", "Redeemed"),
                translate("Coupons", "Status"),
            ]
        )
        for place, width in enumerate((260, 260, 100)):
            self.tree.setColumnWidth(place, width)
        self.state = Label(wordWrap=True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addLayout(self._buttons())
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.state)
        self.tree.currentItemChanged.connect(lambda *_: self._grey())
        self._grey()
        self.reload()
        self.tree.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.new = Button(translate("Coupons", "New coupon…"), icon("add"))
        self.new_code = Button(translate("Coupons", "New promotion code…"))
        self.users = Button(translate("Coupons", "Who uses it"))
        self.end = Button(translate("Coupons", "Archive…"))
        for button, act in (
            (self.new, self._new),
            (self.new_code, self._new_code),
            (self.users, self._users),
            (self.end, self._end),
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def reload(self) -> None:
        self.jobs.newest("load", self._load())

    async def _load(self) -> None:
        self.state.setText(translate("Coupons", "Loading…"))
        try:
            self.rows = await self.context.services.coupons.all()
        except DeskError as error:
            self.state.setText(sentence(error))
            return
        self._show()

    def _show(self) -> None:
        wording = self.context.wording
        self.tree.clear()
        for number, row in enumerate(self.rows or []):
            coupon = row.coupon
            entry = TreeEntry(
                joined((coupon.name, coupon.id if coupon.name != coupon.id else ""), "  "),
                coupon_text(coupon, wording),
                redeemed(coupon.redeemed, coupon.most, wording),
                coupon_state(coupon),
            )
            entry.setData(0, _PLACE, (number, -1))
            self.tree.addTopLevelItem(entry)
            for place, code in enumerate(row.codes):
                child = TreeEntry(
                    code.code,
                    code_limits(code, wording),
                    redeemed(code.redeemed, code.most, wording),
                    code_state(code),
                )
                child.setData(0, _PLACE, (number, place))
                entry.addChild(child)
            entry.setExpanded(True)
        self.state.setText("" if self.rows else translate("Coupons", "No coupons yet."))
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)
        self._grey()

    @property
    def chosen(self) -> tuple[CouponRow, PromotionCode | None] | None:
        entry = self.tree.currentItem()
        if entry is None or not self.rows:
            return None
        number, place = entry.data(0, _PLACE)
        row = self.rows[number]
        return row, row.codes[place] if place >= 0 else None

    def choose(self, text: str) -> None:
        """The entry with this text in its first column."""
        found = self.tree.findItems(text, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0)
        if found:
            self.tree.setCurrentItem(found[0])

    def _grey(self) -> None:
        chosen = self.chosen
        self.new_code.setEnabled(chosen is not None and chosen[0].coupon.valid)
        self.users.setEnabled(chosen is not None)
        self.end.setEnabled(chosen is not None)
        code = chosen[1] if chosen else None
        if code is None:
            self.end.setText(translate("Coupons", "Archive coupon…"))
        elif code.active:
            self.end.setText(translate("Coupons", "Archive code…"))
        else:
            self.end.setText(translate("Coupons", "Use code again…"))

    def _new(self) -> None:
        self.jobs.alone("action", self._created(CouponForm(self.context, self)))

    def _new_code(self) -> None:
        if self.chosen is not None:
            self.jobs.alone("action", self._created(CodeForm(self.context, self, self.chosen[0].coupon)))

    async def _created(self, form: CouponForm | CodeForm) -> None:
        if await shown(form):
            await self._load()

    def _users(self) -> None:
        if self.chosen is not None:
            self.jobs.newest("users", self._find_users(self.chosen[0].coupon.id))

    async def _find_users(self, coupon: str) -> None:
        self.state.setText(translate("Coupons", "Looking through the subscriptions…"))
        try:
            found = await self.context.services.coupons.used_by(coupon)
        except DeskError as error:
            self.state.setText(sentence(error))
            return
        names = await self.context.services.queries.rows_of("customer", [customer for _, customer in found])
        shown_names = joined(str(names.get(owner, {}).get("name") or owner) for _, owner in found[:20])
        text = translate("Coupons", "%n subscription(s) have a discount of this coupon: {names}", "", len(found))
        none = translate("Coupons", "No subscription has a discount of this coupon.")
        self.state.setText(text.format(names=shown_names) if found else none)

    def _end(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.jobs.alone("action", self._ended(*chosen))

    async def _ended(self, row: CouponRow, code: PromotionCode | None) -> None:
        service = self.context.services.coupons
        if code is None:
            made = await carry_out(
                self.context,
                self,
                lambda: service.preview_delete(row.coupon.id),
                translate("Coupons", "Archive {name}").format(name=row.coupon.name),
                translate("Coupons", "Coupon archived."),
            )
        else:
            text = translate("Coupons", "Archive {name}") if code.active else translate("Coupons", "Use {name} again")
            done = (
                translate("Coupons", "Promotion code archived.")
                if code.active
                else translate("Coupons", "Promotion code active.")
            )
            made = await carry_out(
                self.context,
                self,
                lambda: service.preview_switch(code.id, active=not code.active),
                text.format(name=code.code),
                done,
            )
        if made is not None:
            await self._load()
