# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A sentence of our own data with passages in bold, **ainsi**; all else in it stays plain."""

import re
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from autodiag.text.sentences import unstarred
from ui.theme import Role


class StarredLabel(QLabel):
    """Wraps. Every sign of markup in the text is shown as it is."""

    def __init__(self, text: str = "", role: Role = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._said: str | None = None
        self.say(text)

    def say(self, text: str) -> None:
        """Show a sentence; hidden while there is none. A new line begins a new line."""
        if text == self._said:
            return
        self._said = text
        html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))
        # else Qt makes an ordinary space, that breaks lines, of each narrow no-break one
        self.setText(f'<p style="white-space: pre-wrap; margin: 0">{html}</p>')
        self.setAccessibleName(unstarred(text))
        if self.parentWidget() is not None:  # without one, it would be shown as a window
            self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange and not self._said:
            self.hide()
