"""The theme: spacing, sizes, and every color as a pair for light and dark. Sets a palette and a style sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

TIGHT, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
RADIUS, ROW, DETAIL_ROW, CONTROL, FRAME = 6, 30, 28, 34, 4
TITLE, AMOUNT, BODY, LABEL = 20, 28, 13, 12
"""Sizes of texts in pixels."""
NARROW, MIDDLE, WIDE = 440, 620, 820
"""Widths of dialogs in pixels."""


@dataclass(frozen=True)
class Colors:
    """A color scheme. On the `soft` tones of pills the text colors have a contrast of at least 4.5:1."""

    window: str
    panel: str
    raised: str
    line: str
    text: str
    dim: str
    accent: str
    accent_text: str
    selection: str
    tones: dict[str, tuple[str, str]]
    modes: dict[str, tuple[str, str]]


LIGHT = Colors(
    window="#f4f5f7",
    panel="#ffffff",
    raised="#fafbfc",
    line="#dcdfe5",
    text="#1b1f27",
    dim="#5b6472",
    accent="#4338ca",
    accent_text="#ffffff",
    selection="#e4e3fb",
    tones={
        "quiet": ("transparent", "#5b6472"),
        "neutral": ("#e8eaee", "#434b58"),
        "good": ("#d9f2e1", "#11653a"),
        "warn": ("#fdedc8", "#7a4a00"),
        "bad": ("#fce0de", "#a11a14"),
        "info": ("#dfe9fd", "#1e4fa3"),
    },
    modes={"demo": ("#6d28d9", "#ffffff"), "test": ("#b45309", "#ffffff"), "live": ("#c81e1e", "#ffffff")},
)
DARK = Colors(
    window="#15171c",
    panel="#1d2027",
    raised="#22262e",
    line="#343a45",
    text="#e9ebef",
    dim="#a2abb8",
    accent="#a09bf7",
    accent_text="#14131f",
    selection="#35335e",
    tones={
        "quiet": ("transparent", "#a2abb8"),
        "neutral": ("#333944", "#d3d8e0"),
        "good": ("#173b28", "#84dda6"),
        "warn": ("#453310", "#f6cf74"),
        "bad": ("#4a1f1d", "#ffa9a3"),
        "info": ("#1d3356", "#a3c6ff"),
    },
    modes={"demo": ("#7c3aed", "#ffffff"), "test": ("#b45309", "#ffffff"), "live": ("#dc2626", "#ffffff")},
)


def is_dark() -> bool:
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colors() -> Colors:
    """The current color scheme."""
    return DARK if is_dark() else LIGHT


def apply(application: QApplication, scheme: str) -> None:
    """`scheme` is "light", "dark" or "system". Sets its own palette, because some platforms ignore the request."""
    application.setStyle("Fusion")
    if scheme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = scheme == "dark"
    chosen = DARK if dark else LIGHT
    application.setPalette(_palette(chosen))
    application.setFont(_font())
    application.setStyleSheet(_sheet(chosen))


def _palette(c: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for each, color in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.panel),
        (role.AlternateBase, c.raised),
        (role.Text, c.text),
        (role.Button, c.panel),
        (role.ButtonText, c.text),
        (role.BrightText, c.text),
        (role.Highlight, c.selection),
        (role.HighlightedText, c.text),
        (role.ToolTipBase, c.panel),
        (role.ToolTipText, c.text),
        (role.PlaceholderText, c.dim),
        (role.Link, c.accent),
        (role.Mid, c.line),
        (role.Accent, c.accent),
    ):
        palette.setColor(each, QColor(color))
    for each in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(c.dim))
    return palette


def _font() -> QFont:
    """The system's font; if that is a fallback font, one that also has Japanese."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    families = QFontDatabase.families()
    for family in ("Noto Sans CJK JP", "Noto Sans JP"):
        if font.family() in ("", "Sans", "Sans Serif", "DejaVu Sans") and family in families:
            font.setFamily(family)
    font.setPixelSize(BODY)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _sheet(c: Colors) -> str:
    bad = c.tones["bad"][1]
    return f"""
    QToolTip {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.line}; padding: {TIGHT}px; }}
    QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{ background: {c.panel}; border: 1px solid {c.line};
      border-radius: {RADIUS}px; padding: 5px {SMALL}px; selection-background-color: {c.accent};
      selection-color: {c.accent_text}; }}
    QLineEdit, QComboBox, QSpinBox {{ min-height: {CONTROL - 12}px; max-height: {CONTROL - 12}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on, QSpinBox:focus {{
      border: 2px solid {c.accent}; padding: 4px 7px; }}
    QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {c.dim}; background: {c.raised}; }}
    QComboBox {{ padding-right: 28px; }}
    QComboBox:focus, QComboBox:on {{ padding-right: 27px; }}
    QComboBox::drop-down {{ border: none; background: transparent; width: 0; }}
    QComboBox::down-arrow {{ image: none; width: 0; }}
    QComboBox QAbstractItemView {{ background: {c.panel}; border: 1px solid {c.line}; outline: none;
      selection-background-color: {c.selection}; selection-color: {c.text}; }}
    QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 {SMALL}px; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus, QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{
      border: none; padding: 0; background: transparent; min-height: 0; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: 22px; }}
    QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; }}
    QCheckBox, QRadioButton {{ spacing: {SMALL}px; min-height: 24px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; background: {c.panel};
      border: 1px solid {c.dim}; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
    QRadioButton::indicator:checked {{ border: 5px solid {c.accent}; width: 6px; height: 6px; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {c.accent}; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
    QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border: 2px solid {bad}; padding: 4px 7px; }}
    QPushButton {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
      padding: 6px {MEDIUM}px; }}
    QPushButton:hover {{ background: {c.raised}; border-color: {c.dim}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 11px; }}
    QPushButton:disabled {{ color: {c.dim}; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.accent_text}; border-color: {c.accent}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {c.line}; color: {c.dim}; border-color: {c.line}; }}
    QPushButton[link="true"] {{ background: transparent; border: none; color: {c.accent}; padding: 1px 2px;
      text-align: left; }}
    QPushButton[link="true"]:hover {{ text-decoration: underline; }}
    QPushButton[link="true"]:focus {{ border: 1px solid {c.accent}; padding: 0 1px; border-radius: 3px; }}
    QPushButton[chip="true"] {{ border-radius: 13px; padding: 3px {MEDIUM}px; color: {c.dim}; }}
    QPushButton[chip="true"]:checked {{ background: {c.selection}; color: {c.text}; border-color: {c.accent}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QDialogButtonBox {{ button-layout: 3; }}
    QFrame[segments="true"] {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QPushButton[segment="true"] {{ background: transparent; border: none; border-radius: 5px; color: {c.dim};
      padding: 4px {MEDIUM}px; margin: 1px; }}
    QPushButton[segment="true"]:hover {{ color: {c.text}; }}
    QPushButton[segment="true"]:focus {{ border: 2px solid {c.accent}; padding: 2px 10px; }}
    QPushButton[segment="true"]:disabled {{ color: {c.dim}; font-style: italic; }}
    QPushButton[mode="demo"]:checked {{ background: {c.modes["demo"][0]}; color: {c.modes["demo"][1]}; }}
    QPushButton[mode="test"]:checked {{ background: {c.modes["test"][0]}; color: {c.modes["test"][1]}; }}
    QPushButton[mode="live"]:checked {{ background: {c.modes["live"][0]}; color: {c.modes["live"][1]}; }}
    QPushButton[segment="true"]:checked {{ font-weight: 600; }}
    QPushButton[flat="true"] {{ background: transparent; border: 1px solid transparent; padding: 5px {SMALL}px; }}
    QPushButton[flat="true"]:hover {{ background: {c.raised}; border-color: {c.line}; }}
    QPushButton[flat="true"]:focus {{ border: 1px solid {c.accent}; }}
    QTabBar {{ background: transparent; border: none; qproperty-drawBase: 0; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{ background: transparent; padding: 9px {LARGE}px; border-bottom: 2px solid transparent;
      color: {c.dim}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:selected:focus {{ background: {c.selection}; }}
    QTableView {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
      gridline-color: transparent; outline: none;
      selection-background-color: {c.selection}; selection-color: {c.text}; }}
    QTableView::item {{ padding: 0 5px; border: none; }}
    QTableView::item:hover:!selected {{ background: {c.raised}; }}
    QTableView::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QTableView:focus {{ border: 1px solid {c.accent}; }}
    QHeaderView::section {{ background: {c.panel}; color: {c.dim}; border: none; border-bottom: 1px solid {c.line};
      padding: 6px {SMALL}px; }}
    QHeaderView {{ background: {c.panel}; }}
    QListWidget, QListView, QTreeView {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
      outline: none; }}
    QListWidget::item:selected, QListView::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QScrollArea {{ border: none; background: transparent; }}
    QSplitter::handle {{ background: {c.window}; }}
    QSplitter::handle:horizontal {{ width: {SMALL}px; }}
    QFrame[card="true"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QFrame[strip="true"] {{ background: {c.tones["info"][0]}; border: none; border-bottom: 1px solid {c.line}; }}
    QFrame[strip="true"] QLabel {{ color: {c.tones["info"][1]}; }}
    QFrame[bar="true"] {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line}; }}
    QLabel[dim="true"] {{ color: {c.dim}; }}
    QLabel[hint="true"] {{ font-size: {LABEL}px; }}
    QLabel[problem="true"] {{ color: {bad}; }}
    QLabel[heading="true"] {{ font-size: {TITLE}px; font-weight: 600; }}
    QLabel[amount="true"] {{ font-size: {AMOUNT}px; font-weight: 600; }}
    QLabel[strong="true"] {{ font-weight: 600; }}
    QLabel[section="true"] {{ font-weight: 600; color: {c.dim}; font-size: {LABEL}px; }}
    QLabel[label="true"] {{ color: {c.dim}; font-size: {LABEL}px; }}
    QMenu {{ background: {c.panel}; border: 1px solid {c.line}; padding: {TIGHT}px; }}
    QMenu::item {{ padding: 5px {HUGE}px 5px {MEDIUM}px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: {TIGHT}px; }}
    QDialog {{ background: {c.window}; }}
    QProgressBar {{ background: {c.line}; border: none; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 5px; min-height: 30px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 5px; min-width: 30px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
