# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A page that scrolls, vertically only, without a frame of its own."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.early import NO_FOCUS, NO_SIDEWAYS_BAR, set_early


def scroll_area(widget: QWidget) -> QScrollArea:
    """The widget, scrolled when it is too high."""
    widget.setObjectName(widget.objectName() or "scrolled")
    area = QScrollArea()
    # one of ours, which fills nothing: for Qt's own, PySide makes every kind of widget, 13 ms
    area.setViewport(QWidget())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    set_early(area, NO_SIDEWAYS_BAR)
    set_early(area, NO_FOCUS)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    return area


def bring_into_view(widget: QWidget, around: int = 0) -> None:
    """Scroll all that holds a widget until it is seen, with some pixels around it; its top, where
    there is no room for all of it."""
    holder = widget.parentWidget()
    while holder is not None:
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None:
            high, room = widget.height(), holder.viewport().height()
            top = widget.mapTo(inside, QPoint())
            if high > room:
                holder.verticalScrollBar().setValue(top.y() - around)
            else:  # all of it: for a field, Qt’s own would be content with the place of the cursor
                margin = min(high // 2 + around, room // 2)
                holder.ensureVisible(top.x(), top.y() + high // 2, 0, margin)
        holder = holder.parentWidget()


def lay_out_around(widget: QWidget) -> None:
    """Have what holds a widget take its new height, as far as what scrolls it. Qt may have taken
    the request for one that it was just answering."""
    holder: QWidget | None = widget
    while holder is not None:
        if (layout := holder.layout()) is not None:
            layout.invalidate()
            QCoreApplication.sendEvent(holder, QEvent(QEvent.Type.LayoutRequest))
        holder = None if isinstance(holder, QScrollArea) else holder.parentWidget()
