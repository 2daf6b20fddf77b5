# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A note typed freely, said once the typing rests. Knows nothing of what it is about."""

from PySide6.QtCore import QMimeData, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

PAUSE_MS, LONGEST_MS = 700, 5000
"""After the last key; and while keys follow one another without a pause."""
INVITED = "Un détail à retenir, une pièce à retrouver…"


class NoteField(QPlainTextEdit):
    """`note_written` follows a short pause, or the leaving of the field. `typed`: what is in the
    field may have just become other than what is kept."""

    note_written = Signal(str)
    typed = Signal()
    rested = Signal()
    """It was handed over, if it was other at all."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setAccessibleName("Votre note")
        self.setTabChangesFocus(True)
        self.show_writable(writable=True)
        self.setProperty("focus_radius", 10)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        # who never stops typing loses no more than this to a power cut
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)

    @property
    def waiting(self) -> bool:
        """Whether what was typed was not handed over yet."""
        return self._pause.isActive()

    def show_note(self, text: str) -> None:
        """Show the note that is kept; what is being typed is left alone."""
        if self._pause.isActive() or text == self._shown:
            return
        self._shown = text
        if text != self._typed():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def show_writable(self, *, writable: bool) -> None:
        """Invite to write, or only show what is written."""
        other = self.isReadOnly() == writable
        self.setReadOnly(not writable)
        self.setPlaceholderText(INVITED if writable else "")
        if other:
            self.style().polish(self)  # the style sheet dresses what can only be read

    @Slot()
    def flush(self) -> None:
        """Say now what waits."""
        typing = self.waiting
        self._pause.stop()
        self._longest.stop()
        text = self._typed()
        if text != self._shown:
            self._shown = text
            self.note_written.emit(text)
        if typing:
            self.rested.emit()

    def _typed(self) -> str:
        return self.toPlainText().strip()

    @Slot()
    def _on_text_changed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
            self.typed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file dropped here is for the panel, which attaches it: its address is no note."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
