# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Nothing to show yet: a pictogram, what to do in a sentence, and the one button that does it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

WIDEST = 460
"""Of the sentence at 100 %, in pixels: longer lines are hard to read centred."""


class EmptyState(QWidget):
    """Centred in the room it gets. Without `action`, no button."""

    action_chosen = Signal()

    def __init__(
        self, theme: Theme, icon: str, title: str, sentence: str, action: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = IconLabel(theme, icon, "primary", 36)
        self._title = label(title, "lead", bold=True)
        self._sentence = label(sentence, tone="ink2")
        self.button = button(theme, action, "primary") if action else None
        """The button, None when there is nothing to do."""
        self._build()
        theme.changed.connect(self._lay)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)  # aligned, it would forget the height of wrapped text
            text.setVisible(bool(text.text()))
        if self.button is not None:
            column.addSpacing(8)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.button.clicked.connect(self.action_chosen)
        column.addStretch(1)
        self._lay()

    def show_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        for text in (self._title, self._sentence):
            text.setVisible(bool(text.text()))

    def _lay(self) -> None:
        """Margins that keep the sentences short and centred, whatever the room."""
        widest = round(WIDEST * self._theme.scale)
        side = max(24, (self.width() - widest) // 2)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 24, side, 24)

    def minimumSizeHint(self) -> QSize:
        """Without the margins of a wider day, which would keep it as wide."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if layout is None:
            return hint
        margins = layout.contentsMargins()
        return QSize(hint.width() - margins.left() - margins.right() + 48, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        super().resizeEvent(event)
