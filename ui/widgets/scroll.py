# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A page that scrolls, vertically only, without a frame of its own."""

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
