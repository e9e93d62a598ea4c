"""The dialog that compares two possible duplicates side by side and merges them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ...domain.objects.customer import display_name
from ...domain.objects.subscription import items_of
from ...domain.writes.operation import Preview
from ...services.customers.customers import Overview
from ...services.customers.duplicates import Merge, PossibleDuplicate
from ...services.desk_services import CustomerServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow
from ..widgets.plain import CheckBox, ComboBox
from ..widgets.simple_table import fill, table
from ..widgets.theme import WIDE
from ..widgets.whom import whom_of
from ..wording.text import joined, translate
from ..writing.run import carry_out


def reason_text(reasons: Sequence[str]) -> str:
    known = {
        "email": translate("Compare", "same email"),
        "phone": translate("Compare", "same phone number"),
        "card": translate("Compare", "same name and card"),
    }
    return joined(known.get(reason, reason) for reason in reasons)


class CompareDialog(DeskDialog[CustomerServices]):
    """Keeps the customer it was opened from; the other customer is not deleted."""

    def __init__(
        self, context: Context[CustomerServices], parent: QWidget, seen: Overview, twins: Sequence[PossibleDuplicate]
    ) -> None:
        title = translate("Compare", "Possible duplicate")
        super().__init__(context, parent, title, translate("Compare", "Preview"), whom=whom_of(seen.customer))
        self.resize(WIDE, 560)
        self._seen = seen
        self.other = ComboBox()
        for twin in twins:
            name = display_name(twin.customer)
            self.other.addItem(joined((name, reason_text(twin.reasons)), "  ·  "), twin.customer["id"])
        self.body.addWidget(FormRow(translate("Compare", "Other customer"), self.other))
        titles = ["", translate("Compare", "This customer (kept)"), translate("Compare", "Other customer")]
        self.table = table(translate("Compare", "Side by side"), titles, (130, 290, 0), stretch=2)
        self.body.addWidget(self.table, 1)
        self.metadata = CheckBox(translate("Compare", "Copy missing metadata"))
        self.cancel, self.refund = ComboBox(), ComboBox()
        self.body.addWidget(self.metadata)
        self.body.addWidget(FormRow(translate("Compare", "Cancel at period end"), self.cancel))
        self.body.addWidget(FormRow(translate("Compare", "Refund payment"), self.refund))
        self.other.currentIndexChanged.connect(self._chosen)
        self.primary.clicked.connect(self._preview)
        self._chosen()
        self.other.setFocus()

    @property
    def other_id(self) -> str:
        return str(self.other.currentData())

    def _chosen(self) -> None:
        self.jobs.newest("compare", self._compare())

    async def _compare(self) -> None:
        services, wording = self.context.services, self.context.wording
        this_id = str(self._seen.customer["id"])
        await services.customers.refresh_quietly(self.other_id)
        sides = await services.duplicates.compare((this_id, self.other_id))
        paid = [await services.payments.of(id_) for id_ in (this_id, self.other_id)]
        rows = [
            (translate("Compare", "Name"), [str(c.get("name") or "–") for c, _, _ in sides]),
            (translate("Compare", "Email"), [str(c.get("email") or "–") for c, _, _ in sides]),
            (translate("Compare", "Phone"), [str(c.get("phone") or "–") for c, _, _ in sides]),
            (translate("Compare", "Created"), [wording.moment(c.get("created")) for c, _, _ in sides]),
            (translate("Compare", "Cards"), [joined(cards) or "–" for _, _, cards in sides]),
            (
                translate("Compare", "Subscriptions"),
                [joined(map(_plan_of, subscriptions)) or "–" for _, subscriptions, _ in sides],
            ),
            (translate("Compare", "Payments"), [wording.number(len(payments)) for payments in paid]),
            (translate("Compare", "Metadata"), [_pairs(c) or "–" for c, _, _ in sides]),
        ]
        fill(self.table, [[name, *values] for name, values in rows])
        self.cancel.clear()
        self.cancel.addItem(translate("Compare", "None"), "")
        self.refund.clear()
        self.refund.addItem(translate("Compare", "None"), "")
        for (customer, subscriptions, _), payments in zip(sides, paid, strict=True):
            whose = str(customer.get("email") or customer.get("id") or "")
            for subscription in subscriptions:
                self.cancel.addItem(joined((_plan_of(subscription), whose), "  ·  "), subscription["id"])
            for payment in payments:
                if payment.refundable.amount:
                    text = joined((wording.money(payment.refundable), wording.day(payment.at), whose), "  ·  ")
                    self.refund.addItem(text, payment.id)

    def _preview(self) -> None:
        self.show_problem("")
        self.set_busy(True)
        self.jobs.start(self._merge())

    async def _merge(self) -> None:
        duplicates = self.context.services.duplicates
        merge = Merge(
            self.metadata.isChecked(), str(self.cancel.currentData() or ""), str(self.refund.currentData() or "")
        )
        keep, other = str(self._seen.customer["id"]), self.other_id

        async def make() -> Preview | None:
            return await duplicates.preview_merge(keep, other, merge)

        def act(preview: Preview) -> str:
            money = "  ".join(map(self.context.wording.money, preview.operation.money))
            if money:
                return translate("Compare", "Merge and refund {amount}").format(amount=money)
            return translate("Compare", "Merge")

        made = await carry_out(
            self.context, self, make, act, translate("Compare", "Merged. The other customer is unchanged.")
        )
        self.set_busy(False)
        if made is not None:
            self.accept()


def _plan_of(subscription: dict[str, object]) -> str:
    return joined(item.price.nickname or item.price.id for item in items_of(subscription))


def _pairs(customer: dict[str, object]) -> str:
    metadata = customer.get("metadata")
    return joined(f"{k} = {v}" for k, v in metadata.items()) if isinstance(metadata, dict) else ""


def flags(seen: Overview) -> list[str]:
    """What to check before selling to or charging this customer (F10)."""
    said = []
    for twin in seen.twins:
        name = display_name(twin.customer)
        text = translate("Compare", "Possible duplicate of {name}: {why}.")
        said.append(text.format(name=name, why=reason_text(twin.reasons)))
    if seen.twice:
        text = translate("Compare", "More than one active subscription to {product}.")
        said.append(text.format(product=joined(seen.twice)))
    return said
