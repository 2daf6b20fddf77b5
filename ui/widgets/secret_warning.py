# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A gentle warning under a text that looks as if it held a password. Prevents nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from autodiag.text.secret import looks_like_secret
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

SECRET = (
    "On dirait un mot de passe. Dites plutôt où il est gardé\u00a0: ce dossier se copie et "
    "s’imprime."
)


class SecretWarning(QWidget):
    """Hidden until one of the texts asks for it; said aloud when it appears."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        icon = IconLabel(theme, "warning", "warnInk", 18)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(SECRET, "body", tone="warn"), 1)
        self.hide()

    def read(self, *texts: str) -> bool:
        """Look at these texts; whether one of them seems to hold a secret."""
        found = any(looks_like_secret(text) for text in texts)
        if found and self.isHidden() and self.parentWidget() is not None:
            announce(self, SECRET)
        self.setVisible(found)
        return found
