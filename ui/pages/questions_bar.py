# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The bar under the question: back, the keys or the way out of the short form, forward."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.questions_column import column_width
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import rule

HEIGHT, LEAST_AIR = 68, 8
GAP = 8
BACK, WHOLE = "Précédente", "Toutes les questions"


class QuestionsBar(QWidget):
    """`set_middle` chooses what is between the two buttons, if there is room for it."""

    previous_asked = Signal()
    next_asked = Signal()
    whole_asked = Signal()
    """The way out of the short form."""
    everything_asked = Signal()
    """The way out of a list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.previous = button(theme, BACK, "secondary", "back")
        self.previous.setAccessibleName(BACK)
        self.next = button(theme, "Question suivante", "primary", icon_after="arrow")
        self.hint = KeyHint(theme, ("[0]", "à", "[4]", "ou", "[Espace]", "puis", "[Entrée]"))
        self.whole = button(theme, WHOLE, "quiet")
        self.whole.setAccessibleName(WHOLE)
        self.everything = button(theme, "Tout afficher", "quiet")
        self._middles: tuple[QWidget | None, QWidget | None] = (self.hint, self.hint)
        self.wide = self.narrow = False
        """Whether the window is wide, or narrow: set before the bar is placed."""
        self._build()
        self.previous.clicked.connect(self.previous_asked)
        self.next.clicked.connect(self.next_asked)
        self.whole.clicked.connect(self.whole_asked)
        self.everything.clicked.connect(self.everything_asked)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.whole)
        row.addWidget(self.everything)
        row.addStretch(1)
        row.addWidget(self.next)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(rule())
        self._layout.addStretch(1)
        self._layout.addLayout(row)
        self._layout.addStretch(1)

    def show_middle(self, middle: str, *, narrow: str | None = None) -> None:
        """«keys», «whole» (the way out of the short form), «list» (that of a list), or nothing;
        `narrow`: in a narrow window, where that is something else."""
        ways = {"keys": self.hint, "whole": self.whole, "list": self.everything}
        self._middles = (ways.get(middle), ways.get(middle if narrow is None else narrow))
        self.fit()

    @property
    def _middle(self) -> QWidget | None:
        return self._middles[self.narrow]

    def fit(self) -> None:
        """Align the bar with the column above it."""
        side = (self.width() - column_width(self._theme, self.width(), wide=self.wide)) // 2
        self._layout.setContentsMargins(side, 0, side, 0)
        free = self.width() - 2 * side - 3 * GAP - self.next.sizeHint().width()
        self.previous.setText(BACK)
        self.whole.setText(WHOLE)
        if self._middle is not self.hint:  # a way out, that is said nowhere else
            if self._beside() > free:
                self.previous.setText("")
            if self._beside() > free:
                self.whole.setText(WHOLE.partition(" ")[0])
        fits = self._beside() <= free
        for widget in (self.hint, self.whole, self.everything):
            widget.setVisible(widget is self._middle and fits)

    def _beside(self) -> int:
        """The width of what is before the button that goes on."""
        middle = self._middle.sizeHint().width() if self._middle is not None else 0
        return self.previous.sizeHint().width() + middle

    def height_in(self, *, low: bool) -> int:
        """Its height; no more than its buttons need where the window is low."""
        high = round(HEIGHT * self._theme.scale)
        least = max(self.next.sizeHint().height(), self.previous.sizeHint().height())
        return min(high, least + 2 * LEAST_AIR + 1) if low else high

    def sizeHint(self) -> QSize:
        return QSize(0, self.height_in(low=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)
