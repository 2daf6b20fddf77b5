# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a page scrolls: centred, never wider than is pleasant, as high as its width asks for."""

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget


class Flowing(QWidget):
    """`widest` is the content's, in pixels; `margins` are around it at any width. Where there is
    more height than `calm`, the content comes a little lower."""

    def __init__(
        self, content: QLayout, margins: QMargins, widest: int, calm: int = 100_000
    ) -> None:
        super().__init__()
        self._margins, self._widest, self._calm = margins, widest, calm
        self._content = content
        self.setLayout(content)
        content.setContentsMargins(margins)

    def minimumSizeHint(self) -> QSize:
        # Qt adds up the heights that wrapped text would have at its narrowest
        return QSize(0, 0)

    @property
    def side(self) -> int:
        """What is left free at each side, in pixels, besides the margins."""
        spare = self.width() - self._widest - self._margins.left() - self._margins.right()
        return max(0, spare // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        window = self.parentWidget()
        seen = window.height() if window is not None else self.height()
        top = max(0, (seen - self._calm) // 3)
        self._content.setContentsMargins(self._margins + QMargins(self.side, top, self.side, 0))
        super().resizeEvent(event)
