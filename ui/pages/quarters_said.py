# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The line below a view that can be changed: how to change it, then what came of the last change.
Always there, so that nothing moves when it speaks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property


class Said(QWidget):
    """`hint` is there until something is said."""

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__()
        self._hint, self._hinted, self._on = hint, True, True
        self._icon = IconLabel(theme, "bulb", "ink2", 18)
        self._text = label(hint, "body", tone="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What is read."""
        return self._text.text()

    def set_on(self, *, on: bool) -> None:
        """Whether anything can be changed here: else only what is said is shown."""
        self._on = on
        self._fit()

    def show_hint(self, *, shown: bool) -> None:
        """Whether there is room for the hint; what is said always has some."""
        self._hinted = shown
        self._fit()

    def _fit(self) -> None:
        self.setVisible(self.text != self._hint or (self._on and self._hinted))

    def say(self, text: str, tone: str = "") -> None:
        """Say what came of a change, aloud too. `tone`: "" or warn."""
        icon, ink = ("warning", "warnInk") if tone else ("check", "primary")
        self._icon.show_icon(icon, ink)
        self._text.setText(text)
        set_property(self._text, "tone", tone)
        self._fit()
        announce(self, text, urgent=bool(tone))

    def forget(self) -> None:
        """The hint again: what was said is no longer so."""
        self._icon.show_icon("bulb", "ink2")
        self._text.setText(self._hint)
        set_property(self._text, "tone", "ink2")
        self._fit()
