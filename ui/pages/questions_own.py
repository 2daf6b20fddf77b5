# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What one keeps beside an answer: a note, and under it what the answer rests on, folded.

Placed by hand: the note takes the height that remains.
"""

from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.evidence_panel import EvidencePanel
from ui.widgets.fold import Fold
from ui.widgets.help_section import HelpSection
from ui.widgets.labels import label, set_property
from ui.widgets.note_field import NoteField
from ui.widgets.secret_warning import SECRET, SecretWarning

LEAST_NOTE_LINES = 2
NOTE_PADDING, GAP, TOP = 30, 6, 8
"""Around the lines of the note, under it, and under the line that parts all this from the help."""


class QuestionsOwn(QWidget):
    """The note and the evidence of one question. `resized`: it asks for another height."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._least = 0
        self._placed: tuple[QSize, ...] = ()
        self._head = HelpSection(theme, "note", "Votre note")
        self.state = label("", "caption", tone="ink2", wrap=False)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.note = NoteField()
        self.warning = SecretWarning(theme)
        self.evidence = EvidencePanel(theme)
        self.evidence.hide()
        self.fold = Fold(theme, partial(_given, self.evidence))
        for part in (self._head, self.state, self.note, self.warning, self.fold, self.evidence):
            part.setParent(self)
        self.evidence.after = self.fold.button
        self.show_count(0)
        self.fold.toggled.connect(self.resized)
        # not what the field says: that is silent while a kept note is shown
        self.note.document().contentsChanged.connect(self._on_note_changed)

    def show_count(self, number: int) -> None:
        """How many pieces of evidence there are, on the button that shows them."""
        self.fold.say(f"Justificatifs ({number})" if number else "Justificatifs")

    def show_state(self, text: str, *, fault: bool = False) -> None:
        """Whether the note is kept, beside its title."""
        self.state.setText(text)
        set_property(self.state, "tone", "err" if fault else "ink2")
        self._describe()

    def _describe(self) -> None:
        """Read with the field, so that it is known without looking."""
        warned = "" if self.warning.isHidden() else SECRET
        self.note.setAccessibleDescription(f"{self.state.text()} {warned}".strip())

    @Slot()
    def _on_note_changed(self) -> None:
        """The warning comes and goes with what is written, and prevents nothing."""
        before = self.warning.isHidden()
        self.warning.read(self.note.toPlainText())
        if self.warning.isHidden() != before:
            self._describe()
            self.resized.emit()

    def _warning_height(self, width: int) -> int:
        return 0 if self.warning.isHidden() else self.warning.heightForWidth(width) + GAP

    def least_height(self, width: int) -> int:
        """The height that it needs at that width, with a note of a few lines."""
        layout = self.fold.layout()
        assert layout is not None
        layout.invalidate()
        layout.activate()
        letters = self.note.fontMetrics().lineSpacing()
        note = LEAST_NOTE_LINES * letters + NOTE_PADDING
        self._least = note
        head = self._head.heightForWidth(width)
        tall = layout.hasHeightForWidth()
        fold = layout.totalHeightForWidth(width) if tall else layout.sizeHint().height()
        return TOP + head + note + GAP + self._warning_height(width) + fold

    def place(self, width: int, height: int) -> None:
        """Place everything in that room; what is more than needed goes to the note."""
        self._placed = self._asked()
        spare = max(0, height - self.least_height(width))
        head = self._head.heightForWidth(width)
        self._head.setGeometry(QRect(0, TOP, width, head))
        wide = min(self.state.sizeHint().width() + 2, width // 2)
        self.state.setGeometry(QRect(width - wide, TOP, wide, head))
        note = self._least + spare
        self.note.setGeometry(QRect(0, TOP + head, width, note))
        top = TOP + head + note + GAP
        warning = self._warning_height(width)
        self.warning.setGeometry(QRect(0, top, width, max(0, warning - GAP)))
        top += warning
        self.fold.setGeometry(QRect(0, top, width, max(0, height - top)))
        self.resize(width, height)

    def _asked(self) -> tuple[QSize, ...]:
        """What the places depend on, without asking the layout anything that it would answer
        by a request of its own, again and again."""
        parts = (self.fold, self.evidence, self.state)
        return tuple(part.sizeHint() for part in parts)

    def event(self, event: QEvent) -> bool:
        """The list has become longer or shorter. Most requests ask for what they have."""
        if event.type() == QEvent.Type.LayoutRequest and self._asked() != self._placed:
            self.resized.emit()
        return super().event(event)


def _given(panel: EvidencePanel) -> QWidget:
    return panel
