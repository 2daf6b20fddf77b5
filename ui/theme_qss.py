# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The style sheet, from the tokens of the design. Sizes of text in points, multiplied by a scale.

Widgets say what they are with the dynamic properties `role`, `tone` and `kind`.
"""

from typing import Any

TEXT = (
    ("caption", 10.5, 400),
    ("body", 12, 400),
    ("card", 12.75, 400),
    ("lead", 13.5, 400),
    ("question", 18.75, 700),
    ("title", 21, 700),
    ("welcome", 25.5, 700),
)
TONES = ("ink2", "ink3", "primary")
STATES = ("warn", "ok", "err")

SHEET = """
QWidget {{ outline: 0; }}
QToolTip {{ color: {ink}; background: {surface}; border: 1px solid {control}; padding: 6px; }}
QMainWindow, QDialog, QWidget#page {{ background: {bg}; }}
QFrame#card {{ background: {surface}; border: 1px solid {line}; border-radius: 12px; }}
QFrame#well {{ background: {sunken}; border: 1px solid {line}; border-radius: 12px; }}
QFrame#bar {{ background: {surface}; border: 0; border-bottom: 1px solid {line}; }}
QFrame#rail {{ background: {sunken}; border: 0; border-right: 1px solid {line}; }}
QFrame#panel {{ background: {surface}; border: 0; border-left: 1px solid {line}; }}
QFrame#rule {{ background: {line}; border: 0; max-height: 1px; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}

QPushButton {{ min-height: {button}px; padding: 0 18px; border: 1px solid {control};
  border-radius: 10px; background: {surface}; color: {ink}; font-weight: 700; }}
QPushButton:hover {{ background: {sunken}; }}
QPushButton:disabled {{ background: {sunken}; border-color: {line}; color: {ink3}; }}
QPushButton[kind="primary"] {{ background: {primary}; border-color: {primary};
  color: {onPrimary}; }}
QPushButton[kind="primary"]:hover {{ background: {primaryHover}; border-color: {primaryHover}; }}
QPushButton[kind="primary"]:disabled {{ background: {sunken}; border-color: {line};
  color: {ink3}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent;
  color: {primary}; padding: 0 8px; }}
QPushButton[flush="true"] {{ padding: 0 8px 0 0; text-align: left; }}
QPushButton[kind="quiet"]:hover {{ background: {sunken}; }}
QPushButton[kind="quiet"]:disabled {{ color: {ink3}; }}
CrashDialog QPushButton:focus {{ border: 3px solid {focus}; min-height: 36px;
  padding: 0 16px; }}
CrashDialog QPushButton[kind="quiet"]:focus {{ padding: 0 6px; }}
QPushButton:checked {{ background: {primaryPale}; border: 2px solid {primary}; }}
QToolButton {{ min-width: 38px; min-height: 38px; border: 1px solid transparent;
  border-radius: 10px; background: transparent; color: {ink}; }}
QToolButton:hover {{ background: {sunken}; }}
QToolButton[kind="framed"] {{ background: {surface}; border-color: {control}; }}
QToolButton[kind="framed"]:disabled {{ background: {sunken}; border-color: {line}; }}
QToolButton::menu-indicator {{ image: none; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{
  border: 1px solid {control}; border-radius: 10px; background: {surface}; color: {ink};
  selection-background-color: {primary}; selection-color: {onPrimary}; padding: 0 12px; }}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{ min-height: {field}px; }}
QPlainTextEdit, QTextEdit {{ padding: 8px; }}
QLineEdit[fault="true"], QSpinBox[fault="true"], QComboBox[fault="true"] {{
  border: 2px solid {errInk}; min-height: 44px; padding: 0 11px; }}
QPlainTextEdit[readOnly="true"] {{ background: {sunken}; border-color: transparent;
  placeholder-text-color: {ink2}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{
  background: {sunken}; border-color: {line}; color: {ink3}; }}
QComboBox::drop-down {{ border: 0; width: 32px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {ink};
  border: 1px solid {control}; selection-background-color: {primaryPale};
  selection-color: {ink}; }}
QMenu {{ background: {surface}; color: {ink}; border: 1px solid {control}; padding: 6px;
  menu-scrollable: 1; }}
QMenu::item {{ padding: 10px 20px; border-radius: 6px; }}
QMenu::item:selected {{ background: {primaryPale}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
QProgressBar {{ border: 1px solid {line}; border-radius: 6px; background: {sunken};
  min-height: 10px; max-height: 10px; color: transparent; }}
QProgressBar::chunk {{ background: {primary}; border-radius: 5px; }}
ProgressRing {{ border: 0; background: transparent; min-height: 0; max-height: 1000px; }}
QScrollBar:vertical {{ width: 14px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 14px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {control}; border: 4px solid transparent;
  border-radius: 7px; background-clip: padding; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTableView, QTableWidget, QListView {{ background: {surface}; color: {ink};
  gridline-color: {line}; border: 1px solid {line}; border-radius: 8px;
  selection-background-color: {primaryPale}; selection-color: {ink}; }}
QHeaderView::section {{ background: {sunken}; color: {ink2}; border: 0;
  border-bottom: 2px solid {control}; padding: 6px 8px; font-weight: 700; }}
QCheckBox, QRadioButton {{ color: {ink}; spacing: 10px; min-height: 40px; }}
QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border: 2px solid {control};
  border-radius: {round}px; background: {surface}; }}
QRadioButton::indicator:checked {{ width: {core}px; height: {core}px;
  border: {edge}px solid {primary}; }}
QRadioButton::indicator:disabled {{ border-color: {line}; }}
"""


def style_sheet(tokens: dict[str, Any], scale: float) -> str:
    """The sheet of one palette at one text size."""
    plain = {name: value for name, value in tokens.items() if isinstance(value, str)}
    # room around a line of text, which grows with it
    heights = {"button": max(40, round(30 * scale)), "field": max(46, round(34 * scale))}
    dot, edge = 2 * round(9 * scale), round(6 * scale)
    heights |= {"dot": dot, "round": dot // 2 + 2, "edge": edge, "core": dot + 4 - 2 * edge}
    rules = [SHEET.format(**plain, **heights)]
    rules += [
        f'QLabel[role="{role}"] {{ font-size: {size * scale:g}pt; font-weight: {weight}; }}'
        for role, size, weight in TEXT
    ]
    rules.append('QLabel[strong="true"], QRadioButton[strong="true"] { font-weight: 700; }')
    rules += [f'QLabel[tone="{tone}"] {{ color: {plain[tone]}; }}' for tone in TONES]
    told = "background: {primaryPale}; border: 1px solid {primary}; border-radius: 12px;"
    rules.append('QFrame[state="info"] { ' + told.format(**plain) + " }")
    for state in STATES:
        ink, pale = plain[f"{state}Ink"], plain[f"{state}Pale"]
        rules.append(f'QLabel[tone="{state}"] {{ color: {ink}; }}')
        rules.append(
            f'QFrame[state="{state}"] {{ background: {pale}; border: 1px solid {ink};'
            " border-radius: 12px; }"
        )
        rules.append(
            f'QLabel[badge="{state}"] {{ color: {ink}; background: {pale}; '
            f"border: 1px solid {ink}; border-radius: 8px; padding: 2px 8px; font-weight: 700; }}"
        )
    return "\n".join(rules)
