# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whether the answers are on the disk. Told only by what the disk did, never ahead of it."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from autodiag.errors import AutodiagError
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property
from ui.widgets.tooltip import set_tooltip

SAVING, NOT_SAVED, READ_ONLY = "Enregistrement…", "Pas enregistré", "Lecture seule"
WIDEST = "Enregistré à 00\u00a0h\u00a000"


def clock_time(at: datetime) -> str:
    """«10 h 42»."""
    return f"{at.hour}\u00a0h\u00a0{at.minute:02d}"


class SavedSign(QWidget):
    """A pictogram and a few words; only the pictogram when there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._compact = False
        self._said = ""
        self._icon = IconLabel(theme, "check", "okInk", 17)
        self._words = label("", "caption", tone="ok", wrap=False)
        self._build()
        self.clear()
        theme.changed.connect(self._on_theme_changed)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self._on_theme_changed()

    @property
    def text(self) -> str:
        """What the sign says, whether or not the words show."""
        return self._words.text()

    def words_width(self) -> int:
        """The width of the whole sign with its words, in pixels, whatever it says."""
        letters = QFontMetrics(self._theme.font("caption"))
        widest = max(letters.horizontalAdvance(t) for t in (WIDEST, SAVING, NOT_SAVED, READ_ONLY))
        return widest + self._icon.width() + 6 + 2

    def icon_width(self) -> int:
        """The width of the pictogram alone, in pixels."""
        return self._icon.width()

    def set_compact(self, compact: bool) -> None:
        """Show the pictogram alone, its words in the tooltip."""
        self._compact = compact
        self._words.setVisible(not compact and bool(self.text))
        self._reserve()

    # --- What happened

    def clear(self) -> None:
        """Nothing was saved yet: the sign says nothing."""
        self._show("", "check", "ok", urgent=False)

    @Slot()
    def show_saving(self) -> None:
        """An answer is on its way to the disk; what failed before still waits with it."""
        if self.text == NOT_SAVED:
            return
        self._show(SAVING, "clock", "ink2", urgent=False)

    @Slot(object)
    def show_saved(self, at: datetime) -> None:
        """Everything is on the disk since that local time."""
        self._show(f"Enregistré à {clock_time(at)}", "check", "ok", urgent=False)

    @Slot(object)
    def show_failed(self, error: BaseException) -> None:
        """Something could not be written; the banner says what to do."""
        self._show(NOT_SAVED, "stop", "err", urgent=True)
        set_tooltip(self, error.sentence if isinstance(error, AutodiagError) else "")

    @Slot()
    def show_read_only(self) -> None:
        """Nothing will be written to this dossier."""
        self._show(READ_ONLY, "eye", "ink2", urgent=False)

    # --- Private

    def _show(self, text: str, icon: str, tone: str, *, urgent: bool) -> None:
        self._words.setText(text)
        set_property(self._words, "tone", tone)
        self._icon.show_icon(icon, tone if tone == "ink2" else f"{tone}Ink")
        self._icon.setVisible(bool(text))
        self.set_compact(self._compact)
        self.setAccessibleName(text)
        set_tooltip(self, text if self._compact else "")
        # each minute once: one announcement for each answer would cover the questions
        if text and text not in (SAVING, self._said):
            self._said = text
            announce(self, text, urgent=urgent)

    def _reserve(self) -> None:
        """One width for all it may say: the bar does not move at each answer."""
        self.setMinimumWidth(self.icon_width() if self._compact else self.words_width())

    @Slot()
    def _on_theme_changed(self) -> None:
        self._reserve()
