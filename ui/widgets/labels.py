# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Text on the screen: always plain, so that what somebody typed is never read as markup."""

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.early import PLAIN_TEXT, set_early
from ui.theme import Role


def label(
    text: str,
    role: Role = "body",
    *,
    tone: str = "",
    bold: bool = False,
    wrap: bool = True,
    heading: bool = False,
) -> QLabel:
    """A text of that role; `tone` is ink2, ink3, primary, warn, ok or err. `heading`: a title that
    is not one by its role."""
    made = QLabel()
    set_early(made, PLAIN_TEXT)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    if bold:
        made.setProperty("strong", "true")
    if heading:
        made.setProperty("heading", True)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    made.setText(text)  # last: who listens is told at once, and asks then whether it is a title
    return made


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Change a dynamic property and have the style sheet read it again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def rule() -> QFrame:
    """A thin horizontal line between two parts."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
