# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A short fade for what appears; none when less motion is asked for. All that moves comes here."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from ui.motion import motion_reduced

MILLISECONDS = 120


def fade_in(widget: QWidget) -> None:
    """Let a widget appear over 120 ms (design section 3, Motion)."""
    if motion_reduced():
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    animation = QPropertyAnimation(effect, b"opacity", effect)
    animation.setDuration(MILLISECONDS)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.finished.connect(effect.deleteLater)  # painted directly again
    animation.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
