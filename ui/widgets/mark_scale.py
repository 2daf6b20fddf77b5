# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A mark from 0 to 10, chosen or taken away. Knows nothing of what is marked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.numbers import decimal
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.segmented import Segmented

HIGHEST = 10


class MarkScale(QWidget):
    """Eleven figures, what both ends mean, and «Effacer la note»."""

    mark_chosen = Signal(object)
    """A float from 0 to 10, or None when the mark is taken away."""

    def __init__(self, theme: Theme, name: str, low: str, high: str) -> None:
        super().__init__()
        figures = [(str(mark), str(mark)) for mark in range(HIGHEST + 1)]
        self.scale = Segmented(theme, name, figures, solid=True)
        for mark, _ in figures:
            self.scale.segment(mark).setAccessibleName(f"{mark} sur {HIGHEST}, {name}")
        self._low, self._high = label(low, "caption", tone="ink2"), label(high, "caption")
        self._high.setProperty("tone", "ink2")
        self._high.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._said = label("", "body", wrap=True)
        self.clear = button(theme, "Effacer la note", "quiet")
        self._build()
        self._connect()
        self.show_mark(None)

    def _build(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(self._low, 1)
        ends.addWidget(self._high, 1)
        under = QHBoxLayout()
        under.addWidget(self._said, 1)
        under.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.scale)
        layout.addLayout(ends)
        layout.addSpacing(4)
        layout.addLayout(under)

    def _connect(self) -> None:
        self.scale.chosen.connect(self._on_chosen)
        self.scale.clear_asked.connect(self._on_clear_asked)
        self.clear.clicked.connect(self._on_clear_asked)

    def show_mark(self, mark: float | None) -> None:
        """Show a mark; one between two figures is only said in words."""
        whole = mark is not None and mark == int(mark)
        self.scale.show_choice(str(int(mark)) if whole and mark is not None else "")
        said = "Pas encore de note." if mark is None else f"Votre note : {decimal(mark)} sur 10."
        self._said.setText(said)
        self.clear.setVisible(mark is not None)

    def _on_chosen(self, option: str) -> None:
        self.mark_chosen.emit(float(option))

    def _on_clear_asked(self) -> None:
        if self.isEnabled():
            self.mark_chosen.emit(None)
