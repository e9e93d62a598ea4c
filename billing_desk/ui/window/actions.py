"""The table of actions from which menus, shortcuts, command palette and shortcut sheet are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ..wording import words
from ..wording.text import translate

TABS = ("customer", "card", "price", "subscription", "invoice", "meter")


class Desktop(Protocol):
    """What actions can do to the window. `has_desk`: a desk is open."""

    @property
    def has_desk(self) -> bool: ...

    @property
    def is_live(self) -> bool: ...

    def go_to_tab(self, kind: str) -> None: ...

    def open_palette(self) -> None: ...

    def focus_filter(self) -> None: ...

    def new_customer(self) -> None: ...

    def edit_customer(self) -> None: ...

    def find_or_create(self) -> None: ...

    def change_many(self) -> None: ...

    def customer_action(self, name: str) -> None: ...

    def desk_action(self, name: str) -> None: ...

    def undo_last(self) -> None: ...

    def go_back(self) -> None: ...

    def go_forward(self) -> None: ...

    def leave_detail(self) -> None: ...

    def copy_id(self) -> None: ...

    def read_all_again(self) -> None: ...

    def toggle_reading(self) -> None: ...

    def export(self) -> None: ...

    def choose_columns(self) -> None: ...

    def save_view(self) -> None: ...

    def show_activity(self) -> None: ...

    def show_attention(self) -> None: ...

    def show_events(self) -> None: ...

    def show_accounts(self) -> None: ...

    def show_shortcuts(self) -> None: ...

    def show_settings(self) -> None: ...

    def show_about(self) -> None: ...

    def arm(self) -> None: ...

    @property
    def is_practice(self) -> bool: ...

    def travel(self) -> None: ...

    def lock(self) -> None: ...

    def open_demo(self) -> None: ...

    def close(self) -> bool: ...


def _always(_: Desktop) -> bool:
    return True


def _desk(desktop: Desktop) -> bool:
    return desktop.has_desk


def _practice(desktop: Desktop) -> bool:
    return desktop.is_practice


def _live(desktop: Desktop) -> bool:
    return desktop.is_live


@dataclass(frozen=True)
class Action:
    """`shortcut` is in Qt's portable text; "" for none."""

    name: str
    title: Callable[[], str]
    run: Callable[[Desktop], object]
    shortcut: str = ""
    enabled: Callable[[Desktop], bool] = _desk


def _tab(kind: str, number: int) -> Action:
    def title() -> str:
        return translate("Actions", "Go to {tab}").format(tab=words.nouns(kind))

    return Action(f"tab.{kind}", title, lambda desktop: desktop.go_to_tab(kind), f"Ctrl+{number}")


def _customer_action(name: str, title: Callable[[], str], shortcut: str) -> Action:
    return Action(name, title, lambda desktop: desktop.customer_action(name), shortcut)


