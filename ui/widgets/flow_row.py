# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Buttons on one line, and on a second one where they do not fit; some are pushed to the right."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 10


class FlowRow(QWidget):
    """Its children keep their own size. Those added with `right` end their line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[QWidget, bool]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, *, right: bool = False) -> None:
        """Add a widget after the others."""
        widget.setParent(self)
        widget.installEventFilter(self)
        self._items.append((widget, right))

    def _lines(self, width: int) -> list[list[tuple[QWidget, bool]]]:
        """What goes on each line."""
        lines: list[list[tuple[QWidget, bool]]] = [[]]
        used = 0
        for widget, right in self._items:
            if widget.isHidden():
                continue
            wide = widget.sizeHint().width()
            if lines[-1] and used + GAP + wide > width:
                lines.append([])
                used = 0
            used += wide + (GAP if lines[-1] else 0)
            lines[-1].append((widget, right))
        return lines

    def _place(self) -> None:
        top, width = 0, self.width()
        for line in self._lines(width):
            high = max((w.sizeHint().height() for w, _ in line), default=0)
            left = 0
            for widget, right in line:
                size = widget.sizeHint()
                at = width - size.width() if right and widget is line[-1][0] else left
                y = top + (high - size.height()) // 2
                widget.setGeometry(QRect(at, y, min(size.width(), width), size.height()))
                left += size.width() + GAP
            top += high + GAP

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        highs = [max((w.sizeHint().height() for w, _ in line), default=0) for line in lines]
        return sum(highs) + GAP * (len(highs) - 1)

    def sizeHint(self) -> QSize:
        """On one line; as high as its lines are at today’s width, else a layout cuts the last."""
        shown = [w.sizeHint() for w, _ in self._items if not w.isHidden()]
        width = sum(s.width() for s in shown) + GAP * max(0, len(shown) - 1)
        return QSize(width, max(0, self.heightForWidth(self.width())))

    def minimumSizeHint(self) -> QSize:
        shown = [w.sizeHint().width() for w, _ in self._items if not w.isHidden()]
        return QSize(max(shown, default=0), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a child has another size
            self._place()
            self.updateGeometry()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if self.sizeHint().height() != self.height():
            self.updateGeometry()
