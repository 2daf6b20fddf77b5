# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A card of the board by quarter: an action card that the mouse can also carry away."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.action_face import ActionFace

CARRIED = "application/x-autodiag-action"
"""What is carried: the key of an action, within one window."""


class QuarterCard(ActionCard):
    """Pressed and pulled, it is carried, where anything can be; released where it was pressed, it
    opens."""

    def __init__(self, theme: Theme, face: ActionFace, *, writable: bool, last: int) -> None:
        super().__init__(theme, face, writable=writable, last=last)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed
        if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - pressed).manhattanLength() >= _far():
            self._pressed = None
            if self._writable:
                self._carry(pressed)
            else:
                self.move_asked.emit(self.face.key, 0)  # why it stays is said

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Its end, where it was not carried."""
        if self._pressed is None and event.button() == Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        super().mouseReleaseEvent(event)

    def _carry(self, held: QPoint) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setData(CARRIED, self.face.key.encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(held)
        drag.exec(Qt.DropAction.MoveAction)


def carried_key(data: QMimeData) -> str:
    """The key of the action that is carried, "" where it is something else."""
    return bytes(data.data(CARRIED).data()).decode() if data.hasFormat(CARRIED) else ""


def _far() -> int:
    """Pixels that tell a pull from a click."""
    return QApplication.startDragDistance()