IN_MENU = frozenset({"travel", "arm", "demo", "accounts", "lock", "settings", "shortcuts", "about", "quit"})
"""The settings button's menu: at most eight, because one of the first two applies to a desk."""
ACTIONS: tuple[Action, ...] = (
    Action("find", lambda: translate("Actions", "Search"), lambda d: d.open_palette(), "Ctrl+K", _always),
    *(_tab(kind, number) for number, kind in enumerate(TABS, 1)),
    Action("filter", lambda: translate("Actions", "Filter this list"), lambda d: d.focus_filter(), "/"),
    Action("new", lambda: translate("Actions", "New customer"), lambda d: d.new_customer(), "N"),
    Action("edit", lambda: translate("Actions", "Edit customer"), lambda d: d.edit_customer(), "E"),
    Action(
        "find_or_create",
        lambda: translate("Actions", "Find or create customer"),
        lambda d: d.find_or_create(),
        "Ctrl+N",
    ),
    _customer_action("charge", lambda: translate("Actions", "Charge customer"), "C"),
    _customer_action("add_card", lambda: translate("Actions", "Add card"), "A"),
    _customer_action("pay_overdue", lambda: translate("Actions", "Pay overdue invoices"), "P"),
    _customer_action("refund", lambda: translate("Actions", "Refund latest payment"), "R"),
    _customer_action("credit", lambda: translate("Actions", "Adjust customer balance"), "G"),
    _customer_action("note", lambda: translate("Actions", "Add note"), "M"),
    _customer_action("invoice_new", lambda: translate("Actions", "New invoice"), "I"),
    _customer_action("subscribe", lambda: translate("Actions", "New subscription"), "S"),
    Action("month", lambda: translate("Actions", "Month close"), lambda d: d.desk_action("invoice_month")),
    Action("reports", lambda: translate("Actions", "Stripe reports"), lambda d: d.desk_action("invoice_reports")),
    Action("pdfs", lambda: translate("Actions", "Save PDFs of invoices"), lambda d: d.desk_action("invoice_pdfs")),
    Action("approve", lambda: translate("Actions", "Approve invoice"), lambda d: d.desk_action("invoice_approve"), "Y"),
    Action("query", lambda: translate("Actions", "Query invoice"), lambda d: d.desk_action("invoice_query"), "F"),
    Action(
        "change_plan",
        lambda: translate("Actions", "Change subscription"),
        lambda d: d.desk_action("change"),
        "U",
    ),
    Action(
        "cancel_subscription",
        lambda: translate("Actions", "Cancel subscription"),
        lambda d: d.desk_action("cancel"),
    ),
    Action("pause_subscription", lambda: translate("Actions", "Pause subscription"), lambda d: d.desk_action("pause")),
    Action("discount", lambda: translate("Actions", "Discount of subscription"), lambda d: d.desk_action("discount")),
    Action("trial", lambda: translate("Actions", "Trial of subscription"), lambda d: d.desk_action("trial")),
    Action("fee", lambda: translate("Actions", "Setup fee for subscription"), lambda d: d.desk_action("fee")),
    _customer_action("compare", lambda: translate("Actions", "Compare possible duplicates"), "D"),
    Action("new_plan", lambda: translate("Actions", "New plan"), lambda d: d.desk_action("new_plan")),
    Action("coupons", lambda: translate("Actions", "Coupons and promotion codes"), lambda d: d.desk_action("coupons")),
    Action("usage_import", lambda: translate("Actions", "Import usage"), lambda d: d.desk_action("usage_import")),
    Action("usage_imports", lambda: translate("Actions", "Imports of usage"), lambda d: d.desk_action("usage_imports")),
    Action("usage_sent", lambda: translate("Actions", "Usage sent from here"), lambda d: d.desk_action("usage_sent")),
    Action("usage_rejected", lambda: translate("Actions", "Rejected usage"), lambda d: d.desk_action("usage_rejected")),
    Action("meter_new", lambda: translate("Actions", "New meter"), lambda d: d.desk_action("meter_new")),
    Action("usage_wiring", lambda: translate("Actions", "Wiring check"), lambda d: d.desk_action("usage_wiring")),
    Action("undo", lambda: translate("Actions", "Undo last change"), lambda d: d.undo_last(), "Ctrl+Z"),
    Action(
        "many",
        lambda: translate("Actions", "Bulk edit"),
        lambda d: d.change_many(),
        "Ctrl+Shift+M",
    ),
    Action("copy_id", lambda: translate("Actions", "Copy ID"), lambda d: d.copy_id(), "Ctrl+Shift+C"),
    Action("back", lambda: translate("Actions", "Back"), lambda d: d.go_back(), "Alt+Left"),
    Action("forward", lambda: translate("Actions", "Forward"), lambda d: d.go_forward(), "Alt+Right"),
    Action("leave", lambda: translate("Actions", "Back to list"), lambda d: d.leave_detail(), "Esc"),
    Action("read", lambda: translate("Actions", "Resync"), lambda d: d.read_all_again(), "F5"),
    Action("pause", lambda: translate("Actions", "Pause or resume sync"), lambda d: d.toggle_reading(), "Ctrl+Shift+P"),
    Action("export", lambda: translate("Actions", "Export list"), lambda d: d.export(), "Ctrl+E"),
    Action("columns", lambda: translate("Actions", "Edit columns"), lambda d: d.choose_columns(), "Ctrl+Shift+K"),
    Action("save_view", lambda: translate("Actions", "Save view"), lambda d: d.save_view(), "Ctrl+S"),
    Action("activity", lambda: translate("Actions", "Activity"), lambda d: d.show_activity(), "Ctrl+J"),
    Action(
        "attention", lambda: translate("Actions", "What needs attention"), lambda d: d.show_attention(), "Ctrl+Shift+J"
    ),
    Action("events", lambda: translate("Actions", "Events"), lambda d: d.show_events(), "Ctrl+Shift+E"),
    Action(
        "arm",
        lambda: translate("Actions", "Allow or block changes in live mode"),
        lambda d: d.arm(),
        "Ctrl+Shift+L",
        _live,
    ),
    Action("lock", lambda: translate("Actions", "Lock Billing Desk"), lambda d: d.lock(), "Ctrl+L"),
    Action("travel", lambda: translate("Actions", "Advance time"), lambda d: d.travel(), "Ctrl+T", _practice),
    Action("demo", lambda: translate("Actions", "Open the practice account"), lambda d: d.open_demo(), "", _always),
    Action(
        "accounts",
        lambda: translate("Actions", "Accounts and keys"),
        lambda d: d.show_accounts(),
        "Ctrl+Shift+A",
        _always,
    ),
    Action("settings", lambda: translate("Actions", "Settings"), lambda d: d.show_settings(), "Ctrl+,", _always),
    Action("shortcuts", lambda: translate("Actions", "Keyboard shortcuts"), lambda d: d.show_shortcuts(), "?", _always),
    Action("about", lambda: translate("Actions", "About Billing Desk"), lambda d: d.show_about(), "", _always),
    Action("quit", lambda: translate("Actions", "Quit"), lambda d: d.close(), "Ctrl+Q", _always),
)
