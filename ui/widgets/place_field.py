# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A short free text, two lines high, more when more is typed; an example shows while empty."""

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent

from ui.theme import Theme
from ui.widgets.note_field import NoteField

FEWEST, MOST = 2, 6
"""Lines shown; beyond, the field scrolls."""
_AIR = 20
"""Pixels above and below the text, borders included."""


class PlaceField(NoteField):
    """A note field that is part of a form: `example` is what somebody else could have written."""

    def __init__(self, theme: Theme, name: str, example: str) -> None:
        self._example = example
        self._theme = theme
        super().__init__()
        self.setAccessibleName(name)
        self.document().setDocumentMargin(2)
        self._later = QTimer(self)
        """Qt lays the inside of a scroll area out before it tells the new size, and not again."""
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    @property
    def value(self) -> str:
        """What is in the field now, said or not."""
        return self.toPlainText().strip()

    def show_note(self, text: str) -> None:
        """Show what is kept; what is being typed is left alone. A change of font or of margin is
        no typing, though Qt tells it as a change of text."""
        if self._typed() == self._shown:
            self._pause.stop()
        super().show_note(text)

    def show_writable(self, *, writable: bool) -> None:
        """Show an example to follow, or say that nothing was written."""
        super().show_writable(writable=writable)
        self.setPlaceholderText(f"Exemple\u00a0: {self._example}" if writable else "Non précisé")

    @Slot()
    def _fit(self) -> None:
        """As high as its lines: Qt counts those of a plain text, wrapped ones included."""
        line = self.fontMetrics().lineSpacing()
        lines = max(FEWEST, min(MOST, round(self._lines(line))))
        wanted = lines * line + _AIR
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _lines(self, line: int) -> float:
        """Those of the text, else those of the example."""
        if self.value or not self.placeholderText():
            return self.document().size().height()
        room = QRect(0, 0, max(1, self.viewport().width() - 8), 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, wrap, self.placeholderText()).height() / line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()
