# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A gentle remark beside what it is about: a pictogram, a sentence, perhaps one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property


class Remark(QFrame):
    """Hidden until it has something to say. `chosen` gives the id of what it proposes."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._action = ""
        self._icon = IconLabel(theme, "bulb", "primary", 20)
        self._text = label("", "body")
        self.button = button(theme, "", "quiet")
        self.setObjectName("well")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, empty when it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self, text: str, icon: str = "bulb", tone: str = "", *, action: str = "", do: str = ""
    ) -> None:
        """Say something: `do` is the text of its button, `action` what `chosen` then tells.
        `tone`: "" or warn, ok."""
        self._action = action
        self._text.setText(text)
        self._icon.show_icon(icon, f"{tone}Ink" if tone else "primary")
        set_property(self._text, "tone", tone)
        self.setObjectName("" if tone else "well")
        self.setProperty("state", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.button.setText(do)
        self.button.setVisible(bool(do))
        self.show()

    def clear(self) -> None:
        """Say nothing more."""
        self.hide()

    def _on_clicked(self) -> None:
        self.chosen.emit(self._action)
